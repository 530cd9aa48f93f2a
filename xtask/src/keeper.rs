//! A small shell process that tidies up, whatever happens to this one.
//!
//! It waits for the end of its standard input, which comes when the [`Keeper`] is dropped and also when this process
//! is interrupted or killed; then it runs its clean-up. It has its own process group, so Ctrl-C does not reach it.

use anyhow::{Context, Result};
use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// Runs its clean-up once, when it is dropped or when this process ends in any way.
#[derive(Debug)]
pub struct Keeper {
    shell: Child,
}

impl Keeper {
    /// `clean_up` is shell code that finds `arguments` as `$1`, `$2`, …
    pub fn start<S: AsRef<OsStr>>(clean_up: &str, arguments: &[S]) -> Result<Self> {
        let shell = Command::new("sh")
            .arg("-c")
            .arg(format!("cat >/dev/null\ncd /\n{clean_up}"))
            .arg("keeper")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .context("the shell `sh` cannot be started")?;
        Ok(Self { shell })
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // Nothing better can be done about a shell that is already gone.
        let _ = self.shell.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::Keeper;

    #[test]
    fn the_clean_up_runs_at_the_end_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("it's here");
        std::fs::write(&file, "x").unwrap();
        let keeper = Keeper::start(r#"rm -- "$1""#, &[&file]).unwrap();
        assert!(file.exists());
        drop(keeper);
        assert!(!file.exists());
    }
}
