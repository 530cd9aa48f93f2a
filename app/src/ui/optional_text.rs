/// Words that may be missing: a hint, an error, an address.
///
/// A property of this type takes `&str`, `String` and the `Option` of both; empty text counts as
/// missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionalText(Option<String>);

impl OptionalText {
    /// The words, if there are any.
    pub fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// The words, if there are any.
    pub fn into_option(self) -> Option<String> {
        self.0
    }

    /// Whether there are words.
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }
}

impl From<String> for OptionalText {
    fn from(words: String) -> Self {
        Self(Some(words).filter(|words| !words.is_empty()))
    }
}

impl From<&str> for OptionalText {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

impl From<Option<String>> for OptionalText {
    fn from(words: Option<String>) -> Self {
        words.unwrap_or_default().into()
    }
}

impl From<Option<&str>> for OptionalText {
    fn from(words: Option<&str>) -> Self {
        words.unwrap_or_default().into()
    }
}
