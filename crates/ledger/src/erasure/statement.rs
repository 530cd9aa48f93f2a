//! What is stated.

use std::str::FromStr;

use data_encoding::BASE64;

use crate::Hash;

/// The first line of each statement, with the version of the form.
const FIRST_LINE: &str = "einlass-erasure/1";

/// What was erased and when. Random ids, times and figures; nothing about the person. Times are milliseconds since
/// 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasureStatement {
    /// Origin of the tenant's log.
    pub log: String,
    /// The random id that the person had.
    pub person: String,
    /// When the key was destroyed.
    pub erased_ms: i64,
    /// From then on no backup holds the key either.
    pub backups_until_ms: i64,
    /// Entries on guest lists that were deleted.
    pub guests: u64,
    /// Mails in the outbox that were deleted, sent or not.
    pub mails: u64,
    /// Personal links that were deleted.
    pub links: u64,
    /// The leaf of the entry in the log.
    pub leaf: Hash,
}

/// A text that is not a statement of this form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text states no erasure in a known form")]
pub struct NotAStatement;

impl ErasureStatement {
    /// The lines that are signed.
    pub fn to_text(&self) -> String {
        format!(
            "{FIRST_LINE}\nlog {}\nperson {}\nerased {}\nbackups {}\nguests {}\nmails {}\nlinks {}\nleaf {}\n",
            self.log,
            self.person,
            self.erased_ms,
            self.backups_until_ms,
            self.guests,
            self.mails,
            self.links,
            BASE64.encode(&self.leaf)
        )
    }
}

impl FromStr for ErasureStatement {
    type Err = NotAStatement;

    fn from_str(text: &str) -> Result<Self, NotAStatement> {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST_LINE) {
            return Err(NotAStatement);
        }
        let mut value = |name: &str| {
            lines
                .next()
                .and_then(|line| line.strip_prefix(name)?.strip_prefix(' '))
                .ok_or(NotAStatement)
        };
        let statement = Self {
            log: value("log")?.to_owned(),
            person: value("person")?.to_owned(),
            erased_ms: number(value("erased")?)?,
            backups_until_ms: number(value("backups")?)?,
            guests: number(value("guests")?)?,
            mails: number(value("mails")?)?,
            links: number(value("links")?)?,
            leaf: BASE64
                .decode(value("leaf")?.as_bytes())
                .ok()
                .and_then(|leaf| leaf.try_into().ok())
                .ok_or(NotAStatement)?,
        };
        // One text for each statement: what stands there twice or otherwise is refused.
        (statement.to_text() == text)
            .then_some(statement)
            .ok_or(NotAStatement)
    }
}

fn number<N: FromStr>(text: &str) -> Result<N, NotAStatement> {
    text.parse().map_err(|_| NotAStatement)
}
