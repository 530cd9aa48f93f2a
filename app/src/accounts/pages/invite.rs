//! Inviting somebody to the team.

use backend::team::NewMember;
use domain::{
    Instant,
    access::{Role, act, may_give},
    fields::{FieldError, Problem},
};
use leptos::prelude::*;

use super::assign::{choice, event_field};
use crate::{
    accounts::{api, views::InviteForm},
    error::ApiError,
    events::api::list_events,
    page::{Ctx, LOG_ZONE, Pairs, form, load, organiser},
    ui::{Button, ButtonKind, LinkButton, PageHeader, RadioCards, TextField},
};

/// The form.
#[component]
pub fn InvitePage() -> impl IntoView {
    load(|ctx| async move {
        ctx.must::<act::ManageTeam>()?;
        let events = list_events().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("team-invite"), move || {
            let state = &inner.form;
            let (name, email) = (state.value("name", ""), state.value("email", ""));
            let error = |field: &str| state.error(words, field);
            view! {
                <PageHeader
                    title=words.get("team-invite") lead=words.get("team-invite-lead") back_href="/app/team"
                    back_label=words.get("nav-team")
                />
                {form(&inner)}
                <form method="post" action="/app/team/invite" class="form">
                    <TextField
                        label=words.get("field-name") name="name" value=name error=error("name") autocomplete="off"
                        required=true
                    />
                    <TextField
                        label=words.get("field-email") name="email" input_type="email" value=email
                        error=error("email") autocomplete="off" required=true
                    />
                    {role_fields(&inner, Role::EventManager.code(), false)}
                    {event_field(&inner, &events, "event-all")}
                    {until_field(&inner, "")}
                    <div class="actions">
                        <Button icon="send">{words.get("team-invite-do")}</Button>
                        <LinkButton href="/app/team" kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                    </div>
                </form>
            }
            .into_any()
        }))
    })
}

/// The role, of those that may be given; with or without working at single events only.
pub(super) fn role_fields(ctx: &Ctx, role: &str, with_assigned: bool) -> impl IntoView + use<> {
    let words = ctx.words;
    let own = ctx.session().ok().and_then(|session| session.seat.role());
    let own = own.unwrap_or(Role::Analyst);
    let choices = Role::ALL
        .into_iter()
        .filter(|role| may_give(own, *role) && (with_assigned || *role != Role::Assigned))
        .map(|role| choice(words, role))
        .collect();
    let (role, error) = (ctx.form.value("role", role), ctx.form.error(words, "role"));
    view! { <RadioCards legend=words.get("field-role") name="role" choices=choices value=role error=error/> }
}

/// The last day.
pub(super) fn until_field(ctx: &Ctx, until: &str) -> impl IntoView + use<> {
    let words = ctx.words;
    let (until, error) = (
        ctx.form.value("until", until),
        ctx.form.error(words, "until"),
    );
    view! {
        <TextField
            label=words.get("field-until") name="until" input_type="date" value=until error=error
            optional=words.get("optional") hint=words.get("team-until-hint")
        />
    }
}

/// Role and last day out of a form; a role ends with the last moment of its day.
pub(crate) fn role_and_day(role: &str, until: &str) -> Result<(Role, Option<Instant>), ApiError> {
    let mut errors = Vec::new();
    let role = role.parse::<Role>();
    if role.is_err() {
        errors.push(FieldError::new("role", Problem::UnknownChoice));
    }
    let day = Some(until.trim()).filter(|day| !day.is_empty());
    let end = day.map(|day| words::end_of_day(day, LOG_ZONE));
    if end == Some(None) {
        errors.push(FieldError::new("until", Problem::NotADay));
    }
    match role {
        Ok(role) if errors.is_empty() => Ok((role, end.flatten())),
        _ => Err(ApiError::Invalid(errors)),
    }
}

/// Whom a form invites.
pub(crate) fn new_member(form: &InviteForm) -> Result<NewMember, ApiError> {
    let (role, until) = role_and_day(&form.role, &form.until)?;
    let event = Some(form.event.as_str()).filter(|event| !event.is_empty());
    Ok(NewMember {
        event: event.map(crate::page::id).transpose()?,
        name: form.name.clone(),
        email: form.email.clone(),
        role,
        until,
    })
}

/// What the form does.
pub async fn invite(_path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let form = InviteForm {
        name: pairs.text("name"),
        email: pairs.text("email"),
        role: pairs.text("role"),
        event: pairs.text("event"),
        until: pairs.text("until"),
    };
    api::invite_member(form).await?;
    Ok("/app/team?done=invited".to_owned())
}
