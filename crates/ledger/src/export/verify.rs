//! Checks the file in one pass.

use std::{
    collections::{HashSet, VecDeque},
    io::BufRead,
};

use sha2::{Digest, Sha256};

use super::{
    divergence::{Divergence, VerifyError, Witness},
    line::{CheckpointLine, FORMAT, Header, ReadEntryLine, entry_prefix, read_line},
    report::Report,
    trusted::Trusted,
};
use crate::{Checkpoint, Entry, Frontier, Hash, Verifier, leaf_hash};

/// Checks a file that [`Writer`](super::Writer) wrote against what is trusted. Returns what is in it, or the first
/// divergence. What that proves, and what not, stands at the [module](super). Reads line by line: give it a buffered
/// reader.
pub fn verify(mut reader: impl BufRead, trusted: &Trusted) -> Result<Report, VerifyError> {
    let mut line = Vec::new();
    let mut checker = Checker::new(trusted.clone());
    while read_line(&mut reader, &mut line)? {
        checker.line(&line)?;
    }
    Ok(checker.finish()?)
}

/// The same check, line by line, for whoever reads the file by other means.
pub struct Checker {
    trusted: Trusted,
    check: Option<Check>,
}

impl Checker {
    /// Begins; the first line is the header.
    pub fn new(trusted: Trusted) -> Self {
        Self {
            trusted,
            check: None,
        }
    }

    /// Takes the next line, without its line feed.
    pub fn line(&mut self, line: &[u8]) -> Result<(), Divergence> {
        let Some(check) = &mut self.check else {
            self.check = Some(Check::start(line, &self.trusted)?);
            return Ok(());
        };
        check.lines += 1;
        if line.starts_with(b"{\"position\":") {
            check.entry(line)
        } else {
            check.checkpoint(line)
        }
    }

    /// Entries so far, each in its place.
    pub fn entries(&self) -> u64 {
        self.check.as_ref().map_or(0, |check| check.frontier.size())
    }

    /// The end of the file.
    pub fn finish(self) -> Result<Report, Divergence> {
        let nothing = Divergence::Unreadable { line: 1 };
        self.check.ok_or(nothing)?.finish()
    }
}

/// A root that the file must have at one size.
#[derive(Clone, Copy)]
struct Expected {
    size: u64,
    root: Hash,
    witness: Witness,
}

struct Check {
    header: Header,
    key: Verifier,
    anchors: Vec<Expected>,
    /// Roots that are not reached yet, the smallest first.
    expected: VecDeque<Expected>,
    /// Size up to which entries are signed.
    signed: u64,
    /// Size up to which a root agreed.
    agreed: u64,
    frontier: Frontier,
    /// The first half of the SHA-256 of each id: who finds two ids with the same has broken SHA-256.
    ids: HashSet<[u8; 16]>,
    /// The line as it must be; kept to be filled again.
    canonical: Vec<u8>,
    lines: u64,
    checkpoints: u64,
    times_ms: Option<(i64, i64)>,
}

impl Check {
    fn start(line: &[u8], trusted: &Trusted) -> Result<Self, Divergence> {
        let header: Header =
            serde_json::from_slice(line).map_err(|_| Divergence::Unreadable { line: 1 })?;
        if header.format != FORMAT {
            return Err(Divergence::UnknownFormat);
        }
        let key: Verifier = header.vkey.parse().map_err(Divergence::MalformedKey)?;
        if let Some(expected) = trusted.key.as_ref().filter(|expected| **expected != key) {
            return Err(Divergence::WrongKey {
                expected: expected.to_string(),
                found: key.to_string(),
            });
        }
        let anchors = anchors(trusted, &header.origin)?;
        let mut check = Self {
            header,
            key,
            expected: anchors.iter().copied().collect(),
            anchors,
            signed: 0,
            agreed: 0,
            frontier: Frontier::new(),
            ids: HashSet::new(),
            canonical: Vec::new(),
            lines: 1,
            checkpoints: 0,
            times_ms: None,
        };
        check.compare()?;
        Ok(check)
    }

    fn checkpoint(&mut self, line: &[u8]) -> Result<(), Divergence> {
        let unreadable = Divergence::Unreadable { line: self.lines };
        if self.frontier.size() > 0 {
            return Err(unreadable);
        }
        let note = serde_json::from_slice::<CheckpointLine>(line)
            .map_err(|_| unreadable)?
            .checkpoint;
        let Checkpoint { size, root, .. } = Checkpoint::open(&note, &self.header.origin, &self.key)
            .map_err(|reason| Divergence::CheckpointRefused {
                line: self.lines,
                reason,
            })?;
        if size < self.signed {
            return Err(Divergence::CheckpointOrder { line: self.lines });
        }
        // Behind all that are not larger; anchors of that size stay in front of it.
        let place = self.expected.partition_point(|other| other.size <= size);
        let before = place.checked_sub(1).map(|index| self.expected[index]);
        if let Some(other) = before.filter(|other| other.size == size && other.root != root) {
            return Err(Divergence::Forked {
                size,
                one: other.root,
                other: root,
            });
        }
        if before.is_none_or(|other| other.size < size) {
            let witness = Witness::Checkpoint;
            self.expected.insert(
                place,
                Expected {
                    size,
                    root,
                    witness,
                },
            );
        }
        self.signed = size;
        self.checkpoints += 1;
        self.compare()
    }

    fn entry(&mut self, line: &[u8]) -> Result<(), Divergence> {
        let position = self.frontier.size();
        let ReadEntryLine {
            position: found,
            entry,
        } = serde_json::from_slice(line)
            .map_err(|_| Divergence::Unreadable { line: self.lines })?;
        if found != position {
            return Err(Divergence::Position {
                expected: position,
                found,
            });
        }
        let leaf = self
            .canonical_leaf(line, position, &entry)
            .ok_or(Divergence::NotCanonical { position })?;
        if entry.tenant != self.header.tenant {
            return Err(Divergence::ForeignEntry { position });
        }
        let id = Sha256::digest(&entry.id);
        if !self
            .ids
            .insert(*id.first_chunk().expect("32 bytes begin with 16"))
        {
            return Err(Divergence::RepeatedEntry { position });
        }
        if position >= self.signed {
            return Err(Divergence::Unsigned { position });
        }
        let (earliest, latest) = self.times_ms.unwrap_or((entry.at, entry.at));
        self.times_ms = Some((earliest.min(entry.at), latest.max(entry.at)));
        self.frontier.append(leaf);
        self.compare()
    }

    /// The leaf, if the line is byte for byte what the writer makes of this entry: then nothing stands in the file that
    /// was not hashed.
    fn canonical_leaf(&mut self, line: &[u8], position: u64, entry: &Entry) -> Option<Hash> {
        let prefix = entry_prefix(position);
        self.canonical.clear();
        serde_json::to_writer(&mut self.canonical, entry)
            .expect("strings and numbers always become JSON");
        let body = line.strip_prefix(prefix.as_bytes())?.strip_suffix(b"}")?;
        (body == self.canonical).then(|| leaf_hash(body))
    }

    /// Compares the root with all that were signed at the present size.
    fn compare(&mut self) -> Result<(), Divergence> {
        let size = self.frontier.size();
        while let Some(expected) = self.expected.pop_front_if(|next| next.size == size) {
            let found = self.frontier.root();
            if found != expected.root {
                return Err(Divergence::Altered {
                    agreed: self.agreed,
                    size,
                    witness: expected.witness,
                    expected: expected.root,
                    found,
                });
            }
            self.agreed = size;
        }
        Ok(())
    }

    fn finish(self) -> Result<Report, Divergence> {
        if let Some(next) = self.expected.front() {
            return Err(Divergence::Truncated {
                entries: self.frontier.size(),
                size: next.size,
                witness: next.witness,
            });
        }
        Ok(Report {
            header: self.header,
            entries: self.frontier.size(),
            checkpoints: self.checkpoints,
            anchors: self.anchors.len() as u64,
            anchored_entries: self.anchors.last().map_or(0, |anchor| anchor.size),
            root: self.frontier.root(),
            earliest_ms: self.times_ms.map(|(earliest, _)| earliest),
            latest_ms: self.times_ms.map(|(_, latest)| latest),
        })
    }
}

/// The anchors, the smallest first.
fn anchors(trusted: &Trusted, origin: &str) -> Result<Vec<Expected>, Divergence> {
    let mut anchors = Vec::with_capacity(trusted.anchors.len());
    for anchor in &trusted.anchors {
        let size = anchor.size;
        if anchor.origin != origin {
            return Err(Divergence::ForeignAnchor { size });
        }
        anchors.push(Expected {
            size,
            root: anchor.root,
            witness: Witness::Anchor,
        });
    }
    anchors.sort_by_key(|anchor| anchor.size);
    for pair in anchors.windows(2) {
        if pair[0].size == pair[1].size && pair[0].root != pair[1].root {
            return Err(Divergence::Forked {
                size: pair[0].size,
                one: pair[0].root,
                other: pair[1].root,
            });
        }
    }
    Ok(anchors)
}
