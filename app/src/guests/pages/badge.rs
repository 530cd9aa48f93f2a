//! Where a guest stands, as a badge.

use leptos::prelude::*;
use words::Words;

use crate::{
    guests::standing::badge_kind,
    ui::{BadgeKind, StatusBadge},
};

/// Colour, icon and word.
pub(super) fn badge(words: Words, standing: &str) -> impl IntoView + use<> {
    let kind = standing.parse().map_or(BadgeKind::Open, badge_kind);
    view! { <StatusBadge kind=kind word=words.get(&format!("standing-{standing}"))/> }
}
