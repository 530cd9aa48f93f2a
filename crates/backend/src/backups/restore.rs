//! Putting a backup into a new installation.

use std::io::{BufReader, Read};

use domain::{Instant, access::act, erasures::may_be_restored, ids::TenantId};
use uuid::Uuid;
use vault::StreamKey;

use super::{
    BackupError, Header, Part,
    archive::{Frame, PURPOSE, PartReader},
    sql,
    tables::Table,
};
use crate::{
    access::{Permit, as_system},
    desk::{Change, Desk, FieldChange},
    erasures::Destroyed,
    keys,
    store::{Connection, Store},
};

/// What came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    /// When the part with the data was made.
    pub made_at: Instant,
    /// Tenants, with the installation itself.
    pub tenants: u64,
    /// Rows of both parts.
    pub rows: u64,
    /// People in the data whose keys were destroyed since: they did not come back.
    pub erased: u64,
}

/// One opened part.
struct Opened<R> {
    header: Header,
    line: Vec<u8>,
    key: StreamKey,
    file: BufReader<R>,
}

/// Restores a backup into an empty, migrated database, in one transaction: everything or nothing. Whoever was erased does
/// not come back: neither those whom the part with the keys no longer holds, nor those in `destroyed`, the list that is
/// kept outside. Each tenant's log says what happened.
pub async fn restore<D: Read, K: Read>(
    desk: &Desk,
    permit: &Permit<act::KeepBackups>,
    data: D,
    keys: K,
    destroyed: &[Destroyed],
) -> Result<Restored, BackupError> {
    let data = open(desk, data, Part::Data).await?;
    let keys = open(desk, keys, Part::Keys).await?;
    if keys.header.made_at < data.header.made_at {
        return Err(BackupError::KeysTooOld);
    }
    if !may_be_restored(keys.header.made_at, desk.now()) {
        return Err(BackupError::Expired);
    }
    let mut connection = desk.store.begin().await?;
    if !sql::tenants(&mut connection).await?.is_empty() {
        return Err(BackupError::NotEmpty);
    }
    let made_at = data.header.made_at;
    let mut rows = take(&mut connection, keys).await?;
    rows += take(&mut connection, data).await?;
    let mut erased = 0;
    let tenants = sql::tenants(&mut connection).await?;
    for tenant in &tenants {
        connection.name_tenant(tenant.uuid()).await?;
        for line in destroyed.iter().filter(|line| line.tenant == *tenant) {
            sql::add_erasure(&mut connection, *tenant, line.subject, line.at).await?;
        }
        let gone = sql::settle(&mut connection, *tenant).await?;
        erased += gone;
        connection = note(desk, permit, connection, *tenant, made_at, gone).await?;
    }
    connection.commit().await?;
    Ok(Restored {
        made_at,
        tenants: tenants.len() as u64,
        rows,
        erased,
    })
}

async fn open<R: Read>(desk: &Desk, file: R, part: Part) -> Result<Opened<R>, BackupError> {
    let mut file = BufReader::new(file);
    let (header, line) = Header::read(&mut file)?;
    if header.part != part {
        return Err(BackupError::OtherPart {
            found: header.part,
            expected: part,
        });
    }
    let environment = desk.settings().environment.to_string();
    if header.environment != environment {
        return Err(BackupError::OtherEnvironment {
            found: header.environment,
            expected: environment,
        });
    }
    if header.schema != Store::schema() {
        return Err(BackupError::OtherSchema {
            found: header.schema,
            expected: Store::schema(),
        });
    }
    let key = desk
        .keys
        .open_stream_key(PURPOSE, &header.wrapped_key()?)
        .await?;
    Ok(Opened {
        header,
        line,
        key,
        file,
    })
}

/// Writes the rows of one part; returns how many.
async fn take<R: Read>(connection: &mut Connection, part: Opened<R>) -> Result<u64, BackupError> {
    let mut reader = PartReader::start(part.file, &part.line, &part.key)?;
    let (mut rows, mut table) = (0, None::<&'static Table>);
    while let Some(frame) = reader.next()? {
        match frame {
            Frame::Tenant(tenant) => connection.name_tenant(Uuid::from_bytes(tenant)).await?,
            Frame::Table(name) => {
                let known = Table::named(&name, part.header.part);
                table = Some(known.ok_or(BackupError::Damaged)?);
            }
            Frame::Rows(found) => {
                rows += found.len() as u64;
                sql::add(connection, table.ok_or(BackupError::Damaged)?, found).await?;
            }
            Frame::End(_) => return Err(BackupError::Damaged),
        }
    }
    Ok(rows)
}

/// Writes into the tenant's log, within the transaction, that it was restored.
async fn note(
    desk: &Desk,
    permit: &Permit<act::KeepBackups>,
    connection: Connection,
    tenant: TenantId,
    made_at: Instant,
    erased: u64,
) -> Result<Connection, BackupError> {
    let own: Permit<act::KeepBackups> = as_system(tenant, permit.origin.as_str())?;
    let mut tx = desk.go_on(&own, connection).await?;
    let key = keys::own(&mut tx).await?;
    let change = Change::new("backup.restored", tenant, tenant.uuid(), &key).with(vec![
        FieldChange::new("made-at", "", made_at.0.to_string()),
        FieldChange::new("erased", "", erased.to_string()),
    ]);
    let noted = tx.note(change).await?;
    Ok(tx.hand_over(noted))
}
