//! The lines of the file.

use std::{borrow::Cow, io, io::BufRead, io::Read as _};

use serde::{Deserialize, Serialize};

use crate::Entry;

/// The name of the format, with its version.
pub const FORMAT: &str = "einlass-audit/1";

/// Bytes that a line may have, so that a hostile file cannot fill the memory. An entry has a few hundred.
pub const LINE_BYTES_MAX: usize = 1 << 20;

/// The first line: whose log it is. It is not signed; entries and checkpoints are compared with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Always [`FORMAT`].
    pub format: String,
    /// The tenant of every entry.
    pub tenant: String,
    /// The origin of every checkpoint.
    pub origin: String,
    /// The public key that signed the checkpoints, as [`Verifier`](crate::Verifier) writes it.
    pub vkey: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckpointLine<'line> {
    #[serde(borrow)]
    pub checkpoint: Cow<'line, str>,
}

#[derive(Serialize)]
pub(super) struct EntryLine<'entry> {
    pub position: u64,
    pub entry: &'entry Entry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadEntryLine {
    pub position: u64,
    pub entry: Entry,
}

/// What stands before the canonical entry on its line.
pub(super) fn entry_prefix(position: u64) -> String {
    format!(r#"{{"position":{position},"entry":"#)
}

/// Reads the next line without its line feed into `line`. False at the end of the file. A line that is too long or not
/// ended is left empty, which no line of the format is.
pub(super) fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let limit = LINE_BYTES_MAX as u64 + 1;
    let read = reader.by_ref().take(limit).read_until(b'\n', line)?;
    if line.pop_if(|byte| *byte == b'\n').is_none() {
        line.clear();
    }
    Ok(read > 0)
}
