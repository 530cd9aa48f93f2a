//! How a standing looks, wherever it is shown.

use domain::guests::Standing;

use crate::ui::BadgeKind;

/// The kind of its badge.
pub const fn badge_kind(standing: Standing) -> BadgeKind {
    match standing {
        Standing::Open | Standing::Offered => BadgeKind::Info,
        Standing::Maybe => BadgeKind::Maybe,
        Standing::Unconfirmed | Standing::Requested | Standing::Waiting => BadgeKind::Waiting,
        Standing::Accepted => BadgeKind::Ok,
        Standing::Declined | Standing::Cancelled | Standing::Lapsed | Standing::Refused => {
            BadgeKind::No
        }
        Standing::Listed => BadgeKind::Open,
    }
}
