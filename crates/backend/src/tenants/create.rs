//! Creating tenants.

use domain::{access::act, ids::TenantId};

use super::{TenantProfile, profile::place, sql};
use crate::{
    Failure,
    access::{Denied, Origin, Permit, Who, authorise},
    chance::make_uuid,
    desk::{Change, Desk, FieldChange},
    keys,
};

/// Makes sure that the installation itself has a root key; to be called once at each start, after the migrations.
pub async fn ensure_platform(desk: &Desk) -> Result<(), Failure> {
    let mut reading = desk.store.begin_reading().await?;
    let there = keys::roots::read(&mut reading, TenantId::PLATFORM).await?;
    drop(reading);
    if there.is_empty() {
        make_root(desk, TenantId::PLATFORM).await?;
    }
    Ok(())
}

/// Creates a tenant with a root key of its own.
pub async fn create(
    desk: &Desk,
    permit: &Permit<act::ManageTenants>,
    name: &str,
) -> Result<TenantId, Failure> {
    let tenant = TenantId::from_uuid(make_uuid(desk.now()));
    make_root(desk, tenant).await?;
    let own: Permit<act::ManageTenants> =
        authorise(Who::Operator(tenant), &permit.origin).map_err(|Denied| Failure::NotFound)?;
    let mut tx = desk.open(&own).await?;
    let key = keys::make(&mut tx, tenant.uuid()).await?;
    let profile = TenantProfile {
        name: domain::fields::clean(name),
    };
    sql::set_sealed(&mut tx, key.seal(place(tenant), &profile).into_bytes()).await?;
    let change = Change::new("tenant.created", tenant, tenant.uuid(), &key)
        .with(vec![FieldChange::new("name", "", profile.name.clone())]);
    tx.commit(change).await?;
    Ok(tenant)
}

/// A permit for the operator at the command line, within one tenant.
pub(crate) fn operator(tenant: TenantId) -> (Who, Origin) {
    (Who::Operator(tenant), Origin::new("command line", None))
}

async fn make_root(desk: &Desk, tenant: TenantId) -> Result<(), Failure> {
    let wrapped = desk.keys.make_first(tenant).await?;
    let mut connection = desk.store.begin().await?;
    sql::add(&mut connection, tenant, desk.now()).await?;
    keys::roots::add_first(&mut connection, tenant, &wrapped, desk.now()).await?;
    Ok(connection.commit().await?)
}
