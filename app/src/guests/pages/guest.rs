//! One guest: details, answer, and the whole history.

use domain::access::Action;
use leptos::prelude::*;
use words::Words;

use super::{
    badge::{badge, places},
    bulk::refusal,
};
use crate::{
    events::api::load_event,
    guests::{
        api,
        views::{GuestView, HistoryView},
    },
    page::{load, organiser, page_param},
    ui::{
        BadgeKind, Button, ButtonKind, Card, FlashNotice, LinkButton, PageHeader, Timeline,
        TimelineEntry,
    },
};

/// Details, answer, history.
#[component]
pub fn GuestPage() -> impl IntoView {
    let (event, guest) = (page_param("event"), page_param("guest"));
    load(|ctx| async move {
        let history = api::guest_history(event.clone(), guest.clone()).await?;
        let guest = api::load_guest(event.clone(), guest).await?;
        let stage = load_event(event).await?.stage;
        let can_answer = !matches!(stage.as_str(), "past" | "cancelled");
        let entered = ctx.query.find("done").is_some();
        let words = ctx.words;
        let may_edit = ctx.may_at(&guest.event, Action::EditGuests);
        let may_erase = ctx.may(Action::ErasePeople);
        let back = format!("/app/events/{}/guests", guest.event);
        let title = guest.full_name.clone();
        Ok(organiser(&ctx, title.clone(), move || {
            let standing = guest.standing.clone();
            let shown = move || badge(words, &standing);
            let erase = format!("/app/events/{}/guests/{}/erase", guest.event, guest.id);
            let edit = format!("/app/events/{}/guests/{}/edit", guest.event, guest.id);
            let answer = format!("/app/events/{}/guests/{}/answer", guest.event, guest.id);
            // Whoever registered confirms first, by the own link.
            let can_enter = may_edit && can_answer && guest.standing != "unconfirmed";
            let actions = move || {
                let enter = can_enter.then(|| view! {
                    <LinkButton href=answer kind=ButtonKind::Quiet icon="check">{words.get("enter-title")}</LinkButton>
                });
                let edit = may_edit.then(|| view! {
                    <LinkButton href=edit kind=ButtonKind::Quiet icon="pencil">{words.get("guest-edit-link")}</LinkButton>
                });
                let erase = may_erase.then(|| view! {
                    <LinkButton href=erase kind=ButtonKind::Quiet icon="trash-2">{words.get("erase-link")}</LinkButton>
                });
                view! { {enter} {edit} {erase} }
            };
            view! {
                <PageHeader
                    title=title back_href=back back_label=words.get("event-tab-guests") badge=shown actions=actions
                />
                {entered.then(|| view! { <FlashNotice message=words.get("enter-done")/> })}
                {can_enter.then(|| decide(words, &guest))}
                <div class="guest-columns">
                    {facts(words, &guest)}
                    <Card title=words.get("guest-history")>
                        <Timeline entries=history.into_iter().map(|entry| timeline(words, entry)).collect()/>
                    </Card>
                </div>
            }
            .into_any()
        }))
    })
}

/// Giving or refusing the place that the guest asks for; nothing for others.
fn decide(words: Words, guest: &GuestView) -> Option<impl IntoView + use<>> {
    let text = match guest.standing.as_str() {
        "requested" => "guest-decide-text",
        "refused" => "guest-decide-again",
        _ => return None,
    };
    let text = words.with(text, [("count", guest.wanted.unwrap_or(1).into())]);
    let refuse = (guest.standing == "requested")
        .then(|| refusal(words, "guest-refuse", false, String::new(), String::new()));
    let action = format!("/app/events/{}/guests", guest.event);
    let id = guest.id.clone();
    Some(view! {
        <Card title=words.get("guest-decide")>
            <form method="post" action=action class="stack">
                <input type="hidden" name="standing" value="requested"/>
                <input type="hidden" name="guest" value=id/>
                <p>{text}</p>
                <div class="actions">
                    <Button name="do" value="admit" icon="user-check">{words.get("guests-admit")}</Button>
                </div>
                {refuse}
            </form>
        </Card>
    })
}

fn facts(words: Words, guest: &GuestView) -> impl IntoView + use<> {
    let companions = guest
        .companions
        .iter()
        .filter(|name| !name.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let places = places(words, guest);
    let facts = [
        ("field-email", guest.email.clone()),
        ("field-organization", guest.company.clone()),
        ("field-organization-title", guest.position.clone()),
        ("field-tel", guest.phone.clone()),
        ("guests-answered", guest.answered.clone()),
        ("guests-places", places),
        ("guests-companions", companions),
        ("guests-workshops", guest.workshops.join(", ")),
        ("guests-tags", guest.tags.join(", ")),
        ("field-message", guest.message.clone()),
        ("guest-objects", guest.objects.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(key, value)| view! { <dt>{words.get(key)}</dt><dd>{value}</dd> })
    .collect_view();
    let said = |lines: &[(String, String)]| {
        let lines = lines.iter().cloned();
        lines
            .map(|(label, said)| view! { <dt>{label}</dt><dd>{said}</dd> })
            .collect_view()
    };
    let (replies, special) = (said(&guest.replies), said(&guest.special));
    let apart = (!guest.special.is_empty()).then(|| {
        view! {
            <h3>{words.get("guest-special")}</h3>
            <p class="cell-sub">{words.get("guest-special-text")}</p>
            <dl class="facts">{special}</dl>
        }
    });
    view! { <Card title=words.get("guest-details")><dl class="facts">{facts}{replies}</dl>{apart}</Card> }
}

fn timeline(words: Words, entry: HistoryView) -> TimelineEntry {
    let (icon, kind) = match entry.action.as_str() {
        "guest.registered" => ("user-plus", BadgeKind::Waiting),
        "guest.accepted" | "guest.confirmed" | "guest.admitted" => ("circle-check", BadgeKind::Ok),
        "guest.waits" => ("clock", BadgeKind::Waiting),
        "guest.requested" => ("user-check", BadgeKind::Waiting),
        "guest.maybe" => ("circle-question-mark", BadgeKind::Maybe),
        "guest.workshop_given" => ("ticket", BadgeKind::Ok),
        "guest.offered" => ("ticket", BadgeKind::Info),
        "guest.offer_lapsed" => ("clock", BadgeKind::No),
        "guest.declined" | "guest.cancelled" | "guest.refused" | "guest.workshop_off" => {
            ("circle-x", BadgeKind::No)
        }
        "guest.changed" | "guest.edited" => ("pencil", BadgeKind::Info),
        "guest.tagged" | "guest.untagged" => ("tag", BadgeKind::Open),
        "guest.imported" => ("upload", BadgeKind::Open),
        "guest.added" => ("user-plus", BadgeKind::Open),
        "mail.failed" | "mail.uncertain" => ("circle-alert", BadgeKind::Bad),
        "access.guest_seen" => ("eye", BadgeKind::Open),
        _ => ("mail", BadgeKind::Info),
    };
    let title = words.get(&format!("action-{}", entry.action.replace('.', "-")));
    let changes: Vec<String> = entry
        .fields
        .iter()
        .filter(|(field, _, _)| field != "mail")
        .map(|(field, before, after)| {
            let name = words.get(&format!("field-{field}"));
            if before.is_empty() && after.is_empty() {
                return name;
            }
            let key = match (before.is_empty(), after.is_empty()) {
                (true, _) => "change-new",
                (_, true) => "change-removed",
                _ => "change",
            };
            words.with(
                key,
                [
                    ("field", name.into()),
                    ("before", before.into()),
                    ("after", after.into()),
                ],
            )
        })
        .collect();
    let by = words.with(
        "history-by",
        [
            ("actor", entry.actor.into()),
            ("origin", entry.origin.into()),
        ],
    );
    let detail = if changes.is_empty() {
        by
    } else {
        format!("{by} · {}", changes.join(" · "))
    };
    TimelineEntry::new(icon, entry.at, title)
        .detail(detail)
        .kind(kind)
}
