//! Checking a report on the measures.

use std::path::Path;

use anyhow::{Context, ensure};
use domain::Instant;
use ledger::{SignedReport, Verifier};

use super::log;

/// Checks that a report is what was signed, and says when it was made. `key` is the public key that must have signed it.
pub(super) fn verify(path: &Path, key: Option<&str>, json: bool) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{} cannot be read", path.display()))?;
    let report: SignedReport = serde_json::from_str(&text)
        .with_context(|| format!("{} is not a signed report", path.display()))?;
    let (signed_by, made_ms) = report.verify()?;
    if let Some(key) = key {
        let key: Verifier = key.parse().context("--key is not a public key")?;
        ensure!(key == signed_by, "the report is signed by another key");
    }
    if json {
        let facts = serde_json::json!({ "made_ms": made_ms, "key": signed_by.to_string() });
        log::say(&facts.to_string());
    } else {
        let made = words::local_of(Instant(made_ms), "UTC").replace('T', " ");
        log::say(&format!(
            "in order: a report of {made} UTC, as it was signed\nkey {signed_by}"
        ));
    }
    Ok(())
}
