//! Making a backup while everybody goes on working.

use std::io::Write;

use domain::{Instant, access::act, ids::TenantId};

use super::{
    BackupError, Header, Part,
    archive::{Batch, Frame, PURPOSE, PartWriter},
    last, sql,
    tables::{TABLES, Table},
};
use crate::{
    Failure,
    access::Permit,
    desk::Desk,
    store::{Connection, Store},
};

/// What is in a new backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Created {
    /// When it was made.
    pub made_at: Instant,
    /// Tenants, with the installation itself.
    pub tenants: u64,
    /// Rows in both parts.
    pub rows: u64,
}

/// Writes both parts of a backup. They show one moment. The files are complete only when this returns: write them under
/// other names until then.
pub async fn create<D: Write, K: Write>(
    desk: &Desk,
    permit: &Permit<act::KeepBackups>,
    data: D,
    keys: K,
) -> Result<Created, BackupError> {
    let made_at = desk.now();
    let (data_key, keys_key) = (
        desk.keys.make_stream_key(PURPOSE).await?,
        desk.keys.make_stream_key(PURPOSE).await?,
    );
    let environment = desk.settings().environment;
    let header = |part, key| Header::new(part, environment, made_at, Store::schema(), key);
    let mut data = PartWriter::start(data, &header(Part::Data, &data_key), &data_key)?;
    let mut keys = PartWriter::start(keys, &header(Part::Keys, &keys_key), &keys_key)?;
    let mut connection = desk.store.begin_snapshot().await?;
    let tenants = sql::tenants(&mut connection).await?;
    // Tenants first, because what follows refers to them.
    write(&mut connection, &tenants, is_tenants, &mut keys).await?;
    write(
        &mut connection,
        &tenants,
        |table| table.part == Part::Keys && !is_tenants(table),
        &mut keys,
    )
    .await?;
    write(
        &mut connection,
        &tenants,
        |table| table.part == Part::Data,
        &mut data,
    )
    .await?;
    drop(connection);
    let created = Created {
        made_at,
        tenants: tenants.len() as u64,
        rows: data.finish()? + keys.finish()?,
    };
    last::note(desk, permit, "backup.created", created.rows).await?;
    Ok(created)
}

fn is_tenants(table: &Table) -> bool {
    table.name == "tenants"
}

/// Writes some tables of all tenants.
async fn write<W: Write>(
    connection: &mut Connection,
    tenants: &[TenantId],
    is_wanted: impl Fn(&Table) -> bool,
    part: &mut PartWriter<'_, W>,
) -> Result<(), BackupError> {
    for tenant in tenants {
        connection
            .name_tenant(tenant.uuid())
            .await
            .map_err(Failure::from)?;
        part.frame(&Frame::Tenant(tenant.bytes()))?;
        for table in TABLES.iter().filter(|table| is_wanted(table)) {
            part.frame(&Frame::Table(table.name.to_owned()))?;
            let mut batch = Batch::new(sql::batch(table));
            sql::read(connection, table, *tenant, |row| {
                batch.push(row).map_or(Ok(()), |frame| part.frame(&frame))
            })
            .await?;
            if let Some(frame) = batch.take() {
                part.frame(&frame)?;
            }
        }
    }
    Ok(())
}
