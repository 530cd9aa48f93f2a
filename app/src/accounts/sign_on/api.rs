//! Server functions of single sign-on. Signing in by it sets a cookie and is a route of the server.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::{SignOnForm, SignOnView};
use crate::error::ApiError;

/// The name of the organiser by whose provider of single sign-on somebody can sign in.
#[server(prefix = "/fn", endpoint = "sign-on/organiser")]
pub async fn sign_on_organiser(tenant: String) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let tenant = crate::page::id(&tenant)?;
    Ok(backend::sign_on::organiser(&ctx.desk, &ctx.origin, tenant).await?)
}

/// The provider of the tenant.
#[server(prefix = "/fn", endpoint = "sign-on/load")]
pub async fn load_sign_on() -> Result<SignOnView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let settings = backend::sign_on::settings(&ctx.desk, &ctx.permit()?).await?;
    SignOnView::of(&ctx, settings)
}

/// Sets the provider of the tenant.
#[server(prefix = "/fn", endpoint = "sign-on/save")]
pub async fn save_sign_on(form: SignOnForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let permit = ctx.permit()?;
    Ok(backend::sign_on::save(&ctx.desk, &permit, &form.into()).await?)
}

/// Removes the provider of the tenant.
#[server(prefix = "/fn", endpoint = "sign-on/remove")]
pub async fn remove_sign_on() -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    Ok(backend::sign_on::remove(&ctx.desk, &ctx.permit()?).await?)
}

/// Unties somebody of the team from the provider's identity by which they came.
#[server(prefix = "/fn", endpoint = "sign-on/untie")]
pub async fn untie_member(user: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let user = crate::page::id(&user)?;
    Ok(backend::team::untie(&ctx.desk, &ctx.permit()?, user).await?)
}
