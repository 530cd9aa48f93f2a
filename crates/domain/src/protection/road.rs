//! The transfer register: where personal data leaves the installation.

/// A road on which personal data leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Road {
    /// Mails to guests and to the team, over the mail server.
    Mail,
    /// A guest list as a file, to somebody of the team.
    GuestList,
    /// Tickets, calendar files and what is held, to the guest.
    OwnFiles,
    /// The log, to somebody of the team: ids, times and actions, values only as ciphertext.
    Log,
    /// Certificates and reports, to somebody of the team: figures and random ids.
    Papers,
    /// A picture, colours and the date of an event, to everybody: what its organiser has published.
    PublicPage,
    /// Backups: ciphertext.
    Backup,
}

impl Road {
    /// Every road.
    pub const ALL: [Self; 7] = [
        Self::Mail,
        Self::GuestList,
        Self::OwnFiles,
        Self::Log,
        Self::Papers,
        Self::PublicPage,
        Self::Backup,
    ];

    /// The value in files and the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::GuestList => "guest-list",
            Self::OwnFiles => "own-files",
            Self::Log => "log",
            Self::Papers => "papers",
            Self::PublicPage => "public-page",
            Self::Backup => "backup",
        }
    }

    /// What the log calls it when something leaves on this road; empty for what the log need not hold.
    pub const fn action(self) -> &'static str {
        match self {
            Self::Mail => "mail.sent",
            Self::GuestList => "guests.exported",
            Self::Log => "log.exported",
            Self::Backup => "backup.created",
            Self::OwnFiles | Self::Papers | Self::PublicPage => "",
        }
    }

    /// The addresses of files that leave on it.
    pub const fn addresses(self) -> &'static [&'static str] {
        match self {
            Self::Mail | Self::Backup => &[],
            Self::GuestList => &[
                "/app/events/{event}/guests.csv",
                "/app/events/{event}/guests.xlsx",
            ],
            Self::OwnFiles => &[
                "/m/{token}/calendar.ics",
                "/m/{token}/data/{proof}/data.json",
                "/m/{token}/tickets.pdf",
            ],
            Self::Log => &["/app/protection/log/part", "/app/protection/log.ndjson"],
            Self::Papers => &[
                "/app/protection/erasures/{person}/certificate.json",
                "/app/protection/erasures/{person}/certificate.pdf",
                "/app/protection/report.json",
                "/app/protection/report.pdf",
            ],
            Self::PublicPage => &[
                "/app/events/{event}/cover.jpg",
                "/e/{slug}/calendar.ics",
                "/e/{slug}/cover.jpg",
                "/e/{slug}/colours.css",
            ],
        }
    }
}
