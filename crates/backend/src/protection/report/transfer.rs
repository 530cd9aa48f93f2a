//! Transfer: where data leaves, and how often it did.

use domain::protection::{Finding, Light, Measure, Road};

use super::sql::Deed;
use crate::desk::Desk;

/// How mails leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailRoad {
    /// Encrypted from the beginning, or from before the first address on.
    Encrypted,
    /// Encrypted if the server wants it, or not at all.
    Plain,
    /// They are kept here.
    Kept,
}

impl MailRoad {
    /// The road of mails to a server.
    pub fn of_url(url: Option<&str>) -> Self {
        match url {
            None => Self::Kept,
            Some(url) if url.starts_with("smtps:") || url.contains("tls=required") => {
                Self::Encrypted
            }
            Some(_) => Self::Plain,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Encrypted => "mail-encrypted",
            Self::Plain => "mail-plain",
            Self::Kept => "mail-kept",
        }
    }
}

pub(super) fn findings(desk: &Desk, deeds: &[Deed]) -> Vec<Finding> {
    let left = |road: Road| -> u64 {
        let deeds = deeds.iter().filter(|deed| deed.action == road.action());
        deeds.map(|deed| deed.count).sum()
    };
    let roads = Finding::new(Measure::Roads, Light::Green)
        .with("roads", Road::ALL.len())
        .with("road-mail", left(Road::Mail))
        .with("road-guest-list", left(Road::GuestList))
        .with("road-log", left(Road::Log));
    let mail = desk.settings().mail;
    let light = match mail {
        MailRoad::Encrypted => Light::Green,
        MailRoad::Kept => Light::Amber,
        MailRoad::Plain => Light::Red,
    };
    let mail = Finding::new(Measure::Mail, light).with("mail-road", mail.code());
    vec![roads, mail]
}

#[cfg(test)]
mod tests {
    use super::MailRoad;

    #[test]
    fn only_what_must_be_encrypted_counts_as_encrypted() {
        let road = |url| MailRoad::of_url(Some(url));
        assert_eq!(road("smtps://mail.example"), MailRoad::Encrypted);
        assert_eq!(
            road("smtp://mail.example?tls=required"),
            MailRoad::Encrypted
        );
        assert_eq!(
            road("smtp://mail.example?tls=opportunistic"),
            MailRoad::Plain
        );
        assert_eq!(road("smtp://mail.example"), MailRoad::Plain);
        assert_eq!(MailRoad::of_url(None), MailRoad::Kept);
    }
}
