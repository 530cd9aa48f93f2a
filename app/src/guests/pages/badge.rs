//! Where a guest stands, as a badge.

use leptos::prelude::*;
use words::Words;

use crate::ui::{BadgeKind, StatusBadge};

/// Colour, icon and word.
pub(super) fn badge(words: Words, standing: &str) -> impl IntoView + use<> {
    let kind = match standing {
        "open" | "offered" => BadgeKind::Info,
        "unconfirmed" | "waiting" => BadgeKind::Waiting,
        "accepted" => BadgeKind::Ok,
        "declined" | "cancelled" | "lapsed" => BadgeKind::No,
        _ => BadgeKind::Open,
    };
    view! { <StatusBadge kind=kind word=words.get(&format!("standing-{standing}"))/> }
}
