//! Passkeys (Web Authentication Level 3).

use domain::{
    access::act,
    fields::clean,
    ids::{FactorId, UserId},
};
use sha2::{Digest, Sha256};
use vault::Sealed;
use webauthn_rs::prelude::{
    AuthenticationResult, DiscoverableAuthentication, Passkey, PasskeyAuthentication,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
};
use webauthn_rs_proto::{ResidentKeyRequirement, UserVerificationPolicy};

use super::{
    Factor, FactorError, PASSKEY, added, codes, commit, own_account, place,
    relying_party::relying_party, sql,
};
use crate::{
    Failure,
    access::{Origin, Permit},
    accounts::{
        Session, Token,
        challenges::{self, Asked, Challenge},
    },
    desk::{Desk, TenantTx},
    keys,
};

/// The longest name of a passkey, in characters.
const LABEL_LENGTH_MAX: usize = 60;

/// Begins to make a passkey: what the browser is to be asked, as JSON, and the token for its answer.
pub async fn begin_passkey(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
) -> Result<(String, Token), Failure> {
    let party = relying_party(desk).ok_or(Failure::NotFound)?;
    let mut tx = own_account(desk, session, origin).await?;
    let known = passkeys_of(&mut tx, session.user).await?;
    let known = known.iter().map(|key| key.cred_id().clone()).collect();
    let (mut options, state) = party
        .start_passkey_registration(
            session.user.uuid(),
            &session.email,
            &session.name,
            Some(known),
        )
        .map_err(|_| Failure::Damaged("factors.sealed"))?;
    // Kept on the device where it can be, so that nobody has to type an address.
    if let Some(wish) = &mut options.public_key.authenticator_selection {
        wish.resident_key = Some(ResidentKeyRequirement::Preferred);
        wish.user_verification = UserVerificationPolicy::Required;
    }
    let asked = Asked::NewPasskey(json(&state)?);
    let token = challenges::ask(&mut tx, Some(session.user), &asked).await?;
    challenges::commit(tx).await?;
    Ok((json(&options.public_key)?, token))
}

/// Adds the passkey that the browser has made. Recovery codes are made with the first one.
pub async fn add_passkey(
    desk: &Desk,
    _permit: &Permit<act::ManageFactors>,
    session: &Session,
    origin: &Origin,
    (token, answer, label): (&str, &str, &str),
) -> Result<(), FactorError> {
    let party = relying_party(desk).ok_or(Failure::NotFound)?;
    let mut tx = own_account(desk, session, origin).await?;
    let challenge = challenges::find(&mut tx, token).await?;
    let challenge = challenge.filter(|challenge| challenge.user == Some(session.user));
    let challenge = challenge.ok_or(FactorError::WrongPasskey)?;
    let Asked::NewPasskey(state) = &challenge.asked else {
        return Err(FactorError::WrongPasskey);
    };
    let state: PasskeyRegistration = read(state)?;
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else {
        return Err(FactorError::WrongPasskey);
    };
    let made = party.finish_passkey_registration(&answer, &state);
    let (Ok(passkey), true) = (made, challenges::close(&mut tx, &challenge).await?) else {
        return Err(FactorError::WrongPasskey);
    };
    let id = FactorId::from_uuid(tx.make_uuid());
    let factor = Factor::Passkey {
        label: clean(label).chars().take(LABEL_LENGTH_MAX).collect(),
        passkey: json(&passkey)?,
    };
    let key = keys::of(&mut tx, session.user.uuid()).await?;
    let new = sql::NewFactor {
        id,
        user: session.user,
        kind: PASSKEY,
        credential_hash: Some(hash(passkey.cred_id())),
        sealed: key.seal(place(id), &factor).into_bytes(),
        confirmed_at: Some(tx.now()),
    };
    if !sql::add_factor(&mut tx, new).await? {
        return Err(FactorError::WrongPasskey);
    }
    codes::make_first(&mut tx, session.user).await?;
    Ok(commit(tx, session, "user.factor_added", vec![added(PASSKEY)]).await?)
}

/// Asks for a passkey: one of the account's, or of whomever. What the browser is asked, as JSON, and the token for its
/// answer.
pub(in crate::accounts) async fn ask(
    desk: &Desk,
    mut tx: TenantTx,
    user: Option<UserId>,
) -> Result<(String, Token), Failure> {
    let party = relying_party(desk).ok_or(Failure::NotFound)?;
    let (options, asked) = if let Some(user) = user {
        let passkeys = passkeys_of(&mut tx, user).await?;
        let (options, state) = party
            .start_passkey_authentication(&passkeys)
            .map_err(|_| Failure::NotFound)?;
        (options, Asked::OwnPasskey(json(&state)?))
    } else {
        let (options, state) = party
            .start_discoverable_authentication()
            .map_err(|_| Failure::Damaged("challenges.sealed"))?;
        (options, Asked::AnyPasskey(json(&state)?))
    };
    let token = challenges::ask(&mut tx, user, &asked).await?;
    challenges::commit(tx).await?;
    Ok((json(&options.public_key)?, token))
}

/// Whose passkey it is that answers the question; none if the answer does not fit. The use of the passkey is noted.
pub(in crate::accounts) async fn passkey_fits(
    desk: &Desk,
    tx: &mut TenantTx,
    challenge: &Challenge,
    answer: &str,
) -> Result<Option<UserId>, Failure> {
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else {
        return Ok(None);
    };
    let Some(row) = sql::passkey(tx, &hash(answer.get_credential_id())).await? else {
        return Ok(None);
    };
    let (id, user) = (FactorId::from_uuid(row.id), UserId::from_uuid(row.user_id));
    let key = keys::of(tx, user.uuid()).await?;
    let factor = key.open(place(id), &Sealed::from_bytes(row.sealed))?;
    let Factor::Passkey { label, passkey } = factor else {
        return Ok(None);
    };
    let mut passkey: Passkey = read(&passkey)?;
    let Some(result) = check(desk, challenge, &answer, &passkey)? else {
        return Ok(None);
    };
    // Whom the device names is who it was made for; it must name somebody if nobody was named before.
    let named = answer.get_user_unique_id().map(<[u8]>::to_vec);
    let is_other = named.as_deref().is_some_and(|named| named != user.bytes());
    let is_asked = match challenge.user {
        Some(asked) => asked == user,
        None => named.is_some(),
    };
    if is_other || !is_asked || !result.user_verified() {
        return Ok(None);
    }
    passkey.update_credential(&result);
    let passkey = json(&passkey)?;
    let factor = Factor::Passkey { label, passkey };
    sql::use_factor(tx, id, key.seal(place(id), &factor).into_bytes()).await?;
    Ok(Some(user))
}

fn check(
    desk: &Desk,
    challenge: &Challenge,
    answer: &PublicKeyCredential,
    passkey: &Passkey,
) -> Result<Option<AuthenticationResult>, Failure> {
    let party = relying_party(desk).ok_or(Failure::NotFound)?;
    let result = match &challenge.asked {
        Asked::AnyPasskey(state) => {
            let state: DiscoverableAuthentication = read(state)?;
            party.finish_discoverable_authentication_v2(answer, state, passkey)
        }
        Asked::OwnPasskey(state) => {
            let state: PasskeyAuthentication = read(state)?;
            party.finish_passkey_authentication(answer, &state)
        }
        Asked::Factor { .. } | Asked::NewPasskey(_) | Asked::SignOn(_) | Asked::KeepCodes(_) => {
            return Ok(None);
        }
    };
    Ok(result.ok())
}

async fn passkeys_of(tx: &mut TenantTx, user: UserId) -> Result<Vec<Passkey>, Failure> {
    let key = keys::of(tx, user.uuid()).await?;
    let mut passkeys = Vec::new();
    for row in sql::factors_of(tx, user).await? {
        let place = place(FactorId::from_uuid(row.id));
        if let Factor::Passkey { passkey, .. } = key.open(place, &Sealed::from_bytes(row.sealed))? {
            passkeys.push(read(&passkey)?);
        }
    }
    Ok(passkeys)
}

fn hash(credential: &[u8]) -> Vec<u8> {
    Sha256::digest(credential).to_vec()
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| Failure::Damaged("a passkey"))
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, Failure> {
    serde_json::from_str(json).map_err(|_| Failure::Damaged("a passkey"))
}
