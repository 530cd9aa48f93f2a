//! Checking the certificate of an erasure.

use std::path::Path;

use anyhow::{Context, ensure};
use domain::Instant;
use ledger::{Verifier, erasure::Certificate};

use super::log;

/// Checks a certificate and says what it proves. `key` is the public key that must have signed it.
pub(super) fn verify(path: &Path, key: Option<&str>, json: bool) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{} cannot be read", path.display()))?;
    let certificate: Certificate = serde_json::from_str(&text)
        .with_context(|| format!("{} is not a certificate", path.display()))?;
    let proven = certificate.verify()?;
    if let Some(key) = key {
        let key: Verifier = key.parse().context("--key is not a public key")?;
        ensure!(
            key == proven.key,
            "the certificate is signed by another key"
        );
    }
    let statement = &proven.statement;
    if json {
        let facts = serde_json::json!({
            "person": statement.person,
            "erased_ms": statement.erased_ms,
            "backups_until_ms": statement.backups_until_ms,
            "position": certificate.position,
            "size": proven.checkpoint.size,
            "key": proven.key.to_string(),
        });
        log::say(&facts.to_string());
    } else {
        let time = |ms| words::local_of(Instant(ms), "UTC").replace('T', " ");
        log::say(&format!(
            "in order: {} was erased on {} UTC, entry {} of {} in the log; in no backup from {} UTC on\nkey {}",
            statement.person,
            time(statement.erased_ms),
            certificate.position + 1,
            proven.checkpoint.size,
            time(statement.backups_until_ms),
            proven.key
        ));
    }
    Ok(())
}
