//! One entry of the log.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::merkle::{Hash, leaf_hash};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A guest or somebody who registers.
    Participant,
    /// Somebody of the tenant's team.
    User,
    /// The provider's support, with the tenant's permission.
    Support,
    /// The software itself, or the operator at the command line.
    System,
}

impl ActorKind {
    const ALL: [Self; 4] = [Self::Participant, Self::User, Self::Support, Self::System];

    /// The value in the database and in exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::User => "user",
            Self::Support => "support",
            Self::System => "system",
        }
    }
}

/// A text that names no kind of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such kind of actor")]
pub struct UnknownActorKind;

impl FromStr for ActorKind {
    type Err = UnknownActorKind;

    fn from_str(code: &str) -> Result<Self, UnknownActorKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or(UnknownActorKind)
    }
}

/// One entry: a change, who made it, when and from where. Values are not in it: only the hash of their ciphertext, so
/// that destroying a person's key, or the ciphertext itself, leaves every proof valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Random id of the entry.
    pub id: String,
    /// The tenant.
    pub tenant: String,
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub at: i64,
    /// Kind of actor.
    pub actor_kind: ActorKind,
    /// Who, as an id; empty for the software.
    pub actor: String,
    /// From where: route and shortened network address.
    pub origin: String,
    /// What was done, such as `guest.accepted`.
    pub action: String,
    /// The thing it was done to, as an id.
    pub entity: String,
    /// The person whose data changed, as an id; empty if none.
    pub person: String,
    /// Names of the changed fields, never their values.
    pub fields: Vec<String>,
    /// SHA-256 of the encrypted values before and after, in hexadecimal; empty if there are none.
    pub values_hash: String,
}

impl Entry {
    /// The bytes that are hashed: JSON with the fields in the order of their declaration, no blanks.
    pub fn canonical(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("strings and numbers always become JSON")
    }

    /// The leaf of this entry in the tenant's tree.
    pub fn leaf(&self) -> Hash {
        leaf_hash(&self.canonical())
    }

    /// The hash of encrypted values, as it stands in [`Entry::values_hash`].
    pub fn hash_values(ciphertext: &[u8]) -> String {
        Sha256::digest(ciphertext)
            .iter()
            .fold(String::with_capacity(64), |mut hex, byte| {
                use std::fmt::Write;
                let _ = write!(hex, "{byte:02x}");
                hex
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            id: "ent_1".into(),
            tenant: "tnt_1".into(),
            at: 1_700_000_000_000,
            actor_kind: ActorKind::User,
            actor: "usr_1".into(),
            origin: "/app/events 192.0.2.0/24".into(),
            action: "event.created".into(),
            entity: "evt_1".into(),
            person: String::new(),
            fields: vec!["title".into()],
            values_hash: Entry::hash_values(b"ciphertext"),
        }
    }

    #[test]
    fn the_canonical_form_never_changes() {
        let text = String::from_utf8(entry().canonical()).expect("JSON is UTF-8");
        assert_eq!(
            text,
            r#"{"id":"ent_1","tenant":"tnt_1","at":1700000000000,"actor_kind":"user","actor":"usr_1","origin":"/app/events 192.0.2.0/24","action":"event.created","entity":"evt_1","person":"","fields":["title"],"values_hash":"305531dcc50ebca31cf1d5b31e9fc76ed51f66b3b6dd5a030c6539ae6532f979"}"#
        );
    }

    #[test]
    fn any_change_changes_the_leaf() {
        let other = Entry {
            at: entry().at + 1,
            ..entry()
        };
        assert_ne!(other.leaf(), entry().leaf());
    }
}
