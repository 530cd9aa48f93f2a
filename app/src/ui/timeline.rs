use leptos::prelude::*;

use super::{BadgeKind, Icon, class_list::class_list};

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The picture.
    pub icon: &'static str,
    /// When, as it is read.
    pub time: String,
    /// When, for machines.
    pub datetime: Option<String>,
    /// What happened.
    pub title: String,
    /// More about it.
    pub detail: Option<String>,
    /// The state that it led to.
    pub kind: Option<BadgeKind>,
}

impl TimelineEntry {
    /// Something that happened at some time.
    pub fn new(icon: &'static str, time: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            icon,
            time: time.into(),
            title: title.into(),
            ..Self::default()
        }
    }

    /// With the time for machines (RFC 3339).
    #[must_use]
    pub fn datetime(mut self, datetime: impl Into<String>) -> Self {
        self.datetime = Some(datetime.into());
        self
    }

    /// With more about it.
    #[must_use]
    pub fn detail(mut self, words: impl Into<String>) -> Self {
        self.detail = Some(words.into());
        self
    }

    /// With the state that it led to.
    #[must_use]
    pub fn kind(mut self, kind: BadgeKind) -> Self {
        self.kind = Some(kind);
        self
    }
}

/// A history, in the order given.
#[component]
pub fn Timeline(
    /// What happened.
    entries: Vec<TimelineEntry>,
    /// More classes.
    #[prop(into, optional)]
    class: String,
) -> impl IntoView {
    let entries = entries.into_iter().map(entry).collect_view();
    view! { <ol class=class_list("timeline", &class)>{entries}</ol> }
}

/// One thing that happened.
fn entry(entry: TimelineEntry) -> impl IntoView {
    view! {
        <li class=entry.kind.map(BadgeKind::class)>
            <span class="timeline-dot">
                <Icon name=entry.icon />
            </span>
            <div>
                <p class="timeline-title">{entry.title}</p>
                {entry.detail.map(|words| view! { <p class="timeline-detail">{words}</p> })}
                <time class="timeline-time" datetime=entry.datetime>
                    {entry.time}
                </time>
            </div>
        </li>
    }
}
