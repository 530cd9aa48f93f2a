//! What can be wrong with a field of a form; shared by the server and the browser.

use serde::{Deserialize, Serialize};

use crate::holds_payment_data;

/// One field and what is wrong with it. The words come from the translation files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name in the form, as in [`crate::people::Details`] (`given-name`, `email`, …).
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

impl FieldError {
    /// A field with a problem.
    pub fn new(field: impl Into<String>, problem: Problem) -> Self {
        Self {
            field: field.into(),
            problem,
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Problem {
    /// Nothing was entered and something is needed.
    Missing,
    /// Longer than `max` characters.
    TooLong {
        /// The longest that is taken, in characters.
        max: usize,
    },
    /// Not an e-mail address.
    NotAnAddress,
    /// Not a date and time.
    NotATime,
    /// Not a day.
    NotADay,
    /// A time that the clock skips in this zone (spring).
    SkippedByTheClock,
    /// Not a time zone of the IANA list.
    UnknownZone,
    /// The end is not after the start.
    EndsBeforeItStarts,
    /// Before the last of the workshops is over.
    BeforeWorkshops,
    /// Later than the event itself.
    AfterTheEnd,
    /// Answers would end before they begin.
    OpensAfterDeadline,
    /// Already over.
    InThePast,
    /// Not a whole number in the allowed range.
    OutOfRange {
        /// The smallest that is taken.
        min: u32,
        /// The largest that is taken.
        max: u32,
    },
    /// Somebody waits for a place.
    StillWaiting,
    /// Fewer places than are already taken.
    BelowTaken {
        /// Places taken.
        taken: u32,
    },
    /// So far back that the guests would be deleted at once.
    GuestsWouldGo {
        /// It may be so many days back.
        days: i64,
    },
    /// None of the offered choices.
    UnknownChoice,
    /// A role that nobody has at a single event.
    NotAtOneEvent,
    /// A variable in a text that does not exist.
    UnknownVariable,
    /// A bracket in a text that is opened and not closed.
    UnclosedVariable,
    /// The personal link is missing from an invitation.
    LinkMissing,
    /// A password with fewer than `min` characters.
    PasswordTooShort {
        /// The shortest that is taken, in characters.
        min: usize,
    },
    /// A password of letters and digits alone.
    PasswordWithoutSpecial,
    /// A password that is on a list, or made of such words.
    PasswordGuessable,
    /// Not the password of the account.
    WrongPassword,
    /// Not a code of the account, or one that was used.
    WrongCode,
    /// Not the address of a service that can be used.
    NotAProvider,
    /// An address that is on the list already.
    AlreadyListed,
    /// An address that belongs to somebody else.
    SomebodyElses,
    /// An address that only somebody who sees all events may change.
    NotYours,
    /// Not a colour.
    NotAColour,
    /// More of something than there can be.
    TooMany {
        /// So many there can be.
        max: u32,
    },
    /// The same line twice.
    Twice,
    /// Not as many lines as in the other language.
    UnevenLines,
    /// A question that would only be asked if it were replied to.
    DependsOnItself,
    /// A question that must be replied to was not.
    Unanswered,
    /// A consent that is needed was not given.
    NotAgreed,
    /// Not a whole number.
    NotANumber,
    /// Not a telephone number.
    NotAPhone,
    /// Not a picture that can be read.
    NotAPicture,
    /// A picture of too many bytes or pixels.
    PictureTooLarge,
    /// A picture that is too narrow.
    PictureTooSmall {
        /// The narrowest that is taken, in pixels.
        min: u32,
    },
    /// Two things at the same time.
    Overlaps,
    /// Not enough places, by now.
    NoPlaces,
    /// Not enough places for whom somebody brings along in addition.
    NoPlacesForAll,
    /// More people together than there are places.
    GroupTooLarge {
        /// Places there are.
        max: u32,
    },
    /// Nothing was decided.
    Undecided,
    /// The number of a card or an account, which is never kept.
    PaymentData,
    /// Something that only machines fill in.
    NotAHuman,
}

/// Trims a text and checks its length, and that no payment data is in it; empty is fine.
pub fn optional_text(field: &str, text: &str, max: usize, errors: &mut Vec<FieldError>) -> String {
    let text = clean(text);
    if text.chars().count() > max {
        errors.push(FieldError::new(field, Problem::TooLong { max }));
    } else if holds_payment_data(&text) {
        errors.push(FieldError::new(field, Problem::PaymentData));
    }
    text
}

/// Trims a text and checks that it is there and not too long.
pub fn required_text(field: &str, text: &str, max: usize, errors: &mut Vec<FieldError>) -> String {
    let text = optional_text(field, text, max, errors);
    if text.is_empty() {
        errors.push(FieldError::new(field, Problem::Missing));
    }
    text
}

/// A whole number between `min` and `max`; empty is `None`.
pub fn optional_number(
    field: &str,
    text: &str,
    min: u32,
    max: u32,
    errors: &mut Vec<FieldError>,
) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let number = text
        .parse()
        .ok()
        .filter(|number| (min..=max).contains(number));
    if number.is_none() {
        errors.push(FieldError::new(field, Problem::OutOfRange { min, max }));
    }
    number
}

/// A text as it is kept: control characters (among them NUL, which PostgreSQL refuses) gone, line breaks as `\n`,
/// surrounding blanks gone. Direction marks of right-to-left names stay, overrides that fake them go (UAX 9).
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control() || *c == '\n' || *c == '\t')
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'))
        .collect();
    kept.trim_matches(|c: char| c.is_whitespace() || c == '\u{200B}')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_text_keeps_people_and_drops_tricks() {
        assert_eq!(clean("  עידו \u{202E}x\0\r\n👩‍🚀 "), "עידו x\n👩‍🚀");
    }

    #[test]
    fn length_is_counted_in_characters() {
        let mut errors = Vec::new();
        optional_text("given-name", &"ü".repeat(100), 100, &mut errors);
        assert_eq!(errors, []);
        optional_text("given-name", &"ü".repeat(101), 100, &mut errors);
        assert_eq!(
            errors,
            [FieldError::new("given-name", Problem::TooLong { max: 100 })]
        );
    }
}
