//! Starting other programs.

use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// The Cargo that runs this program, so that all steps use the same toolchain.
pub fn cargo_program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}

/// Runs a program to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{} cannot be started", name_of(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line_of(command));
    }
    Ok(())
}

/// Runs a program to its end and returns what it printed; its complaints go to the terminal.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} cannot be started", name_of(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line_of(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("{} printed something that is not UTF-8", name_of(command)))
}

/// Whether the program can be started and says yes. Nothing reaches the terminal.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Like [`run`], but gives up after a number of seconds: for what hangs without a network.
pub fn run_within(command: &mut Command, seconds: u64) -> Result<()> {
    let mut child = command
        .spawn()
        .with_context(|| format!("{} cannot be started", name_of(command)))?;
    for _ in 0..seconds * 10 {
        if let Some(status) = child.try_wait()? {
            if status.success() {
                return Ok(());
            }
            bail!("`{}` failed ({status})", line_of(command));
        }
        sleep(POLL_INTERVAL);
    }
    child.kill()?;
    child.wait()?;
    bail!(
        "`{}` did not end within {seconds} seconds",
        line_of(command)
    )
}

/// Finds a program as the shell would.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|candidate| candidate.is_file())
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    name.to_string_lossy().into_owned()
}

fn line_of(command: &Command) -> String {
    let arguments = command.get_args().map(OsStr::to_string_lossy);
    std::iter::once(name_of(command).into())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::{capture, on_path, run, run_within, succeeds};
    use std::process::Command;

    #[test]
    fn a_failing_program_is_named_with_its_arguments() {
        let error = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(error.to_string().starts_with("`sh -c exit 3` failed"));
    }

    #[test]
    fn a_missing_program_is_an_error_and_no_success() {
        assert!(run(&mut Command::new("no-such-program-here")).is_err());
        assert!(!succeeds(&mut Command::new("no-such-program-here")));
        assert!(on_path("no-such-program-here").is_none());
    }

    #[test]
    fn what_a_program_prints_is_returned() {
        let text = capture(Command::new("sh").args(["-c", "printf einlass"])).unwrap();
        assert_eq!(text, "einlass");
    }

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let error = run_within(Command::new("sleep").arg("600"), 0).unwrap_err();
        assert!(error.to_string().contains("did not end within 0 seconds"));
    }
}
