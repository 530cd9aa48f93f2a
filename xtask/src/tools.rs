//! Installs what is missing.

use crate::system::{self, Package};
use crate::workspace::Workspace;
use crate::{node, python, wasm};
use anyhow::Result;

/// What a step may need besides Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A browser.
    Chromium,
    /// The programs of a PostgreSQL server.
    Postgres,
    /// Rust's standard library for the browser.
    Wasm,
    /// Node and the packages of `package-lock.json`.
    Node,
    /// The stand-in for AWS KMS.
    Kms,
}

impl Tool {
    fn package(self) -> Option<Package> {
        match self {
            Self::Chromium => Some(Package::Chromium),
            Self::Postgres => Some(Package::Postgres),
            Self::Kms => Some(Package::Python),
            Self::Wasm | Self::Node => None,
        }
    }

    fn install(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Chromium | Self::Postgres => Ok(()),
            Self::Wasm => wasm::ensure(),
            Self::Node => node::ensure(workspace),
            Self::Kms => python::ensure(workspace),
        }
    }
}

/// What building the front end needs.
pub const FRONT: &[Tool] = &[Tool::Wasm, Tool::Node];

/// Installs what is missing, packages of the operating system first; does nothing the second time.
pub fn ensure(workspace: &Workspace, tools: &[Tool]) -> Result<()> {
    let packages: Vec<Package> = tools.iter().filter_map(|tool| tool.package()).collect();
    system::ensure(&packages)?;
    tools.iter().try_for_each(|tool| tool.install(workspace))
}
