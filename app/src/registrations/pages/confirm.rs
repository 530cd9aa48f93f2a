//! Confirming a registration on the own page.

use leptos::prelude::*;
use words::Words;

use crate::{
    page::{Ctx, form},
    registrations::views::InvitationView,
    ui::{Button, ButtonKind, Card},
};

/// The one click that is missing: only the button confirms, a look changes nothing.
pub(super) fn confirm_card(
    ctx: &Ctx,
    token: &str,
    shown: &InvitationView,
) -> impl IntoView + use<> {
    let words = ctx.words;
    let can = matches!(shown.event.stage.as_str(), "published" | "closed");
    (can && shown.guest.standing == "unconfirmed").then(|| {
        let facts = confirmed(words, shown);
        let action = format!("/m/{token}");
        let until = [("until", (&shown.held_until).into())];
        let [title, label] = if shown.has_requested {
            ["confirm-request-title", "confirm-request-do"]
        } else {
            ["confirm-title", "confirm-do"]
        };
        let text = match (shown.guest.places, shown.has_requested) {
            (_, true) => "confirm-text-request",
            (0, false) => "confirm-text-waiting",
            _ => "confirm-text",
        };
        let problem = form(ctx);
        view! {
            <Card title=words.get(title)>
                {problem}
                <form method="post" action=action class="stack">
                    <p>{words.with(text, until)}</p>
                    {facts}
                    <div class="actions">
                        <Button name="do" value="confirm" icon="check">{words.get(label)}</Button>
                        <Button kind=ButtonKind::Quiet name="do" value="discard">{words.get("confirm-discard")}</Button>
                    </div>
                </form>
            </Card>
        }
    })
}

/// What is confirmed: whoever typed it.
fn confirmed(words: Words, shown: &InvitationView) -> impl IntoView + use<> {
    let companions = shown.guest.companions.len();
    let names = shown
        .guest
        .companions
        .iter()
        .filter(|name| !name.is_empty());
    let names: Vec<&str> = names.map(String::as_str).collect();
    let mut facts = vec![
        (words.get("confirm-name"), shown.guest.full_name.clone()),
        (
            words.get("guests-companions"),
            match (companions, names.is_empty()) {
                (0, _) => String::new(),
                (count, true) => count.to_string(),
                (count, false) => format!("{count} ({})", names.join(", ")),
            },
        ),
    ];
    facts.extend(shown.guest.replies.iter().cloned());
    facts.retain(|(_, fact)| !fact.is_empty());
    let facts = facts
        .into_iter()
        .map(|(name, fact)| view! { <dt>{name}</dt><dd>{fact}</dd> })
        .collect_view();
    view! { <dl class="facts">{facts}</dl> }
}
