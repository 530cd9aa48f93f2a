//! The check, without page and network.

use ledger::{
    Checkpoint, Verifier,
    export::{Checker, Divergence, Report, Trusted},
};
use serde::{Deserialize, Serialize};

/// The last state of a log that was found in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The key that signed it.
    pub vkey: String,
    /// The checkpoint, a signed note.
    pub note: String,
}

/// How a check ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Every entry is as it was signed; what was known before agrees.
    InOrder(Box<InOrder>),
    /// The log is not what was signed, or not what this browser saw before.
    Broken(Divergence),
}

/// A log in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InOrder {
    /// What was found.
    pub report: Report,
    /// The state that was known before, if any.
    pub before: Option<Checkpoint>,
    /// What is to be kept for the next time.
    pub known: Known,
}

/// A check that is going on: lines come in pieces.
pub struct Watch {
    checker: Checker,
    before: Option<Checkpoint>,
    newest: String,
    rest: Vec<u8>,
}

impl Watch {
    /// Begins with what is known of this log. What is kept and cannot be read is as good as nothing.
    pub fn start(known: Option<&Known>) -> Self {
        let opened = known.and_then(|known| {
            let key: Verifier = known.vkey.parse().ok()?;
            let anchor = Checkpoint::open(&known.note, key.name(), &key).ok()?;
            Some((key, anchor))
        });
        let (trusted, before) = match opened {
            None => (Trusted::nothing(), None),
            Some((key, anchor)) => (
                Trusted::nothing().with_key(key).with_anchor(anchor.clone()),
                Some(anchor),
            ),
        };
        Self {
            checker: Checker::new(trusted),
            before,
            newest: String::new(),
            rest: Vec::new(),
        }
    }

    /// Takes the next piece of the export; it may end within a line.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), Divergence> {
        self.rest.extend_from_slice(piece);
        let mut from = 0;
        while let Some(length) = self.rest[from..].iter().position(|byte| *byte == b'\n') {
            let line = &self.rest[from..from + length];
            if let Some(note) = note_of(line) {
                self.newest = note;
            }
            self.checker.line(line)?;
            from += length + 1;
        }
        self.rest.drain(..from);
        Ok(())
    }

    /// Entries so far.
    pub fn entries(&self) -> u64 {
        self.checker.entries()
    }

    /// The end of the export.
    pub fn finish(self) -> Finding {
        match self.checker.finish() {
            Err(divergence) => Finding::Broken(divergence),
            Ok(report) => Finding::InOrder(Box::new(InOrder {
                known: Known {
                    vkey: report.header.vkey.clone(),
                    note: self.newest,
                },
                report,
                before: self.before,
            })),
        }
    }
}

/// The note on a line that holds a checkpoint.
fn note_of(line: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Line {
        checkpoint: String,
    }
    line.starts_with(b"{\"checkpoint\":")
        .then(|| serde_json::from_slice::<Line>(line).ok())
        .flatten()
        .map(|line| line.checkpoint)
}
