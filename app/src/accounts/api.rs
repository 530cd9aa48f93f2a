//! Server functions of accounts and teams. Joining and signing in set a cookie and are routes of the server.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{
    AppSetupView, FactorsView, InviteForm, JoiningView, PasskeyQuestion, ReviewStandingView,
    SessionsView, TeamView, WorkplaceView,
};
use crate::error::ApiError;

/// The own sessions.
#[server(prefix = "/fn", endpoint = "accounts/sessions")]
pub async fn list_sessions() -> Result<SessionsView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let sessions = backend::accounts::sessions(&ctx.desk, &ctx.permit()?, ctx.session()?).await?;
    Ok(SessionsView::of(&ctx, sessions))
}

/// The tenants for which who is signed in works.
#[server(prefix = "/fn", endpoint = "accounts/workplaces")]
pub async fn list_workplaces() -> Result<Vec<WorkplaceView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let found = backend::accounts::workplaces(&ctx.desk, &permit, session, &ctx.origin).await?;
    Ok(found.into_iter().map(WorkplaceView::from).collect())
}

/// Ends one of the own sessions; without a name, all others.
#[server(prefix = "/fn", endpoint = "accounts/end-session")]
pub async fn end_session(#[server(default)] id: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let id = Some(id.as_str()).filter(|id| !id.is_empty());
    Ok(backend::accounts::end_sessions(&ctx.desk, &ctx.permit()?, ctx.session()?, id).await?)
}

/// Changes the own password; all other sessions end.
#[server(prefix = "/fn", endpoint = "accounts/password")]
pub async fn change_password(
    old: String,
    new: String,
    #[server(default)] code: String,
) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let (desk, origin) = (&ctx.desk, &ctx.origin);
    Ok(
        backend::accounts::change_password(desk, &permit, session, origin, (&old, &code), &new)
            .await?,
    )
}

/// Mails a link to set a new password, if there is an account with this address. Answers at once and the same.
#[server(prefix = "/fn", endpoint = "accounts/forgot")]
pub async fn forgot_password(email: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    ctx.desk.check_keys(domain::ids::TenantId::PLATFORM).await?;
    crate::page::in_background("a new password is mailed", async move {
        backend::accounts::ask_for_reset(&ctx.desk, &ctx.origin, ctx.words.0, &email).await
    })
    .await;
    Ok(())
}

/// Whether a mailed link can be used now.
#[server(prefix = "/fn", endpoint = "accounts/reset-open")]
pub async fn reset_is_open(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let open = backend::accounts::reset_is_open(&ctx.desk, &ctx.origin, &token).await?;
    open.then_some(()).ok_or(ApiError::NotFound)
}

/// Sets a new password by a mailed link.
#[server(prefix = "/fn", endpoint = "accounts/reset")]
pub async fn reset_password(token: String, new: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    Ok(backend::accounts::reset_by_token(&ctx.desk, &ctx.origin, &token, &new).await?)
}

/// An invitation, as the invited sees it.
#[server(prefix = "/fn", endpoint = "team/joining")]
pub async fn load_joining(token: String) -> Result<JoiningView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let joining = backend::team::joining(&ctx.desk, &ctx.origin, &token).await?;
    Ok(joining.into())
}

/// Whether who is half signed in has a passkey; `SignInOver` for whoever is not on the way in.
#[server(prefix = "/fn", endpoint = "accounts/factor-asked")]
pub async fn factor_is_asked() -> Result<bool, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let asked = backend::accounts::factor_is_asked(&ctx.desk, &ctx.origin, &ctx.challenge).await?;
    let has_passkey = asked.ok_or(backend::accounts::SignInError::Over)?;
    Ok(has_passkey && backend::accounts::passkeys_work(&ctx.desk))
}

/// What the browser is to ask a passkey of whomever, for signing in.
#[server(prefix = "/fn", endpoint = "accounts/ask-passkey")]
pub async fn ask_passkey() -> Result<PasskeyQuestion, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    Ok(backend::accounts::ask_passkey(&ctx.desk, &ctx.origin)
        .await?
        .into())
}

/// What the browser is to ask a passkey of who is half signed in; `SignInOver` for everybody else.
#[server(prefix = "/fn", endpoint = "accounts/ask-second-passkey")]
pub async fn ask_second_passkey() -> Result<PasskeyQuestion, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (desk, origin) = (&ctx.desk, &ctx.origin);
    let asked = backend::accounts::ask_second_passkey(desk, origin, &ctx.challenge).await?;
    Ok(asked.into())
}

/// What the browser is to ask one of the own passkeys.
#[server(prefix = "/fn", endpoint = "accounts/ask-own-passkey")]
pub async fn ask_own_passkey() -> Result<PasskeyQuestion, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let asked = backend::accounts::ask_own_passkey(&ctx.desk, &permit, session, &ctx.origin);
    Ok(asked.await?.into())
}

/// What the own account proves itself with, besides the password.
#[server(prefix = "/fn", endpoint = "accounts/factors")]
pub async fn list_factors() -> Result<FactorsView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let factors = backend::accounts::factors(&ctx.desk, &permit, session, &ctx.origin).await?;
    Ok(FactorsView::of(&ctx, factors))
}

/// What the browser is to make a new passkey of.
#[server(prefix = "/fn", endpoint = "accounts/begin-passkey")]
pub async fn begin_passkey() -> Result<PasskeyQuestion, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let begun = backend::accounts::begin_passkey(&ctx.desk, &permit, session, &ctx.origin);
    Ok(begun.await?.into())
}

/// Adds the passkey that the browser has made; it is called as the device is.
#[server(prefix = "/fn", endpoint = "accounts/add-passkey")]
pub async fn add_passkey(token: String, answer: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let made = (token.as_str(), answer.as_str(), ctx.device.as_str());
    Ok(backend::accounts::add_passkey(&ctx.desk, &permit, session, &ctx.origin, made).await?)
}

/// Begins to set up an app that makes codes.
#[server(prefix = "/fn", endpoint = "accounts/begin-app")]
pub async fn begin_app() -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    Ok(backend::accounts::begin_app(&ctx.desk, &permit, session, &ctx.origin).await?)
}

/// What the app is set up with.
#[server(prefix = "/fn", endpoint = "accounts/app-setup")]
pub async fn app_setup() -> Result<AppSetupView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    ctx.must::<domain::access::act::ManageFactors>()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let setup = backend::accounts::app_setup(&ctx.desk, &permit, session, &ctx.origin).await?;
    setup.map(AppSetupView::from).ok_or(ApiError::NotFound)
}

/// Finishes to set up an app, with its first code.
#[server(prefix = "/fn", endpoint = "accounts/confirm-app")]
pub async fn confirm_app(code: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let confirmed =
        backend::accounts::confirm_app(&ctx.desk, &permit, session, &ctx.origin, &code).await;
    Ok(confirmed?)
}

/// Removes a passkey or an app.
#[server(prefix = "/fn", endpoint = "accounts/remove-factor")]
pub async fn remove_factor(factor: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let factor = crate::page::id(&factor)?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    Ok(backend::accounts::remove_factor(&ctx.desk, &permit, session, &ctx.origin, factor).await?)
}

/// New recovery codes.
#[server(prefix = "/fn", endpoint = "accounts/renew-codes")]
pub async fn renew_codes() -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    Ok(backend::accounts::renew_codes(&ctx.desk, &permit, session, &ctx.origin).await?)
}

/// Recovery codes that were just made; empty once they are kept.
#[server(prefix = "/fn", endpoint = "accounts/codes")]
pub async fn kept_codes() -> Result<Vec<String>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    let codes = backend::accounts::kept_codes(&ctx.desk, &permit, session, &ctx.origin).await?;
    Ok(codes.unwrap_or_default())
}

/// The recovery codes are kept.
#[server(prefix = "/fn", endpoint = "accounts/keep-codes")]
pub async fn keep_codes() -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, session) = (ctx.permit()?, ctx.session()?);
    Ok(backend::accounts::keep_codes(&ctx.desk, &permit, session, &ctx.origin).await?)
}

/// Wants a second factor of the whole team, or no longer.
#[server(prefix = "/fn", endpoint = "team/require-factor")]
pub async fn require_factor(wanted: bool) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    Ok(backend::team::require_factor(&ctx.desk, &ctx.permit()?, wanted).await?)
}

/// The team of the tenant.
#[server(prefix = "/fn", endpoint = "team/list")]
pub async fn list_team() -> Result<TeamView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let team = backend::team::list(&ctx.desk, &ctx.permit()?).await?;
    TeamView::of(&ctx, team)
}

/// How access reviews stand.
#[server(prefix = "/fn", endpoint = "team/review-standing")]
pub async fn review_standing() -> Result<ReviewStandingView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let standing = backend::team::review_standing(&ctx.desk, &ctx.permit()?).await?;
    Ok(ReviewStandingView::of(&ctx, standing))
}

/// Confirms or ends every role.
#[server(prefix = "/fn", endpoint = "team/review")]
pub async fn review_access(
    #[server(default)] keep: Vec<String>,
    #[server(default)] end: Vec<String>,
) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let decisions = super::pages::decisions(&keep, &end)?;
    Ok(backend::team::review(&ctx.desk, &ctx.permit()?, &decisions).await?)
}

/// Sets how many days may lie between two reviews.
#[server(prefix = "/fn", endpoint = "team/review-every")]
pub async fn set_review_interval(days: u16) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let every = super::pages::interval(days)?;
    Ok(backend::team::set_review_interval(&ctx.desk, &ctx.permit()?, every).await?)
}

/// Invites somebody by mail.
#[server(prefix = "/fn", endpoint = "team/invite")]
pub async fn invite_member(form: InviteForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let new = super::pages::new_member(&form)?;
    Ok(backend::team::invite(&ctx.desk, &ctx.permit()?, ctx.words.0, &new).await?)
}

/// Takes an invitation back.
#[server(prefix = "/fn", endpoint = "team/withdraw")]
pub async fn withdraw_invitation(invitation: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let invitation = crate::page::id(&invitation)?;
    Ok(backend::team::withdraw(&ctx.desk, &ctx.permit()?, invitation).await?)
}

/// Gives somebody in the team another role or last day.
#[server(prefix = "/fn", endpoint = "team/role")]
pub async fn change_role(
    user: String,
    role: String,
    #[server(default)] until: String,
) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let user = crate::page::id(&user)?;
    let (role, until) = super::pages::role_and_day(&role, &until)?;
    Ok(backend::team::change_role(&ctx.desk, &ctx.permit()?, user, role, until).await?)
}

/// Ends somebody's work for the tenant.
#[server(prefix = "/fn", endpoint = "team/end")]
pub async fn end_member(user: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let user = crate::page::id(&user)?;
    Ok(backend::team::end(&ctx.desk, &ctx.permit()?, user).await?)
}
