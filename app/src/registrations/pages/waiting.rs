//! Waiting for a place: what the pages of participants have in common.

use leptos::prelude::*;
use words::Words;

use crate::{
    error::Rejection,
    events::views::EventView,
    page::Ctx,
    registrations::views::InvitationView,
    ui::{Button, ButtonKind, Card},
};

/// Whether somebody who asked for more places than there are can wait for them.
pub(super) fn can_wait_instead(ctx: &Ctx, event: &EventView) -> bool {
    event.offer_hours.is_some() && matches!(ctx.form.rejection, Some(Rejection::Full { .. }))
}

/// For how long a place is offered, in words.
pub(super) fn offer_time(words: Words, hours: u32) -> String {
    words.with("offer-time", [("hours", hours.into())])
}

/// The button that sends a form for the waiting list.
pub(super) fn wait_button(words: Words, is_main: bool) -> impl IntoView {
    let kind = if is_main {
        ButtonKind::Primary
    } else {
        ButtonKind::Quiet
    };
    view! { <Button kind=kind class="button-wide" name="waits" value="1">{words.get("waiting-do")}</Button> }
}

/// How somebody who waits stands, and the way out; nothing when the event is over or called off.
pub(super) fn waiting_card(
    words: Words,
    token: &str,
    shown: &InvitationView,
) -> impl IntoView + use<> {
    let is_on = matches!(shown.event.stage.as_str(), "published" | "closed");
    shown.place_in_line.filter(|_| is_on).map(|place| {
        let action = format!("/m/{token}");
        // Nobody is promised what will not come.
        let hours = shown.event.offer_hours.filter(|_| shown.event.takes_answers);
        let how = match hours {
            Some(hours) => {
                let place = words.with("waiting-place", [("place", place.into())]);
                let next = words.with("waiting-next", [("time", offer_time(words, hours).into())]);
                view! { <p class="lead">{place}</p><p>{next}</p> }.into_any()
            }
            None => view! { <p>{words.get("waiting-closed")}</p> }.into_any(),
        };
        view! {
            <Card title=words.get("waiting-card")>
                <form method="post" action=action class="stack">
                    {how}
                    <div class="actions">
                        <Button kind=ButtonKind::Quiet name="do" value="cancel">{words.get("waiting-leave")}</Button>
                    </div>
                </form>
            </Card>
        }
    })
}

/// That an organiser still has to decide, and the way out.
pub(super) fn request_card(
    words: Words,
    token: &str,
    shown: &InvitationView,
) -> impl IntoView + use<> {
    let is_on = matches!(shown.event.stage.as_str(), "published" | "closed");
    (is_on && shown.guest.standing == "requested").then(|| {
        let action = format!("/m/{token}");
        let who = [("organiser", (&shown.organiser).into())];
        view! {
            <Card title=words.get("request-card")>
                <form method="post" action=action class="stack">
                    <p>{words.with("request-text", who)}</p>
                    <div class="actions">
                        <Button kind=ButtonKind::Quiet name="do" value="cancel">{words.get("request-leave")}</Button>
                    </div>
                </form>
            </Card>
        }
    })
}

/// The place that is offered, to be taken or left.
pub(super) fn offer_card(
    words: Words,
    token: &str,
    shown: &InvitationView,
) -> impl IntoView + use<> {
    let is_on = matches!(shown.event.stage.as_str(), "published" | "closed");
    (is_on && shown.guest.standing == "offered").then(|| {
        let action = format!("/m/{token}");
        let facts = [
            ("places", shown.guest.places.into()),
            ("until", (&shown.held_until).into()),
        ];
        view! {
            <Card title=words.get("offer-title")>
                <form method="post" action=action class="stack">
                    <p>{words.with("offer-text", facts)}</p>
                    <div class="actions">
                        <Button name="do" value="take" icon="check">{words.get("offer-take")}</Button>
                        <Button kind=ButtonKind::Quiet name="do" value="cancel">{words.get("offer-leave")}</Button>
                    </div>
                </form>
            </Card>
        }
    })
}
