//! The report on technical and organisational measures (Art. 32 GDPR): each measure with what was found of it now.

mod accounts;
mod encryption;
mod input;
mod operation;
mod separation;
mod sign;
mod sql;
mod transfer;

use domain::{
    Instant,
    access::act,
    ids::TenantId,
    protection::{Finding, Light, Measure, Section},
};
use serde::Serialize;

pub use sign::{ReportError, signed};

use crate::{Failure, access::Permit, audit, backups, desk::Desk, tenants};

/// Facts that are counted are those of so many days.
const DAYS: i64 = 30;

/// The report of one tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The tenant.
    pub tenant: TenantId,
    /// Its name.
    pub organiser: String,
    /// When it was made, in milliseconds since 1970.
    pub made_at: Instant,
    /// The version of the program.
    pub version: &'static str,
    /// What was found, in the order of the paper.
    pub findings: Vec<Finding>,
    /// The newest signed state of the log; empty before the first.
    pub checkpoint: String,
}

impl Report {
    /// What was found in a section.
    pub fn of(&self, section: Section) -> impl Iterator<Item = &Finding> {
        let findings = self.findings.iter();
        findings.filter(move |finding| finding.measure.section() == section)
    }
}

/// Looks at every measure. Figures and times only; nothing about anybody.
pub async fn report(
    desk: &Desk,
    see: &Permit<act::SeeLog>,
    team: &Permit<act::SeeTeam>,
    support: &Permit<act::SeeSupport>,
) -> Result<Report, Failure> {
    let made_at = desk.now();
    let mut findings = vec![
        Finding::new(Measure::Host, Light::Outside),
        Finding::new(Measure::Order, Light::Red),
        encryption::root_keys(desk, see.who().tenant()).await?,
    ];
    findings.extend(accounts::findings(desk, team, support).await?);
    findings.extend(operation::backups(desk, see).await?);
    let standing = audit::standing(desk, see.who().tenant()).await?;
    let backups = backups::count_since(desk, see, made_at.plus_days(-DAYS)).await?;
    let mut tx = desk.read_at_once(see).await?;
    let organiser = tenants::profile(&mut tx).await?.name;
    let checkpoint = audit::head_of(&mut tx).await?;
    let deeds = sql::deeds_since(&mut tx, made_at.plus_days(-DAYS)).await?;
    let columns = sql::columns(&mut tx).await?;
    findings.push(encryption::columns(&columns));
    findings.push(separation::payment(&columns));
    findings.extend(encryption::findings(&mut tx).await?);
    let log = input::findings(&mut tx, standing, &deeds).await?;
    let log_stands = log.iter().all(|found| found.light == Light::Green);
    findings.push(accounts::looks(&deeds, log_stands));
    findings.extend(log);
    let queue = sql::queue(&mut tx, made_at.plus_days(-DAYS)).await?;
    let sent = queue.sent.unsigned_abs();
    findings.extend(transfer::findings(desk, &deeds, sent, backups));
    findings.extend(operation::findings(&mut tx, desk, queue).await?);
    findings.extend(separation::findings(&mut tx, desk).await?);
    drop(tx);
    // In the order of the paper, whatever was looked at first.
    findings.sort_by_key(|finding| {
        Measure::ALL
            .iter()
            .position(|known| *known == finding.measure)
    });
    Ok(Report {
        tenant: see.who().tenant(),
        organiser,
        made_at,
        version: env!("CARGO_PKG_VERSION"),
        findings,
        checkpoint: checkpoint.map_or_else(String::new, |head| head.checkpoint),
    })
}
