/// Where a sealed value is stored. It is authenticated with the value: copied to another table,
/// column or row, the value does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The table's name in the database.
    pub table: &'static str,
    /// The column's name; `sealed` for the one blob of a row.
    pub column: &'static str,
    /// The row's UUID.
    pub row: [u8; 16],
}

impl Place {
    /// The column `sealed` of a row, where all personal data of the row are.
    pub const fn row(table: &'static str, row: [u8; 16]) -> Self {
        Self::column(table, "sealed", row)
    }

    /// Another column of a row.
    pub const fn column(table: &'static str, column: &'static str, row: [u8; 16]) -> Self {
        Self { table, column, row }
    }
}
