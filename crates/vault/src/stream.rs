//! Sealed streams: files that are larger than memory, such as backups.
//!
//! STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) with AES-256-GCM-SIV: chunks of 64 KiB, each with its number and
//! whether it is the last in the nonce. A chunk that was changed, moved, left out or put in does not open, and neither
//! does a stream that was cut off. Each stream has a random key of its own, wrapped by the key provider.

use std::io::{self, Read, Write};

use thiserror::Error;
use zeroize::Zeroizing;

use crate::{Environment, Key32, KeyContext, KeyProvider, ProviderError, hazmat};

/// Bytes of plaintext in a chunk; only the last has fewer.
const CHUNK: usize = 64 * 1024;
const SEALED_CHUNK: usize = CHUNK + hazmat::TAG_LEN;

/// The stream is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StreamError {
    /// A chunk was changed or moved, what stands before the stream was changed, or the end is missing.
    #[error("the file is damaged or was cut off")]
    Refused,
    /// More chunks than the counter has numbers: 256 TiB.
    #[error("the file is too large")]
    TooLong,
}

/// The key of one stream.
#[derive(Debug)]
pub struct StreamKey {
    key: Key32,
    wrapped: Vec<u8>,
}

impl StreamKey {
    /// A new key for one stream. `purpose` says what the stream is; the key opens for no other.
    pub async fn make(
        provider: &dyn KeyProvider,
        environment: Environment,
        purpose: &'static str,
    ) -> Result<Self, ProviderError> {
        let made = provider.generate(&context(environment, purpose)).await?;
        Ok(Self {
            key: made.plaintext,
            wrapped: made.wrapped,
        })
    }

    /// The key out of its wrapped form; refused for another purpose, environment or provider.
    pub async fn open(
        provider: &dyn KeyProvider,
        environment: Environment,
        purpose: &'static str,
        wrapped: &[u8],
    ) -> Result<Self, ProviderError> {
        Ok(Self {
            key: provider
                .decrypt(&context(environment, purpose), wrapped)
                .await?,
            wrapped: wrapped.to_vec(),
        })
    }

    /// The wrapped form, to stand in front of the stream.
    pub fn wrapped(&self) -> &[u8] {
        &self.wrapped
    }

    fn nonce(number: u32, last: bool) -> [u8; hazmat::NONCE_LEN] {
        let mut nonce = [0; hazmat::NONCE_LEN];
        nonce[7..11].copy_from_slice(&number.to_be_bytes());
        nonce[11] = u8::from(last);
        nonce
    }
}

/// Streams belong to the installation, not to one tenant.
const fn context(environment: Environment, purpose: &'static str) -> KeyContext {
    KeyContext {
        environment,
        tenant: [0; 16],
        purpose,
        version: 1,
    }
}

/// Seals what is written. Without [`Self::finish`] the stream has no end and does not open.
pub struct SealedWriter<'key, W> {
    out: W,
    key: &'key Key32,
    head: Vec<u8>,
    buffer: Zeroizing<Vec<u8>>,
    number: u32,
}

impl<'key, W: Write> SealedWriter<'key, W> {
    /// Writes to `out`; `head` is what stands in front of the stream and is authenticated with each chunk.
    pub fn new(out: W, key: &'key StreamKey, head: &[u8]) -> Self {
        Self {
            out,
            key: &key.key,
            head: head.to_vec(),
            buffer: Zeroizing::new(Vec::with_capacity(SEALED_CHUNK)),
            number: 0,
        }
    }

    /// Writes the last chunk and gives the flushed file back.
    pub fn finish(mut self) -> io::Result<W> {
        self.put(true)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn put(&mut self, last: bool) -> io::Result<()> {
        let nonce = StreamKey::nonce(self.number, last);
        let tag = hazmat::seal_in_place(self.key, nonce, &self.head, &mut self.buffer);
        self.buffer.extend_from_slice(&tag);
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        self.number = self
            .number
            .checked_add(1)
            .ok_or_else(|| bad(StreamError::TooLong))?;
        Ok(())
    }
}

impl<W: Write> Write for SealedWriter<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk waits until more comes: only then it is known not to be the last.
        if self.buffer.len() == CHUNK && !bytes.is_empty() {
            self.put(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.buffer.len());
        self.buffer.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// Nothing that is not a whole chunk can leave.
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Opens what a [`SealedWriter`] wrote. Nothing is handed out that was not checked; a failure is an
/// [`io::ErrorKind::InvalidData`] with a [`StreamError`] in it.
pub struct SealedReader<'key, R> {
    input: R,
    key: &'key Key32,
    head: Vec<u8>,
    /// Sealed bytes of the chunk that follows, read ahead to know whether it is the last.
    ahead: Vec<u8>,
    open: Zeroizing<Vec<u8>>,
    at: usize,
    number: u32,
    ended: bool,
}

impl<'key, R: Read> SealedReader<'key, R> {
    /// Reads from `input`, which stands behind `head`.
    pub fn new(input: R, key: &'key StreamKey, head: &[u8]) -> io::Result<Self> {
        let mut reader = Self {
            input,
            key: &key.key,
            head: head.to_vec(),
            ahead: Vec::new(),
            open: Zeroizing::default(),
            at: 0,
            number: 0,
            ended: false,
        };
        reader.ahead = reader.read_ahead()?;
        Ok(reader)
    }

    fn read_ahead(&mut self) -> io::Result<Vec<u8>> {
        let mut sealed = Vec::with_capacity(SEALED_CHUNK);
        self.input
            .by_ref()
            .take(SEALED_CHUNK as u64)
            .read_to_end(&mut sealed)?;
        Ok(sealed)
    }

    fn next_chunk(&mut self) -> io::Result<()> {
        let next = self.read_ahead()?;
        let last = next.is_empty();
        let mut chunk = Zeroizing::new(std::mem::replace(&mut self.ahead, next));
        let Some(length) = chunk.len().checked_sub(hazmat::TAG_LEN) else {
            return Err(bad(StreamError::Refused));
        };
        let mut tag = [0; hazmat::TAG_LEN];
        tag.copy_from_slice(&chunk[length..]);
        chunk.truncate(length);
        let nonce = StreamKey::nonce(self.number, last);
        if !hazmat::open_in_place(self.key, nonce, &self.head, &mut chunk, tag) {
            return Err(bad(StreamError::Refused));
        }
        self.number = self
            .number
            .checked_add(1)
            .ok_or_else(|| bad(StreamError::TooLong))?;
        (self.open, self.at, self.ended) = (chunk, 0, last);
        Ok(())
    }
}

impl<R: Read> Read for SealedReader<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        while self.at == self.open.len() {
            if self.ended {
                return Ok(0);
            }
            self.next_chunk()?;
        }
        let taken = bytes.len().min(self.open.len() - self.at);
        bytes[..taken].copy_from_slice(&self.open[self.at..self.at + taken]);
        self.at += taken;
        Ok(taken)
    }
}

fn bad(error: StreamError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error)
}
