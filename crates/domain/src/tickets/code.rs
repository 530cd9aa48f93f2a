//! The code on a ticket.

use std::{fmt, str::FromStr};

/// The code on a ticket: 80 bits that nobody can guess. Written in Crockford's Base 32, four letters at a time, with his
/// check symbol behind: `7ZK2-0Q4M-XB9D-C1TF-H`. Whoever holds it is let in, so it prints itself only where that is asked
/// for, by [`TicketCode::expose`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TicketCode([u8; 10]);

/// A text that is not the code of a ticket, or has a letter wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the code of a ticket")]
pub struct NotACode;

/// The letters of the code; behind 32 those that only the check symbol has.
const LETTERS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

impl TicketCode {
    /// A code of these bits.
    pub const fn from_bytes(bytes: [u8; 10]) -> Self {
        Self(bytes)
    }

    /// Its bits.
    pub const fn bytes(&self) -> &[u8; 10] {
        &self.0
    }

    fn number(self) -> u128 {
        self.0
            .iter()
            .fold(0, |number, byte| number << 8 | u128::from(*byte))
    }

    /// The code as it stands on the ticket.
    pub fn expose(self) -> String {
        let number = self.number();
        let mut text = String::with_capacity(21);
        for place in (0..16).rev() {
            text.push(letter(number >> (5 * place) & 31));
            if place % 4 == 0 {
                text.push('-');
            }
        }
        text.push(letter(number % 37));
        text
    }
}

fn letter(value: u128) -> char {
    let place = usize::try_from(value).expect("below 37");
    char::from(LETTERS[place])
}

/// The value of a letter as people read and type it.
fn value(letter: char) -> Option<u128> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = LETTERS
        .iter()
        .position(|known| char::from(*known) == letter);
    place.and_then(|place| u128::try_from(place).ok())
}

impl FromStr for TicketCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let letters = text.chars().filter(|c| *c != '-' && !c.is_whitespace());
        let values: Option<Vec<u128>> = letters.take(18).map(value).collect();
        let values = values.filter(|values| values.len() == 17).ok_or(NotACode)?;
        let (code, check) = values.split_at(16);
        if code.iter().any(|value| *value > 31) {
            return Err(NotACode);
        }
        let number = code.iter().fold(0, |number, value| number << 5 | value);
        if check != [number % 37] {
            return Err(NotACode);
        }
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&number.to_be_bytes()[6..]);
        Ok(Self(bytes))
    }
}

impl fmt::Debug for TicketCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("[code of a ticket]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(byte: u8) -> TicketCode {
        let mut bytes = [byte; 10];
        bytes[9] = 7;
        TicketCode::from_bytes(bytes)
    }

    #[test]
    fn a_code_is_read_as_it_is_shown_and_as_people_type_it() {
        for byte in 0..=255 {
            let text = code(byte).expose();
            assert_eq!(text.len(), 21, "{text}");
            assert_eq!(text.parse(), Ok(code(byte)), "{text}");
            let typed = text.to_lowercase().replace('-', " ").replace('0', "o");
            assert_eq!(typed.replace('1', "l").parse(), Ok(code(byte)), "{typed}");
        }
        assert_eq!(code(0).expose(), "0000-0000-0000-0007-7");
    }

    #[test]
    fn one_wrong_letter_or_two_that_changed_places_are_noticed() {
        let text = code(93).expose();
        let letters: Vec<char> = text.chars().collect();
        for at in (0..letters.len()).filter(|at| letters[*at] != '-') {
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
                let mut wrong = letters.clone();
                wrong[at] = other;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(
                    wrong.parse::<TicketCode>().is_ok(),
                    wrong == text,
                    "{wrong}"
                );
            }
            let next = at + 1 + usize::from(letters.get(at + 1) == Some(&'-'));
            if next < letters.len() - 1 {
                let mut wrong = letters.clone();
                wrong.swap(at, next);
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(
                    wrong.parse::<TicketCode>().is_ok(),
                    wrong == text,
                    "{wrong}"
                );
            }
        }
        for text in ["", "-", "0000", "0000-0000-0000-0007-77", "🎟"] {
            assert_eq!(text.parse::<TicketCode>(), Err(NotACode), "{text}");
        }
    }
}
