//! `cargo xtask`: what is done to this repository besides writing code.
//!
//! Installs what is missing, builds the front end and the server, runs every check, starts the demo. Works on Unix.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool talks to the terminal"
)]

mod bench;
mod browser;
mod check;
mod cli;
mod compress;
mod demo;
mod dist;
mod files;
mod fingerprint;
mod front;
mod keeper;
mod kms;
mod network;
mod node;
mod postgres;
mod process;
mod python;
mod report;
mod server;
mod supply;
mod system;
mod test;
mod tools;
mod wasm;
mod workspace;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
