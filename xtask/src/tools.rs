//! Installs what is missing.

use crate::system::Package;
use crate::workspace::Workspace;
use crate::{node, python, supply, system, wasm};
use anyhow::Result;

/// What a verb needs besides Rust.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Rust's standard library for the browser.
    pub wasm: bool,
    /// Node and the packages of `package-lock.json`.
    pub node: bool,
    /// PostgreSQL and the stand-in for AWS KMS.
    pub services: bool,
    /// PostgreSQL alone.
    pub postgres: bool,
    /// A browser.
    pub chromium: bool,
    /// The program that checks licences and advisories.
    pub deny: bool,
}

/// What building the front end needs.
pub const FRONT: Needs = Needs {
    wasm: true,
    node: true,
    services: false,
    postgres: false,
    chromium: false,
    deny: false,
};

/// Installs what is missing; does nothing the second time.
pub fn ensure(workspace: &Workspace, needs: Needs) -> Result<()> {
    let packages = [
        (needs.chromium, Package::Chromium),
        (needs.services || needs.postgres, Package::Postgres),
        (needs.services, Package::Python),
    ];
    let packages: Vec<Package> = packages
        .into_iter()
        .filter_map(|(needed, package)| needed.then_some(package))
        .collect();
    system::ensure(&packages)?;
    if needs.wasm {
        wasm::ensure()?;
    }
    if needs.node {
        node::ensure(workspace)?;
    }
    if needs.services {
        python::ensure(workspace)?;
    }
    if needs.deny {
        supply::ensure(workspace)?;
    }
    Ok(())
}
