//! The checks that need nothing but Rust, and `cargo xtask check` made of them.

use crate::report::{Outcome, Report};
use crate::workspace::Workspace;
use crate::{front, process, wasm};
use anyhow::Result;

/// Format, lints and tests without PostgreSQL, KMS and browser.
pub fn run(workspace: &Workspace) -> Result<()> {
    let mut report = Report::default();
    let outcome = (|| {
        report.step("format", || format(workspace))?;
        report.step("clippy", || {
            front::ensure_folder(workspace)?;
            lint_native(workspace)
        })?;
        report.step("tests", || tests(workspace, &[]))
    })();
    report.print();
    outcome
}

/// `rustfmt` over all packages.
pub fn format(workspace: &Workspace) -> Result<Outcome> {
    process::run(&mut workspace.cargo(["fmt", "--all", "--check"]))?;
    Ok(Outcome::Good)
}

/// Clippy over all packages, natively and for the browser; a warning is an error.
pub fn lint(workspace: &Workspace) -> Result<Outcome> {
    front::ensure_folder(workspace)?;
    lint_native(workspace)?;
    // Together: that cargo unifies their features makes no difference to what is looked for.
    let mut browser = workspace.cargo(["clippy", "--target", wasm::TARGET]);
    for (package, _) in front::BUNDLES {
        browser.args(["--package", package]);
    }
    process::run(browser.args(["--", "-D", "warnings"]))?;
    Ok(Outcome::Good)
}

fn lint_native(workspace: &Workspace) -> Result<Outcome> {
    process::run(&mut workspace.cargo(["clippy", "--all-targets", "--", "-D", "warnings"]))?;
    Ok(Outcome::Good)
}

/// Leaves out what needs PostgreSQL or a key service; the names say which.
const EMBEDDED_ONLY: [&str; 2] = [
    "--filterset",
    "not test(postgres) and not test(suite::walls) and not binary(aws_kms)",
];

/// All tests of the default members, with nextest where it is installed. Without an environment that names the services
/// the tests that need them are left out.
pub fn tests(workspace: &Workspace, environment: &[(&str, String)]) -> Result<Outcome> {
    front::ensure_folder(workspace)?;
    let environment = environment.iter().map(|(name, value)| (name, value));
    if process::on_path("cargo-nextest").is_none() {
        let mut test = workspace.cargo(["test"]);
        if environment.len() == 0 {
            // Without nextest the services cannot be told apart: only what stands beside the code.
            test.args(["--lib", "--bins"]);
        }
        process::run(test.envs(environment))?;
        return Ok(Outcome::Good);
    }
    let mut nextest = workspace.cargo(["nextest", "run", "--no-fail-fast"]);
    if environment.len() == 0 {
        nextest.args(EMBEDDED_ONLY);
    }
    process::run(nextest.envs(environment))?;
    // The examples in the documentation, which nextest passes over.
    process::run(&mut workspace.cargo(["test", "--doc", "--quiet"]))?;
    Ok(Outcome::Good)
}

/// The documentation of the default members; a broken link is an error.
pub fn documentation(workspace: &Workspace) -> Result<Outcome> {
    front::ensure_folder(workspace)?;
    let mut command = workspace.cargo(["doc", "--no-deps", "--quiet"]);
    process::run(command.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Outcome::Good)
}
