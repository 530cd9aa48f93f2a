//! Workshops in words.

use domain::{
    Instant,
    workshops::{Pick, Programme, Workshop},
};

use crate::{Words, show};

/// The titles of what somebody has chosen, in the order of the programme; where somebody waits, it says so.
pub fn workshops(words: Words, programme: &Programme, picks: &[Pick]) -> Vec<String> {
    let said = |workshop: &Workshop| {
        let pick = picks.iter().find(|pick| pick.workshop == workshop.number)?;
        let title = workshop.title.shown(words.0);
        Some(if pick.waits {
            words.with("workshop-waits", [("workshop", title.into())])
        } else {
            title.to_owned()
        })
    };
    programme.workshops.iter().filter_map(said).collect()
}

/// Title, time and place of a workshop, a line for each.
pub fn workshop_lines(words: Words, workshop: &Workshop, zone: &str) -> String {
    let lines = [
        workshop.title.shown(words.0).to_owned(),
        span(words, workshop.starts_at, workshop.ends_at, zone),
        workshop.place.clone(),
    ];
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// From when until when, in a zone: "Sa., 12. Juni 2027, 18:00–19:30".
pub fn span(words: Words, from: Instant, until: Instant, zone: &str) -> String {
    let [from, until] = [from, until].map(|at| show(words.0, at, zone));
    let same_day = from.date == until.date;
    let facts = [
        ("weekday", from.weekday.into()),
        ("date", from.date.into()),
        ("from", from.time.into()),
        ("until-date", until.date.into()),
        ("until", until.time.into()),
    ];
    let key = if same_day { "span" } else { "span-days" };
    words.with(key, facts)
}
