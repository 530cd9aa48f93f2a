//! Server functions of mailings and the mailbox. `mailing` is a code, see [`domain::mailings::Mailing::code`]; empty for the invitation.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use leptos::prelude::*;

use super::views::{LetterForm, LetterView, MailLineView, MailView, NewsView};
use crate::error::ApiError;

/// A mailing of an event.
#[server(prefix = "/fn", endpoint = "mailings/letter")]
pub async fn load_letter(
    event: String,
    #[server(default)] mailing: String,
) -> Result<LetterView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, mailing) = (crate::page::id(&event)?, crate::page::id(&mailing)?);
    let permit = ctx.permit_at(event)?;
    let letter = backend::mailings::letter(&ctx.desk, &permit, event, mailing).await?;
    let audience = backend::mailings::audience(&ctx.desk, &permit, event, mailing).await?;
    Ok(LetterView {
        tested: letter.tested_at.is_some(),
        letter: letter.letter.into(),
        reached: audience.reached,
        without_address: audience.without_address,
        objecting: audience.objecting,
        written_to: audience.written_to,
        is_time: audience.is_time,
    })
}

/// Saves a mailing.
#[server(prefix = "/fn", endpoint = "mailings/save")]
pub async fn save_letter(
    event: String,
    #[server(default)] mailing: String,
    letter: LetterForm,
) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, mailing) = (crate::page::id(&event)?, crate::page::id(&mailing)?);
    let permit = ctx.permit_at(event)?;
    Ok(backend::mailings::save(&ctx.desk, &permit, event, mailing, &letter.into()).await?)
}

/// What there is to tell guests about an event, and how many do not know it yet; nothing when everybody does.
#[server(prefix = "/fn", endpoint = "mailings/untold")]
pub async fn untold_news(event: String) -> Result<Option<NewsView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let untold = backend::mailings::untold(&ctx.desk, &ctx.permit_at(event)?, event).await?;
    Ok(untold.map(|untold| NewsView {
        news: untold.news.code().to_owned(),
        guests: untold.guests,
        stamp: untold.stamp,
    }))
}

/// Tells every guest who does not know it yet; returns how many.
#[server(prefix = "/fn", endpoint = "mailings/tell")]
pub async fn tell_guests(event: String, seen: String, message: String) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    Ok(backend::mailings::tell(&ctx.desk, &ctx.permit_at(event)?, event, &seen, &message).await?)
}

/// A mailing as a guest will see it; `guest` empty for an example.
#[server(prefix = "/fn", endpoint = "mailings/preview")]
pub async fn preview_letter(
    event: String,
    #[server(default)] mailing: String,
    letter: LetterForm,
    #[server(default)] guest: String,
    language: domain::Locale,
) -> Result<MailView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let guest = if guest.is_empty() {
        None
    } else {
        Some(crate::page::id(&guest)?)
    };
    let mail = backend::mailings::preview(
        &ctx.desk,
        &ctx.permit_at(event)?,
        event,
        crate::page::id(&mailing)?,
        &letter.into(),
        guest,
        language,
    )
    .await?;
    Ok(mail.into())
}

/// Sends the saved mailing to who is signed in.
#[server(prefix = "/fn", endpoint = "mailings/test")]
pub async fn test_letter(
    event: String,
    #[server(default)] mailing: String,
    #[server(default)] guest: String,
    language: domain::Locale,
) -> Result<(), ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let guest = if guest.is_empty() {
        None
    } else {
        Some(crate::page::id(&guest)?)
    };
    let session = ctx.session()?;
    let (permit, mailing) = (ctx.permit_at(event)?, crate::page::id(&mailing)?);
    let desk = &ctx.desk;
    backend::mailings::send_test(desk, &permit, session, event, mailing, guest, language).await?;
    Ok(())
}

/// Sends a mailing to everybody for whom it is meant, who has an address and does not have it; returns to how many.
#[server(prefix = "/fn", endpoint = "mailings/send")]
pub async fn send_letter(
    event: String,
    #[server(default)] mailing: String,
) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let (event, mailing) = (crate::page::id(&event)?, crate::page::id(&mailing)?);
    Ok(backend::mailings::send_all(&ctx.desk, &ctx.permit_at(event)?, event, mailing).await?)
}

/// Likewise to those among them who are picked.
#[server(prefix = "/fn", endpoint = "mailings/send-to")]
pub async fn send_letter_to(
    event: String,
    #[server(default)] mailing: String,
    chosen: crate::guests::views::ChosenForm,
) -> Result<u32, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    let event = crate::page::id(&event)?;
    let (permit, chosen) = (ctx.permit_at(event)?, chosen.try_into()?);
    let mailing = crate::page::id(&mailing)?;
    Ok(backend::mailings::send(&ctx.desk, &permit, event, mailing, &chosen).await?)
}

/// The newest mails that were kept instead of sent.
#[server(prefix = "/fn", endpoint = "mailbox/list")]
pub async fn list_mails() -> Result<Vec<MailLineView>, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    super::pages::mailbox_is_open(&ctx)?;
    let lines = backend::mails::mailbox(&ctx.desk, &ctx.permit()?).await?;
    Ok(lines
        .into_iter()
        .map(|line| MailLineView::of(&ctx, line))
        .collect())
}

/// One of them.
#[server(prefix = "/fn", endpoint = "mailbox/load")]
pub async fn load_mail(mail: String) -> Result<MailView, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    super::pages::mailbox_is_open(&ctx)?;
    let mail = crate::page::id(&mail)?;
    Ok(backend::mails::mail_of(&ctx.desk, &ctx.permit()?, mail)
        .await?
        .into())
}

/// Whether mails wait to be sent and nobody sends any.
#[server(prefix = "/fn", endpoint = "mailings/still")]
pub async fn mails_stand_still() -> Result<bool, ApiError> {
    let ctx = crate::page::Ctx::current()?;
    ctx.must::<domain::access::act::SendMailings>()?;
    Ok(ctx.desk.mails_stand_still().await?)
}
