//! The lists on the page of an event.

use std::str::FromStr;

/// A list on the page of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageList {
    /// What happens when.
    Agenda,
    /// Who speaks, plays or welcomes.
    People,
    /// What guests ask, and the answers.
    Questions,
}

impl PageList {
    /// Every list, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Agenda, Self::People, Self::Questions];

    /// The value in forms and the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::People => "people",
            Self::Questions => "questions",
        }
    }
}

/// A text that names no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such list")]
pub struct UnknownList;

impl FromStr for PageList {
    type Err = UnknownList;

    fn from_str(code: &str) -> Result<Self, UnknownList> {
        Self::ALL
            .into_iter()
            .find(|list| list.code() == code)
            .ok_or(UnknownList)
    }
}
