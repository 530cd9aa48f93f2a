//! What an account proves itself with besides the password: passkeys, codes from an app, recovery codes.

mod app;
mod codes;
mod list;
mod passkeys;
mod relying_party;
mod remove;

use domain::{
    access::act,
    ids::{FactorId, TenantId, UserId},
};
use serde::{Deserialize, Serialize};
use vault::Place;

use super::{Session, own_door, sql};
use crate::{
    Failure,
    access::{Origin, Permit},
    desk::{Change, Desk, FieldChange, TenantTx},
    keys,
};

pub(super) use app::app_fits;
pub use app::{AppSetup, app_setup, begin_app, confirm_app};
pub(super) use codes::code_fits;
pub use codes::{keep_codes, kept_codes, renew_codes};
pub use list::{Factors, PasskeyLine, factors};
pub use passkeys::{add_passkey, begin_passkey};
pub(super) use passkeys::{passkey_fits, question};
pub use relying_party::passkeys_work;
pub use remove::remove_factor;

/// What is kept of a factor; sealed under the account's key. The library's passkey is kept as JSON.
#[derive(Serialize, Deserialize)]
enum Factor {
    Passkey { label: String, passkey: String },
    App { secret: Vec<u8> },
}

/// Kinds, as the database has them.
const PASSKEY: &str = "passkey";
const APP: &str = "app";

/// Why a factor is not set up.
#[derive(Debug, thiserror::Error)]
pub enum FactorError {
    /// The code is not the one that the app shows now.
    #[error("the code does not fit")]
    WrongCode,
    /// The browser's answer does not fit the question, or came too late.
    #[error("the passkey's answer does not fit")]
    WrongPasskey,
    /// Something else failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// A transaction of who is signed in, on the own account.
async fn own_account(desk: &Desk, session: &Session, origin: &Origin) -> Result<TenantTx, Failure> {
    let door: Permit<act::ManageFactors> =
        own_door(TenantId::PLATFORM, session.user, session.role, origin)?;
    desk.open(&door).await
}

fn place(id: FactorId) -> Place {
    Place::row("factors", id.bytes())
}

/// Commits a change of the factors of an account: other sessions end, this one is as good as one with a second factor.
async fn commit(
    mut tx: TenantTx,
    session: &Session,
    action: &'static str,
    kind: &str,
) -> Result<(), Failure> {
    let (user, now) = (session.user, tx.now());
    sql::end_sessions_but(&mut tx, user, &session.token_hash).await?;
    let has_factor = sql::has_factor(&mut tx, user).await?;
    sql::set_factor_at(&mut tx, &session.token_hash, has_factor.then_some(now)).await?;
    let key = keys::of(&mut tx, user.uuid()).await?;
    let change = Change::new(action, user, user.uuid(), &key)
        .with(vec![FieldChange::new("factor", "", kind)]);
    tx.commit(change).await
}

/// Whether an account has a second factor.
pub(super) async fn any(tx: &mut TenantTx, user: UserId) -> Result<bool, Failure> {
    sql::has_factor(tx, user).await
}
