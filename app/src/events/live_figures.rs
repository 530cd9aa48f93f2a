//! Figures that stay true while one looks at them.

#![allow(
    missing_docs,
    reason = "the macro makes items of its own that nobody can document"
)]

use std::time::Duration;

use domain::guests::Standing;
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{api::event_figures, views::FiguresView};
use crate::{
    guests::standing::badge_kind,
    ui::{BadgeKind, Stat, StatStrip},
};

/// The words around the figures.
#[derive(Clone, Serialize, Deserialize)]
pub struct FigureLabels {
    /// What the strip is.
    pub strip: String,
    /// Invited.
    pub invited: String,
    /// For each standing that is shown: its code, and its word.
    pub standings: Vec<(String, String)>,
    /// Places.
    pub places: String,
}

/// Standings that are always shown.
const USUAL: [Standing; 3] = [Standing::Accepted, Standing::Declined, Standing::Open];

/// Standings that are shown when somebody stands there.
const RARE: [Standing; 6] = [
    Standing::Maybe,
    Standing::Requested,
    Standing::Unconfirmed,
    Standing::Waiting,
    Standing::Offered,
    Standing::Cancelled,
];

/// Every standing that may be shown, in its order.
pub fn shown_standings() -> impl Iterator<Item = Standing> {
    USUAL.into_iter().chain(RARE)
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
    let href = |standing: &str| format!("{list}?standing={standing}");
    let places = match figures.capacity {
        Some(capacity) => format!("{} / {capacity}", figures.taken),
        None => figures.taken.to_string(),
    };
    let invited = (
        figures.invited.to_string(),
        labels.invited.clone(),
        href("invited"),
        BadgeKind::Info,
    );
    let stat = |standing: Standing| {
        let code = standing.code();
        let label = labels.standings.iter().find(|(known, _)| known == code);
        let label = label.map_or_else(String::new, |(_, label)| label.clone());
        let number = figures.of(standing).to_string();
        (number, label, href(code), badge_kind(standing))
    };
    let is_shown = |standing: &Standing| USUAL.contains(standing) || figures.of(*standing) > 0;
    let mut stats = vec![invited];
    stats.extend(shown_standings().filter(is_shown).map(stat));
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
