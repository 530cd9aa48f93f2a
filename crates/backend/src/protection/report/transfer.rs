//! Transfer: where data leaves, and how often it did.

use domain::protection::{Finding, Light, Measure, Road};

use super::sql::Deed;
use crate::{desk::Desk, mails::MailWay};

/// What the log counts on each road; at least as many mails as the outbox knows to be sent (`sent`).
pub(super) fn findings(desk: &Desk, deeds: &[Deed], sent: u64, backups: u64) -> Vec<Finding> {
    let left = |road: Road| -> u64 {
        let deeds = deeds.iter().filter(|deed| deed.action == road.action());
        deeds.map(|deed| deed.count).sum()
    };
    let roads = Finding::new(Measure::Roads, Light::must(left(Road::Mail) >= sent))
        .with("roads", Road::ALL.len())
        .with("road-mail", left(Road::Mail))
        .with("road-guest-list", left(Road::GuestList))
        .with("road-log", left(Road::Log))
        .with("road-backup", backups);
    let mail = desk.settings().mail;
    let (light, code) = match mail {
        MailWay::Safe => (Light::Green, "mail-safe"),
        MailWay::Kept => (Light::Amber, "mail-kept"),
        MailWay::Plain => (Light::Red, "mail-plain"),
    };
    let mail = Finding::new(Measure::Mail, light).with("mail-way", code);
    vec![roads, mail]
}
