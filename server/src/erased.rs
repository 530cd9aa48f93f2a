//! The list of destroyed keys in a file: outside the database, so that a restored one can be told who was erased.

use std::{
    collections::{HashMap, HashSet},
    fs::{self, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;
use backend::{
    Failure,
    desk::Desk,
    erasures::{Destroyed, destroyed_since},
};
use domain::{Instant, ids::TenantId};
use uuid::Uuid;

use crate::config::Config;

/// Commits may become visible later than others whose time is later; looked back for this long.
const BEHIND_MS: i64 = 10 * Instant::MINUTE_MS;

/// No line is as long as this, in bytes.
const LINE_MAX: u64 = 1_024;

/// Where the list is.
pub fn path(config: &Config) -> PathBuf {
    config.data_dir.join("erasures.log")
}

/// The list of a file that must be there.
pub fn read(path: &Path) -> anyhow::Result<Vec<Destroyed>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    // A last line that was cut off by a crash is written again by the next round.
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole
        .lines()
        .map(|line| line.parse().with_context(|| path.display().to_string()))
        .collect()
}

/// Likewise; empty if there is none.
pub fn read_if_there(path: &Path) -> anyhow::Result<Vec<Destroyed>> {
    if path.exists() {
        read(path)
    } else {
        Ok(Vec::new())
    }
}

/// Keeps the list of all tenants up to date in a file.
#[derive(Debug)]
pub struct ErasedList {
    path: PathBuf,
    known: HashSet<Destroyed>,
    newest: HashMap<TenantId, Instant>,
}

/// Why the list was not brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The file could not be written.
    #[error("the list of erasures cannot be written")]
    Write(#[from] io::Error),
    /// The database failed.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl ErasedList {
    /// The list in a file, new or not.
    pub fn open(path: PathBuf) -> anyhow::Result<Self> {
        let lines = read_if_there(&path)?;
        let mut list = Self {
            path,
            known: HashSet::new(),
            newest: HashMap::new(),
        };
        list.cut_off()?;
        list.learn(&lines);
        Ok(list)
    }

    /// Adds what was destroyed in a tenant since the last time.
    pub async fn keep(&mut self, desk: &Desk, tenant: TenantId) -> Result<(), KeepError> {
        let newest = self.newest.get(&tenant);
        let mut after = (
            newest.map_or(Instant(0), |at| at.plus_ms(-BEHIND_MS)),
            Uuid::nil(),
        );
        loop {
            let found = destroyed_since(desk, tenant, after).await?;
            let Some(last) = found.last() else {
                return Ok(());
            };
            after = (last.at, last.subject);
            let new: Vec<Destroyed> = found
                .into_iter()
                .filter(|line| !self.known.contains(line))
                .collect();
            self.append(&new)?;
        }
    }

    fn append(&mut self, lines: &[Destroyed]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        // After a write that failed half way, too.
        self.cut_off()?;
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let mut file = OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.path)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        self.learn(lines);
        Ok(())
    }

    fn learn(&mut self, lines: &[Destroyed]) {
        self.known.extend(lines);
        for line in lines {
            let newest = self.newest.entry(line.tenant).or_insert(line.at);
            *newest = line.at.max(*newest);
        }
    }

    /// Takes away a last line that was left unfinished.
    fn cut_off(&self) -> io::Result<()> {
        if !self.path.exists() {
            return Ok(());
        }
        let mut file = OpenOptions::new().read(true).write(true).open(&self.path)?;
        let length = file.metadata()?.len();
        let from = length.saturating_sub(LINE_MAX);
        file.seek(SeekFrom::Start(from))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        let whole = tail.iter().rposition(|byte| *byte == b'\n');
        let whole = whole.map_or(0, |end| from + end as u64 + 1);
        if whole < length {
            file.set_len(whole)?;
        }
        Ok(())
    }
}
