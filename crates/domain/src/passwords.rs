//! What a password must be like. Whether it can be guessed, the server looks up in its lists.

use std::str::FromStr;

use crate::fields::Problem;

/// The longest password, in characters. It is hashed, so nothing is gained by more.
pub const LENGTH_MAX: usize = 128;

/// Which rule an installation goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PasswordProfile {
    /// Twelve characters and a special one, as papers on technical and organisational measures promise it.
    #[default]
    Tom,
    /// Fifteen characters of any kind (NIST SP 800-63B-4, section 3.1.1.2: no rules of composition).
    Nist,
}

/// A text that names no profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such profile")]
pub struct UnknownProfile;

impl PasswordProfile {
    /// The shortest password, in characters.
    pub const fn length_min(self) -> usize {
        match self {
            Self::Tom => 12,
            Self::Nist => 15,
        }
    }

    /// Whether some character has to be neither letter nor digit.
    pub const fn needs_special(self) -> bool {
        matches!(self, Self::Tom)
    }

    /// What is wrong with a password as such, if anything.
    pub fn problem(self, password: &str) -> Option<Problem> {
        let (length, min) = (password.chars().count(), self.length_min());
        if length == 0 {
            Some(Problem::Missing)
        } else if length < min {
            Some(Problem::PasswordTooShort { min })
        } else if length > LENGTH_MAX {
            Some(Problem::TooLong { max: LENGTH_MAX })
        } else if self.needs_special() && !has_special(password) {
            Some(Problem::PasswordWithoutSpecial)
        } else {
            None
        }
    }
}

impl FromStr for PasswordProfile {
    type Err = UnknownProfile;

    fn from_str(name: &str) -> Result<Self, UnknownProfile> {
        match name {
            "tom" => Ok(Self::Tom),
            "nist" => Ok(Self::Nist),
            _ => Err(UnknownProfile),
        }
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
            assert_eq!(
                PasswordProfile::Tom.problem(password),
                expected,
                "{password}"
            );
        }
        assert_eq!(PasswordProfile::Tom.problem(&"ab!".repeat(42)), None);
        let long = "ab!".repeat(43);
        for profile in [PasswordProfile::Tom, PasswordProfile::Nist] {
            assert_eq!(profile.problem(&long), Some(Problem::TooLong { max: 128 }));
        }
    }

    #[test]
    fn the_other_rule_asks_for_length_alone() {
        for (password, expected) in [
            (
                "zwölfzeichen!!",
                Some(Problem::PasswordTooShort { min: 15 }),
            ),
            ("fünfzehnzeichen", None),
            ("123456789012345", None),
        ] {
            assert_eq!(
                PasswordProfile::Nist.problem(password),
                expected,
                "{password}"
            );
        }
    }

    #[test]
    fn profiles_have_names() {
        assert_eq!("tom".parse(), Ok(PasswordProfile::Tom));
        assert_eq!("nist".parse(), Ok(PasswordProfile::Nist));
        assert_eq!("none".parse::<PasswordProfile>(), Err(UnknownProfile));
    }
}
