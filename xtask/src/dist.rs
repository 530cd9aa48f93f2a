//! `cargo xtask dist`.

use crate::server::{self, Build};
use crate::workspace::Workspace;
use crate::{front, tools};
use anyhow::{Context, Result};

/// Builds the front end, then the server around it, and puts the one file at `target/dist/einlass`.
pub fn run(workspace: &Workspace) -> Result<()> {
    tools::ensure(workspace, tools::FRONT)?;
    front::build(workspace)?;
    let binary = server::build(workspace, Build::Release)?;
    let folder = workspace.dist();
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} cannot be created", folder.display()))?;
    let copy = folder.join("einlass");
    // First beside it: a binary that is running cannot be overwritten, but replaced.
    let fresh = folder.join("einlass.new");
    let size = std::fs::copy(&binary, &fresh)
        .with_context(|| format!("{} cannot be written", fresh.display()))?;
    std::fs::rename(&fresh, &copy)
        .with_context(|| format!("{} cannot be replaced", copy.display()))?;
    println!("{} ({} MB)", copy.display(), size / 1_000_000);
    Ok(())
}
