//! What stands in which column.

/// The inventory, as it is committed.
const INVENTORY: &str = include_str!("../../../../docs/schema.txt");

/// A column with its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub name: &'static str,
    /// The class, as the inventory names it, such as `sealed`.
    pub class: &'static str,
}

/// Every column of the database with its class.
pub fn inventory() -> impl Iterator<Item = Column> {
    INVENTORY.lines().filter_map(|line| {
        let (name, class) = line.split_once(' ')?;
        let (table, name) = name.split_once('.')?;
        let class = class.trim();
        Some(Column { table, name, class })
    })
}
