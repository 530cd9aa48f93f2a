/// One of several answers to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What helps to decide.
    pub hint: Option<String>,
    /// A picture from the sprite.
    pub icon: Option<&'static str>,
    /// Whether it cannot be chosen now.
    pub disabled: bool,
}

impl Choice {
    /// An answer that sends `value` and reads `label`.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// With words that help to decide.
    #[must_use]
    pub fn hint(mut self, words: impl Into<String>) -> Self {
        self.hint = Some(words.into());
        self
    }

    /// With a picture.
    #[must_use]
    pub fn icon(mut self, name: &'static str) -> Self {
        self.icon = Some(name);
        self
    }

    /// Not to be chosen now.
    #[must_use]
    pub fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }

    /// The id of the answer at this place of the list; the first is the field itself.
    pub(super) fn id(name: &str, place: usize) -> String {
        if place == 0 {
            format!("f-{name}")
        } else {
            format!("f-{name}-{}", place + 1)
        }
    }
}
