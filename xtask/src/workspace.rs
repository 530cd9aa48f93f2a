//! Where things are.

use crate::process;
use anyhow::{Context, Result};
use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// This clone and the folders that belong to it.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
    packages: Vec<String>,
}

impl Workspace {
    /// Asks Cargo, so that `CARGO_TARGET_DIR` and Cargo's configuration files count.
    pub fn find() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let mut command = Command::new(process::cargo_program());
        command.args(["metadata", "--no-deps", "--format-version", "1"]);
        command.current_dir(manifest);
        let text = process::capture(&mut command)?;
        let metadata: Value =
            serde_json::from_str(&text).context("cargo metadata did not print JSON")?;
        let folder = |name: &str| {
            let path = metadata[name].as_str().map(PathBuf::from);
            path.with_context(|| format!("cargo metadata names no {name}"))
        };
        let packages = metadata["packages"].as_array().into_iter().flatten();
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
            packages: packages
                .filter_map(|package| package["name"].as_str())
                .map(str::to_owned)
                .collect(),
        })
    }

    /// The root of the clone.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether a package of this name is part of the workspace.
    pub fn has_package(&self, name: &str) -> bool {
        self.packages.iter().any(|package| package == name)
    }

    /// Programs installed for this project alone; shared by all clones that share a target directory.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// What the server serves as files. Always in the clone: the server embeds it from there.
    pub fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// Steps in between and what is remembered about the site.
    pub fn front(&self) -> PathBuf {
        self.root.join("target/front")
    }

    /// Where `dist` puts the finished binary.
    pub fn dist(&self) -> PathBuf {
        self.root.join("target/dist")
    }

    /// A program that npm has installed.
    pub fn node_program(&self, name: &str) -> PathBuf {
        self.root.join("node_modules/.bin").join(name)
    }

    /// A Cargo command in the root, with the name under which the browser finds the front end.
    pub fn cargo<I, S>(&self, arguments: I) -> Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        let mut command = Command::new(process::cargo_program());
        command.args(arguments).current_dir(&self.root);
        command.env("LEPTOS_OUTPUT_NAME", crate::front::NAME);
        command
    }
}
