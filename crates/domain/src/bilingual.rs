//! A text in one or two languages.

use serde::{Deserialize, Serialize};

use crate::{
    Locale,
    fields::{FieldError, optional_text},
};

/// A text as it was written first, and its English version if there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// The text: in German, or the only one.
    pub main: String,
    /// In English; empty when there is no other version.
    pub english: String,
}

impl Bilingual {
    /// The text for a reader: in the reader's language if there is one, else the other.
    pub fn shown(&self, locale: Locale) -> &str {
        choose(&self.main, &self.english, locale)
    }

    /// Whether nothing is written in either language.
    pub const fn is_empty(&self) -> bool {
        self.main.is_empty() && self.english.is_empty()
    }

    /// Checks both; the English field's name ends in `-en`.
    #[must_use]
    pub fn check(&self, field: &str, max: usize, errors: &mut Vec<FieldError>) -> Self {
        Self {
            main: optional_text(field, &self.main, max, errors),
            english: optional_text(&format!("{field}-en"), &self.english, max, errors),
        }
    }
}

/// The version of a text for a reader.
pub(crate) const fn choose<'a>(main: &'a str, english: &'a str, locale: Locale) -> &'a str {
    let english_first = matches!(locale, Locale::En);
    if (english_first && !english.is_empty()) || main.is_empty() {
        english
    } else {
        main
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_reads_gets_the_own_language_or_the_other() {
        let both = Bilingual {
            main: "Ablauf".into(),
            english: "Agenda".into(),
        };
        assert_eq!(
            (both.shown(Locale::De), both.shown(Locale::En)),
            ("Ablauf", "Agenda")
        );
        let german = Bilingual {
            english: String::new(),
            ..both.clone()
        };
        assert_eq!(german.shown(Locale::En), "Ablauf");
        let english = Bilingual {
            main: String::new(),
            ..both
        };
        assert_eq!(english.shown(Locale::De), "Agenda");
    }
}
