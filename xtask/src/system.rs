//! Packages of the operating system.

use crate::{browser, postgres, process, python};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

const CLUSTER_SETTINGS: &str = "/etc/postgresql-common/createcluster.d";
const CLUSTER_SETTING: &str = "einlass.conf";

/// A program that comes from the operating system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Package {
    /// The browser of the browser tests.
    Chromium,
    /// The server programs; no server needs to run.
    Postgres,
    /// Python with virtual environments.
    Python,
}

impl Package {
    fn is_there(self) -> bool {
        match self {
            Self::Chromium => browser::chromium().is_some(),
            Self::Postgres => postgres::programs().is_some(),
            Self::Python => python::is_there(),
        }
    }

    /// Its names at Debian.
    fn debian_names(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium"],
            Self::Postgres => &["postgresql"],
            Self::Python => &["python3", "python3-venv"],
        }
    }
}

/// Installs what is missing on Debian as root; elsewhere says in one line what to install.
pub fn ensure(packages: &[Package]) -> Result<()> {
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing
        .iter()
        .flat_map(|package| package.debian_names())
        .copied()
        .collect();
    if !Path::new("/etc/debian_version").exists() {
        bail!("please install first: {}", names.join(", "));
    }
    if !is_root() {
        bail!(
            "please install first: sudo apt-get install {}",
            names.join(" ")
        );
    }
    println!("installing {}", names.join(", "));
    install(&names, missing.contains(&Package::Postgres))?;
    let left = self::missing(packages);
    if !left.is_empty() {
        bail!("apt-get installed {names:?}, and still missing is {left:?}");
    }
    Ok(())
}

/// Whether this process may do everything.
pub fn is_root() -> bool {
    process::capture(Command::new("id").arg("-u")).is_ok_and(|text| text.trim() == "0")
}

fn missing(packages: &[Package]) -> Vec<Package> {
    let missing = |package: &Package| !package.is_there();
    packages.iter().copied().filter(missing).collect()
}

fn install(names: &[&str], with_postgres: bool) -> Result<()> {
    process::run(apt().arg("update"))?;
    let mut command = apt();
    command.args(["install", "--yes", "--no-install-recommends"]);
    command.args(names);
    if !with_postgres {
        return process::run(&mut command);
    }
    let setting = refuse_cluster(Path::new(CLUSTER_SETTINGS))?;
    let outcome = process::run(&mut command);
    std::fs::remove_file(setting)?;
    outcome
}

/// The package would otherwise create a database cluster and start it.
fn refuse_cluster(folder: &Path) -> Result<std::path::PathBuf> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("{} cannot be created", folder.display()))?;
    let file = folder.join(CLUSTER_SETTING);
    std::fs::write(&file, "create_main_cluster = false\n")
        .with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(file)
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.args(["--quiet", "--quiet"]);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::refuse_cluster;

    #[test]
    fn the_package_is_told_not_to_start_a_cluster_before_its_folder_exists() {
        let folder = tempfile::tempdir().unwrap();
        let file = refuse_cluster(&folder.path().join("createcluster.d")).unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert_eq!(text, "create_main_cluster = false\n");
        assert!(
            file.extension()
                .is_some_and(|extension| extension == "conf")
        );
    }
}
