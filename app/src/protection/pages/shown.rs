//! From the overview to what is shown of it.

use backend::protection::Overview;
use domain::Instant;

use crate::{page::Ctx, protection::views::OverviewView};

impl OverviewView {
    /// What is shown of the overview.
    pub(crate) fn of(ctx: &Ctx, overview: &Overview) -> Self {
        let moment = |at: Option<Instant>| at.map_or_else(String::new, |at| ctx.moment(at));
        let newest = overview.keys.roots.last();
        Self {
            provider: overview.keys.provider.to_owned(),
            root_version: newest.map_or(0, |root| root.version),
            root_made: moment(newest.map(|root| root.made_at)),
            rotating: overview.keys.is_unfinished(),
            keys: overview.keys.roots.iter().map(|root| root.keys).sum(),
            entries: overview.log.entries,
            signed: moment(overview.log.signed_at),
            late: overview.log.is_late,
            verifier: overview.log.verifier.clone(),
            erased: overview.erased,
            backup_created: moment(overview.backups.created_at),
            backup_verified: moment(overview.backups.verified_at),
            backup_restored: moment(overview.backups.restored_at),
        }
    }
}
