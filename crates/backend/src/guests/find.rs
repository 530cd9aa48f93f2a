//! Finding guests by a part of their name.

use std::collections::HashMap;

use domain::{
    access::act,
    guests::Guest,
    ids::{EventId, TenantId},
};
use search::Cursor;

use super::{
    GuestFilter, GuestPage, PAGE_LENGTH,
    build::{build, open_name, put},
    names,
    row::open,
    sql,
};
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::{Desk, Finder, TenantTx},
};

/// A page of an event's guests who match, sorted by name. The index is brought up to date first, so that it holds what
/// was committed before, by whatever process.
pub(super) async fn find(
    desk: &Desk,
    tx: &mut TenantTx,
    event: EventId,
    filter: &GuestFilter,
) -> Result<GuestPage, Failure> {
    let finder = desk.finders.of(tx.tenant(), desk.now());
    let mut finder = finder.lock().await;
    refresh(tx, &mut finder).await?;
    let mut after: Option<Cursor> = filter
        .after
        .and_then(|guest| finder.index.cursor_after(guest.uuid()));
    let mut guests: Vec<Guest> = Vec::with_capacity(PAGE_LENGTH + 1);
    loop {
        let found = finder.index.find(
            Some(event.uuid()),
            &filter.search,
            after.as_ref(),
            PAGE_LENGTH + 1,
        );
        let rows = sql::among(tx, event, filter, &found.ids).await?;
        let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
        for id in found.ids {
            let Some(row) = rows.remove(&id) else {
                continue;
            };
            if guests.len() == PAGE_LENGTH {
                let next = guests.last().map(|guest| guest.id);
                return Ok(GuestPage { guests, next });
            }
            guests.push(open(tx, row).await?.0);
        }
        after = found.next;
        if after.is_none() {
            return Ok(GuestPage { guests, next: None });
        }
    }
}

/// Brings an index up to date with what the transaction sees.
async fn refresh(tx: &mut TenantTx, finder: &mut Finder) -> Result<(), Failure> {
    // Asked before the rows: what is committed in between is read again next time.
    let horizon = names::change_horizon(tx).await?;
    if let Some(known) = finder.horizon {
        for (guest, row) in names::changed_since(tx, known).await? {
            match row {
                Some(mut row) => {
                    let file = open_name(tx, &mut row).await?;
                    put(&mut finder.index, &row, &file);
                }
                None => {
                    finder.index.remove(guest);
                }
            }
        }
    } else {
        build(tx, finder).await?;
    }
    finder.horizon = Some(horizon);
    Ok(())
}

/// Opens the first guests of a tenant, to see that they open; returns how many.
pub(crate) async fn open_some(tx: &mut TenantTx, limit: i64) -> Result<u64, Failure> {
    let mut rows = names::names_after(tx, uuid::Uuid::nil(), limit).await?;
    for row in &mut rows {
        open_name(tx, row).await?;
    }
    Ok(rows.len() as u64)
}

/// Takes out of this process's memory the names of guests who were removed meanwhile, by whatever process, and all
/// names that nobody looked for lately. To be called every few seconds.
pub async fn forget_names(desk: &Desk) -> Result<(), Failure> {
    desk.finders.wipe_idle(desk.now());
    for tenant in desk.finders.tenants() {
        if let Some(finder) = desk.finders.held(tenant) {
            let mut tx = desk.read(&permit(tenant)?).await?;
            let mut finder = finder.lock().await;
            if finder.horizon.is_some() {
                refresh(&mut tx, &mut finder).await?;
            }
        }
    }
    Ok(())
}

/// How many guests' names are in this process's memory for a tenant.
pub async fn names_in_memory(desk: &Desk, tenant: TenantId) -> usize {
    match desk.finders.held(tenant) {
        Some(finder) => finder.lock().await.index.len(),
        None => 0,
    }
}

/// Bytes that these names take.
pub async fn memory_of_names(desk: &Desk, tenant: TenantId) -> usize {
    match desk.finders.held(tenant) {
        Some(finder) => finder.lock().await.index.memory_bytes(),
        None => 0,
    }
}

fn permit(tenant: TenantId) -> Result<Permit<act::DeleteExpired>, Failure> {
    as_system(tenant, "search")
}
