//! A stand-in for AWS KMS for one test run.

use crate::keeper::Keeper;
use crate::workspace::Workspace;
use crate::{network, python};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

const ATTEMPTS: usize = 3;
const POLL_INTERVAL: Duration = Duration::from_millis(100);
const POLLS_MAX: usize = 600;
const CLEAN_UP: &str = r#"kill "$1""#;

/// A running server on a loopback port; stopped when dropped.
#[derive(Debug)]
pub struct Kms {
    port: u16,
    server: Child,
    keeper: Option<Keeper>,
}

impl Kms {
    /// Starts it and waits until it answers, at most a minute.
    pub fn start(workspace: &Workspace) -> Result<Self> {
        let log = workspace.tools().join("moto.log");
        let mut failure = None;
        for _ in 0..ATTEMPTS {
            match Self::try_start(workspace, &log) {
                Ok(server) => return Ok(server),
                Err(error) => failure = Some(error),
            }
        }
        let words = std::fs::read_to_string(&log).unwrap_or_default();
        let failure = failure.expect("there is at least one attempt");
        Err(failure).with_context(|| format!("moto_server did not start\n{words}"))
    }

    /// The endpoint for the AWS SDK.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn try_start(workspace: &Workspace, log: &Path) -> Result<Self> {
        let port = network::free_port()?;
        let file =
            File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
        let server = Command::new(python::interpreter(workspace))
            .args(["-m", "moto.server", "-H", "127.0.0.1", "-p"])
            .arg(port.to_string())
            .stdin(Stdio::null())
            .stdout(file.try_clone()?)
            .stderr(file)
            .process_group(0)
            .spawn()
            .context("moto_server cannot be started")?;
        let mut started = Self {
            port,
            server,
            keeper: None,
        };
        let process = started.server.id().to_string();
        started.keeper = Some(Keeper::start(CLEAN_UP, &[process])?);
        started.wait()?;
        Ok(started)
    }

    fn wait(&mut self) -> Result<()> {
        for _ in 0..POLLS_MAX {
            if let Some(status) = self.server.try_wait()? {
                bail!("moto_server ended at once ({status})");
            }
            if network::answers_http(self.port) {
                return Ok(());
            }
            sleep(POLL_INTERVAL);
        }
        bail!("moto_server did not answer within a minute")
    }
}

impl Drop for Kms {
    fn drop(&mut self) {
        // The keeper first: it names the server by its process id, which is ours until we have waited for it.
        if self.keeper.take().is_none() {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}
