/// A record before the table around it is known: tidy cells, at least one of them filled.
pub(crate) struct Record {
    pub(crate) line: u32,
    /// Up to the last filled one.
    pub(crate) cells: Vec<String>,
    /// The cells it had in the file, blank ones at its end included.
    pub(crate) width: usize,
}

impl Record {
    /// A record of tidy cells; `None` if all of them are blank.
    pub(crate) fn new(line: u32, mut cells: Vec<String>) -> Option<Self> {
        let width = cells.len();
        let filled = cells.iter().rposition(|cell| !cell.is_empty())? + 1;
        cells.truncate(filled);
        Some(Self { line, cells, width })
    }

    /// How many cells are not blank.
    pub(crate) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// The cell of a column, blank where the record is shorter.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}
