use super::OptionalText;

/// The id of the control of the field `name`; error summaries link to it.
pub fn field_id(name: &str) -> String {
    format!("f-{name}")
}

/// The ids that tie a control to its label, its hint and its error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldWiring {
    /// The id of the control.
    pub id: String,
    /// The value of `aria-describedby`.
    pub described_by: Option<String>,
    /// The value of `aria-invalid`.
    pub invalid: Option<&'static str>,
}

impl FieldWiring {
    /// Wires the control of the field `name`.
    pub fn new(name: &str, hint: &OptionalText, error: &OptionalText) -> Self {
        let id = field_id(name);
        let described_by = match (hint.is_some(), error.is_some()) {
            (false, false) => None,
            (true, false) => Some(format!("{id}-hint")),
            (false, true) => Some(format!("{id}-error")),
            (true, true) => Some(format!("{id}-hint {id}-error")),
        };
        Self {
            id,
            described_by,
            invalid: error.is_some().then_some("true"),
        }
    }
}
