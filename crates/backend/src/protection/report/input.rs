//! Input: the log of every change.

use domain::protection::{Finding, Light, Measure, Value};

use super::sql::{self, Deed, GUARDED};
use crate::{Failure, audit, desk::TenantTx};

/// The newest entries that are hashed anew.
const NEWEST: u64 = 1_000;
/// Older ones, picked by chance.
const OTHERS: u64 = 16;

pub(super) async fn findings(
    tx: &mut TenantTx,
    standing: audit::Standing,
    deeds: &[Deed],
) -> Result<Vec<Finding>, Failure> {
    let signed_at = audit::last_signed(tx).await?;
    let is_late = standing.is_late(tx.now());
    let by = |kind: &str| -> u64 {
        let deeds = deeds.iter().filter(|deed| deed.actor_kind == kind);
        deeds.map(|deed| deed.count).sum()
    };
    let log = Finding::new(Measure::Log, Light::must(!is_late && signed_at.is_some()))
        .with("entries", standing.size)
        .with("signed", signed_at)
        .with("by-participants", by("participant") + by("visitor"))
        .with("by-users", by("user"))
        .with("by-support", by("support"))
        .with("by-system", by("system") + by("operator"));
    let checked = audit::check(tx, NEWEST, OTHERS).await?;
    let guarded = sql::guarded(tx).await?;
    let has_guard = |table: &&&str| guarded.iter().any(|known| known == **table);
    let guards = GUARDED.iter().filter(has_guard).count();
    let is_whole = checked.wrong == 0 && checked.is_signed && guards == GUARDED.len();
    let stays = Finding::new(Measure::LogStays, Light::must(is_whole))
        .with("entries-checked", checked.entries)
        .with("entries-wrong", checked.wrong)
        .with(
            "log-signature",
            if checked.is_signed { "on" } else { "off" },
        )
        .with(
            "log-guards",
            Value::Share(guards as u64, GUARDED.len() as u64),
        );
    Ok(vec![log, stays])
}
