//! A role for somebody in the team at a single event.

use domain::{
    Instant,
    access::{Role, act},
    fields::{FieldError, Problem},
    ids::EventId,
};
use leptos::prelude::*;
use words::Words;

use super::{
    invite::{role_and_day, until_field},
    member::changeable,
};
use crate::{
    accounts::{
        assignments::{self, AssignForm, AssignmentView},
        views::MemberView,
    },
    error::ApiError,
    events::{api::list_events, views::EventView},
    page::{Ctx, Pairs, form, load, organiser, page_param, param},
    ui::{Button, ButtonKind, Card, Choice, LinkButton, PageHeader, RadioCards, SelectField},
};

/// The form.
#[component]
pub fn AssignPage() -> impl IntoView {
    let user = page_param("user");
    load(|ctx| async move {
        ctx.must::<act::ManageTeam>()?;
        let member = changeable(&user).await?;
        if member.is_self {
            return Err(ApiError::NotFound);
        }
        let events = list_events().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        Ok(organiser(&ctx, words.get("team-assign"), move || {
            let back = format!("/app/team/{}", member.user);
            let action = format!("{back}/assign");
            view! {
                <PageHeader
                    title=words.get("team-assign") lead=words.get("team-assign-lead") back_href=back.clone()
                    back_label=member.name.clone()
                />
                {form(&inner)}
                <form method="post" action=action class="form measure">
                    {event_field(&inner, &events, "event-prompt")}
                    {role_field(&inner)}
                    {until_field(&inner, "")}
                    <div class="actions">
                        <Button icon="user-plus">{words.get("team-assign-do")}</Button>
                        <LinkButton href=back kind=ButtonKind::Link>{words.get("cancel")}</LinkButton>
                    </div>
                </form>
            }
            .into_any()
        }))
    })
}

/// Which event; `none` is the text of choosing none of them.
pub(super) fn event_field(ctx: &Ctx, events: &[EventView], none: &str) -> impl IntoView + use<> {
    let words = ctx.words;
    let option = |event: &EventView| {
        (
            event.id.clone(),
            format!("{} · {}", event.title, event.when),
        )
    };
    let options = events.iter().map(option).collect();
    let (value, error) = (ctx.form.value("event", ""), ctx.form.error(words, "event"));
    view! {
        <SelectField
            label=words.get("field-event") name="event" options=options value=value error=error prompt=words.get(none)
        />
    }
}

fn role_field(ctx: &Ctx) -> impl IntoView + use<> {
    let words = ctx.words;
    let choices = Role::AT_EVENT.map(|role| choice(words, role)).into();
    let value = ctx.form.value("role", Role::CheckIn.code());
    let error = ctx.form.error(words, "role");
    view! { <RadioCards legend=words.get("field-role") name="role" choices=choices value=value error=error/> }
}

/// A role that can be chosen.
pub(super) fn choice(words: Words, role: Role) -> Choice {
    let code = role.code();
    Choice::new(code, words.get(&format!("role-{code}")))
        .hint(words.get(&format!("role-{code}-hint")))
}

/// A role in words, with the event for which it is given, if it is for one.
pub(super) fn role_in_words(words: Words, role: &str, event: &str) -> String {
    let role = words.get(&format!("role-{role}"));
    if event.is_empty() {
        return role;
    }
    words.with(
        "role-at-event",
        [("role", role.into()), ("event", event.into())],
    )
}

/// What somebody is at single events, with what can be done about it, on the page of the person.
pub(super) fn assigned(ctx: &Ctx, member: &MemberView) -> impl IntoView + use<> {
    let words = ctx.words;
    let action = format!("/app/team/{}", member.user);
    let href = format!("{action}/assign");
    let lines = member.at_events.iter();
    let lines = lines
        .map(|line| assignment_line(words, line, &action))
        .collect_view();
    let none = member
        .at_events
        .is_empty()
        .then(|| view! { <p>{words.get("team-assigned-none")}</p> });
    view! {
        <Card title=words.get("team-assigned")>
            {none}
            <ul class="stack">{lines}</ul>
            <div class="actions">
                <LinkButton href=href kind=ButtonKind::Quiet icon="calendar-plus">{words.get("team-assign")}</LinkButton>
            </div>
        </Card>
    }
}

fn assignment_line(words: Words, line: &AssignmentView, action: &str) -> impl IntoView + use<> {
    let facts = facts(words, line);
    let title = line.title.clone();
    view! {
        <li>
            <form method="post" action=action.to_owned() class="actions">
                <input type="hidden" name="do" value="unassign"/>
                <input type="hidden" name="event" value=line.event.clone()/>
                <span>
                    <a class="cell-main" href=format!("/app/events/{}", line.event)>{line.title.clone()}</a>
                    <span class="cell-sub">{facts}</span>
                </span>
                <Button kind=ButtonKind::Link>{words.get("team-unassign")}<span class="sr-only">" "{title}</span></Button>
            </form>
        </li>
    }
}

/// Role, since when and by whom, until when.
pub(super) fn facts(words: Words, line: &AssignmentView) -> String {
    let mut facts = vec![
        words.get(&format!("role-{}", line.role)),
        since(words, &line.since, &line.by),
    ];
    facts.extend(until(words, &line.until_shown));
    facts.join(" · ")
}

/// Since when somebody has a role, and by whom, if that is known.
pub(super) fn since(words: Words, day: &str, by: &str) -> String {
    let key = if by.is_empty() {
        "review-since"
    } else {
        "review-since-by"
    };
    words.with(key, [("day", day.into()), ("name", by.into())])
}

/// Until when; nothing for good.
pub(super) fn until(words: Words, day: &str) -> Option<String> {
    (!day.is_empty()).then(|| words.with("team-until", [("day", day.into())]))
}

/// Event, role and last day out of a form.
pub(crate) fn assignment(
    form: &AssignForm,
) -> Result<(EventId, (Role, Option<Instant>)), ApiError> {
    if form.event.is_empty() {
        let error = FieldError::new("event", Problem::UnknownChoice);
        return Err(ApiError::Invalid(vec![error]));
    }
    let role = role_and_day(&form.role, &form.until)?;
    Ok((crate::page::id(&form.event)?, role))
}

/// What the form does.
pub async fn assign(path: Vec<String>, pairs: Pairs) -> Result<String, ApiError> {
    let user = param(&path, 0)?;
    let form = AssignForm {
        event: pairs.text("event"),
        role: pairs.text("role"),
        until: pairs.text("until"),
    };
    let back = format!("/app/team/{user}?done=assigned");
    assignments::api::assign(user, form).await?;
    Ok(back)
}
