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
    chance,
    desk::{Desk, TenantTx},
    keys,
    protection::inventory,
};

/// As many rows of each table are looked at: the newest, and others picked by chance.
const SAMPLE: u64 = 500;
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
        .with("columns-missing", missing)
}

/// Each column that should hold ciphertext begins as ciphertext does.
async fn sealed(tx: &mut TenantTx) -> Result<Finding, Failure> {
    let (mut looked, mut plain) = (0, 0);
    for column in inventory().filter(|column| column.class == "sealed") {
        let Some(table) = table(column.table) else {
            continue;
        };
        for (newer, most) in samples(sql::rows_of(tx, table).await?) {
            let (rows, wrong) = sql::sample(tx, table, column.name, newer, most).await?;
            looked += rows;
            plain += wrong;
        }
    }
    Ok(Finding::new(Measure::Sealed, Light::must(plain == 0))
        .with("cipher", "AES-256-GCM-SIV".to_owned())
        .with("rows-looked-at", looked)
        .with("rows-plain", plain))
}

/// How the rows of a table are owned; nothing for a table without a tenant, which is nobody's.
fn table(name: &'static str) -> Option<sql::Table> {
    const ORDERS: [&str; 5] = ["id", "guest_id", "event_id", "user_id", "token_hash"];
    let has = |column: &str| inventory().any(|known| known.table == name && known.name == column);
    let owner = match name {
        "tenants" => "id",
        _ if has("tenant_id") => "tenant_id",
        _ => return None,
    };
    let order = ORDERS.into_iter().find(|column| has(column));
    Some(sql::Table {
        name,
        owner,
        order: order.unwrap_or(owner),
    })
}

/// Which of so many rows are looked at: how many are newer, and how many are taken.
fn samples(rows: u64) -> Vec<(u64, u64)> {
    if rows <= 2 * SAMPLE {
        return vec![(0, rows)];
    }
    let chance = u64::from_be_bytes(chance::make_bytes());
    let others = SAMPLE + chance % (rows - 2 * SAMPLE + 1);
    vec![(0, SAMPLE), (others, SAMPLE)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_rows_are_looked_at_and_as_many_others_or_all() {
        assert_eq!(samples(0), [(0, 0)]);
        assert_eq!(samples(1_000), [(0, 1_000)]);
        for rows in [1_001, 1_002, 1_000_000] {
            for _ in 0..100 {
                let [(0, SAMPLE), (newer, SAMPLE)] = samples(rows)[..] else {
                    panic!("{rows}");
                };
                assert!((SAMPLE..=rows - SAMPLE).contains(&newer), "{rows}: {newer}");
            }
        }
    }
}
