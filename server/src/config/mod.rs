//! Configuration by environment variables; every problem is told at once.

mod lists;
mod read;
mod sign_in;
mod value;
mod way;

pub use read::{Config, ConfigProblems};
