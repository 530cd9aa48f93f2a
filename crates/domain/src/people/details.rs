//! What is known of a person.

use serde::{Deserialize, Serialize};

use super::{EmailAddress, Salutation};
use crate::{
    Locale,
    fields::{FieldError, Problem, optional_text, required_text},
};

/// What is known of a person; the part of a guest that is encrypted under the person's key.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// How the person is spoken to.
    pub salutation: Salutation,
    /// Titles before the name ("Univ.-Prof. Dr.").
    pub title_before: String,
    /// First name.
    pub given_name: String,
    /// Last name.
    pub family_name: String,
    /// Titles after the name ("MSc").
    pub title_after: String,
    /// Where mails go, if anywhere.
    pub email: Option<EmailAddress>,
    /// Phone number as written.
    pub phone: String,
    /// Company or institution.
    pub company: String,
    /// Position in it.
    pub position: String,
    /// The language of mails and pages, if known.
    pub language: Option<Locale>,
}

impl std::fmt::Debug for Details {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("[details of a person]")
    }
}

/// Details as typed or read from a list, before they are checked.
#[derive(Clone, Default)]
pub struct RawDetails {
    /// See [`Details::salutation`].
    pub salutation: String,
    /// See [`Details::title_before`].
    pub title_before: String,
    /// See [`Details::given_name`].
    pub given_name: String,
    /// See [`Details::family_name`].
    pub family_name: String,
    /// See [`Details::title_after`].
    pub title_after: String,
    /// See [`Details::email`].
    pub email: String,
    /// See [`Details::phone`].
    pub phone: String,
    /// See [`Details::company`].
    pub company: String,
    /// See [`Details::position`].
    pub position: String,
    /// See [`Details::language`].
    pub language: String,
}

impl Details {
    /// The longest name part, in characters.
    pub const NAME_LENGTH_MAX: usize = 100;
    /// The longest other text, in characters.
    pub const TEXT_LENGTH_MAX: usize = 200;

    /// Checks what was typed: a family or given name is needed, an address if `email_needed`.
    pub fn check(raw: &RawDetails, email_needed: bool) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let e = &mut errors;
        let name = Self::NAME_LENGTH_MAX;
        let long = Self::TEXT_LENGTH_MAX;
        let email = optional_text("email", &raw.email, 254, e);
        let details = Self {
            salutation: Salutation::guess(&raw.salutation),
            title_before: optional_text("honorific-prefix", &raw.title_before, name, e),
            given_name: optional_text("given-name", &raw.given_name, name, e),
            family_name: optional_text("family-name", &raw.family_name, name, e),
            title_after: optional_text("honorific-suffix", &raw.title_after, name, e),
            email: email.parse().ok(),
            phone: optional_text("tel", &raw.phone, name, e),
            company: optional_text("organization", &raw.company, long, e),
            position: optional_text("organization-title", &raw.position, long, e),
            language: raw.language.parse().ok(),
        };
        if details.given_name.is_empty() && details.family_name.is_empty() {
            required_text("family-name", "", name, e);
        }
        if email.is_empty() {
            if email_needed {
                e.push(FieldError::new("email", Problem::Missing));
            }
        } else if details.email.is_none() {
            e.push(FieldError::new("email", Problem::NotAnAddress));
        }
        if errors.is_empty() {
            Ok(details)
        } else {
            Err(errors)
        }
    }

    /// First and last name.
    pub fn name(&self) -> String {
        join([&self.given_name, &self.family_name])
    }

    /// The name with titles, as on an envelope: "Univ.-Prof. Dr. Anna Huber, MSc".
    pub fn full_name(&self) -> String {
        let name = join([&self.title_before, &self.given_name, &self.family_name]);
        if self.title_after.is_empty() {
            name
        } else {
            format!("{name}, {}", self.title_after)
        }
    }

    /// Up to two letters for an avatar.
    pub fn initials(&self) -> String {
        [&self.given_name, &self.family_name]
            .iter()
            .filter_map(|part| part.chars().next())
            .collect()
    }
}

fn join<const N: usize>(parts: [&String; N]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw() -> RawDetails {
        RawDetails {
            title_before: "Univ.-Prof. Dr.".into(),
            given_name: "Łukasz".into(),
            family_name: "Müller".into(),
            title_after: "MSc".into(),
            email: "l@x.example".into(),
            ..RawDetails::default()
        }
    }

    #[test]
    fn titles_stand_where_they_belong() {
        let details = Details::check(&raw(), true).expect("good details");
        assert_eq!(details.full_name(), "Univ.-Prof. Dr. Łukasz Müller, MSc");
    }

    #[test]
    fn every_problem_is_told_at_once() {
        let raw = RawDetails {
            email: "nobody".into(),
            company: "x".repeat(201),
            ..RawDetails::default()
        };
        let errors = Details::check(&raw, true).expect_err("three problems");
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["organization", "family-name", "email"]);
    }

    #[test]
    fn one_name_is_enough() {
        let raw = RawDetails {
            given_name: "Cher".into(),
            ..RawDetails::default()
        };
        assert!(Details::check(&raw, false).is_ok());
    }
}
