//! Files and folders.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// All files below a folder, or the file itself, in a stable order; nothing when the path is missing.
pub fn list(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.exists() {
        return Ok(Vec::new());
    }
    let mut entries = std::fs::read_dir(path)
        .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
        .with_context(|| format!("{} cannot be listed", path.display()))?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        files.extend(list(&entry.path())?);
    }
    Ok(files)
}

/// Writes a file and the folders above it; leaves a file alone that has these contents already.
pub fn write(path: &Path, contents: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|present| present == contents) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    std::fs::write(path, contents).with_context(|| format!("{} cannot be written", path.display()))
}

/// Makes `to` contain the files of `from` and no others, except what lies in the folder `keep`.
pub fn mirror(from: &Path, to: &Path, keep: Option<&Path>) -> Result<()> {
    let mut wanted = BTreeSet::new();
    for source in list(from)? {
        let relative = source
            .strip_prefix(from)
            .expect("a listed file lies below the listed folder");
        let bytes = std::fs::read(&source)
            .with_context(|| format!("{} cannot be read", source.display()))?;
        let copy = to.join(relative);
        write(&copy, &bytes)?;
        wanted.insert(copy);
    }
    for present in list(to)? {
        if !keep.is_some_and(|kept| present.starts_with(kept)) && !wanted.contains(&present) {
            std::fs::remove_file(&present)
                .with_context(|| format!("{} cannot be removed", present.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{list, mirror, write};

    #[test]
    fn a_mirror_loses_what_its_source_has_lost_and_keeps_one_folder() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        write(&from.join("a/b.txt"), b"new").unwrap();
        write(&to.join("a/b.txt"), b"old").unwrap();
        write(&to.join("stale.txt"), b"old").unwrap();
        write(&to.join("pkg/kept.js"), b"kept").unwrap();
        mirror(&from, &to, Some(&to.join("pkg"))).unwrap();
        let names = list(&to).unwrap();
        assert_eq!(names, [to.join("a/b.txt"), to.join("pkg/kept.js")]);
        assert_eq!(std::fs::read(to.join("a/b.txt")).unwrap(), b"new");
    }

    #[test]
    fn a_missing_folder_has_no_files() {
        let folder = tempfile::tempdir().unwrap();
        assert!(list(&folder.path().join("none")).unwrap().is_empty());
    }
}
