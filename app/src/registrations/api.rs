//! Server functions of participants.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{AdmittedView, AnswerForm, InvitationView, PublicEventView, RegisterForm};
use crate::{error::ApiError, guests::views::ChosenForm};

/// A public event.
#[server(prefix = "/fn", endpoint = "registrations/event")]
pub async fn public_event(slug: String) -> Result<PublicEventView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, event) = ctx.permit_of_page(&slug).await?;
    let (event, organiser) = backend::events::load_public(&ctx.desk, &permit, event).await?;
    let seating = backend::workshops::seating(&ctx.desk, &permit, &event).await?;
    Ok(PublicEventView::of(&ctx, &event, &seating, organiser))
}

/// Registers for an open event.
#[server(prefix = "/fn", endpoint = "registrations/register")]
pub async fn register_for(slug: String, form: RegisterForm) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, event) = ctx.permit_of_page(&slug).await?;
    let input = form.input(ctx.words.0);
    Ok(backend::registrations::register(&ctx.desk, &permit, event, &input).await?)
}

/// Mails the personal link to whoever was invited with this address; answers everybody alike.
#[server(prefix = "/fn", endpoint = "registrations/link")]
pub async fn ask_for_link(slug: String, #[server(default)] email: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, event) = ctx.permit_of_page(&slug).await?;
    let email = super::pages::address(&email)?;
    crate::page::in_background("a personal link is mailed", async move {
        backend::registrations::ask_for_link(&ctx.desk, &permit, event, &email).await
    })
    .await;
    Ok(())
}

/// The invitation of a personal link.
#[server(prefix = "/fn", endpoint = "registrations/invitation")]
pub async fn load_invitation(token: String) -> Result<InvitationView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    let invitation = backend::registrations::invitation(&ctx.desk, &permit, guest).await?;
    Ok(InvitationView::of(&ctx, invitation))
}

/// Answers, changes or cancels the invitation of a personal link; returns the new standing.
#[server(prefix = "/fn", endpoint = "registrations/answer")]
pub async fn answer_invitation(token: String, form: AnswerForm) -> Result<String, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    let input = form.input(ctx.words.0)?;
    let standing = backend::registrations::answer(&ctx.desk, &permit, guest, &input).await?;
    Ok(standing.code().to_owned())
}

/// Confirms the registration of a personal link.
#[server(prefix = "/fn", endpoint = "registrations/confirm")]
pub async fn confirm_registration(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    Ok(backend::registrations::confirm(&ctx.desk, &permit, guest).await?)
}

/// Takes the place that is offered to the guest of a personal link.
#[server(prefix = "/fn", endpoint = "registrations/take-offer")]
pub async fn take_offer(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    Ok(backend::registrations::take_offer(&ctx.desk, &permit, guest).await?)
}

/// Takes back a registration that was not confirmed.
#[server(prefix = "/fn", endpoint = "registrations/discard")]
pub async fn discard_registration(token: String) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (permit, guest) = ctx.permit_of_link(&token).await?;
    Ok(backend::registrations::discard(&ctx.desk, &permit, guest).await?)
}

/// The invitation of a guest, for somebody who enters the answer; the log tells who looked.
#[server(prefix = "/fn", endpoint = "registrations/invitation-of")]
pub async fn load_invitation_of(event: String, guest: String) -> Result<InvitationView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, guest) = (crate::page::id(&event)?, crate::page::id(&guest)?);
    let (permit, special) = (ctx.permit_at(event)?, ctx.permit_at(event).ok());
    let seen =
        backend::registrations::invitation_of(&ctx.desk, &permit, special.as_ref(), event, guest);
    Ok(InvitationView::of(&ctx, seen.await?))
}

/// Enters the answer of a guest who gave it in another way; `tells` is `yes` if the guest gets the mail, `seen` the standing when
/// the form was opened.
#[server(prefix = "/fn", endpoint = "registrations/answer-for")]
pub async fn answer_for(
    event: String,
    guest: String,
    form: AnswerForm,
    #[server(default)] tells: String,
    #[server(default)] seen: String,
) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, guest) = (crate::page::id(&event)?, crate::page::id(&guest)?);
    let (permit, special) = (ctx.permit_at(event)?, ctx.permit_at(event).ok());
    // The guest's own language stays.
    let input = backend::registrations::AnswerInput {
        language: None,
        ..form.input(ctx.words.0)?
    };
    let entering = backend::registrations::Entering {
        tells: tells == "yes",
        seen: seen.parse().ok(),
    };
    let (desk, special) = (&ctx.desk, special.as_ref());
    let entered =
        backend::registrations::answer_for(desk, &permit, special, event, guest, &input, entering);
    entered.await?;
    Ok(())
}

/// Gives a place to each of those who are picked and has asked for one.
#[server(prefix = "/fn", endpoint = "registrations/admit")]
pub async fn admit_guests(event: String, chosen: ChosenForm) -> Result<AdmittedView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, chosen) = (ctx.permit_at(event)?, chosen.try_into()?);
    let admitted = backend::registrations::admit(&ctx.desk, &permit, event, &chosen).await?;
    Ok(admitted.into())
}

/// Refuses a place to each of those who are picked and has asked for one, with a word that may be empty; returns to how many.
#[server(prefix = "/fn", endpoint = "registrations/refuse")]
pub async fn refuse_guests(
    event: String,
    chosen: ChosenForm,
    #[server(default)] word: String,
) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, chosen) = (ctx.permit_at(event)?, chosen.try_into()?);
    Ok(backend::registrations::refuse(&ctx.desk, &permit, event, &chosen, &word).await?)
}
