//! Who can be let in.

use domain::{access::act, ids::UserId};

use crate::{Failure, access::Permit, accounts, desk::Desk};

/// Somebody of the provider's support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The account.
    pub user: UserId,
    /// The name.
    pub name: String,
}

/// Everybody of the provider's support, by name.
pub async fn candidates(
    desk: &Desk,
    _permit: &Permit<act::GrantSupport>,
) -> Result<Vec<Candidate>, Failure> {
    let found = accounts::supporters(desk).await?.into_iter();
    let mut candidates: Vec<Candidate> = found
        .map(|(user, contact)| Candidate {
            user,
            name: contact.name,
        })
        .collect();
    candidates.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(candidates)
}
