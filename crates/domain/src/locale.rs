//! The languages that Einlass speaks.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the interface and of mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// German, formal ("Sie").
    #[default]
    De,
    /// English.
    En,
}

impl Locale {
    /// Every language, in the order of the language switch.
    pub const ALL: [Self; 2] = [Self::De, Self::En];

    /// The BCP 47 tag, as in `<html lang>`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }

    /// The best language for an `Accept-Language` header (RFC 9110, section 12.5.4).
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut wishes: Vec<(Self, f32)> = header
            .split(',')
            .filter_map(|wish| {
                let (tag, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
                Some((tag.trim().parse().ok()?, weight.trim().parse().ok()?))
            })
            .collect();
        wishes.sort_by(|one, other| other.1.total_cmp(&one.1));
        wishes
            .first()
            .filter(|wish| wish.1 > 0.0)
            .map(|wish| wish.0)
    }
}

/// A language that Einlass does not speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language that is offered")]
pub struct UnknownLocale;

impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(text: &str) -> Result<Self, UnknownLocale> {
        let primary = text.split(['-', '_']).next().unwrap_or_default();
        match primary.to_lowercase().as_str() {
            "de" | "deutsch" | "german" => Ok(Self::De),
            "en" | "englisch" | "english" => Ok(Self::En),
            _ => Err(UnknownLocale),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_wish_that_is_spoken_wins() {
        let header = "fr, en-GB;q=0.7, de-AT;q=0.9";
        assert_eq!(Locale::from_accept_language(header), Some(Locale::De));
        assert_eq!(Locale::from_accept_language("fr"), None);
        assert_eq!(Locale::from_accept_language("de;q=0"), None);
    }
}
