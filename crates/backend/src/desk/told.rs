//! What systems outside hear of changes: the log of the process is where they listen (ASVS 5.0, 16.4.3).

use domain::ids::TenantId;

/// Beginnings of the names of changes that concern accounts, rights and the log itself. What is done to guests is told to
/// nobody outside.
const KINDS: [&str; 5] = ["access.", "log.", "support.", "team.", "user."];

/// Tells of a change that is committed, by its name and its tenant: no person, no value.
pub(super) fn tell(action: &'static str, tenant: TenantId) {
    if KINDS.iter().any(|kind| action.starts_with(kind)) {
        tracing::info!(target: "einlass::security", action, %tenant, "entered in the log");
    }
}
