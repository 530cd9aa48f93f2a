//! Figures of an event.

use domain::guests::Standing;

/// How the guests of an event stand; each number is the length of a list that can be looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// On the list, no invitation yet.
    pub listed: u32,
    /// Invited at some time, answered or not.
    pub invited: u32,
    /// Invited, no answer yet.
    pub open: u32,
    /// Registered, address not confirmed yet.
    pub unconfirmed: u32,
    /// Wait for a place.
    pub waiting: u32,
    /// Waited and are offered a place.
    pub offered: u32,
    /// Were offered a place and let the deadline pass.
    pub lapsed: u32,
    /// Said yes.
    pub accepted: u32,
    /// Said no.
    pub declined: u32,
    /// Took a yes back.
    pub cancelled: u32,
    /// Mails that wait to be sent.
    pub mails_waiting: u32,
    /// Mails that could not be sent.
    pub mails_failed: u32,
}

impl Figures {
    /// Everybody on the list.
    pub const fn all(&self) -> u32 {
        let undecided = self.listed + self.open + self.unconfirmed;
        let queue = self.waiting + self.offered + self.lapsed;
        undecided + queue + self.accepted + self.declined + self.cancelled
    }

    /// How many guests stand there.
    pub const fn of(&self, standing: Standing) -> u32 {
        match standing {
            Standing::Listed => self.listed,
            Standing::Open => self.open,
            Standing::Unconfirmed => self.unconfirmed,
            Standing::Waiting => self.waiting,
            Standing::Offered => self.offered,
            Standing::Lapsed => self.lapsed,
            Standing::Accepted => self.accepted,
            Standing::Declined => self.declined,
            Standing::Cancelled => self.cancelled,
        }
    }
}
