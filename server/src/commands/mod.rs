//! The command line.

mod demo;
mod doctor;
mod log;
mod run;
mod serve;
mod tenant;
mod user;

pub use run::run;
