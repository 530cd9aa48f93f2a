//! Figures that stay true while one looks at them.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{api::event_figures, views::FiguresView};
use crate::ui::{BadgeKind, Stat, StatStrip};

/// The words around the figures.
#[derive(Clone, Serialize, Deserialize)]
pub struct FigureLabels {
    /// What the strip is.
    pub strip: String,
    /// Invited.
    pub invited: String,
    /// Accepted.
    pub accepted: String,
    /// Declined.
    pub declined: String,
    /// Open.
    pub open: String,
    /// Cancelled.
    pub cancelled: String,
    /// Registered, address not confirmed yet.
    pub unconfirmed: String,
    /// Wait for a place.
    pub waiting: String,
    /// Are offered a place.
    pub offered: String,
    /// Places.
    pub places: String,
}

const PAUSE: Duration = Duration::from_secs(4);

/// The figures of an event, each a link to its list; asked for anew every few seconds.
#[island]
pub fn LiveFigures(
    /// The event's id.
    event: String,
    /// The figures when the page was made.
    start: FiguresView,
    /// Words.
    labels: FigureLabels,
) -> impl IntoView {
    let figures = RwSignal::new(start);
    let asked = event.clone();
    Effect::new(move |_| {
        let asked = asked.clone();
        let ask = move || {
            let asked = asked.clone();
            spawn_local(async move {
                if let Ok(fresh) = event_figures(asked).await
                    && fresh != figures.get_untracked()
                {
                    figures.set(fresh);
                }
            });
        };
        if let Ok(handle) = set_interval_with_handle(ask, PAUSE) {
            on_cleanup(move || handle.clear());
        }
    });
    move || strip(&event, figures.get(), &labels)
}

fn strip(event: &str, figures: FiguresView, labels: &FigureLabels) -> impl IntoView + use<> {
    let list = format!("/app/events/{event}/guests");
    let href = move |standing: &str| format!("{list}?standing={standing}");
    let places = match figures.capacity {
        Some(capacity) => format!("{} / {capacity}", figures.taken),
        None => figures.taken.to_string(),
    };
    let usual = [
        (figures.invited, &labels.invited, "invited", BadgeKind::Info),
        (
            figures.accepted,
            &labels.accepted,
            "accepted",
            BadgeKind::Ok,
        ),
        (
            figures.declined,
            &labels.declined,
            "declined",
            BadgeKind::No,
        ),
        (figures.open, &labels.open, "open", BadgeKind::Open),
    ];
    let rare = [
        (
            figures.unconfirmed,
            &labels.unconfirmed,
            "unconfirmed",
            BadgeKind::Waiting,
        ),
        (
            figures.waiting,
            &labels.waiting,
            "waiting",
            BadgeKind::Waiting,
        ),
        (figures.offered, &labels.offered, "offered", BadgeKind::Info),
        (
            figures.cancelled,
            &labels.cancelled,
            "cancelled",
            BadgeKind::No,
        ),
    ];
    let rare = rare.into_iter().filter(|(number, ..)| *number > 0);
    let mut stats: Vec<(String, String, String, BadgeKind)> = usual
        .into_iter()
        .chain(rare)
        .map(|(number, label, standing, kind)| {
            (number.to_string(), label.clone(), href(standing), kind)
        })
        .collect();
    stats.push((
        places,
        labels.places.clone(),
        href("accepted"),
        BadgeKind::Solid,
    ));
    let label = labels.strip.clone();
    view! {
        <StatStrip label=label>
            {stats
                .into_iter()
                .map(|(number, label, href, kind)| view! { <Stat number=number label=label href=href kind=kind/> })
                .collect_view()}
        </StatStrip>
    }
}
