//! Events as the browser may know them.

use domain::{
    events::AnswerRules,
    guests::{Standing, Standings},
};
use serde::{Deserialize, Serialize};

/// Figures of an event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresView {
    /// Where the guests stand.
    pub standings: Standings,
    /// Invited at some time.
    pub invited: u32,
    /// Places taken, companions counted.
    pub taken: u32,
    /// Number of places; `None` means no limit.
    pub capacity: Option<u32>,
    /// Mails that wait to be sent.
    pub mails_waiting: u32,
    /// Mails that could not be sent.
    pub mails_failed: u32,
}

impl FiguresView {
    /// How many guests stand there.
    pub const fn of(&self, standing: Standing) -> u32 {
        self.standings.of(standing)
    }
}

/// An event; times are finished text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// Its id.
    pub id: String,
    /// Title, in the language of the reader.
    pub title: String,
    /// Where, likewise.
    pub place: String,
    /// Title, place and description as they were written first.
    pub written: [String; 3],
    /// The public address, complete.
    pub public_url: String,
    /// "Do., 12. März 2027, 18:00–21:00 Uhr (MEZ)".
    pub when: String,
    /// Weekday, day and month of a tile.
    pub tile: [String; 3],
    /// The start as `YYYY-MM-DDTHH:MM`, for forms and machines.
    pub starts: String,
    /// The end likewise.
    pub ends: String,
    /// IANA zone.
    pub zone: String,
    /// `open` or `invitation`.
    pub admission: String,
    /// Stage, see [`domain::events::Stage::code`].
    pub stage: String,
    /// Companions each guest may bring.
    pub companions_max: u32,
    /// Hours for which somebody who waits is offered a place; `None` means that nobody can wait.
    pub offer_hours: Option<u32>,
    /// How guests may answer.
    pub rules: AnswerRules,
    /// From when on can be answered, in words; empty when it is from publishing on.
    pub opens: String,
    /// Likewise, for forms.
    pub opens_at: String,
    /// Until when can be answered, in words.
    pub answer_until: String,
    /// Likewise, for forms; empty when it is until the start.
    pub answer_until_at: String,
    /// Whole days for which answers are still taken; nothing when they are not taken now.
    pub days_left: Option<u32>,
    /// Whether answers are not yet taken.
    pub is_early: bool,
    /// Whether it was put away.
    pub archived: bool,
    /// What can be done with it now, see [`domain::events::Step::code`].
    pub steps: Vec<String>,
    /// When the guests' data is deleted.
    pub delete_on: String,
    /// How many questions it has, asked or no longer asked.
    pub questions: usize,
    /// How many workshops it has.
    pub workshops: usize,
    /// Whether answers are taken now.
    pub takes_answers: bool,
    /// Figures.
    pub figures: FiguresView,
}

/// An event as it was typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    /// Title.
    pub title: String,
    /// Where.
    pub place: String,
    /// What it is about.
    pub description: String,
    /// Start as `YYYY-MM-DDTHH:MM`.
    pub starts: String,
    /// End likewise.
    pub ends: String,
    /// IANA zone.
    pub zone: String,
    /// `open` or `invitation`.
    pub admission: String,
    /// Number of places; empty means no limit.
    pub capacity: String,
    /// Companions each guest may bring.
    pub companions: String,
    /// Hours for which somebody who waits is offered a place; empty means that nobody can wait.
    pub offer_hours: String,
    /// How guests may answer.
    pub rules: AnswerRules,
    /// From when on can be answered; empty means as soon as it is published.
    pub opens: String,
    /// Until when can be answered; empty means until the start.
    pub answer_until: String,
    /// The event that this one is made after; empty for none.
    pub from: String,
    /// Random key of the form.
    pub request_key: String,
}

/// Where the answers stood at the end of each day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswersView {
    /// The days, as people write them.
    pub days: Vec<String>,
    /// Who had said yes.
    pub yes: Vec<u32>,
    /// Who had said no or taken a yes back.
    pub no: Vec<u32>,
}
