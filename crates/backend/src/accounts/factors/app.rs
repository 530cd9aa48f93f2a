//! Codes from an app: TOTP (RFC 6238), six digits of 30 seconds.

use data_encoding::BASE32_NOPAD;
use domain::{
    access::act,
    ids::{FactorId, UserId},
};
use totp_rs::{Builder, Secret};
use vault::Sealed;

use super::{
    APP, Factor, FactorError, added, codes, commit, grouped, look_up, own_account, place, removed,
    sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    accounts::{Session, challenges},
    chance::make_bytes,
    desk::{Desk, TenantTx},
    keys,
};

/// Who issues the codes, as apps show it.
const ISSUER: &str = "Einlass";

/// What an app is set up with.
pub struct AppSetup {
    /// The address that the app reads from a picture (`otpauth://…`).
    pub address: String,
    /// The secret, to be typed, in groups of four.
    pub secret: String,
}

/// Begins to set up an app; one that was begun before is forgotten. Counts from the first right code on.
pub async fn begin_app(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
) -> Result<(), Failure> {
    let mut tx = own_account(desk, session, origin).await?;
    for row in sql::factors_of(&mut tx, session.user).await? {
        if row.confirmed_at.is_none() {
            sql::remove_factor(&mut tx, session.user, FactorId::from_uuid(row.id)).await?;
        }
    }
    let id = FactorId::from_uuid(tx.make_uuid());
    let factor = Factor::App {
        secret: make_bytes::<20>().to_vec(),
    };
    let key = keys::of(&mut tx, session.user.uuid()).await?;
    let new = sql::NewFactor {
        id,
        user: session.user,
        kind: APP,
        credential_hash: None,
        sealed: key.seal(place(id), &factor).into_bytes(),
        confirmed_at: None,
    };
    sql::add_factor(&mut tx, new).await?;
    challenges::commit(tx).await
}

/// What the app is set up with; none when nothing was begun.
pub async fn app_setup(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
) -> Result<Option<AppSetup>, Failure> {
    let mut tx = look_up(desk, session, origin).await?;
    let Some((_, secret)) = app_of(&mut tx, session.user, false).await? else {
        return Ok(None);
    };
    let typed = BASE32_NOPAD.encode(&secret);
    // Colons part the issuer from the account in that address.
    let account = session.email.replace(':', "");
    let address = totp(secret)
        .with_account_name(account)
        .with_issuer(Some(ISSUER))
        .build()
        .map_err(|_| Failure::Damaged("factors.sealed"))?
        .to_url()
        .map_err(|_| Failure::Damaged("factors.sealed"))?;
    let secret = grouped(&typed, 4, " ");
    Ok(Some(AppSetup { address, secret }))
}

/// Finishes with the first code; an app that was set up before works no longer. Recovery codes are made with it.
pub async fn confirm_app(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
    code: &str,
) -> Result<(), FactorError> {
    let mut tx = own_account(desk, session, origin).await?;
    let (id, secret) = app_of(&mut tx, session.user, false)
        .await?
        .ok_or(Failure::NotFound)?;
    if !fits(&mut tx, id, secret, code).await? {
        return Err(FactorError::WrongCode);
    }
    let mut changes = Vec::new();
    for row in sql::factors_of(&mut tx, session.user).await? {
        let other = FactorId::from_uuid(row.id);
        if row.kind == APP && other != id {
            sql::remove_factor(&mut tx, session.user, other).await?;
            changes.push(removed(APP));
        }
    }
    changes.push(added(APP));
    codes::make_first(&mut tx, session.user).await?;
    Ok(commit(tx, session, "user.factor_added", changes).await?)
}

/// Whether it is the code of the account's app now; it is used up then.
pub(in crate::accounts) async fn app_fits(
    tx: &mut TenantTx,
    user: UserId,
    code: &str,
) -> Result<bool, Failure> {
    match app_of(tx, user, true).await? {
        Some((id, secret)) => fits(tx, id, secret, code).await,
        None => Ok(false),
    }
}

async fn fits(
    tx: &mut TenantTx,
    id: FactorId,
    secret: Vec<u8>,
    code: &str,
) -> Result<bool, Failure> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let totp = totp(secret)
        .build()
        .map_err(|_| Failure::Damaged("factors.sealed"))?;
    let seconds = u64::try_from(tx.now().0 / 1_000).unwrap_or_default();
    match totp.check(&digits, seconds) {
        Some(step) => sql::use_step(tx, id, i64::try_from(step).unwrap_or(i64::MAX)).await,
        None => Ok(false),
    }
}

/// One step before and after counts as well: clocks differ.
fn totp(secret: Vec<u8>) -> Builder {
    Builder::new()
        .with_secret(Secret::new(secret.into_boxed_slice()))
        .with_skew(1)
}

/// The secret of the account's app: the one that works, or the one that is being set up.
async fn app_of(
    tx: &mut TenantTx,
    user: UserId,
    works: bool,
) -> Result<Option<(FactorId, Vec<u8>)>, Failure> {
    let rows = sql::factors_of(tx, user).await?;
    let found = rows
        .into_iter()
        .find(|row| row.kind == APP && row.confirmed_at.is_some() == works);
    let Some(row) = found else {
        return Ok(None);
    };
    let id = FactorId::from_uuid(row.id);
    let key = keys::of(tx, user.uuid()).await?;
    match key.open(place(id), &Sealed::from_bytes(row.sealed))? {
        Factor::App { secret } => Ok(Some((id, secret))),
        Factor::Passkey { .. } => Err(Failure::Damaged("factors.kind")),
    }
}
