//! The form that lets support in.

use backend::support::NewGrant;
use domain::{
    Instant,
    access::{Extent, SUPPORT_MINUTES},
    fields::{FieldError, Problem},
};
use leptos::prelude::*;

use crate::{
    error::ApiError,
    page::Ctx,
    support::views::{CandidateView, LetInForm},
    ui::{Button, Card, Choice, RadioCards, SelectField, TextArea},
};

/// Whom, why, for how long, and what they may do.
pub(super) fn grant_form(ctx: &Ctx, candidates: Vec<CandidateView>) -> AnyView {
    let words = ctx.words;
    if candidates.is_empty() {
        return view! {
            <Card title=words.get("support-grant-title")><p>{words.get("support-nobody")}</p></Card>
        }
        .into_any();
    }
    let state = &ctx.form;
    let first = candidates[0].user.clone();
    let people = candidates
        .into_iter()
        .map(|candidate| (candidate.user, candidate.name))
        .collect();
    let minutes = SUPPORT_MINUTES
        .map(|minutes| {
            (
                minutes.to_string(),
                words.get(&format!("support-minutes-{minutes}")),
            )
        })
        .into();
    let extents = Extent::ALL
        .map(|extent| {
            let code = extent.code();
            Choice::new(code, words.get(&format!("support-extent-{code}")))
                .hint(words.get(&format!("support-extent-{code}-hint")))
        })
        .into();
    let error = |field: &str| state.error(words, field);
    let (account, minutes_chosen) = (state.value("account", first), state.value("minutes", "60"));
    let (reason, extent) = (
        state.value("reason", ""),
        state.value("extent", Extent::Read.code()),
    );
    let (no_account, no_reason) = (error("account"), error("reason"));
    let (no_minutes, no_extent) = (error("minutes"), error("extent"));
    view! {
        <Card title=words.get("support-grant-title")>
            <p>{words.get("support-grant-text")}</p>
            <form method="post" action="/app/team/support" class="form">
                <input type="hidden" name="do" value="let-in"/>
                <SelectField
                    label=words.get("field-account") name="account" options=people value=account
                    error=no_account
                />
                <TextArea
                    label=words.get("field-reason") name="reason" value=reason
                    hint=words.get("support-reason-hint") error=no_reason required=true
                />
                <SelectField
                    label=words.get("field-minutes") name="minutes" options=minutes value=minutes_chosen
                    error=no_minutes
                />
                <RadioCards
                    legend=words.get("field-extent") name="extent" choices=extents
                    value=extent error=no_extent
                />
                <div class="actions"><Button icon="handshake">{words.get("support-grant-do")}</Button></div>
            </form>
        </Card>
    }
    .into_any()
}

/// Whom a form lets in.
pub(crate) fn new_grant(form: &LetInForm) -> Result<NewGrant, ApiError> {
    let mut errors = Vec::new();
    let user = form.user.parse();
    if user.is_err() {
        errors.push(FieldError::new("account", Problem::UnknownChoice));
    }
    let minutes = form.minutes.parse::<u16>().ok();
    let minutes = minutes.filter(|minutes| SUPPORT_MINUTES.contains(minutes));
    if minutes.is_none() {
        errors.push(FieldError::new("minutes", Problem::UnknownChoice));
    }
    let extent = form.extent.parse::<Extent>();
    if extent.is_err() {
        errors.push(FieldError::new("extent", Problem::UnknownChoice));
    }
    match (user, minutes, extent) {
        (Ok(user), Some(minutes), Ok(extent)) => Ok(NewGrant {
            user,
            reason: form.reason.clone(),
            extent,
            for_ms: i64::from(minutes) * Instant::MINUTE_MS,
        }),
        _ => Err(ApiError::Invalid(errors)),
    }
}
