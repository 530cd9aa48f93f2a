//! How somebody is spoken to.

use serde::{Deserialize, Serialize};

/// The salutation in front of a name; nobody has to have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Salutation {
    /// "Frau", "Ms".
    Ms,
    /// "Herr", "Mr".
    Mr,
    /// Spoken to by the full name.
    #[default]
    Neutral,
}

impl Salutation {
    /// The value in forms and lists.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ms => "ms",
            Self::Mr => "mr",
            Self::Neutral => "neutral",
        }
    }

    /// Understands what organisers write in a column; anything unknown is neutral.
    pub fn guess(text: &str) -> Self {
        match text.trim().trim_end_matches('.').to_lowercase().as_str() {
            "frau" | "fr" | "ms" | "mrs" | "miss" | "w" | "f" | "weiblich" | "female"
            | "madame" | "mme" => Self::Ms,
            "herr" | "herrn" | "hr" | "mr" | "m" | "männlich" | "male" | "monsieur" => Self::Mr,
            _ => Self::Neutral,
        }
    }
}
