//! The one registry of typed ids.
//!
//! An id is a UUID that knows what it names: `evt_…` cannot be handed in where `gst_…` is wanted. New ids are made in
//! `backend` only; here they are parsed and shown.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A text that is not an id of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of this kind")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a UUID for an id of this kind.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID as it is stored.
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// The sixteen bytes that are bound into encrypted rows.
            pub const fn bytes(self) -> [u8; 16] {
                *self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, concat!($prefix, "_{}"), self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let digits = text.strip_prefix(concat!($prefix, "_")).ok_or(NotAnId)?;
                if digits.len() != 32 {
                    return Err(NotAnId);
                }
                Uuid::try_parse(digits).map(Self).map_err(|_| NotAnId)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                text.parse()
            }
        }
    )*};
}

ids! {
    /// An organiser: the wall around everything that belongs together.
    TenantId = "tnt";
    /// An account of somebody who works with Einlass.
    UserId = "usr";
    /// A time for which a tenant lets support in.
    SupportGrantId = "sup";
    /// A review of who has access.
    AccessReviewId = "rev";
    /// A passkey, or an app that makes codes.
    FactorId = "fac";
    /// An invitation to a tenant's team.
    TeamInvitationId = "inv";
    /// An event of a tenant.
    EventId = "evt";
    /// Somebody on the guest list of one event.
    GuestId = "gst";
    /// A word by which an organiser sorts the guests of one event.
    TagId = "tag";
    /// A natural person within one tenant; owner of an encryption key.
    PersonId = "per";
    /// A guest list that was uploaded.
    ImportId = "imp";
    /// A letter to the guests of one event.
    MailingId = "mlg";
    /// A mail in the outbox.
    MailId = "msg";
    /// An entry in the ledger.
    EntryId = "ent";
}

impl TenantId {
    /// The installation itself: it owns the accounts, which stand above tenants.
    pub const PLATFORM: Self = Self(Uuid::from_u128(0x0019_5d00_0000_7000_8000_0000_0000_0001));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_as_it_is_shown() {
        let id = EventId::from_uuid(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!(id.to_string().starts_with("evt_"));
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let guest = GuestId::from_uuid(Uuid::from_u128(7)).to_string();
        assert_eq!(guest.parse::<EventId>(), Err(NotAnId));
        assert_eq!("evt_7".parse::<EventId>(), Err(NotAnId));
    }
}
