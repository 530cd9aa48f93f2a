//! The standard library for the browser.

use crate::process;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// Rust's name for the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target through rustup when the toolchain does not have it.
pub fn ensure() -> Result<()> {
    if is_there()? {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        bail!("please install Rust's target {TARGET} first; with rustup this happens by itself");
    }
    println!("installing Rust's target {TARGET}");
    process::run(Command::new("rustup").args(["target", "add", TARGET]))
}

fn is_there() -> Result<bool> {
    let mut command = Command::new("rustc");
    command.args(["--print", "target-libdir", "--target", TARGET]);
    let folder =
        process::capture(&mut command).context("please install Rust through rustup first")?;
    Ok(Path::new(folder.trim()).is_dir())
}
