//! The sections of the paper.

use serde::Serialize;

/// The sections of the paper, named as the eight classic controls, with what stands before and behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// Encryption, and where the data lies.
    Encryption,
    /// 1: who gets into the rooms.
    PhysicalAccess,
    /// 2: who gets into the system.
    SystemAccess,
    /// 3: who gets to which data.
    DataAccess,
    /// 4: where data leaves.
    Transfer,
    /// 5: who entered and changed what.
    Input,
    /// 6: on whose order data is processed.
    Order,
    /// 7: that data is there when it is needed.
    Availability,
    /// 8: that data of others stays apart.
    Separation,
    /// No payment data.
    Payment,
    /// Deletion.
    Deletion,
}

impl Section {
    /// Every section, in the order of the paper.
    pub const ALL: [Self; 11] = [
        Self::Encryption,
        Self::PhysicalAccess,
        Self::SystemAccess,
        Self::DataAccess,
        Self::Transfer,
        Self::Input,
        Self::Order,
        Self::Availability,
        Self::Separation,
        Self::Payment,
        Self::Deletion,
    ];

    /// The value in files and the key of its words.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Encryption => "encryption",
            Self::PhysicalAccess => "physical-access",
            Self::SystemAccess => "system-access",
            Self::DataAccess => "data-access",
            Self::Transfer => "transfer",
            Self::Input => "input",
            Self::Order => "order",
            Self::Availability => "availability",
            Self::Separation => "separation",
            Self::Payment => "payment",
            Self::Deletion => "deletion",
        }
    }
}
