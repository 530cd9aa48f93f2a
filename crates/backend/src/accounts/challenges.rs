//! What somebody was asked on the way in, or before something that must be sure: kept on the server, answered once.

use domain::{
    Instant,
    ids::{TenantId, UserId},
};
use serde::{Deserialize, Serialize};
use vault::{Place, Sealed};

use super::{
    Token,
    sign_on::{Identity, SignOnAsked},
    sql,
    token::half,
};
use crate::{Failure, desk::TenantTx, keys};

/// An answer is waited for so long.
const VALID_MS: i64 = 10 * Instant::MINUTE_MS;

/// What was asked. States of the library are kept as JSON.
#[derive(Serialize, Deserialize)]
pub(super) enum Asked {
    /// The second factor: the password was right.
    Factor {
        /// When the password was given.
        at: Instant,
        /// Where to go on; none for the tenant joined first.
        tenant: Option<TenantId>,
        /// By which of a provider's people somebody came, if by one.
        identity: Option<Identity>,
    },
    /// A passkey, of whomever.
    AnyPasskey(String),
    /// One of the account's passkeys.
    OwnPasskey(String),
    /// To make a new passkey.
    NewPasskey(String),
    /// To come back from a provider of single sign-on.
    SignOn(SignOnAsked),
    /// To keep these recovery codes.
    KeepCodes(Vec<String>),
}

/// A question that is open.
pub(super) struct Challenge {
    /// Who was asked; none if the answer will tell.
    pub(super) user: Option<UserId>,
    pub(super) asked: Asked,
    /// When it was asked.
    pub(super) made_at: Instant,
    token_hash: Vec<u8>,
}

/// Asks something; the token is for the browser that is to answer. Committed by the caller.
pub(super) async fn ask(
    tx: &mut TenantTx,
    user: Option<UserId>,
    asked: &Asked,
) -> Result<Token, Failure> {
    let key = key_of(tx, user).await?;
    let token = Token::make(tx.environment());
    let hash = token.hash();
    let sealed = key.seal(place(&hash), asked).into_bytes();
    let until = tx.now().plus_ms(VALID_MS);
    sql::add_challenge(tx, &hash, user, sealed, until).await?;
    Ok(token)
}

/// Commits what only concerns questions and answers: nothing that counts has changed, or an entry tells of it elsewhere.
pub(super) async fn commit(tx: TenantTx) -> Result<(), Failure> {
    tx.commit_upkeep().await
}

/// The open question of a token.
pub(super) async fn find(tx: &mut TenantTx, token: &str) -> Result<Option<Challenge>, Failure> {
    let Ok(token) = Token::read(tx.environment(), token) else {
        return Ok(None);
    };
    match sql::challenge(tx, &token.hash()).await? {
        Some(row) => open(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// The open questions of an account, the newest first.
pub(super) async fn of_user(tx: &mut TenantTx, user: UserId) -> Result<Vec<Challenge>, Failure> {
    let mut challenges = Vec::new();
    for row in sql::challenges_of(tx, user).await? {
        challenges.push(open(tx, row).await?);
    }
    Ok(challenges)
}

/// Takes a question off the table; false if somebody else has answered it.
pub(super) async fn close(tx: &mut TenantTx, challenge: &Challenge) -> Result<bool, Failure> {
    sql::remove_challenge(tx, &challenge.token_hash).await
}

async fn open(tx: &mut TenantTx, row: sql::ChallengeRow) -> Result<Challenge, Failure> {
    let user = row.user_id.map(UserId::from_uuid);
    let key = key_of(tx, user).await?;
    Ok(Challenge {
        user,
        asked: key.open(place(&row.token_hash), &Sealed::from_bytes(row.sealed))?,
        made_at: Instant(row.made_at),
        token_hash: row.token_hash,
    })
}

async fn key_of(tx: &mut TenantTx, user: Option<UserId>) -> Result<vault::PersonKey, Failure> {
    match user {
        Some(user) => keys::of(tx, user.uuid()).await,
        None => keys::own(tx).await,
    }
}

fn place(token_hash: &[u8]) -> Place {
    Place::row("challenges", half(token_hash))
}
