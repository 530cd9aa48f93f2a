//! The files of backups in a folder: `einlass-20270201T180000Z.data` and `.keys`, and `….part` while they are written.

use std::{
    fs::{self, File, OpenOptions},
    io::{BufReader, BufWriter},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use backend::backups::{BackupError, Header, Part};
use domain::{Instant, erasures::may_be_restored};

use super::log;

/// The two files of a backup.
#[derive(clap::Args)]
pub(super) struct Files {
    /// The file with the data, `….data`.
    data: PathBuf,
    /// The file with the keys, `….keys`; without it the newest one beside the data.
    #[arg(long)]
    keys: Option<PathBuf>,
}

impl Files {
    /// Both files, opened.
    pub(super) fn open(&self) -> anyhow::Result<(File, File)> {
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
        let found = keys_in(folder.unwrap_or(Path::new(".")))?;
        match found.into_iter().max_by_key(|(made_at, _)| *made_at) {
            Some((_, path)) => Ok(path),
            None => bail!(
                "there is no file with keys beside {}: name one with --keys",
                self.data.display()
            ),
        }
    }
}

/// A backup that is being written. What is half written looks like no backup, and goes when this is dropped.
pub(super) struct NewFiles {
    pub(super) data: BufWriter<File>,
    pub(super) keys: BufWriter<File>,
    /// Names of the data and of the keys, while they are written and then.
    names: [(PathBuf, PathBuf); 2],
}

impl NewFiles {
    /// Two new files that only their owner can read; refused where a backup of the same second is.
    pub(super) fn at(folder: &Path, now: Instant) -> anyhow::Result<Self> {
        let stem = format!("einlass-{}", words::stamp_of(now));
        let names = |part: Part| {
            let file = folder.join(format!("{stem}.{}", part.ending()));
            let beside = file.with_extension(format!("{}.part", part.ending()));
            (beside, file)
        };
        let names = [names(Part::Data), names(Part::Keys)];
        if let Some((_, file)) = names.iter().find(|(_, file)| file.exists()) {
            bail!("{} is there already", file.display());
        }
        // The first file is nobody else's: whoever has made it may remove both.
        let data = new_file(&names[0].0)?;
        let keys = new_file(&names[1].0).inspect_err(|_| {
            let _ = fs::remove_file(&names[0].0);
        })?;
        Ok(Self { data, keys, names })
    }

    /// Makes a backup of them, once all is on the disk; returns the names of the data and of the keys.
    pub(super) fn finish(mut self) -> anyhow::Result<(PathBuf, PathBuf)> {
        for file in [&mut self.data, &mut self.keys] {
            std::io::Write::flush(file)?;
            file.get_ref().sync_all()?;
        }
        for (beside, file) in &self.names {
            fs::rename(beside, file)?;
        }
        Ok((self.names[0].1.clone(), self.names[1].1.clone()))
    }
}

impl Drop for NewFiles {
    fn drop(&mut self) {
        for (beside, _) in &self.names {
            let _ = fs::remove_file(beside);
        }
    }
}

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

/// Removes files with keys that must not be used any more; returns how many.
pub(super) fn remove_expired(folder: &Path, now: Instant) -> anyhow::Result<u32> {
    let mut removed = 0;
    for (made_at, path) in keys_in(folder)? {
        if !may_be_restored(made_at, now) {
            fs::remove_file(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// The files with keys in a folder, and when they were made. One that cannot be read is told and passed over.
fn keys_in(folder: &Path) -> anyhow::Result<Vec<(Instant, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension();
        if ending.is_none_or(|ending| ending != Part::Keys.ending()) {
            continue;
        }
        match header(&path) {
            Ok(header) => found.push((header.made_at, path)),
            Err(error) => log::complain(&format!("passed over {}: {error}", path.display())),
        }
    }
    Ok(found)
}

fn header(path: &Path) -> Result<Header, BackupError> {
    Ok(Header::read(&mut BufReader::new(File::open(path)?))?.0)
}
