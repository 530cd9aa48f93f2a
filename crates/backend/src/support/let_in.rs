//! Whom a tenant lets in at the moment.

use domain::{Instant, access::Extent, ids::UserId};

use super::sql;
use crate::{
    Failure, accounts,
    desk::{Desk, TenantTx},
};

/// Somebody of support who is let in at the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetIn {
    /// The account.
    pub user: UserId,
    /// The name.
    pub name: String,
    /// What they may do.
    pub extent: Extent,
    /// Until when.
    pub until: Instant,
}

/// Whom the transaction's tenant lets in at the moment; everybody in it may know.
pub(crate) async fn let_in(desk: &Desk, mut tx: TenantTx) -> Result<Vec<LetIn>, Failure> {
    let rows = sql::active(&mut tx).await?;
    drop(tx);
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let contacts = accounts::contacts(desk, rows.iter().map(sql::GrantRow::user)).await?;
    let let_in = rows.into_iter().map(|row| {
        let contact = contacts.get(&row.user());
        Ok(LetIn {
            user: row.user(),
            name: contact.map_or_else(String::new, |contact| contact.name.clone()),
            extent: row.extent()?,
            until: Instant(row.valid_until),
        })
    });
    let_in.collect()
}
