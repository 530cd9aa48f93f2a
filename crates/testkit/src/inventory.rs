//! What stands in which column: `docs/schema.txt` and the live schema.

use std::collections::BTreeMap;

use crate::{Engine, TestApp};

/// The classes of `docs/schema.txt`.
pub const CLASSES: [&str; 11] = [
    "id",
    "time",
    "count",
    "code",
    "public",
    "sealed",
    "blind index",
    "hash",
    "wrapped key",
    "proof",
    "random",
];

/// Table and column.
pub type Column = (String, String);

/// The inventory: each column with its class.
pub fn inventory() -> BTreeMap<Column, String> {
    let mut columns = BTreeMap::new();
    for column in backend::protection::inventory() {
        let name = (column.table.to_owned(), column.name.to_owned());
        let before = columns.insert(name, column.class.to_owned());
        assert!(before.is_none(), "{column:?} stands there twice");
    }
    columns
}

impl TestApp {
    /// Every column of the live schema.
    pub async fn columns(&self) -> Vec<Column> {
        let mut columns = Vec::new();
        for table in self.tables().await {
            let sql = match self.engine {
                Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
                Engine::Postgres => format!(
                    "SELECT column_name::text FROM information_schema.columns \
                     WHERE table_schema = 'public' AND table_name = '{table}'"
                ),
            };
            for column in self.texts(&sql).await {
                columns.push((table.clone(), column));
            }
        }
        columns
    }

    /// Every value of a column as bytes, without those that are missing.
    pub async fn values(&self, (table, column): &Column) -> Vec<Vec<u8>> {
        let hex = match self.engine {
            Engine::Sqlite => format!("hex({column})"),
            Engine::Postgres => format!(
                "CASE WHEN pg_typeof({column}) = 'bytea'::regtype THEN substr({column}::text, 3) \
                 WHEN pg_typeof({column}) = 'uuid'::regtype THEN replace({column}::text, '-', '') \
                 ELSE encode(convert_to({column}::text, 'UTF8'), 'hex') END"
            ),
        };
        self.texts(&format!(
            "SELECT {hex} FROM {table} WHERE {column} IS NOT NULL"
        ))
        .await
        .into_iter()
        .map(|hex| {
            data_encoding::HEXLOWER_PERMISSIVE
                .decode(hex.as_bytes())
                .expect("the engine writes hexadecimal")
        })
        .collect()
    }
}
