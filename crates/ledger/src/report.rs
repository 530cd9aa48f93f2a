//! A report that is signed with the key of a log: whoever has it can show that it was not changed since.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::{NoteError, Signer, Verifier, VerifierKeyError, open_note, sign_note};

/// The first line of what is signed, with the version of the form.
const FIRST_LINE: &str = "einlass-report/1";

/// A report with its signature, as it is handed out in JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignedReport {
    /// The report, byte for byte as it was signed.
    pub report: Box<RawValue>,
    /// A signed note (C2SP): the log, when it was made in milliseconds since 1970, and the SHA-256 of the report.
    pub statement: String,
    /// The public key that signed it, as [`Verifier`] writes it.
    pub vkey: String,
}

/// A report that proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum SignedReportError {
    /// The key cannot be read.
    #[error("the key in the report is malformed")]
    MalformedKey(#[from] VerifierKeyError),
    /// The statement is not signed by the key.
    #[error("the statement is not signed as it should be")]
    Statement(#[from] NoteError),
    /// What is signed is of another form, or about another report.
    #[error("the signature is of another report")]
    OtherReport,
}

impl SignedReport {
    /// Signs a report that was made at a time, in milliseconds since 1970.
    pub fn sign(report: Box<RawValue>, made_ms: i64, signer: &Signer) -> Result<Self, NoteError> {
        let verifier = signer.verifier();
        let statement = sign_note(&text(verifier.name(), made_ms, report.get()), signer)?;
        Ok(Self {
            report,
            statement,
            vkey: verifier.to_string(),
        })
    }

    /// Checks that the report is what its key has signed, and returns the key and when the report was made. The key must be
    /// known from elsewhere, too.
    pub fn verify(&self) -> Result<(Verifier, i64), SignedReportError> {
        let key: Verifier = self.vkey.parse()?;
        let signed = open_note(&self.statement, std::slice::from_ref(&key))?;
        let made_ms = signed
            .lines()
            .nth(2)
            .and_then(|line| line.strip_prefix("made ")?.parse().ok())
            .ok_or(SignedReportError::OtherReport)?;
        if signed == text(key.name(), made_ms, self.report.get()) {
            Ok((key, made_ms))
        } else {
            Err(SignedReportError::OtherReport)
        }
    }
}

fn text(log: &str, made_ms: i64, report: &str) -> String {
    let hash = HEXLOWER.encode(&Sha256::digest(report.as_bytes()));
    format!("{FIRST_LINE}\nlog {log}\nmade {made_ms}\nsha256 {hash}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed() -> SignedReport {
        let signer = Signer::from_seed(&[7; 32], "einlass.example/log/tnt_1").expect("a key");
        let report = RawValue::from_string("{\"light\":\"green\"}".into()).expect("JSON");
        SignedReport::sign(report, 1_000, &signer).expect("signed")
    }

    #[test]
    fn a_report_is_read_back_and_shown_to_be_unchanged() {
        let file = serde_json::to_string(&signed()).expect("JSON");
        let read: SignedReport = serde_json::from_str(&file).expect("a report");
        let (key, made_ms) = read.verify().expect("in order");
        assert_eq!((key.name(), made_ms), ("einlass.example/log/tnt_1", 1_000));
    }

    #[test]
    fn a_changed_report_or_a_statement_of_another_is_found() {
        let file = serde_json::to_string(&signed()).expect("JSON");
        for (from, to) in [
            ("green", "red"),
            ("made 1000", "made 1001"),
            ("sha256 ", "sha256 0"),
        ] {
            let changed: SignedReport =
                serde_json::from_str(&file.replacen(from, to, 1)).expect("a report");
            assert!(changed.verify().is_err(), "{to}");
        }
    }

    #[test]
    fn another_key_does_not_count() {
        let other = Signer::from_seed(&[8; 32], "einlass.example/log/tnt_1").expect("a key");
        let report = SignedReport {
            vkey: other.verifier().to_string(),
            ..signed()
        };
        assert!(matches!(
            report.verify(),
            Err(SignedReportError::Statement(_))
        ));
    }
}
