//! Writes the file, entry by entry.

use std::{io, io::Write};

use super::line::{CheckpointLine, EntryLine, FORMAT, Header};
use crate::{Checkpoint, CheckpointError, Entry, Verifier};

/// The file cannot be written like this.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The file could not be written.
    #[error("the file could not be written")]
    Write(#[from] io::Error),
    /// What should be a checkpoint is none.
    #[error("a checkpoint is refused")]
    Checkpoint(#[from] CheckpointError),
    /// Checkpoints stand before the entries, the smallest first.
    #[error("the checkpoint of size {size} is out of its place")]
    CheckpointOrder {
        /// Its size.
        size: u64,
    },
    /// An entry beyond the last checkpoint: nothing would prove it.
    #[error("the last checkpoint covers {size} entries, not more")]
    Unsigned {
        /// Size of the last checkpoint.
        size: u64,
    },
    /// Fewer entries than the last checkpoint covers.
    #[error("the last checkpoint covers {size} entries, {entries} were written")]
    Incomplete {
        /// Size of the last checkpoint.
        size: u64,
        /// Entries that were written.
        entries: u64,
    },
}

/// Writes an export: [`Self::start`], then all [`Self::checkpoint`]s, then all [`Self::entry`]s, then [`Self::finish`].
/// Signatures and hashes are not checked here; [`verify`](super::verify) does. Give it a buffered writer.
#[derive(Debug)]
pub struct Writer<W> {
    out: W,
    /// Entries so far.
    entries: u64,
    /// Size of the last checkpoint.
    size: u64,
}

impl<W: Write> Writer<W> {
    /// Writes the header. `origin` is the one of the checkpoints, `key` the one that signed them.
    pub fn start(out: W, tenant: &str, origin: &str, key: &Verifier) -> Result<Self, WriteError> {
        let mut writer = Self {
            out,
            entries: 0,
            size: 0,
        };
        writer.line(&Header {
            format: FORMAT.to_owned(),
            tenant: tenant.to_owned(),
            origin: origin.to_owned(),
            vkey: key.to_string(),
        })?;
        Ok(writer)
    }

    /// Goes on in the middle of an export of `size` entries, of which the first `from` were written elsewhere.
    pub const fn go_on(out: W, from: u64, size: u64) -> Self {
        Self {
            out,
            entries: from,
            size,
        }
    }

    /// Gives the writer back, wherever the export stands.
    pub fn into_inner(self) -> W {
        self.out
    }

    /// Writes a signed checkpoint. The last one must be the one over all entries that follow.
    pub fn checkpoint(&mut self, note: &str) -> Result<(), WriteError> {
        let size = Checkpoint::read_unverified(note)?.size;
        if self.entries > 0 || size < self.size {
            return Err(WriteError::CheckpointOrder { size });
        }
        self.size = size;
        self.line(&CheckpointLine {
            checkpoint: note.into(),
        })?;
        Ok(())
    }

    /// Writes the next entry in the order of the tree, from position 0.
    pub fn entry(&mut self, entry: &Entry) -> Result<(), WriteError> {
        if self.entries == self.size {
            return Err(WriteError::Unsigned { size: self.size });
        }
        self.line(&EntryLine {
            position: self.entries,
            entry,
        })?;
        self.entries += 1;
        Ok(())
    }

    /// Ends the file and gives the flushed writer back.
    pub fn finish(mut self) -> Result<W, WriteError> {
        if self.entries < self.size {
            return Err(WriteError::Incomplete {
                size: self.size,
                entries: self.entries,
            });
        }
        self.out.flush()?;
        Ok(self.out)
    }

    fn line(&mut self, line: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, line)?;
        self.out.write_all(b"\n")
    }
}
