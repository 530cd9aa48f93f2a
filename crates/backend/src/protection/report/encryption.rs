//! Encryption: columns, ciphertext, keys.

use std::collections::BTreeSet;

use domain::{
    access::act,
    ids::TenantId,
    protection::{Finding, Light, Measure},
};

use super::sql;
use crate::{
    Failure,
    access::{Permit, as_system},
    desk::{Desk, TenantTx},
    keys,
    protection::inventory,
};

/// Rows of each table that are looked at.
const SAMPLE: i64 = 500;
/// A root key that is older should be changed.
const ROOT_DAYS_MAX: i64 = 365;

pub(super) async fn findings(tx: &mut TenantTx) -> Result<Vec<Finding>, Failure> {
    Ok(vec![sealed(tx).await?, person_keys(tx).await?])
}

/// The live columns are those of the inventory.
pub(super) fn columns(live: &BTreeSet<(String, String)>) -> Finding {
    let known: BTreeSet<(String, String)> = inventory()
        .map(|column| (column.table.to_owned(), column.name.to_owned()))
        .collect();
    let unknown = live.difference(&known).count();
    let missing = known.difference(live).count();
    let sealed = inventory()
        .filter(|column| column.class == "sealed")
        .count();
    Finding::new(Measure::Columns, Light::must(unknown == 0 && missing == 0))
        .with("columns", live.len())
        .with("columns-sealed", sealed)
        .with("columns-unknown", unknown)
}

/// Each column that should hold ciphertext begins as ciphertext does.
async fn sealed(tx: &mut TenantTx) -> Result<Finding, Failure> {
    let (mut looked, mut plain) = (0, 0);
    let tables: BTreeSet<(&str, &str)> = inventory()
        .map(|column| (column.table, column.name))
        .collect();
    for column in inventory().filter(|column| column.class == "sealed") {
        // A table without a tenant is nobody's.
        if !tables.contains(&(column.table, "tenant_id")) {
            continue;
        }
        let (rows, wrong) = sql::sample(tx, column.table, column.name, SAMPLE).await?;
        looked += rows;
        plain += wrong;
    }
    Ok(Finding::new(Measure::Sealed, Light::must(plain == 0))
        .with("cipher", "AES-256-GCM-SIV".to_owned())
        .with("rows-looked-at", looked)
        .with("rows-plain", plain))
}

/// Everybody has a key.
async fn person_keys(tx: &mut TenantTx) -> Result<Finding, Failure> {
    let (people, without) = sql::people(tx).await?;
    Ok(Finding::new(Measure::PersonKeys, Light::must(without == 0))
        .with("people", people)
        .with("people-without-key", without))
}

/// Root keys come from the provider, and not from a file beside the data.
pub(super) async fn root_keys(desk: &Desk, tenant: TenantId) -> Result<Finding, Failure> {
    let see: Permit<act::RotateKeys> = as_system(tenant, "protection")?;
    let status = keys::status(desk, &see).await?;
    let newest = status.roots.last();
    let in_production = desk.settings().environment == vault::Environment::Production;
    let young = newest.is_some_and(|root| root.age_days <= ROOT_DAYS_MAX);
    let light = match (desk.provider_answers(), status.provider) {
        // The key lies beside the data.
        (false, _) => Light::Red,
        (true, "local-key-file") if in_production => Light::Red,
        (true, "local-key-file") => Light::Amber,
        _ => Light::should(young && !status.is_unfinished()),
    };
    Ok(Finding::new(Measure::RootKeys, light)
        .with("provider", status.provider)
        .with("root-version", newest.map_or(0, |root| root.version))
        .with("root-made", newest.map(|root| root.made_at))
        .with(
            "keys",
            status.roots.iter().map(|root| root.keys).sum::<u64>(),
        ))
}
