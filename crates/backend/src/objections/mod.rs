//! Objections to mailings (GDPR, article 21, paragraphs 2 and 3; in Austria section 174 TKG 2021): whoever objects gets no
//! save the date, invitation, reminder or thanks of the tenant any more. What concerns an answer that somebody gave (a
//! confirmation, an offered place, another date) still comes. Kept by the keyed hash of the address, so that an objection
//! outlives the person's erasure and holds when a list is imported anew.

mod allow;
mod object;
mod see;
pub(crate) mod sql;
mod token;

use crate::{
    Failure,
    desk::{Change, TenantTx},
    keys,
};

pub use allow::allow;
pub use object::object;
pub use see::{Objection, see, since};
pub use token::{ObjectionToken, Recipient, holder};
pub(crate) use token::{address, token_of};

/// Commits what an address wants: in the history of the guest who was listed by it last, or, when nobody has it any more,
/// in the log of the tenant alone.
async fn commit(
    mut tx: TenantTx,
    recipient: &Recipient,
    action: &'static str,
) -> Result<(), Failure> {
    if let Some((guest, event, person)) = sql::newest_guest(&mut tx, recipient).await? {
        let key = keys::of(&mut tx, person.uuid()).await?;
        let change = Change::new(action, guest, person.uuid(), &key)
            .of_event(event)
            .of_guest(guest);
        return tx.commit(change).await;
    }
    let (tenant, key) = (tx.tenant(), keys::own(&mut tx).await?);
    let change = Change::new(action, tenant, tenant.uuid(), &key);
    tx.commit(change).await
}
