//! Backups at the command line.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufReader, BufWriter},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, bail};
use backend::{
    access::{Origin, Permit, Who, authorise},
    backups::{self, BackupError, Header, Part, Restored},
    desk::Desk,
    erasures::Destroyed,
    store::Store,
};
use clap::Subcommand;
use domain::{access::act, erasures::may_be_restored, ids::TenantId};

use super::log;
use crate::{config::Config, erased, start};

/// What can be done with backups.
#[derive(Subcommand)]
pub(super) enum BackupCommand {
    /// Write a backup, while the service goes on: one file with the data and one with the keys. Files with keys that are
    /// older than 30 days are removed from the folder.
    Create {
        /// The folder.
        #[arg(long)]
        to: PathBuf,
        /// Names and figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Restore a backup into a scratch database, check logs and rows, and throw the scratch away.
    Verify {
        #[command(flatten)]
        files: Files,
        /// Figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Restore a backup into this empty installation. Whoever was erased since does not come back.
    Restore {
        #[command(flatten)]
        files: Files,
        /// The list of erasures that was kept outside; without it the one in the data folder, if there is one.
        #[arg(long)]
        erasures: Option<PathBuf>,
        /// Figures as JSON.
        #[arg(long)]
        json: bool,
    },
}

/// The two files of a backup.
#[derive(clap::Args)]
pub(super) struct Files {
    /// The file with the data, `….data`.
    data: PathBuf,
    /// The file with the keys, `….keys`; without it the newest one beside the data.
    #[arg(long)]
    keys: Option<PathBuf>,
}

pub(super) async fn run(command: BackupCommand, config: &Config) -> anyhow::Result<()> {
    match command {
        BackupCommand::Create { to, json } => create(config, &to, json).await,
        BackupCommand::Verify { files, json } => verify(config, &files, json).await,
        BackupCommand::Restore {
            files,
            erasures,
            json,
        } => restore(config, &files, erasures, json).await,
    }
}

fn permit() -> anyhow::Result<Permit<act::KeepBackups>> {
    let origin = Origin::new("command line", None);
    Ok(authorise(Who::Operator(TenantId::PLATFORM), &origin)?)
}

/// A new file that only its owner can read.
fn new_file(path: &Path) -> anyhow::Result<BufWriter<File>> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options
        .open(path)
        .with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(BufWriter::new(file))
}

async fn create(config: &Config, folder: &Path, json: bool) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let desk = start::open(config).await?;
    let name = format!(
        "einlass-{}",
        words::local_of(desk.now(), "UTC").replace(['-', ':'], "")
    );
    let path = |part: Part| folder.join(format!("{name}.{}", part.ending()));
    let beside = |part: Part| path(part).with_extension(format!("{}.part", part.ending()));
    let made = write(&desk, &beside(Part::Data), &beside(Part::Keys)).await;
    let made = match made {
        Ok(made) => made,
        Err(error) => {
            // What is half written looks like no backup.
            let _ = fs::remove_file(beside(Part::Data));
            let _ = fs::remove_file(beside(Part::Keys));
            return Err(error);
        }
    };
    for part in [Part::Data, Part::Keys] {
        fs::rename(beside(part), path(part))?;
    }
    let expired = remove_expired(&desk, folder)?;
    desk.store().close().await;
    let (data, keys) = (path(Part::Data), path(Part::Keys));
    if json {
        let figures = serde_json::json!({
            "data": data, "keys": keys, "tenants": made.tenants, "rows": made.rows, "expired": expired,
        });
        log::say(&figures.to_string());
    } else {
        log::say(&format!("{}\n{}", data.display(), keys.display()));
        log::complain(&format!(
            "{} rows of {} tenants; files with keys that had their time: {expired}",
            made.rows, made.tenants
        ));
    }
    Ok(())
}

async fn write(desk: &Desk, data: &Path, keys: &Path) -> anyhow::Result<backups::Created> {
    let (mut data, mut keys) = (new_file(data)?, new_file(keys)?);
    let made = backups::create(desk, &permit()?, &mut data, &mut keys).await?;
    for file in [data, keys] {
        file.into_inner()?.sync_all()?;
    }
    Ok(made)
}

/// Removes files with keys that must not be used any more; returns how many.
fn remove_expired(desk: &Desk, folder: &Path) -> anyhow::Result<u32> {
    let mut removed = 0;
    for path in parts(folder, Part::Keys)? {
        let header = header(&path)?;
        if !may_be_restored(header.made_at, desk.now()) {
            fs::remove_file(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// The files of one part in a folder.
fn parts(folder: &Path, part: Part) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|ending| ending == part.ending())
        {
            paths.push(path);
        }
    }
    Ok(paths)
}

fn header(path: &Path) -> anyhow::Result<Header> {
    let read = || Ok::<_, BackupError>(Header::read(&mut BufReader::new(File::open(path)?))?.0);
    read().with_context(|| path.display().to_string())
}

impl Files {
    /// Both files, opened.
    fn open(&self) -> anyhow::Result<(File, File)> {
        let open = |path: &Path| {
            File::open(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        Ok((open(&self.data)?, open(&self.keys()?)?))
    }

    /// The file with the keys: the one that was named, or the newest beside the data.
    fn keys(&self) -> anyhow::Result<PathBuf> {
        if let Some(keys) = &self.keys {
            return Ok(keys.clone());
        }
        let folder = self.data.parent().filter(|folder| *folder != Path::new(""));
        let mut newest = None;
        for path in parts(folder.unwrap_or(Path::new(".")), Part::Keys)? {
            let made_at = header(&path)?.made_at;
            if newest.as_ref().is_none_or(|(other, _)| made_at > *other) {
                newest = Some((made_at, path));
            }
        }
        match newest {
            Some((_, path)) => Ok(path),
            None => bail!(
                "there is no file with keys beside {}: name one with --keys",
                self.data.display()
            ),
        }
    }
}

async fn verify(config: &Config, files: &Files, json: bool) -> anyhow::Result<()> {
    let (data, keys) = files.open()?;
    // Below the data, not where everybody puts things; what a killed run left behind goes first.
    let folder = config.data_dir.join("scratch");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).context("no scratch folder can be made")?;
    let scratch = tempfile::tempdir_in(&folder).context("no scratch folder can be made")?;
    let url = format!("sqlite://{}", scratch.path().join("scratch.db").display());
    let desk = empty(config, &url).await?;
    let restored = backups::restore(&desk, &permit()?, data, keys, &[]).await?;
    let checked = backups::check(&desk, &permit()?).await?;
    desk.store().close().await;
    tell(&restored, json, Some(checked));
    // Noted where people look for it, if the installation is here.
    match start::open(config).await {
        Ok(here) => {
            backups::note_verified(&here, &permit()?, restored.rows).await?;
            here.store().close().await;
        }
        Err(error) => log::complain(&format!(
            "not noted in the log of the installation: {error:#}"
        )),
    }
    Ok(())
}

async fn restore(
    config: &Config,
    files: &Files,
    erasures: Option<PathBuf>,
    json: bool,
) -> anyhow::Result<()> {
    let (data, keys) = files.open()?;
    let list: Vec<Destroyed> = match &erasures {
        Some(path) => erased::read(path)?,
        None => erased::read_if_there(&erased::path(config))?,
    };
    start::migrate(config).await?;
    let desk = empty(config, &config.database_url).await?;
    let restored = backups::restore(&desk, &permit()?, data, keys, &list).await?;
    let checked = backups::check(&desk, &permit()?).await?;
    desk.store().close().await;
    tell(&restored, json, Some(checked));
    Ok(())
}

/// A desk over a migrated database without a tenant.
async fn empty(config: &Config, url: &str) -> anyhow::Result<Arc<Desk>> {
    let store = Store::connect(url).await?;
    if matches!(store, Store::Sqlite { .. }) {
        store.migrate().await?;
    }
    start::desk(config, store).await
}

fn tell(restored: &Restored, json: bool, checked: Option<backups::Checked>) {
    let checked = checked.unwrap_or_default();
    if json {
        let figures = serde_json::json!({
            "made_at": restored.made_at, "tenants": restored.tenants, "rows": restored.rows,
            "erased": restored.erased, "entries": checked.entries, "opened": checked.opened,
        });
        log::say(&figures.to_string());
    } else {
        log::say(&format!(
            "in order: made {} UTC, {} tenants, {} rows, {} entries of logs as they were signed, {} rows opened, \
             {} people stay erased",
            words::local_of(restored.made_at, "UTC").replace('T', " "),
            restored.tenants,
            restored.rows,
            checked.entries,
            checked.opened,
            restored.erased
        ));
    }
}
