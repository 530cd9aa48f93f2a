//! Names of accounts, for the log.

use std::collections::HashMap;

use domain::ids::UserId;
use vault::{Place, Sealed};

use super::{UserProfile, front_door, sql};
use crate::{Failure, access::Origin, desk::Desk, desk::TenantTx, keys};

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

/// Name and address of an account; none when it has ended.
pub(crate) async fn contact(desk: &Desk, user: UserId) -> Result<Option<UserProfile>, Failure> {
    let mut tx = desk.read(&front_door(&Origin::default())?).await?;
    if sql::password_hash(&mut tx, user).await?.is_none() {
        return Ok(None);
    }
    profile(&mut tx, user).await.map(Some)
}

pub(super) async fn profile(tx: &mut TenantTx, user: UserId) -> Result<UserProfile, Failure> {
    let sealed = sql::sealed(tx, user).await?.ok_or(Failure::NotFound)?;
    let key = keys::of(tx, user.uuid()).await?;
    Ok(key.open(
        Place::row("users", user.bytes()),
        &Sealed::from_bytes(sealed),
    )?)
}
