//! A throw-away PostgreSQL server for one test run.

use crate::keeper::Keeper;
use crate::{network, process, system};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const ATTEMPTS: usize = 3;
const DEBIAN_VERSIONS: &str = "/usr/lib/postgresql";
const CLEAN_UP: &str = r#"
folder=$1
shift
"$@"
rm -rf -- "$folder"
"#;

/// A running server on a loopback port; stopped and deleted when dropped.
#[derive(Debug)]
pub struct Postgres {
    port: u16,
    _keeper: Keeper,
}

impl Postgres {
    /// Creates an empty cluster in the folder for temporary files and starts it.
    ///
    /// PostgreSQL refuses to run as root; root starts it as the system's user `postgres`.
    pub fn start() -> Result<Self> {
        let programs = programs().context("no PostgreSQL server programs were found")?;
        let mut failure = None;
        for attempt in 0..ATTEMPTS {
            match Self::try_start(&programs, attempt) {
                Ok(server) => return Ok(server),
                Err(error) => failure = Some(error),
            }
        }
        Err(failure.expect("there is at least one attempt")).context("PostgreSQL did not start")
    }

    /// The address of the database `postgres`, for a user who may do everything.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn try_start(programs: &Path, attempt: usize) -> Result<Self> {
        let name = format!("einlass-test-postgres-{}-{attempt}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder)
            .with_context(|| format!("{} cannot be created", folder.display()))?;
        if system::is_root() {
            process::run(Command::new("chown").arg("postgres").arg(&folder))?;
        }
        let data = folder.join("data");

        let mut stop = as_server_user(&programs.join("pg_ctl"));
        stop.arg("-D").arg(&data).args(["-m", "immediate", "stop"]);
        let mut words = vec![folder.clone().into_os_string()];
        words.push(stop.get_program().to_owned());
        words.extend(stop.get_args().map(ToOwned::to_owned));
        let keeper = Keeper::start(CLEAN_UP, &words)?;

        let mut create = as_server_user(&programs.join("initdb"));
        create.arg("-D").arg(&data);
        create.args(["-U", "postgres", "-A", "trust", "-E", "UTF8"]);
        create.args(["--locale=C.UTF-8", "--no-sync"]);
        process::capture(create.current_dir("/"))?;

        let port = network::free_port()?;
        let log = folder.join("log");
        let mut start = as_server_user(&programs.join("pg_ctl"));
        start.arg("-D").arg(&data).arg("-w").arg("-l").arg(&log);
        start.arg("-o").arg(settings(port)).arg("start");
        if let Err(error) = process::capture(start.current_dir("/")) {
            let words = std::fs::read_to_string(&log).unwrap_or_default();
            bail!("{error:#}\n{words}");
        }
        Ok(Self {
            port,
            _keeper: keeper,
        })
    }
}

/// Nothing in it has to survive a power cut, and nobody outside this machine may reach it.
fn settings(port: u16) -> String {
    format!(
        "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' \
         -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    )
}

/// The folder with `initdb` and `pg_ctl`: Debian's newest version, else what `pg_config` or the path says.
pub fn programs() -> Option<PathBuf> {
    let version = |path: &PathBuf| -> Option<u32> { path.file_name()?.to_str()?.parse().ok() };
    let debian = std::fs::read_dir(DEBIAN_VERSIONS)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_complete(&path.join("bin")))
        .max_by_key(version)
        .map(|path| path.join("bin"));
    let configured = || {
        let program = process::on_path("pg_config")?;
        let folder = process::capture(Command::new(program).arg("--bindir")).ok()?;
        Some(PathBuf::from(folder.trim()))
    };
    let reachable = || Some(process::on_path("initdb")?.parent()?.to_owned());
    debian
        .or_else(|| configured().filter(|folder| is_complete(folder)))
        .or_else(|| reachable().filter(|folder| is_complete(folder)))
}

fn is_complete(folder: &Path) -> bool {
    ["initdb", "pg_ctl", "postgres"]
        .iter()
        .all(|program| folder.join(program).is_file())
}

fn as_server_user(program: &Path) -> Command {
    if !system::is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}
