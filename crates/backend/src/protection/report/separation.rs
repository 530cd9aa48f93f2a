//! Separation: environments and tenants; and that nothing is kept of payments.

use std::collections::BTreeSet;

use domain::protection::{Finding, Light, Measure, Value};

use super::sql;
use crate::{
    Failure,
    desk::{Desk, TenantTx},
    protection::inventory,
};

/// Parts of names under which somebody would keep what one pays with.
const PAYING: [&str; 6] = ["iban", "card", "cvc", "cvv", "account_number", "pan_"];

pub(super) async fn findings(tx: &mut TenantTx, desk: &Desk) -> Result<Vec<Finding>, Failure> {
    Ok(vec![environment(desk), walls(tx).await?])
}

fn environment(desk: &Desk) -> Finding {
    let environment = desk.settings().environment;
    let is_real = environment == vault::Environment::Production;
    Finding::new(Measure::Environment, Light::should(is_real))
        .with("environment", environment.as_str())
}

/// The walls between tenants: in the database of a server as row-level security, and in any case each with keys of its own.
async fn walls(tx: &mut TenantTx) -> Result<Finding, Failure> {
    let Some(walls) = sql::walls(tx).await? else {
        return Ok(Finding::new(Measure::Walls, Light::Green)
            .with("engine", "SQLite".to_owned())
            .with("walls-by", "keys-and-types"));
    };
    let foreign = sql::foreign_rows(tx).await?;
    let stands_before = walls.bypasses == 0 && walls.owned == 0;
    let is_whole = walls.standing == walls.tables && foreign == 0 && stands_before;
    Ok(Finding::new(Measure::Walls, Light::must(is_whole))
        .with("engine", "PostgreSQL".to_owned())
        .with("walls-by", "rows-keys-and-types")
        .with(
            "walls",
            Value::Share(walls.standing.unsigned_abs(), walls.tables.unsigned_abs()),
        )
        .with("foreign-rows", foreign)
        .with("walls-open", walls.open.unsigned_abs()))
}

/// No live column has a name under which somebody would keep what one pays with.
pub(super) fn payment(live: &BTreeSet<(String, String)>) -> Finding {
    let names = live.iter().map(|(_, column)| column.as_str());
    let pays = |name: &str| PAYING.iter().any(|part| name.contains(part));
    let found = names.filter(|name| pays(name)).count();
    let tables = inventory()
        .filter(|column| column.table.contains("payment"))
        .count();
    Finding::new(Measure::Payment, Light::must(found == 0))
        .with("payment-columns", tables)
        .with("payment-secrets", found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_column_holds_what_one_pays_with() {
        let found = inventory().find(|column| PAYING.iter().any(|part| column.name.contains(part)));
        assert_eq!(found, None);
    }
}
