//! The second half of signing in, and signing in with a passkey alone, which is both halves at once.

use domain::{
    Instant,
    access::act,
    ids::{TenantId, UserId},
};

use super::{
    SignInError, Token, attempts,
    challenges::{self, Asked, Challenge},
    factors, front_door,
    sign_in::{Proved, refuse, start_session},
    sign_on::Identity,
    sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk, TenantTx},
    keys,
};

/// Somebody whose password was right.
struct Half {
    user: UserId,
    at: Instant,
    tenant: Option<TenantId>,
    identity: Option<Identity>,
    challenge: Challenge,
}

/// Whether somebody is on the way in: asked for the second factor, and in time. Then, whether it can be a passkey.
pub async fn factor_is_asked(
    desk: &Desk,
    origin: &Origin,
    token: &str,
) -> Result<Option<bool>, Failure> {
    let mut tx = desk.read(&front_door(origin)?).await?;
    let Some(half) = half(&mut tx, token).await? else {
        return Ok(None);
    };
    let rows = sql::factors_of(&mut tx, half.user).await?;
    Ok(Some(rows.iter().any(|row| row.kind == factors::PASSKEY)))
}

/// Takes the code of an app or a recovery code, and starts a session.
pub async fn sign_in_by_code(
    desk: &Desk,
    origin: &Origin,
    token: &str,
    code: &str,
    device: &str,
) -> Result<Token, SignInError> {
    let permit = front_door(origin)?;
    let mut tx = desk.read(&permit).await?;
    let user = half(&mut tx, token).await?.ok_or(SignInError::Over)?.user;
    drop(tx);
    let (mut tx, kind) = take_code(desk, &permit, user, code).await?;
    let half = half(&mut tx, token).await?.ok_or(SignInError::Over)?;
    if !challenges::close(&mut tx, &half.challenge).await? {
        return Err(SignInError::Over);
    }
    commit_code(tx, user, kind).await?;
    let proved = Proved::by_password(user, half.at)
        .with(kind)
        .tied_to(half.identity, half.at);
    start_session(desk, origin, proved, half.tenant, device).await
}

/// Takes a code of the account's app or a recovery code, in a transaction that [`commit_code`] commits, and tells which
/// of the two it was. Wrong codes slow down the next ones; a recovery code is too long to be guessed and always counts.
pub(super) async fn take_code(
    desk: &Desk,
    permit: &Permit<act::SignIn>,
    user: UserId,
    code: &str,
) -> Result<(TenantTx, &'static str), SignInError> {
    let kind = if factors::is_recovery_code(code) {
        factors::CODES
    } else {
        factors::APP
    };
    let codes = attempts::of_codes(&desk.read(permit).await?, user);
    if kind == factors::APP {
        let turn = attempts::begin(desk, permit, &codes).await;
        turn.map_err(|error| match error {
            SignInError::TooMany(None) => SignInError::CodesBlocked,
            error => error,
        })?;
    }
    let mut tx = desk.open(permit).await?;
    let fits = if kind == factors::APP {
        factors::app_fits(&mut tx, user, code).await?
    } else {
        factors::code_fits(&mut tx, user, code).await?
    };
    if !fits {
        return Err(match refuse(tx, user).await {
            SignInError::Refused => SignInError::WrongCode,
            error => error,
        });
    }
    sql::forget_attempts(&mut tx, &codes).await?;
    Ok((tx, kind))
}

/// Commits a code that was taken: it is used up.
pub(super) async fn commit_code(
    mut tx: TenantTx,
    user: UserId,
    kind: &'static str,
) -> Result<(), Failure> {
    if kind != factors::CODES {
        return challenges::commit(tx).await;
    }
    // Somebody else may have found the list: its owner sees that one is gone.
    let key = keys::of(&mut tx, user.uuid()).await?;
    tx.commit(Change::new("user.code_used", user, user.uuid(), &key))
        .await
}

/// What a browser is asked for a passkey of whomever, as JSON, and the token for its answer.
pub async fn ask_passkey(desk: &Desk, origin: &Origin) -> Result<(String, Token), Failure> {
    let tx = desk.open(&front_door(origin)?).await?;
    factors::ask(desk, tx, None).await
}

/// The same after a password, for one of that account's; [`SignInError::Over`] when nobody is on the way in.
pub async fn ask_second_passkey(
    desk: &Desk,
    origin: &Origin,
    token: &str,
) -> Result<(String, Token), SignInError> {
    let mut tx = desk.open(&front_door(origin)?).await?;
    let half = half(&mut tx, token).await?.ok_or(SignInError::Over)?;
    Ok(factors::ask(desk, tx, Some(half.user)).await?)
}

/// Takes a passkey's answer and starts a session; after a password of the same account, where that one was to lead. Nobody
/// can guess a passkey: failures of others do not slow it down.
pub async fn sign_in_by_passkey(
    desk: &Desk,
    origin: &Origin,
    first: &str,
    (token, answer): (&str, &str),
    device: &str,
) -> Result<Token, SignInError> {
    let mut tx = desk.open(&front_door(origin)?).await?;
    let challenge = challenges::find(&mut tx, token).await?;
    let challenge = challenge.ok_or(SignInError::Over)?;
    if !challenges::close(&mut tx, &challenge).await? {
        return Err(SignInError::Over);
    }
    let Some(user) = factors::passkey_fits(desk, &mut tx, &challenge, answer).await? else {
        let nobody = UserId::from_uuid(uuid::Uuid::nil());
        return Err(refuse(tx, challenge.user.unwrap_or(nobody)).await);
    };
    let half = half(&mut tx, first).await?;
    let half = half.filter(|half| half.user == user);
    if let Some(half) = &half {
        challenges::close(&mut tx, &half.challenge).await?;
    }
    attempts::forgive_password(&mut tx, user).await?;
    challenges::commit(tx).await?;
    let proved = Proved::by_password(user, challenge.made_at).with(factors::PASSKEY);
    let (proved, tenant) = match half {
        Some(half) => (proved.tied_to(half.identity, half.at), half.tenant),
        None => (proved, None),
    };
    start_session(desk, origin, proved, tenant, device).await
}

/// Whose password was right, and is asked for the second factor.
async fn half(tx: &mut TenantTx, token: &str) -> Result<Option<Half>, Failure> {
    let Some(challenge) = challenges::find(tx, token).await? else {
        return Ok(None);
    };
    let (
        Asked::Factor {
            at,
            tenant,
            identity,
        },
        Some(user),
    ) = (&challenge.asked, challenge.user)
    else {
        return Ok(None);
    };
    Ok(Some(Half {
        user,
        at: *at,
        tenant: *tenant,
        identity: identity.clone(),
        challenge,
    }))
}
