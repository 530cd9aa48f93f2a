//! The service: configuration, command line, HTTP, workers. No rules and no SQL.

pub mod commands;
pub mod config;
pub mod erased;
pub mod http;
pub mod memory;
pub mod start;
pub mod workers;
