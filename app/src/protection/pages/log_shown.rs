//! From the log to what is shown of it.

use backend::audit::{LogFilter, LogHead, LogLine, LogPage};
use domain::Instant;
use ledger::ActorKind;

use crate::{
    page::{Ctx, LOG_ZONE},
    protection::views::{LogLineView, LogPageView, LogQuery},
};

/// What the log is asked for by its address. What is not understood is left out.
pub(crate) fn filter(query: &LogQuery) -> LogFilter {
    let day = |text: &str| words::start_of_day(text, LOG_ZONE);
    let none = LogFilter::default();
    LogFilter {
        actor_kind: query.actor.parse().ok(),
        user: query.user.parse().ok(),
        topic: query
            .topic
            .chars()
            .filter(char::is_ascii_lowercase)
            .take(30)
            .collect(),
        from: day(&query.from).unwrap_or(none.from),
        until: words::end_of_day(&query.until, LOG_ZONE).unwrap_or(none.until),
        before: query.before.parse().ok(),
    }
}

impl LogPageView {
    /// What is shown of a page.
    pub(crate) fn of(ctx: &Ctx, page: LogPage, head: Option<LogHead>) -> Self {
        let (checkpoint, verifier) =
            head.map_or_else(Default::default, |head| (head.checkpoint, head.verifier));
        Self {
            next: page.next.map(|next| next.to_string()),
            lines: page
                .lines
                .into_iter()
                .map(|line| LogLineView::of(ctx, line))
                .collect(),
            checkpoint,
            verifier,
        }
    }
}

impl LogLineView {
    /// What is shown of an entry.
    fn of(ctx: &Ctx, line: LogLine) -> Self {
        let words = ctx.words;
        let href = match (line.event, line.guest) {
            (Some(event), Some(guest)) => format!("/app/events/{event}/guests/{guest}"),
            (Some(event), None) => format!("/app/events/{event}"),
            _ => String::new(),
        };
        Self {
            place: line.position.map(|position| position + 1),
            at: ctx.moment(line.at),
            at_utc: utc(line.at),
            actor: ctx.actor(line.actor_kind, &line.actor_name),
            user: line.user.map_or_else(String::new, |user| user.to_string()),
            origin: line.origin,
            action: words.get(&format!("action-{}", line.action.replace('.', "-"))),
            fields: line
                .fields
                .iter()
                .map(|field| words.get(&format!("field-{field}")))
                .collect(),
            href,
        }
    }
}

fn utc(at: Instant) -> String {
    format!("{} UTC", words::local_of(at, "UTC").replace('T', " "))
}

/// The kinds of actors that a log can be filtered by.
pub(super) const ACTORS: [ActorKind; 4] = [
    ActorKind::User,
    ActorKind::Participant,
    ActorKind::System,
    ActorKind::Support,
];

/// The kinds of things that a log can be filtered by; the beginnings of actions.
pub(super) const TOPICS: [&str; 13] = [
    "access",
    "guest",
    "event",
    "invitation",
    "mail",
    "import",
    "guests",
    "person",
    "keys",
    "backup",
    "user",
    "team",
    "support",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_its_words() {
        let known = words::keys(domain::Locale::De);
        for key in TOPICS.map(|topic| format!("topic-{topic}")) {
            assert!(known.contains(&key), "{key}");
        }
    }
}
