//! What a change says about itself in the log.

use domain::ids::{EventId, GuestId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::PersonKey;

/// One changed field; sealed under the key of whom it is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field's name as in the forms.
    pub field: String,
    /// What it was; empty for something new.
    pub before: String,
    /// What it is; empty for something removed.
    pub after: String,
}

impl FieldChange {
    /// A changed field.
    pub fn new(field: &str, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self {
            field: field.to_owned(),
            before: before.into(),
            after: after.into(),
        }
    }
}

/// A change: what was done to what, and the values before and after.
pub struct Change<'key> {
    pub(crate) action: &'static str,
    pub(crate) entity: String,
    pub(crate) subject: Uuid,
    pub(crate) key: &'key PersonKey,
    pub(crate) event: Option<EventId>,
    pub(crate) guest: Option<GuestId>,
    pub(crate) fields: Vec<FieldChange>,
}

impl<'key> Change<'key> {
    /// `action` was done to `entity`, which is about `subject` and sealed under its key.
    pub(crate) fn new(
        action: &'static str,
        entity: impl ToString,
        subject: Uuid,
        key: &'key PersonKey,
    ) -> Self {
        Self {
            action,
            entity: entity.to_string(),
            subject,
            key,
            event: None,
            guest: None,
            fields: Vec::new(),
        }
    }

    /// Where it is shown: the event's history.
    #[must_use]
    pub(crate) const fn of_event(mut self, event: EventId) -> Self {
        self.event = Some(event);
        self
    }

    /// Where it is shown: the guest's history.
    #[must_use]
    pub(crate) const fn of_guest(mut self, guest: GuestId) -> Self {
        self.guest = Some(guest);
        self
    }

    /// The changed fields.
    #[must_use]
    pub(crate) fn with(mut self, fields: Vec<FieldChange>) -> Self {
        self.fields = fields;
        self
    }
}
