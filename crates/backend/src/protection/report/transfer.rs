//! Transfer: where data leaves, and how often it did.

use domain::protection::{Finding, Light, Measure, Road};

use super::sql::Deed;
use crate::{desk::Desk, mails::MailWay};

pub(super) fn findings(desk: &Desk, deeds: &[Deed]) -> Vec<Finding> {
    let left = |road: Road| -> u64 {
        let deeds = deeds.iter().filter(|deed| deed.action == road.action());
        deeds.map(|deed| deed.count).sum()
    };
    let roads = Finding::new(Measure::Roads, Light::Green)
        .with("roads", Road::ALL.len())
        .with("road-mail", left(Road::Mail))
        .with("road-guest-list", left(Road::GuestList))
        .with("road-log", left(Road::Log))
        .with("road-backup", left(Road::Backup));
    let mail = desk.settings().mail;
    let (light, code) = match mail {
        MailWay::Safe => (Light::Green, "mail-safe"),
        MailWay::Kept => (Light::Amber, "mail-kept"),
        MailWay::Plain => (Light::Red, "mail-plain"),
    };
    let mail = Finding::new(Measure::Mail, light).with("mail-way", code);
    vec![roads, mail]
}
