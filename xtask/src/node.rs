//! Node and the programs that npm installs.

use crate::process;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

const MAJOR_VERSION_MIN: u32 = 20;
const INSTALL_NODE: &str = "please install Node 20 or newer with npm first";

/// Installs the packages of `package-lock.json` unless that has happened since it was changed.
pub fn ensure(workspace: &Workspace) -> Result<()> {
    check_version()?;
    if is_current(workspace.root()) {
        return Ok(());
    }
    println!("installing the packages of package-lock.json");
    let mut install = Command::new("npm");
    install.args(["ci", "--no-audit", "--no-fund"]);
    install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(install.current_dir(workspace.root()))
}

fn check_version() -> Result<()> {
    if process::on_path("npm").is_none() {
        bail!(INSTALL_NODE);
    }
    let text = process::capture(Command::new("node").arg("--version")).context(INSTALL_NODE)?;
    match major_version(&text) {
        Some(version) if version >= MAJOR_VERSION_MIN => Ok(()),
        _ => bail!("{INSTALL_NODE}; this is {}", text.trim()),
    }
}

fn major_version(text: &str) -> Option<u32> {
    text.trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// npm writes `node_modules/.package-lock.json` last, so an interrupted installation is not current.
fn is_current(root: &Path) -> bool {
    let changed = |path: &str| std::fs::metadata(root.join(path))?.modified();
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
    ) {
        (Ok(installed), Ok(wanted)) => installed >= wanted,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_current, major_version};
    use std::fs::File;
    use std::time::{Duration, SystemTime};

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("20"), None);
    }

    #[test]
    fn an_older_installation_is_not_current() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let wanted = File::create(root.join("package-lock.json")).unwrap();
        assert!(!is_current(root));
        std::fs::create_dir(root.join("node_modules")).unwrap();
        let installed = File::create(root.join("node_modules/.package-lock.json")).unwrap();
        let early = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000);
        let late = early + Duration::from_secs(1);
        installed.set_modified(early).unwrap();
        wanted.set_modified(late).unwrap();
        assert!(!is_current(root));
        installed.set_modified(late).unwrap();
        assert!(is_current(root));
    }
}
