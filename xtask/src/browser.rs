//! The browser tests in `end2end`.

use crate::process;
use crate::report::Outcome;
use crate::server::{self, Build};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Names a browser that is not found by itself.
const VARIABLE: &str = "CHROMIUM";
const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The browser for the tests: what `CHROMIUM` names, else the first one that is installed.
pub fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).map(PathBuf::from);
    let installed = || NAMES.iter().find_map(|name| process::on_path(name));
    named
        .filter(|path| path.is_file())
        .or_else(installed)
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))
}

/// Builds the server and runs Playwright against it.
pub fn run(workspace: &Workspace, environment: &[(&str, String)]) -> Result<Outcome> {
    let binary = server::build(workspace, Build::Development)?;
    let chromium = chromium().context("no Chromium was found; CHROMIUM may name one")?;
    let mut playwright = Command::new(workspace.node_program("playwright"));
    playwright
        .arg("test")
        .current_dir(workspace.root().join("end2end"))
        .env("EINLASS_BIN", binary)
        .env("LEPTOS_SITE_ROOT", workspace.site())
        .env(VARIABLE, chromium)
        .envs(environment.iter().map(|(name, value)| (name, value)));
    process::run(&mut playwright)?;
    Ok(Outcome::Good)
}
