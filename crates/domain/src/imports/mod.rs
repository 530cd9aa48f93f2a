//! Guest lists that organisers bring along: which column is what, which rows are good, which appear twice.

mod column;
mod row;

pub use column::{Column, guess_columns};
pub use row::{CheckedRow, RowProblem, Verdict, check_rows};
