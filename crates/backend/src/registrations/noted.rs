//! What the log keeps of an answer.

use domain::{
    Locale,
    events::Event,
    guests::{Guest, Standing},
    questions::Reply,
};
use words::Words;

use crate::{desk::FieldChange, guests};

/// What the log calls an answer.
pub(super) fn action_of(before: &Guest, after: &Guest) -> &'static str {
    use Standing::{Accepted, Maybe, Requested, Waiting};
    match (before.standing(), after.standing()) {
        (was, is) if was == is && matches!(is, Accepted | Waiting | Requested | Maybe) => {
            "guest.changed"
        }
        (_, Maybe) => "guest.maybe",
        (_, Requested) => "guest.requested",
        (_, Waiting) => "guest.waits",
        (_, Accepted) => "guest.accepted",
        (_, Standing::Cancelled) => "guest.cancelled",
        _ => "guest.declined",
    }
}

/// What the log keeps of an answer.
pub(super) fn fields_of(event: &Event, before: &Guest, after: &Guest) -> Vec<FieldChange> {
    let mut fields = guests::changes_of(&before.file, &after.file);
    fields.extend(numbers_of(before.places, before.companions_max, after));
    fields.extend(replies_changed(
        event,
        &before.file.replies,
        &after.file.replies,
    ));
    fields
}

/// What the log keeps of places, and of an own number of companions.
pub(super) fn numbers_of(
    places: u32,
    companions_max: Option<u32>,
    after: &Guest,
) -> impl Iterator<Item = FieldChange> + use<> {
    let moved = (places != after.places)
        .then(|| FieldChange::new("places", places.to_string(), after.places.to_string()));
    let text = |max: Option<u32>| max.map_or_else(String::new, |max| max.to_string());
    let allowed = (companions_max != after.companions_max).then(|| {
        let (was, is) = (text(companions_max), text(after.companions_max));
        FieldChange::new("companions-max", was, is)
    });
    moved.into_iter().chain(allowed)
}

/// What the log keeps of replies: nothing of a special category, whose time is shorter than the log's.
pub(super) fn replies_changed(event: &Event, was: &[Reply], is: &[Reply]) -> Option<FieldChange> {
    let text = |replies| {
        let zone = &event.schedule.zone;
        let said = words::replies(Words(Locale::De), &event.questions, replies, zone);
        let lines: Vec<String> = said
            .into_iter()
            .map(|(label, said)| format!("{label}: {said}"))
            .collect();
        lines.join("; ")
    };
    (was != is).then(|| FieldChange::new("replies", text(was), text(is)))
}

/// That replies of a special category are others, without saying how.
pub(super) fn special_changed() -> FieldChange {
    FieldChange::new("special-replies", "", "")
}
