//! The second half of signing in, and signing in with a passkey alone, which is both halves at once.

use domain::{Instant, ids::UserId};

use super::{
    SignInError, Token, attempts,
    challenges::{self, Asked},
    factors, front_door,
    names::index_of_user,
    sign_in::{Proved, refuse, start_session, wait_turn},
    sql,
};
use crate::{
    Failure,
    access::Origin,
    desk::{Change, Desk},
    keys,
};

/// Whether somebody is on the way in: asked for the second factor, and in time.
pub async fn factor_is_asked(
    desk: &Desk,
    origin: &Origin,
    token: &str,
) -> Result<Option<bool>, Failure> {
    let mut tx = desk.read(&front_door(origin)?).await?;
    let Some((user, _)) = asked_for_factor(&mut tx, token).await? else {
        return Ok(None);
    };
    let rows = sql::factors_of(&mut tx, user).await?;
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
    let (user, at) = asked_for_factor(&mut tx, token)
        .await?
        .ok_or(SignInError::Over)?;
    let index = index_of_user(&mut tx, user).await?;
    drop(tx);
    wait_turn(desk, &permit, &index).await?;
    let mut tx = desk.open(&permit).await?;
    let by_app = factors::app_fits(&mut tx, user, code).await?;
    if !by_app && !factors::code_fits(&mut tx, user, code).await? {
        return Err(refuse(tx, user).await);
    }
    let challenge = challenges::find(&mut tx, token).await?;
    let challenge = challenge.ok_or(SignInError::Over)?;
    if !challenges::close(&mut tx, &challenge).await? {
        return Err(SignInError::Over);
    }
    sql::forget_attempts(&mut tx, &index).await?;
    if by_app {
        challenges::commit(tx).await?;
    } else {
        // Somebody else may have found the list: its owner sees that one is gone.
        let key = keys::of(&mut tx, user.uuid()).await?;
        tx.commit(Change::new("user.code_used", user, user.uuid(), &key))
            .await?;
    }
    let strong = true;
    start_session(desk, origin, Proved { user, at, strong }, None, device).await
}

/// What a browser is asked for a passkey, as JSON, and the token for its answer. After a password, one of that account's.
pub async fn ask_passkey(
    desk: &Desk,
    origin: &Origin,
    token: &str,
) -> Result<(String, Token), Failure> {
    let mut tx = desk.open(&front_door(origin)?).await?;
    let asked = asked_for_factor(&mut tx, token).await?;
    factors::ask(desk, tx, asked.map(|(user, _)| user)).await
}

/// Takes a passkey's answer and starts a session. Nobody can guess one: failures of others do not slow it down.
pub async fn sign_in_by_passkey(
    desk: &Desk,
    origin: &Origin,
    (token, answer): (&str, &str),
    device: &str,
) -> Result<Token, SignInError> {
    let permit = front_door(origin)?;
    let mut tx = desk.open(&permit).await?;
    let challenge = challenges::find(&mut tx, token).await?;
    let challenge = challenge.ok_or(SignInError::Over)?;
    if !challenges::close(&mut tx, &challenge).await? {
        return Err(SignInError::Over);
    }
    let Some(user) = factors::passkey_fits(desk, &mut tx, &challenge, answer).await? else {
        let nobody = UserId::from_uuid(uuid::Uuid::nil());
        return Err(refuse(tx, challenge.user.unwrap_or(nobody)).await);
    };
    challenges::commit(tx).await?;
    attempts::forgive_user(desk, &permit, user).await?;
    let (at, strong) = (challenge.made_at, true);
    start_session(desk, origin, Proved { user, at, strong }, None, device).await
}

/// Who was asked for the second factor, and when.
async fn asked_for_factor(
    tx: &mut crate::desk::TenantTx,
    token: &str,
) -> Result<Option<(UserId, Instant)>, Failure> {
    let challenge = challenges::find(tx, token).await?;
    Ok(
        challenge.and_then(|challenge| match (challenge.asked, challenge.user) {
            (Asked::Factor, Some(user)) => Some((user, challenge.made_at)),
            _ => None,
        }),
    )
}
