//! Proving once more who one is, before something that must be sure.

use domain::access::act;

use super::{
    Session, SignInError, Token, attempts, challenges, factors, front_door, index_of, password,
    sign_in::refuse, sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk, FieldChange},
    keys,
};

/// What somebody proves to be who they are with.
pub enum Proof<'a> {
    /// The password.
    Password(&'a str),
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
    let strong = match proof {
        Proof::Password(password) => {
            check_own_password(desk, &door, session, password).await?;
            false
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
            true
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
        strong,
    };
    if !sql::renew_session(&mut tx, &session.token_hash, renewed).await? {
        return Err(SignInError::Over);
    }
    let tenant = tx.tenant().uuid();
    let by = if strong { factors::PASSKEY } else { "password" };
    let change = Change::new("user.proved", session.user, tenant, &key)
        .with(vec![FieldChange::new("proof", "", by)]);
    tx.commit(change).await?;
    Ok(token)
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
