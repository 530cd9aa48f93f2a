//! What comes from others: licences, sources, forbidden crates, known weaknesses. The rules are in `deny.toml`.

use crate::process;
use crate::report::Outcome;
use crate::workspace::Workspace;
use anyhow::{Context, Result, anyhow};
use std::path::PathBuf;
use std::process::Command;
use std::thread::JoinHandle;

const VERSION: &str = "0.20.2";
const PROGRAM: &str = "cargo-deny";
const FETCH_SECONDS_MAX: u64 = 180;

/// The installation of `cargo-deny` beside other steps: it takes minutes and is needed last.
#[derive(Debug)]
pub struct Installing(JoinHandle<Result<()>>);

impl Installing {
    /// Begins.
    pub fn begin(workspace: &Workspace) -> Self {
        let workspace = workspace.clone();
        Self(std::thread::spawn(move || ensure(&workspace)))
    }

    /// Waits for the end.
    pub fn end(self) -> Result<()> {
        self.0
            .join()
            .map_err(|_| anyhow!("installing {PROGRAM} panicked"))?
    }
}

/// Installs `cargo-deny` unless it is on the path or was installed before.
fn ensure(workspace: &Workspace) -> Result<()> {
    if program(workspace).is_some() {
        return Ok(());
    }
    println!("installing {PROGRAM} {VERSION}, which takes some minutes");
    let build = workspace.tools().join("build");
    let mut install = Command::new(process::cargo_program());
    install.args([
        "install",
        PROGRAM,
        "--version",
        VERSION,
        "--locked",
        "--quiet",
    ]);
    install.arg("--root").arg(workspace.tools());
    install.arg("--target-dir").arg(&build);
    // Built once to run for seconds: quick to build counts for more than quick to run.
    install.env("CARGO_PROFILE_RELEASE_LTO", "off");
    install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256");
    process::run(install.current_dir(workspace.root()))?;
    std::fs::remove_dir_all(&build)
        .with_context(|| format!("{} cannot be removed", build.display()))
}

/// Checks everything; without a network, the known weaknesses are left out and that is said.
pub fn check(workspace: &Workspace) -> Result<Outcome> {
    let deny = || -> Result<Command> {
        let program = program(workspace).context("cargo-deny is not installed")?;
        let mut command = Command::new(program);
        command.current_dir(workspace.root());
        Ok(command)
    };
    process::run(deny()?.args(["check", "bans", "licenses", "sources"]))?;
    if let Err(error) = process::run_within(deny()?.args(["fetch", "db"]), FETCH_SECONDS_MAX) {
        println!("{error:#}");
        let words = "good, but advisories NOT checked: their database cannot be fetched";
        return Ok(Outcome::Partly(words.to_owned()));
    }
    process::run(deny()?.args(["--offline", "check", "advisories"]))?;
    Ok(Outcome::Good)
}

fn program(workspace: &Workspace) -> Option<PathBuf> {
    let installed = workspace.tools().join("bin").join(PROGRAM);
    process::on_path(PROGRAM).or_else(|| Some(installed).filter(|path| path.is_file()))
}
