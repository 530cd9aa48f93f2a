//! Proving once more who one is, before something that must be sure.

use domain::access::act;

use super::{
    Session, SignInError, Token, attempts, challenges, factors, front_door, index_of, password,
    second_factor::{commit_code, take_code},
    sign_in::refuse,
    sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk, FieldChange},
    keys,
};

/// What somebody proves to be who they are with.
pub enum Proof<'a> {
    /// The password, and a code of the app or a recovery code where the account has a second factor.
    Password(&'a str, &'a str),
    /// The answer of a passkey, and the token of the question.
    Passkey(&'a str, &'a str),
}

/// Asks the browser of who is signed in for one of the own passkeys.
pub async fn ask_own_passkey(
    desk: &Desk,
    _permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
    origin: &Origin,
) -> Result<(String, Token), Failure> {
    let tx = desk.open(&front_door(origin)?).await?;
    factors::ask(desk, tx, Some(session.user)).await
}

/// Takes a proof. The session goes on under a new token.
pub async fn prove_again(
    desk: &Desk,
    permit: &Permit<act::ManageOwnAccount>,
    session: &Session,
    origin: &Origin,
    proof: Proof<'_>,
) -> Result<Token, SignInError> {
    let door = front_door(origin)?;
    let factor = match proof {
        Proof::Password(password, code) => {
            check_own_password(desk, &door, session, password).await?;
            check_own_code(desk, &door, session, code).await?
        }
        Proof::Passkey(token, answer) => {
            let mut tx = desk.open(&door).await?;
            let challenge = challenges::find(&mut tx, token).await?;
            let challenge = challenge.ok_or(SignInError::Over)?;
            let closed = challenges::close(&mut tx, &challenge).await?;
            let user = factors::passkey_fits(desk, &mut tx, &challenge, answer).await?;
            if !closed || user != Some(session.user) {
                return Err(refuse(tx, session.user).await);
            }
            challenges::commit(tx).await?;
            Some(factors::PASSKEY)
        }
    };
    let mut tx = desk.open(permit).await?;
    let token = Token::make(desk.settings().environment);
    let key = keys::own(&mut tx).await?;
    let device = sql::device(&mut tx, &session.token_hash).await?;
    let sealed = super::session::moved(&key, device, (&session.token_hash, &token.hash()))?;
    let renewed = sql::Renewed {
        token_hash: &token.hash(),
        sealed,
        strong: factor.is_some(),
    };
    if !sql::renew_session(&mut tx, &session.token_hash, renewed).await? {
        return Err(SignInError::Over);
    }
    let tenant = tx.tenant().uuid();
    let by = factor.unwrap_or("password");
    let change = Change::new("user.proved", session.user, tenant, &key)
        .with(vec![FieldChange::new("proof", "", by)]);
    tx.commit(change).await?;
    Ok(token)
}

/// Checks the code that goes with the password where the account has a second factor, and tells of what kind it was: a
/// password alone does not change what protects the account.
pub(super) async fn check_own_code(
    desk: &Desk,
    door: &Permit<act::SignIn>,
    session: &Session,
    code: &str,
) -> Result<Option<&'static str>, SignInError> {
    let mut tx = desk.read(door).await?;
    let has_factor = sql::has_factor(&mut tx, session.user).await?;
    drop(tx);
    if !has_factor {
        return Ok(None);
    }
    let (tx, kind) = take_code(desk, door, session.user, code).await?;
    commit_code(tx, session.user, kind).await?;
    Ok(Some(kind))
}

/// Checks the password of who is signed in, with all that slows down guessing.
pub(super) async fn check_own_password(
    desk: &Desk,
    door: &Permit<act::SignIn>,
    session: &Session,
    password: &str,
) -> Result<(), SignInError> {
    let mut tx = desk.read(door).await?;
    let index = index_of(&tx, &session.email);
    let hash = sql::password_hash(&mut tx, session.user).await?;
    drop(tx);
    attempts::begin(desk, door, &index).await?;
    if !password::fits(password.to_owned(), hash).await {
        return Err(refuse(desk.open(door).await?, session.user).await);
    }
    Ok(attempts::forgive(desk, door, &index).await?)
}
