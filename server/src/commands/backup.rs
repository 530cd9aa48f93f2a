//! Backups at the command line.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context;
use backend::{
    backups::{self, Checked, Restored},
    desk::Desk,
    erasures::Destroyed,
    store::Store,
};
use clap::Subcommand;

use super::{
    backup_files::{Files, NewFiles, remove_expired},
    log,
    tenant::operator,
};
use crate::{config::Config, erased, start, workers::Checkpoints};

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

async fn create(config: &Config, folder: &Path, json: bool) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let desk = start::open(config).await?;
    let mut files = NewFiles::at(folder, desk.now())?;
    let made = backups::create(&desk, &operator()?, &mut files.data, &mut files.keys).await?;
    let (data, keys) = files.finish()?;
    let expired = remove_expired(folder, desk.now())?;
    desk.store().close().await;
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

async fn verify(config: &Config, files: &Files, json: bool) -> anyhow::Result<()> {
    let (data, keys) = files.open()?;
    // Below the data, not where everybody puts things; what a killed run left behind goes first.
    let folder = config.data_dir.join("scratch");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).context("no scratch folder can be made")?;
    let scratch = tempfile::tempdir_in(&folder).context("no scratch folder can be made")?;
    let url = format!("sqlite://{}", scratch.path().join("scratch.db").display());
    let desk = empty(config, &url).await?;
    let restored = backups::restore(&desk, &operator()?, data, keys, &[]).await?;
    let checked = backups::check(&desk, &operator()?).await?;
    desk.store().close().await;
    tell(&restored, json, checked);
    if let Err(error) = note_verified(config, restored.rows).await {
        log::complain(&format!(
            "not noted in the log of the installation: {error:#}"
        ));
    }
    Ok(())
}

/// Notes it where people look for it, if the installation is here: a host that only checks backups has none.
async fn note_verified(config: &Config, rows: u64) -> anyhow::Result<()> {
    if let Some(here) = start::open_if_there(config).await? {
        backups::note_verified(&here, &operator()?, rows).await?;
        here.store().close().await;
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
    let restored = backups::restore(&desk, &operator()?, data, keys, &list).await?;
    let checked = backups::check(&desk, &operator()?).await?;
    let now = desk.now();
    desk.store().close().await;
    if let Some(aside) = Checkpoints::put_aside(config, now)? {
        log::complain(&format!(
            "the checkpoints of the log before the restore are in {}",
            aside.display()
        ));
    }
    tell(&restored, json, checked);
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

fn tell(restored: &Restored, json: bool, checked: Checked) {
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
