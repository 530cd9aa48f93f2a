//! The command line.

mod audit;
mod backup;
mod backup_files;
mod certificate;
mod demo;
mod doctor;
mod keys;
mod log;
mod report;
mod run;
mod serve;
mod tenant;
mod user;

pub use run::run;
