//! The state of a log at one size, signed.

use data_encoding::BASE64;

use crate::{
    merkle::Hash,
    note::{NoteError, Signer, Verifier, open_note, sign_note, split},
};

/// What our extension line begins with.
const TIME: &str = "time ";

/// A checkpoint in the text of C2SP tlog-checkpoint: origin, size, root in base64, and one extension line
/// `time <milliseconds>`. Signed as a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: unique for each tenant and installation, such as `einlass.example/tnt_…`.
    pub origin: String,
    /// Leaves in the tree.
    pub size: u64,
    /// Root of the tree.
    pub root: Hash,
    /// When it was signed by the server's own clock, in milliseconds since 1970-01-01T00:00:00Z. None in checkpoints of
    /// other software.
    pub time_ms: Option<i64>,
}

/// A note that is no checkpoint of this log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Not signed as it should be.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// Fewer than three lines, or an empty one.
    #[error("a checkpoint has at least three lines and none is empty")]
    Lines,
    /// The origin is empty or has a control character.
    #[error("the origin is empty or has a control character")]
    MalformedOrigin,
    /// The checkpoint of another log.
    #[error("the checkpoint is of another log")]
    WrongOrigin,
    /// The size is no plain decimal number.
    #[error("the size is no plain decimal number")]
    Size,
    /// The root is no base64 of 32 bytes.
    #[error("the root is no base64 of 32 bytes")]
    Root,
    /// The time is no plain decimal number, or there are two.
    #[error("the time is no plain decimal number or stands there twice")]
    Time,
}

/// A decimal number in its one form: no leading zeros, no plus.
fn decimal<N: std::str::FromStr + ToString>(text: &str) -> Option<N> {
    let number: N = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

impl Checkpoint {
    /// The signed note. The same checkpoint and key always give the same text.
    pub fn sign(&self, signer: &Signer) -> Result<String, CheckpointError> {
        if self.origin.is_empty() || self.origin.contains(char::is_control) {
            return Err(CheckpointError::MalformedOrigin);
        }
        let time = self
            .time_ms
            .map_or_else(String::new, |time_ms| format!("{TIME}{time_ms}\n"));
        let root = BASE64.encode(&self.root);
        let text = format!("{}\n{}\n{root}\n{time}", self.origin, self.size);
        Ok(sign_note(&text, signer)?)
    }

    /// The checkpoint in a note that `verifier` has signed, if it is of the log `origin`. Extension lines of other
    /// software are ignored, as the specification says.
    pub fn open(note: &str, origin: &str, verifier: &Verifier) -> Result<Self, CheckpointError> {
        let checkpoint = Self::read(open_note(note, std::slice::from_ref(verifier))?)?;
        if checkpoint.origin != origin {
            return Err(CheckpointError::WrongOrigin);
        }
        Ok(checkpoint)
    }

    /// The checkpoint in a note whose signatures are not looked at.
    pub(crate) fn read_unverified(note: &str) -> Result<Self, CheckpointError> {
        Self::read(split(note)?.0)
    }

    fn read(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.lines();
        if lines.clone().any(str::is_empty) {
            return Err(CheckpointError::Lines);
        }
        let mut next = || lines.next().ok_or(CheckpointError::Lines);
        let (origin, size, root) = (next()?, next()?, next()?);
        let root = BASE64
            .decode(root.as_bytes())
            .ok()
            .and_then(|root| Hash::try_from(root).ok())
            .ok_or(CheckpointError::Root)?;
        let mut times = lines.filter_map(|line| line.strip_prefix(TIME));
        let time_ms = times
            .next()
            .map(|time| decimal(time).ok_or(CheckpointError::Time))
            .transpose()?;
        if times.next().is_some() {
            return Err(CheckpointError::Time);
        }
        Ok(Self {
            origin: origin.to_owned(),
            size: decimal(size).ok_or(CheckpointError::Size)?,
            root,
            time_ms,
        })
    }
}
