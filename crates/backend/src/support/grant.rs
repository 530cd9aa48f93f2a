//! Letting support in.

use domain::{
    Instant,
    access::{Extent, SUPPORT_MS_MAX, act},
    fields::{FieldError, Problem, required_text},
    ids::{SupportGrantId, UserId},
};

use super::{Reason, place, sql};
use crate::{
    Failure,
    access::{Permit, Who},
    accounts,
    desk::{Change, Desk, FieldChange},
    keys,
};

/// The longest reason.
const REASON_MAX: usize = 500;

/// Whom to let in, and why.
#[derive(Debug, Clone)]
pub struct NewGrant {
    /// Somebody of the provider's support.
    pub user: UserId,
    /// Why.
    pub reason: String,
    /// What they may do.
    pub extent: Extent,
    /// For so many milliseconds.
    pub for_ms: i64,
}

/// Why support is not let in.
#[derive(Debug, thiserror::Error)]
pub enum GrantError {
    /// A field is wrong.
    #[error("a field is wrong")]
    Invalid(Vec<FieldError>),
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Lets somebody of the provider's support in, from now on and for four hours at most. Who was let in already is so on the
/// new terms. [`Failure::NotFound`] for an account that is none of support's.
pub async fn grant(
    desk: &Desk,
    permit: &Permit<act::GrantSupport>,
    new: &NewGrant,
) -> Result<SupportGrantId, GrantError> {
    let Who::User(_, giver, _) = permit.who() else {
        return Err(Failure::NotFound.into());
    };
    let mut errors = Vec::new();
    let reason = required_text("reason", &new.reason, REASON_MAX, &mut errors);
    if !(1..=SUPPORT_MS_MAX).contains(&new.for_ms) {
        errors.push(FieldError::new("minutes", Problem::UnknownChoice));
    }
    if !errors.is_empty() {
        return Err(GrantError::Invalid(errors));
    }
    let known = accounts::supporters(desk).await?;
    if !known.iter().any(|(user, _)| *user == new.user) {
        return Err(Failure::NotFound.into());
    }
    let mut tx = desk.open(permit).await?;
    let until = tx.now().plus_ms(new.for_ms);
    let key = keys::own(&mut tx).await?;
    sql::end_of_user(&mut tx, new.user).await?;
    let id = SupportGrantId::from_uuid(tx.make_uuid());
    let sealed = key.seal(place(id), &Reason(reason.clone())).into_bytes();
    sql::add(&mut tx, id, (new.user, giver), new.extent, until, sealed).await?;
    let time = |at: Instant| at.0.to_string();
    let fields = vec![
        FieldChange::new("account", "", new.user.to_string()),
        FieldChange::new("reason", "", reason),
        FieldChange::new("extent", "", new.extent.code()),
        FieldChange::new("until", "", time(until)),
    ];
    let tenant = tx.tenant().uuid();
    tx.commit(Change::new("support.let_in", id, tenant, &key).with(fields))
        .await?;
    Ok(id)
}
