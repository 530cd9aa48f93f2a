//! A tag and its name.

use crate::{
    fields::{FieldError, required_text},
    ids::TagId,
};

/// The most tags of one event.
pub const TAGS_MAX: usize = 50;

/// What a tag is called: one line, and the same word however it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagName(String);

impl TagName {
    /// The longest name, in characters.
    pub const LENGTH_MAX: usize = 40;

    /// Checks what was typed into the field `tag-name`.
    pub fn check(text: &str) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = required_text("tag-name", text, Self::LENGTH_MAX, &mut errors);
        if errors.is_empty() {
            Ok(Self(name.split_whitespace().collect::<Vec<_>>().join(" ")))
        } else {
            Err(errors)
        }
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a tag has this name already, in whatever letters.
    pub fn is(&self, other: &str) -> bool {
        self.0.to_lowercase() == other.to_lowercase()
    }
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// What it is called.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Problem;

    #[test]
    fn a_name_is_one_line_and_the_same_in_all_letters() {
        let name = TagName::check("  Gäste \t der\nPresse ").expect("a name");
        assert_eq!(name.as_str(), "Gäste der Presse");
        assert!(name.is("GÄSTE der presse"));
        assert!(!name.is("Presse"));
    }

    #[test]
    fn no_name_and_too_long_a_name_are_told() {
        let missing = FieldError::new("tag-name", Problem::Missing);
        assert_eq!(TagName::check(" "), Err(vec![missing]));
        let long = FieldError::new("tag-name", Problem::TooLong { max: 40 });
        assert_eq!(TagName::check(&"x".repeat(41)), Err(vec![long]));
    }
}
