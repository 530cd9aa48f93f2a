//! What was found of a measure.

use serde::Serialize;

use super::{Light, Measure};
use crate::Instant;

/// What was found of a measure, just now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The measure.
    pub measure: Measure,
    /// How it stands.
    pub light: Light,
    /// What shows it.
    pub facts: Vec<Fact>,
}

impl Finding {
    /// How a measure stands, without anything that shows it yet.
    pub const fn new(measure: Measure, light: Light) -> Self {
        Self {
            measure,
            light,
            facts: Vec::new(),
        }
    }

    /// With a fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        self.facts.push(Fact { name, value });
        self
    }
}

/// A fact; figures, times and codes, nothing about anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The key of its words.
    pub name: &'static str,
    /// Its value.
    #[serde(flatten)]
    pub value: Value,
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "value")]
pub enum Value {
    /// A number.
    Count(u64),
    /// So many out of so many.
    Share(u64, u64),
    /// A time, in milliseconds since 1970; nothing for never.
    At(Option<Instant>),
    /// The key of a word.
    Code(&'static str),
    /// What is the same in every language, such as the name of an algorithm.
    Text(String),
}

impl From<u64> for Value {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<Option<Instant>> for Value {
    fn from(at: Option<Instant>) -> Self {
        Self::At(at)
    }
}

impl From<Instant> for Value {
    fn from(at: Instant) -> Self {
        Self::At(Some(at))
    }
}

impl From<&'static str> for Value {
    fn from(code: &'static str) -> Self {
        Self::Code(code)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
