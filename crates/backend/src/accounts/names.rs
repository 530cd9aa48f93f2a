//! Names of accounts, for the log.

use std::collections::HashMap;

use domain::ids::UserId;
use vault::{Place, Sealed};

use super::{UserProfile, front_door, index_of, password, sql};
use crate::{
    Failure,
    access::Origin,
    desk::{Desk, TenantTx},
    keys,
    support::{self, sql::GrantRow},
};

/// Looks up names of accounts, each once.
#[derive(Default)]
pub struct Names(HashMap<UserId, String>);

impl Names {
    /// The name of an actor as the log has it; empty for everybody but accounts.
    pub async fn of_actor(&mut self, desk: &Desk, actor: &str) -> Result<String, Failure> {
        match actor.parse() {
            Ok(user) => self.of(desk, user).await,
            Err(_) => Ok(String::new()),
        }
    }

    /// The name of an account; empty when it is gone.
    pub async fn of(&mut self, desk: &Desk, user: UserId) -> Result<String, Failure> {
        if let Some(name) = self.0.get(&user) {
            return Ok(name.clone());
        }
        let mut tx = desk.read(&front_door(&Origin::default())?).await?;
        let name = match profile(&mut tx, user).await {
            Ok(profile) => profile.name,
            Err(Failure::NotFound) => String::new(),
            Err(failure) => return Err(failure),
        };
        self.0.insert(user, name.clone());
        Ok(name)
    }
}

/// Who somebody is, as the team sees it.
#[derive(Clone)]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) email: String,
    /// Whether the account is in use.
    pub(crate) lasts: bool,
    /// Whether it has a second factor.
    pub(crate) has_factor: bool,
    /// Whether its password is kept as passwords are kept today.
    pub(crate) is_hashed_well: bool,
}

/// Who the accounts belong to.
pub(crate) async fn contacts(
    desk: &Desk,
    users: impl IntoIterator<Item = UserId>,
) -> Result<HashMap<UserId, Contact>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let mut contacts = HashMap::new();
    for user in users {
        if contacts.contains_key(&user) {
            continue;
        }
        let profile = match profile(&mut tx, user).await {
            Ok(profile) => profile,
            Err(Failure::NotFound) => continue,
            Err(failure) => return Err(failure),
        };
        let hash = sql::password_hash(&mut tx, user).await?;
        let contact = Contact {
            name: profile.name,
            email: profile.email,
            lasts: hash.is_some(),
            is_hashed_well: hash.is_some_and(|hash| password::is_current(&hash)),
            has_factor: sql::has_factor(&mut tx, user).await?,
        };
        contacts.insert(user, contact);
    }
    Ok(contacts)
}

/// Everybody of the provider's support.
pub(crate) async fn supporters(desk: &Desk) -> Result<Vec<(UserId, Contact)>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    let users = sql::supporters(&mut tx).await?;
    drop(tx);
    Ok(contacts(desk, users).await?.into_iter().collect())
}

/// Where somebody of the provider's support is let in.
pub(crate) async fn support_grants(desk: &Desk, user: UserId) -> Result<Vec<GrantRow>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    support::sql::granted_to(&mut tx, user).await
}

pub(super) async fn profile(tx: &mut TenantTx, user: UserId) -> Result<UserProfile, Failure> {
    let sealed = sql::sealed(tx, user).await?.ok_or(Failure::NotFound)?;
    let key = keys::of(tx, user.uuid()).await?;
    Ok(key.open(
        Place::row("users", user.bytes()),
        &Sealed::from_bytes(sealed),
    )?)
}

/// By what failed attempts of an account are counted.
pub(super) async fn index_of_user(tx: &mut TenantTx, user: UserId) -> Result<Vec<u8>, Failure> {
    let profile = profile(tx, user).await?;
    Ok(index_of(tx, &profile.email))
}
