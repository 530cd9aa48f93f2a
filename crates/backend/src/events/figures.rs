//! Figures of an event.

use domain::guests::Standings;

/// How the guests of an event stand, and its mails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Where the guests stand.
    pub standings: Standings,
    /// Invited at some time, answered or not.
    pub invited: u32,
    /// Mails that wait to be sent.
    pub mails_waiting: u32,
    /// Mails that could not be sent.
    pub mails_failed: u32,
}
