//! The secrets from which values are derived that must be found again: blind indexes and link tokens. They stay the
//! same when the root key changes.
//!
//! Before the first change they are derived from the root key. A change seals them under the new root key, each by
//! itself: nothing from which the old root's wrapping key could be derived is kept.

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{Key32, OpenError, hazmat};

const FORMAT: u8 = 1;
const KEY_LEN: usize = 32;
const CHECK_LEN: usize = 32;
const CONTENT_AT: usize = 1 + hazmat::NONCE_LEN;

/// Where the secrets come from.
#[derive(ZeroizeOnDrop)]
pub(crate) enum Lookups {
    /// From the root key at hand; this is the second step's input of HKDF.
    OfRoot(Key32),
    /// From the tenant's first root key, which may be gone.
    Kept(Kept),
}

/// What a change of the root key keeps.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct Kept {
    link: Key32,
    /// For columns that nobody knew yet.
    others: Key32,
    columns: Vec<Column>,
}

#[derive(Zeroize, ZeroizeOnDrop)]
struct Column {
    name: String,
    key: Key32,
}

impl Lookups {
    /// The key of link tokens.
    pub(crate) fn link(&self) -> Key32 {
        match self {
            Self::OfRoot(root) => hazmat::expand(root, &[b"link/v1"]),
            Self::Kept(kept) => kept.link.copy(),
        }
    }

    /// The key of one column's blind index.
    pub(crate) fn column(&self, name: &str) -> Key32 {
        match self {
            Self::OfRoot(root) => column_of(root, name),
            Self::Kept(kept) => kept
                .columns
                .iter()
                .find(|column| column.name == name)
                .map_or_else(|| column_of(&kept.others, name), |column| column.key.copy()),
        }
    }

    fn others(&self) -> Key32 {
        match self {
            Self::OfRoot(root) => hazmat::expand(root, &[b"lookups/others/v1"]),
            Self::Kept(kept) => kept.others.copy(),
        }
    }

    /// Seals the secrets for the next root key, whose sealing key this is. `columns` are all that have a blind index.
    ///
    /// Layout: format (1), nonce (12), ciphertext, tag (16), check value (32).
    pub(crate) fn seal(&self, sealing: &Key32, bound_to: &[u8], columns: &[&str]) -> Vec<u8> {
        let plain = self.write(columns);
        let nonce = hazmat::random_bytes();
        let mut bytes = Vec::with_capacity(CONTENT_AT + plain.len() + hazmat::TAG_LEN + CHECK_LEN);
        bytes.push(FORMAT);
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&plain);
        let data = associated_data(bound_to);
        let tag = hazmat::seal_in_place(sealing, nonce, &data, &mut bytes[CONTENT_AT..]);
        bytes.extend_from_slice(&tag);
        bytes.extend_from_slice(&check_value(sealing, &data));
        bytes
    }

    /// The secrets out of their sealed form.
    pub(crate) fn open(sealing: &Key32, bound_to: &[u8], sealed: &[u8]) -> Result<Self, OpenError> {
        let (&format, rest) = sealed.split_first().ok_or(OpenError::Malformed)?;
        if format != FORMAT {
            return Err(OpenError::UnknownFormat);
        }
        let (nonce, rest) = rest
            .split_first_chunk::<{ hazmat::NONCE_LEN }>()
            .ok_or(OpenError::Malformed)?;
        let (rest, check) = rest
            .split_last_chunk::<CHECK_LEN>()
            .ok_or(OpenError::Malformed)?;
        let (content, tag) = rest
            .split_last_chunk::<{ hazmat::TAG_LEN }>()
            .ok_or(OpenError::Malformed)?;
        let data = associated_data(bound_to);
        if !hazmat::equal(&check_value(sealing, &data), check) {
            return Err(OpenError::OtherKey);
        }
        let mut content = Zeroizing::new(content.to_vec());
        if !hazmat::open_in_place(sealing, *nonce, &data, &mut content, *tag) {
            return Err(OpenError::Refused);
        }
        Self::read(&content).ok_or(OpenError::Malformed)
    }

    /// Link key (32), key of other columns (32), then for each column: length of its name (1), name, key (32).
    fn write(&self, columns: &[&str]) -> Zeroizing<Vec<u8>> {
        let mut names: Vec<&str> = columns.to_vec();
        if let Self::Kept(kept) = self {
            names.extend(kept.columns.iter().map(|column| column.name.as_str()));
        }
        names.sort_unstable();
        names.dedup();
        let length = names
            .iter()
            .map(|name| 1 + name.len() + KEY_LEN)
            .sum::<usize>();
        let mut bytes = Zeroizing::new(Vec::with_capacity(2 * KEY_LEN + length));
        bytes.extend_from_slice(self.link().expose());
        bytes.extend_from_slice(self.others().expose());
        for name in names {
            let length = u8::try_from(name.len()).expect("names of columns are short");
            bytes.push(length);
            bytes.extend_from_slice(name.as_bytes());
            bytes.extend_from_slice(self.column(name).expose());
        }
        bytes
    }

    fn read(mut bytes: &[u8]) -> Option<Self> {
        let mut take = |length: usize| {
            let (part, rest) = bytes.split_at_checked(length)?;
            bytes = rest;
            Some((part, rest.is_empty()))
        };
        let link = Key32::from_slice(take(KEY_LEN)?.0)?;
        let (others, mut end) = take(KEY_LEN)?;
        let others = Key32::from_slice(others)?;
        let mut columns = Vec::new();
        while !end {
            let length = usize::from(take(1)?.0[0]);
            let name = std::str::from_utf8(take(length)?.0).ok()?.to_owned();
            let key;
            (key, end) = take(KEY_LEN)?;
            let key = Key32::from_slice(key)?;
            columns.push(Column { name, key });
        }
        Some(Self::Kept(Kept {
            link,
            others,
            columns,
        }))
    }
}

fn column_of(secret: &Key32, name: &str) -> Key32 {
    hazmat::expand(secret, &[b"bidx/v1/", name.as_bytes()])
}

fn associated_data(bound_to: &[u8]) -> Vec<u8> {
    [b"lookups/v1", bound_to].concat()
}

/// Commits to one sealing key, as everywhere: AES-GCM-SIV alone does not.
fn check_value(sealing: &Key32, data: &[u8]) -> [u8; 32] {
    hazmat::mac(sealing, &[b"commit/lookups/v1", data])
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 2] = ["people.email", "users.email"];

    fn first() -> Lookups {
        Lookups::OfRoot(Key32::from_bytes([1; 32]))
    }

    fn sealing(byte: u8) -> Key32 {
        Key32::from_bytes([byte; 32])
    }

    #[test]
    fn the_secrets_survive_each_change() {
        let mut lookups = first();
        for byte in 2..5 {
            let sealed = lookups.seal(&sealing(byte), b"context", &COLUMNS);
            lookups = Lookups::open(&sealing(byte), b"context", &sealed).expect("it opens");
            assert_eq!(lookups.link(), first().link());
            for name in COLUMNS {
                assert_eq!(lookups.column(name), first().column(name));
            }
        }
    }

    #[test]
    fn a_column_that_comes_later_is_kept_as_well() {
        let sealed = first().seal(&sealing(2), b"", &COLUMNS);
        let second = Lookups::open(&sealing(2), b"", &sealed).expect("it opens");
        let sealed = second.seal(&sealing(3), b"", &["people.phone"]);
        let third = Lookups::open(&sealing(3), b"", &sealed).expect("it opens");
        assert_eq!(third.column("people.phone"), second.column("people.phone"));
        assert_eq!(third.column("people.email"), first().column("people.email"));
        assert_ne!(third.column("people.phone"), third.column("people.email"));
    }

    #[test]
    fn nothing_kept_is_the_old_root() {
        let sealed = first().seal(&sealing(2), b"", &COLUMNS);
        let kept = Lookups::open(&sealing(2), b"", &sealed).expect("it opens");
        let Lookups::Kept(kept) = &kept else {
            panic!("opened secrets are kept ones");
        };
        let root = Key32::from_bytes([1; 32]);
        assert_ne!(kept.link, root);
        assert_ne!(kept.others, root);
        assert!(kept.columns.iter().all(|column| column.key != root));
    }

    #[test]
    fn what_is_changed_cut_or_moved_does_not_open() {
        let sealed = first().seal(&sealing(2), b"tenant", &COLUMNS);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(
                Lookups::open(&sealing(2), b"tenant", &changed).is_err(),
                "{at}"
            );
            assert!(
                Lookups::open(&sealing(2), b"tenant", &sealed[..at]).is_err(),
                "{at}"
            );
        }
        assert!(Lookups::open(&sealing(2), b"other", &sealed).is_err());
        assert!(Lookups::open(&sealing(3), b"tenant", &sealed).is_err());
    }
}
