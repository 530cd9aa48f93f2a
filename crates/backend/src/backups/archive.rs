//! The file: one line of JSON in the clear, then a sealed stream of frames.

use std::{
    fmt,
    io::{BufRead, BufReader, Read, Write},
};

use data_encoding::BASE64;
use domain::Instant;
use serde::{Deserialize, Serialize};
use vault::{Environment, SealedReader, SealedWriter, StreamKey};

use super::BackupError;

/// The name of the format, with its version.
const FORMAT: &str = "einlass-backup/1";
/// The purpose of a backup's key; the provider opens it for no other.
pub(super) const PURPOSE: &str = "backup";
/// The longest first line, in bytes.
const HEADER_MAX: u64 = 8 * 1024;
/// The longest frame, in bytes; a single row of the largest upload fits.
const FRAME_MAX: usize = 256 * 1024 * 1024;
/// Rows are written once they hold this many bytes, so that neither side keeps much in memory.
const FULL: usize = 8 * 1024 * 1024;

/// One of the two files of a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Everything that is sealed under keys of subjects, and the log.
    Data,
    /// The keys, wrapped, and which were destroyed.
    Keys,
}

impl Part {
    /// The ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Keys => "keys",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.ending())
    }
}

/// What stands in front, in the clear. It is authenticated with every chunk that follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Always `einlass-backup/1`.
    format: String,
    /// Which part.
    pub part: Part,
    /// The environment of the installation.
    pub environment: String,
    /// When the backup was made, in milliseconds since 1970. Both parts have the same moment.
    pub made_at: Instant,
    /// The version of the tables.
    pub schema: i64,
    /// The key of the stream, wrapped by the key provider.
    key: String,
}

impl Header {
    pub(super) fn new(
        part: Part,
        environment: Environment,
        made_at: Instant,
        schema: i64,
        key: &StreamKey,
    ) -> Self {
        Self {
            format: FORMAT.to_owned(),
            part,
            environment: environment.to_string(),
            made_at,
            schema,
            key: BASE64.encode(key.wrapped()),
        }
    }

    /// Reads the first line; the rest of the file is left in the reader.
    pub fn read(file: &mut impl BufRead) -> Result<(Self, Vec<u8>), BackupError> {
        let mut line = Vec::new();
        file.by_ref()
            .take(HEADER_MAX)
            .read_until(b'\n', &mut line)?;
        let header: Self = serde_json::from_slice(&line).map_err(|_| BackupError::NotABackup)?;
        if header.format != FORMAT || !line.ends_with(b"\n") {
            return Err(BackupError::NotABackup);
        }
        Ok((header, line))
    }

    pub(super) fn wrapped_key(&self) -> Result<Vec<u8>, BackupError> {
        BASE64
            .decode(self.key.as_bytes())
            .map_err(|_| BackupError::NotABackup)
    }
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Cell {
    Nothing,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    const fn bytes(&self) -> usize {
        match self {
            Self::Nothing => 1,
            Self::Number(_) => 8,
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }
}

/// Rows that wait for their frame.
pub(super) struct Batch {
    rows: Vec<Vec<Cell>>,
    rows_max: usize,
    bytes: usize,
}

impl Batch {
    /// An empty one, which is full with so many rows at the latest.
    pub(super) const fn new(rows_max: usize) -> Self {
        Self {
            rows: Vec::new(),
            rows_max,
            bytes: 0,
        }
    }

    /// Takes a row; gives the frame when it is full.
    pub(super) fn push(&mut self, row: Vec<Cell>) -> Option<Frame> {
        self.bytes += row.iter().map(Cell::bytes).sum::<usize>();
        self.rows.push(row);
        let full = self.rows.len() >= self.rows_max || self.bytes >= FULL;
        full.then(|| self.take()).flatten()
    }

    /// The frame of the rows that are left, if there are some.
    pub(super) fn take(&mut self) -> Option<Frame> {
        self.bytes = 0;
        let rows = std::mem::take(&mut self.rows);
        (!rows.is_empty()).then_some(Frame::Rows(rows))
    }
}

/// The frames of the stream. Rows belong to the tenant and table named last.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Frame {
    Tenant([u8; 16]),
    Table(String),
    Rows(Vec<Vec<Cell>>),
    /// The end, with the number of all rows.
    End(u64),
}

/// Writes one part.
pub(super) struct PartWriter<'key, W> {
    stream: SealedWriter<'key, W>,
    rows: u64,
}

impl<'key, W: Write> PartWriter<'key, W> {
    pub(super) fn start(
        mut out: W,
        header: &Header,
        key: &'key StreamKey,
    ) -> Result<Self, BackupError> {
        let mut line = serde_json::to_vec(header).expect("a header is text and numbers");
        line.push(b'\n');
        out.write_all(&line)?;
        Ok(Self {
            stream: SealedWriter::new(out, key, &line),
            rows: 0,
        })
    }

    pub(super) fn frame(&mut self, frame: &Frame) -> Result<(), BackupError> {
        if let Frame::Rows(rows) = frame {
            self.rows += rows.len() as u64;
        }
        let bytes = postcard::to_allocvec(frame).expect("frames are plain values");
        // Better no backup than one that cannot be restored.
        let length = u32::try_from(bytes.len()).ok();
        let length = length.filter(|_| bytes.len() <= FRAME_MAX);
        let length = length.ok_or(BackupError::RowTooLong)?;
        self.stream.write_all(&length.to_le_bytes())?;
        Ok(self.stream.write_all(&bytes)?)
    }

    /// Writes the end; returns the number of rows.
    pub(super) fn finish(mut self) -> Result<u64, BackupError> {
        let rows = self.rows;
        self.frame(&Frame::End(rows))?;
        self.stream.finish()?;
        Ok(rows)
    }
}

/// Reads one part.
pub(super) struct PartReader<'key, R> {
    stream: SealedReader<'key, BufReader<R>>,
    rows: u64,
}

impl<'key, R: Read> PartReader<'key, R> {
    /// `line` is the first line as it was read.
    pub(super) fn start(
        file: BufReader<R>,
        line: &[u8],
        key: &'key StreamKey,
    ) -> Result<Self, BackupError> {
        Ok(Self {
            stream: SealedReader::new(file, key, line)?,
            rows: 0,
        })
    }

    /// The next frame; `None` behind the end, which must have counted the rows rightly.
    pub(super) fn next(&mut self) -> Result<Option<Frame>, BackupError> {
        let mut length = [0; 4];
        self.stream.read_exact(&mut length)?;
        let length = u32::from_le_bytes(length) as usize;
        if length > FRAME_MAX {
            return Err(BackupError::Damaged);
        }
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        match postcard::from_bytes(&bytes).map_err(|_| BackupError::Damaged)? {
            Frame::End(rows) if rows == self.rows => {
                let more = self.stream.read(&mut [0])?;
                if more == 0 {
                    Ok(None)
                } else {
                    Err(BackupError::Damaged)
                }
            }
            Frame::End(_) => Err(BackupError::Damaged),
            frame => {
                if let Frame::Rows(rows) = &frame {
                    self.rows += rows.len() as u64;
                }
                Ok(Some(frame))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_is_full_by_rows_or_by_bytes() {
        let mut batch = Batch::new(3);
        let row = |bytes: usize| vec![Cell::Bytes(vec![0; bytes]), Cell::Nothing];
        assert_eq!(batch.push(row(1)), None);
        assert_eq!(batch.push(row(1)), None);
        assert_eq!(batch.push(row(1)), Some(Frame::Rows(vec![row(1); 3])));
        assert_eq!(batch.take(), None, "nothing is left");
        let frame = batch.push(row(FULL));
        assert_eq!(frame, Some(Frame::Rows(vec![row(FULL)])));
        assert_eq!(batch.push(row(2)), None);
        assert_eq!(batch.take(), Some(Frame::Rows(vec![row(2)])));
    }
}
