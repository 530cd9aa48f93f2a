//! Statement and proof together, in one JSON file.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::{ErasureStatement, NotAStatement};
use crate::{
    Checkpoint, CheckpointError, Entry, Hash, InclusionError, NoteError, Signer, Verifier,
    VerifierKeyError,
    note::{open_note, sign_note},
    verify_inclusion,
};

/// The name of the format, with its version.
pub const FORMAT: &str = "einlass-erasure-certificate/1";

/// The certificate, as it is kept by whoever asked for the erasure. Checked without server and database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Always [`FORMAT`].
    pub format: String,
    /// The statement, a signed note.
    pub statement: String,
    /// The entry of the log that it is about.
    pub entry: Entry,
    /// Its place in the log, from 0.
    pub position: u64,
    /// The hashes that lead from the entry to the root, in hexadecimal (RFC 9162, section 2.1.3).
    pub proof: Vec<String>,
    /// The signed state of the log that holds the entry, a signed note.
    pub checkpoint: String,
    /// The public key that signed both, as [`Verifier`] writes it.
    pub vkey: String,
}

/// What a certificate proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// What is stated.
    pub statement: ErasureStatement,
    /// The state of the log that holds the entry.
    pub checkpoint: Checkpoint,
    /// The key that signed. It must be known from elsewhere, too.
    pub key: Verifier,
}

/// A certificate that proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// Another format or version.
    #[error("the certificate has another format")]
    UnknownFormat,
    /// The key cannot be read.
    #[error("the key in the certificate is malformed")]
    MalformedKey(#[from] VerifierKeyError),
    /// The statement is not signed by the key.
    #[error("the statement is not signed as it should be")]
    Statement(#[from] NoteError),
    /// What is signed is no statement.
    #[error(transparent)]
    NotAStatement(#[from] NotAStatement),
    /// The statement is about another log or another entry than the certificate holds.
    #[error("the statement is about another entry")]
    OtherEntry,
    /// The checkpoint is not signed by the key, or of another log.
    #[error("the checkpoint is not signed as it should be")]
    Checkpoint(#[from] CheckpointError),
    /// A hash of the proof is none.
    #[error("the proof cannot be read")]
    MalformedProof,
    /// The entry is not in the log as it was signed.
    #[error("the entry is not in the log")]
    Inclusion(#[from] InclusionError),
}

impl Certificate {
    /// Signs a statement about an entry. `proof` leads from it to the root of the checkpoint.
    pub fn sign(
        statement: &ErasureStatement,
        signer: &Signer,
        entry: Entry,
        position: u64,
        proof: &[Hash],
        checkpoint: String,
    ) -> Result<Self, NoteError> {
        Ok(Self {
            format: FORMAT.to_owned(),
            statement: sign_note(&statement.to_text(), signer)?,
            entry,
            position,
            proof: proof.iter().map(|hash| HEXLOWER.encode(hash)).collect(),
            checkpoint,
            vkey: signer.verifier().to_string(),
        })
    }

    /// Checks everything that can be checked without the server: both signatures, that they are by one key and of one
    /// log, that the statement is about the entry, and that the entry is in the log.
    pub fn verify(&self) -> Result<Proven, CertificateError> {
        if self.format != FORMAT {
            return Err(CertificateError::UnknownFormat);
        }
        let key: Verifier = self.vkey.parse()?;
        let text = open_note(&self.statement, std::slice::from_ref(&key))?;
        let statement: ErasureStatement = text.parse()?;
        let leaf = self.entry.leaf();
        let about = (
            statement.log.as_str(),
            statement.person.as_str(),
            statement.leaf,
        );
        if about != (key.name(), self.entry.entity.as_str(), leaf) {
            return Err(CertificateError::OtherEntry);
        }
        let checkpoint = Checkpoint::open(&self.checkpoint, key.name(), &key)?;
        let proof = self
            .proof
            .iter()
            .map(|hash| HEXLOWER.decode(hash.as_bytes()).ok()?.try_into().ok())
            .collect::<Option<Vec<Hash>>>()
            .ok_or(CertificateError::MalformedProof)?;
        verify_inclusion(
            &leaf,
            self.position,
            checkpoint.size,
            &proof,
            &checkpoint.root,
        )?;
        Ok(Proven {
            statement,
            checkpoint,
            key,
        })
    }
}
