//! What an account proves itself with besides the password: passkeys, codes from an app, recovery codes.

mod app;
mod codes;
mod list;
mod passkeys;
mod relying_party;
mod remove;

use domain::{
    access::act,
    ids::{FactorId, TenantId},
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
pub(super) use codes::{code_fits, is_recovery_code};
pub use codes::{keep_codes, kept_codes, renew_codes};
pub use list::{Factors, PasskeyLine, factors};
pub use passkeys::{add_passkey, begin_passkey};
pub(super) use passkeys::{ask, passkey_fits};
pub use relying_party::passkeys_work;
pub use remove::remove_factor;

/// What is kept of a factor; sealed under the account's key. The library's passkey is kept as JSON.
#[derive(Serialize, Deserialize)]
enum Factor {
    Passkey { label: String, passkey: String },
    App { secret: Vec<u8> },
}

/// Kinds, as the database has them.
pub(super) const PASSKEY: &str = "passkey";
pub(super) const APP: &str = "app";
/// Recovery codes, as the log has them.
pub(super) const CODES: &str = "codes";

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

/// The permit of who is signed in for the own account, which stands above tenants.
fn own_permit(session: &Session, origin: &Origin) -> Result<Permit<act::ManageFactors>, Failure> {
    own_door(TenantId::PLATFORM, session.user, session.seat, origin)
}

/// A transaction that changes the own account.
async fn own_account(desk: &Desk, session: &Session, origin: &Origin) -> Result<TenantTx, Failure> {
    desk.open(&own_permit(session, origin)?).await
}

/// A transaction that reads of the own account: looking at a page keeps no writer waiting.
async fn look_up(desk: &Desk, session: &Session, origin: &Origin) -> Result<TenantTx, Failure> {
    desk.read(&own_permit(session, origin)?).await
}

/// Letters and digits in groups, for people to copy.
fn grouped(text: &str, size: usize, between: &str) -> String {
    text.as_bytes()
        .chunks(size)
        .map(String::from_utf8_lossy)
        .collect::<Vec<_>>()
        .join(between)
}

fn place(id: FactorId) -> Place {
    Place::row("factors", id.bytes())
}

/// What the log tells of a factor that is there now.
fn added(kind: &str) -> FieldChange {
    FieldChange::new("factor", "", kind)
}

/// What the log tells of a factor that is there no more.
fn removed(kind: &str) -> FieldChange {
    FieldChange::new("factor", kind, "")
}

/// Commits a change of the factors of an account: other sessions end, this one is as good as one with a second factor.
async fn commit(
    mut tx: TenantTx,
    session: &Session,
    action: &'static str,
    changes: Vec<FieldChange>,
) -> Result<(), Failure> {
    let (user, now) = (session.user, tx.now());
    sql::end_sessions_but(&mut tx, user, &session.token_hash).await?;
    let has_factor = sql::has_factor(&mut tx, user).await?;
    sql::set_factor_at(&mut tx, &session.token_hash, has_factor.then_some(now)).await?;
    let key = keys::of(&mut tx, user.uuid()).await?;
    let change = Change::new(action, user, user.uuid(), &key).with(changes);
    tx.commit(change).await
}
