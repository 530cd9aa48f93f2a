//! What an event needs next.

use domain::{access::Action, guests::Standing};
use leptos::prelude::*;

use crate::{
    events::views::EventView,
    page::{Ctx, address},
    ui::Icon,
};

/// A deadline is near when there are fewer whole days left.
const SOON_DAYS: u32 = 3;

/// Something that waits for somebody, and where it is done.
struct Need {
    key: &'static str,
    count: u32,
    path: &'static str,
    /// Of whom the list is shown there.
    standing: &'static str,
    icon: &'static str,
    action: Action,
}

impl Need {
    const fn new(
        key: &'static str,
        path: &'static str,
        icon: &'static str,
        action: Action,
    ) -> Self {
        Self {
            key,
            count: 0,
            path,
            standing: "",
            icon,
            action,
        }
    }

    const fn count(self, count: u32) -> Self {
        Self { count, ..self }
    }

    const fn standing(self, standing: &'static str) -> Self {
        Self { standing, ..self }
    }
}

/// The one thing that an event needs next, with the place where it is done; nothing for who may not do it.
pub(super) fn need(ctx: &Ctx, event: &EventView) -> Option<AnyView> {
    let need = most_urgent(event)?;
    if !ctx.may_at(&event.id, need.action) {
        return None;
    }
    let facts = [
        ("event", (&event.title).into()),
        ("count", need.count.into()),
    ];
    let text = ctx.words.with(need.key, facts);
    let base = format!("/app/events/{}{}", event.id, need.path);
    let href = address(&base, &[("standing", need.standing)]);
    let icon = need.icon;
    Some(view! { <li class="need"><Icon name=icon/><a href=href>{text}</a></li> }.into_any())
}

fn most_urgent(event: &EventView) -> Option<Need> {
    use Action::{EditGuests, PlanEvents, SeeGuests, SendMailings};
    let figures = event.figures;
    let left = figures
        .capacity
        .map(|capacity| (capacity, capacity.saturating_sub(figures.taken)));
    let need = match left {
        _ if figures.mails_failed > 0 => {
            Need::new("need-mails-failed", "/guests", "mail", SeeGuests).count(figures.mails_failed)
        }
        _ if event.admission == "invitation" && figures.standings.all() == 0 => {
            Need::new("need-guests", "/import", "user-plus", EditGuests)
        }
        _ if figures.of(Standing::Requested) > 0 && event.stage != "past" => {
            Need::new("need-requests", "/guests", "user-check", EditGuests)
                .count(figures.of(Standing::Requested))
                .standing("requested")
        }
        _ if event.stage == "draft" => Need::new("need-publish", "", "send", PlanEvents),
        _ if !event.takes_answers => return None,
        _ if figures.of(Standing::Listed) > 0 => {
            Need::new("need-invite", "/invitation", "mail", SendMailings)
                .count(figures.of(Standing::Listed))
        }
        _ if figures.of(Standing::Open) > 0
            && event.days_left.is_some_and(|days| days < SOON_DAYS) =>
        {
            Need::new("need-deadline", "/guests", "clock", SeeGuests)
                .count(figures.of(Standing::Open))
                .standing("open")
        }
        _ if figures.of(Standing::Waiting) > 0 => {
            Need::new("need-waiting", "/guests", "hourglass", SeeGuests)
                .count(figures.of(Standing::Waiting))
                .standing("waiting")
        }
        Some((_, 0)) => Need::new("need-full", "/edit", "users", PlanEvents),
        // A tenth is little.
        Some((capacity, left)) if left <= capacity / 10 => {
            Need::new("need-nearly-full", "/edit", "users", PlanEvents).count(left)
        }
        _ => return None,
    };
    Some(need)
}
