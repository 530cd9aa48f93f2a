//! Where a guest stands, as a badge, and with how many places.

use leptos::prelude::*;
use words::Words;

use crate::{
    guests::{standing::badge_kind, views::GuestView},
    ui::{BadgeKind, StatusBadge},
};

/// Colour, icon and word.
pub(super) fn badge(words: Words, standing: &str) -> impl IntoView + use<> {
    let kind = standing.parse().map_or(BadgeKind::Open, badge_kind);
    view! { <StatusBadge kind=kind word=words.get(&format!("standing-{standing}"))/> }
}

/// Places that the guest has or wishes for; empty if neither.
pub(super) fn places(words: Words, guest: &GuestView) -> String {
    match (guest.places, guest.wanted) {
        (0, None) => String::new(),
        (0, Some(wanted)) => words.with("guests-places-wanted", [("count", wanted.into())]),
        (places, _) => places.to_string(),
    }
}
