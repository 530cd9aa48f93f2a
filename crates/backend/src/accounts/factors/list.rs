//! What an account proves itself with, for whom it belongs to.

use domain::{
    Instant,
    access::act,
    ids::{FactorId, TenantId},
};
use vault::Sealed;

use super::{APP, Factor, place, sql};
use crate::{
    Failure,
    access::{Origin, Permit},
    accounts::{Session, own_door},
    desk::Desk,
    keys,
};

/// What an account proves itself with, besides the password.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Factors {
    /// Passkeys, the oldest first.
    pub passkeys: Vec<PasskeyLine>,
    /// The app that makes codes: its id, and since when.
    pub app: Option<(FactorId, Instant)>,
    /// Recovery codes left.
    pub codes_left: i64,
}

/// A passkey in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyLine {
    /// Its id.
    pub id: FactorId,
    /// What its owner calls it.
    pub label: String,
    /// Since when.
    pub made_at: Instant,
    /// The last use, if there was one.
    pub used_at: Option<Instant>,
}

/// What the account of who is signed in proves itself with.
pub async fn factors(
    desk: &Desk,
    _permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
    origin: &Origin,
) -> Result<Factors, Failure> {
    let door: Permit<act::ManageOwnAccount> =
        own_door(TenantId::PLATFORM, session.user, session.seat, origin)?;
    let mut tx = desk.read(&door).await?;
    let key = keys::of(&mut tx, session.user.uuid()).await?;
    let mut factors = Factors {
        codes_left: sql::codes_left(&mut tx, session.user).await?,
        ..Factors::default()
    };
    for row in sql::factors_of(&mut tx, session.user).await? {
        let (id, Some(_)) = (FactorId::from_uuid(row.id), row.confirmed_at) else {
            continue;
        };
        if row.kind == APP {
            factors.app = Some((id, Instant(row.made_at)));
        } else if let Factor::Passkey { label, .. } =
            key.open(place(id), &Sealed::from_bytes(row.sealed))?
        {
            factors.passkeys.push(PasskeyLine {
                id,
                label,
                made_at: Instant(row.made_at),
                used_at: row.used_at.map(Instant),
            });
        }
    }
    Ok(factors)
}
