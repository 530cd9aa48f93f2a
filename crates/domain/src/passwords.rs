//! What a password must be like: twelve characters and a special one, as data-protection papers promise it. Whether it can
//! be guessed, the server looks up in its lists.

use crate::fields::Problem;

/// The shortest password, in characters.
pub const LENGTH_MIN: usize = 12;
/// The longest password, in characters. It is hashed, so nothing is gained by more.
pub const LENGTH_MAX: usize = 128;

/// What is wrong with a password as such, if anything.
pub fn problem(password: &str) -> Option<Problem> {
    let length = password.chars().count();
    if length == 0 {
        Some(Problem::Missing)
    } else if length < LENGTH_MIN {
        Some(Problem::PasswordTooShort { min: LENGTH_MIN })
    } else if length > LENGTH_MAX {
        Some(Problem::TooLong { max: LENGTH_MAX })
    } else if !has_special(password) {
        Some(Problem::PasswordWithoutSpecial)
    } else {
        None
    }
}

/// Whether some character is neither letter nor digit; a blank counts.
pub fn has_special(password: &str) -> bool {
    password.chars().any(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_is_what_the_paper_promises() {
        for (password, expected) in [
            ("", Some(Problem::Missing)),
            ("kurz!", Some(Problem::PasswordTooShort { min: 12 })),
            ("elfzeichen!", Some(Problem::PasswordTooShort { min: 12 })),
            ("zwölfzeichen", Some(Problem::PasswordWithoutSpecial)),
            ("zwölfzeichen!", None),
            ("vier Wörter genügen auch", None),
        ] {
            assert_eq!(problem(password), expected, "{password}");
        }
        assert_eq!(problem(&"ab!".repeat(42)), None);
        let long = "ab!".repeat(43);
        assert_eq!(problem(&long), Some(Problem::TooLong { max: 128 }));
    }
}
