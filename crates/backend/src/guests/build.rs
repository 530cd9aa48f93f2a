//! Building the index for searching: every row of a tenant is opened once.

use domain::{guests::GuestFile, ids::GuestId, people::EmailAddress};
use search::{Index, Record};
use tokio::task::{JoinHandle, spawn_blocking};
use uuid::Uuid;
use vault::{OpenError, PersonKey, Sealed, TenantKeySet};

use super::{
    names::{self, NameRow},
    place,
};
use crate::{
    Failure,
    desk::{Finder, TenantTx},
    keys,
};

/// Rows that are opened at a time: few enough that reading the first and opening the last of them keep nobody waiting.
const BATCH: i64 = 1_000;

/// Builds an index anew. While one batch of rows is opened on a thread for such work, the next one is read.
pub(super) async fn build(tx: &mut TenantTx, finder: &mut Finder) -> Result<(), Failure> {
    let mut last = Uuid::nil();
    let mut opening = open_in_turn(Index::new(), tx.keys.clone(), Vec::new());
    loop {
        let rows = names::names_after(tx, last, BATCH).await?;
        let (mut index, later) = opening.await.expect("opening rows does not panic")?;
        for mut row in later {
            let file = open_name(tx, &mut row).await?;
            put(&mut index, &row, &file);
        }
        let Some(row) = rows.last() else {
            index.settle();
            finder.index = index;
            return Ok(());
        };
        last = row.id;
        opening = open_in_turn(index, tx.keys.clone(), rows);
    }
}

/// An index with more rows in it, and rows whose keys are under a root key that is newer than what was known.
type Opened = (Index, Vec<NameRow>);

fn open_in_turn(
    mut index: Index,
    keys: TenantKeySet,
    rows: Vec<NameRow>,
) -> JoinHandle<Result<Opened, Failure>> {
    spawn_blocking(move || {
        let mut later = Vec::new();
        for mut row in rows {
            match keys.unwrap_person_key(*row.person_id.as_bytes(), &row.wrapped) {
                Ok(key) => {
                    let file = open_with(&key, &mut row)?;
                    put(&mut index, &row, &file);
                }
                Err(OpenError::OtherKeyVersion { .. }) => later.push(row),
                Err(error) => return Err(error.into()),
            }
        }
        Ok((index, later))
    })
}

/// Opens what is needed of a guest to find it; nothing sealed is left in the row.
pub(super) async fn open_name(tx: &mut TenantTx, row: &mut NameRow) -> Result<GuestFile, Failure> {
    let key = keys::unwrap(tx, row.person_id, &row.wrapped).await?;
    open_with(&key, row)
}

fn open_with(key: &PersonKey, row: &mut NameRow) -> Result<GuestFile, Failure> {
    let sealed = Sealed::from_bytes(std::mem::take(&mut row.sealed));
    Ok(key.open_in_place(place(GuestId::from_uuid(row.id)), sealed)?)
}

/// Puts a guest into an index.
pub(super) fn put(index: &mut Index, row: &NameRow, file: &GuestFile) {
    let details = &file.details;
    index.put(&Record {
        id: row.id,
        group: row.event_id,
        family_name: &details.family_name,
        given_name: &details.given_name,
        company: &details.company,
        email: details.email.as_ref().map_or("", EmailAddress::as_str),
    });
}
