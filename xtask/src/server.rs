//! Building the server.

use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const BINARY: &str = "einlass";

/// How the server is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// Quickly, sharing what the tests have built.
    Development,
    /// As it is shipped.
    Release,
}

/// Builds the server and returns the path of its binary. The front end comes first.
pub fn build(workspace: &Workspace, kind: Build) -> Result<PathBuf> {
    let arguments: &[&str] = match kind {
        // Without `--package` Cargo takes the features of all default members, as the tests do: built once.
        Build::Development => &["build", "--bin", BINARY],
        Build::Release => &["build", "--package", "server", "--bin", BINARY, "--release"],
    };
    artifact(&mut workspace.cargo(arguments), BINARY, "")
}

/// Runs `cargo build …` and returns the file that it made for a target, by the ending of its name.
pub fn artifact(build: &mut Command, target: &str, ending: &str) -> Result<PathBuf> {
    build.arg("--message-format=json-render-diagnostics");
    let output = build
        .stderr(Stdio::inherit())
        .output()
        .context("Cargo cannot be started")?;
    if !output.status.success() {
        bail!("Cargo cannot build `{target}`");
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines()
        .filter_map(|line| file_in(line, target, ending))
        .next_back()
        .with_context(|| format!("Cargo built no file `.{ending}` for `{target}`"))
}

fn file_in(line: &str, target: &str, ending: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != target {
        return None;
    }
    let files = message["filenames"].as_array()?.iter();
    let mut files = files.filter_map(Value::as_str).map(PathBuf::from);
    files.rfind(|file| file.extension().unwrap_or_default() == ending)
}

#[cfg(test)]
mod tests {
    use super::file_in;
    use std::path::Path;

    const LINE: &str = r#"{"reason":"compiler-artifact","target":{"name":"frontend"},
        "filenames":["/t/libfrontend.rlib","/t/frontend.wasm"]}"#;

    #[test]
    fn the_file_with_the_right_ending_is_taken() {
        assert_eq!(
            file_in(LINE, "frontend", "wasm").as_deref(),
            Some(Path::new("/t/frontend.wasm"))
        );
        assert_eq!(file_in(LINE, "frontend", ""), None);
    }

    #[test]
    fn other_targets_and_messages_are_passed_over() {
        assert_eq!(file_in(LINE, "app", "wasm"), None);
        assert_eq!(
            file_in(r#"{"reason":"build-finished"}"#, "frontend", "wasm"),
            None
        );
        assert_eq!(file_in("no JSON", "frontend", "wasm"), None);
    }
}
