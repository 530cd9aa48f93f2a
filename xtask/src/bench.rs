//! `cargo xtask bench`.

use crate::process;
use crate::workspace::Workspace;
use anyhow::{Result, bail};

const PACKAGE: &str = "bench";

/// Runs the measuring program, optimised, with the arguments as they are.
pub fn run(workspace: &Workspace, rest: &[String]) -> Result<()> {
    if !workspace.has_package(PACKAGE) {
        bail!("this workspace has no package `{PACKAGE}`");
    }
    let mut command = workspace.cargo(["run", "--release", "--package", PACKAGE, "--"]);
    process::run(command.args(rest))
}
