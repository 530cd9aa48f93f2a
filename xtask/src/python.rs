//! Python programs for the tests, in a virtual environment of their own.

use crate::process;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands in for AWS KMS.
const PACKAGE: &str = "moto[server]==5.2.5";
const READY: &str = "einlass-ready";

/// Whether some Python can make virtual environments.
pub fn is_there() -> bool {
    candidates().next().is_some()
}

/// Makes the environment when it is missing, of another version or broken.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    let environment = folder(workspace);
    if is_ready(&environment) {
        return Ok(());
    }
    println!("installing {PACKAGE} into {}", environment.display());
    if environment.exists() {
        std::fs::remove_dir_all(&environment)
            .with_context(|| format!("{} cannot be removed", environment.display()))?;
    }
    std::fs::create_dir_all(workspace.tools())?;
    let python = candidates()
        .next()
        .context("no Python with the modules venv and ensurepip was found")?;
    process::run(Command::new(python).args(["-m", "venv"]).arg(&environment))?;
    let mut install = Command::new(environment.join("bin/python"));
    install.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]);
    install.args(["--no-input", PACKAGE]);
    process::run(&mut install)?;
    std::fs::write(environment.join(READY), PACKAGE)?;
    if !is_ready(&environment) {
        bail!("{PACKAGE} was installed and cannot be loaded");
    }
    Ok(())
}

/// The interpreter of the environment.
pub fn interpreter(workspace: &Workspace) -> PathBuf {
    folder(workspace).join("bin/python")
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.tools().join("moto-venv")
}

fn is_ready(environment: &Path) -> bool {
    std::fs::read_to_string(environment.join(READY)).is_ok_and(|text| text == PACKAGE)
        && process::succeeds(
            Command::new(environment.join("bin/python")).args(["-c", "import moto.server"]),
        )
}

fn candidates() -> impl Iterator<Item = PathBuf> {
    let works = |python: &PathBuf| {
        process::succeeds(Command::new(python).args(["-c", "import venv, ensurepip"]))
    };
    process::on_path("python3")
        .into_iter()
        .chain([PathBuf::from("/usr/bin/python3")])
        .filter(works)
}
