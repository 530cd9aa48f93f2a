//! Configuration by environment variables; every problem is told at once.

mod read;
mod value;

pub use read::{Config, ConfigProblems};
