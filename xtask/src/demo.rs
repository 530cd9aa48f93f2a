//! `cargo xtask demo`.

use crate::front;
use crate::server::{self, Build};
use crate::tools;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Builds everything and becomes `einlass demo`: signals and the exit code are the server's own.
pub fn run(workspace: &Workspace, release: bool, rest: &[String]) -> Result<()> {
    tools::ensure(workspace, tools::FRONT)?;
    front::build(workspace)?;
    let kind = if release {
        Build::Release
    } else {
        Build::Development
    };
    let binary = server::build(workspace, kind)?;
    let mut command = Command::new(&binary);
    command.arg("demo").args(rest).current_dir(workspace.root());
    command.env("LEPTOS_SITE_ROOT", workspace.site());
    // Comes back only when the program cannot be started.
    let error = command.exec();
    Err(error).with_context(|| format!("{} cannot be started", binary.display()))
}
