//! The secret part of a personal link.

use crate::bearer::Bearer;

/// The secret part of a personal link: 128 bits, derived from the guest's id under the tenant's link key, so that mails
/// can be written again and nothing but its hash is stored.
pub type LinkToken = Bearer<16>;
