//! Where the next page begins.

use uuid::Uuid;
use zeroize::Zeroizing;

/// A place in a sorted list: right after a record, which need not be there any more.
///
/// It holds the folded name of that record and is therefore personal data: it belongs into no address and no log as it
/// is. Seal [`Cursor::to_bytes`], or put the record's id into the address and ask [`crate::Index::cursor_after`].
#[derive(Clone, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) key: Zeroizing<Vec<u8>>,
    pub(crate) id: Uuid,
}

impl Cursor {
    pub(crate) fn new(key: &[u8], id: Uuid) -> Self {
        Self {
            key: Zeroizing::new(key.to_vec()),
            id,
        }
    }

    /// The record that it follows.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// The cursor as bytes, to be sealed: the id, then the folded name.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(16 + self.key.len()));
        bytes.extend_from_slice(self.id.as_bytes());
        bytes.extend_from_slice(&self.key);
        bytes
    }

    /// The cursor again. Any bytes of sufficient length are a place in a list; `None` if they are too short.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (id, key) = bytes.split_first_chunk::<16>()?;
        Some(Self::new(key, Uuid::from_bytes(*id)))
    }
}

impl std::fmt::Debug for Cursor {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "[cursor after {}]", self.id)
    }
}
