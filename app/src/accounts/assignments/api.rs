//! Server functions of roles at single events.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::AssignForm;
use crate::error::ApiError;

/// Gives somebody in the team a role at an event.
#[server(prefix = "/fn", endpoint = "team/assign")]
pub async fn assign(user: String, form: AssignForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let permit = ctx.permit()?;
    let user = crate::page::id(&user)?;
    let (event, role) = crate::accounts::pages::assignment(&form)?;
    Ok(backend::team::assign(&ctx.desk, &permit, user, event, role).await?)
}

/// Ends somebody's role at an event.
#[server(prefix = "/fn", endpoint = "team/unassign")]
pub async fn unassign(user: String, event: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let permit = ctx.permit()?;
    let (user, event) = (crate::page::id(&user)?, crate::page::id(&event)?);
    Ok(backend::team::unassign(&ctx.desk, &permit, user, event).await?)
}
