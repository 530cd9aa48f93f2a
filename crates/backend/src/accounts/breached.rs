//! Passwords that were found in breaches, by a list that the operator keeps: one line for each, `SHA1:COUNT` in ascending
//! order, as "Pwned Passwords" is published for download. Nothing is asked of anybody: the list is a file.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, Seek as _, SeekFrom},
    path::{Path, PathBuf},
};

use sha1::{Digest as _, Sha1};

/// Hexadecimal digits of a hash.
const DIGITS: usize = 40;
/// Lines that are looked at before a file is taken for a list.
const SAMPLES: u64 = 1_000;

/// The list.
#[derive(Debug, Clone)]
pub struct BreachedPasswords(PathBuf);

impl BreachedPasswords {
    /// A list, if the file is one: lines from all over it hold hashes in ascending order.
    pub fn at(path: &Path) -> Option<Self> {
        let list = Self(path.to_owned());
        let (mut file, size) = list.open().ok()?;
        let mut before = String::new();
        for sample in 0..SAMPLES {
            let Some(line) = line_from(&mut file, size * sample / SAMPLES).ok()? else {
                break;
            };
            let hash = hash_of(&line)?;
            if hash < before.as_str() {
                return None;
            }
            hash.clone_into(&mut before);
        }
        (!before.is_empty()).then_some(list)
    }

    /// Whether a password is on the list. Looked for by halving: some forty reads in a list of a billion.
    pub(super) fn contains(&self, password: &str) -> io::Result<bool> {
        let wanted = data_encoding::HEXUPPER.encode(&Sha1::digest(password.as_bytes()));
        let (mut file, size) = self.open()?;
        let (mut low, mut high) = (0, size);
        while low < high {
            let middle = low + (high - low) / 2;
            let Some(line) = line_from(&mut file, middle)? else {
                high = middle;
                continue;
            };
            let broken = || io::Error::other("the list of breached passwords is broken");
            match hash_of(&line).ok_or_else(broken)?.cmp(wanted.as_str()) {
                std::cmp::Ordering::Equal => return Ok(true),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        Ok(false)
    }

    fn open(&self) -> io::Result<(File, u64)> {
        let file = File::open(&self.0)?;
        let size = file.metadata()?.len();
        Ok((file, size))
    }
}

/// The first line that begins at or behind a place; none behind the last one.
fn line_from(file: &mut File, at: u64) -> io::Result<Option<String>> {
    file.seek(SeekFrom::Start(at.saturating_sub(1)))?;
    let mut reader = BufReader::with_capacity(256, file);
    if at > 0 {
        reader.skip_until(b'\n')?;
    }
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let line = line.trim_end();
    Ok((!line.is_empty()).then(|| line.to_owned()))
}

fn hash_of(line: &str) -> Option<&str> {
    let hash = line.get(..DIGITS)?;
    let rest = &line[DIGITS..];
    let is_hash = hash
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F'));
    (is_hash && (rest.is_empty() || rest.starts_with(':'))).then_some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(password: &str) -> String {
        let hash = data_encoding::HEXUPPER.encode(&Sha1::digest(password.as_bytes()));
        format!("{hash}:{}", password.len())
    }

    fn list(lines: &[String], end: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("list");
        std::fs::write(&path, lines.join(end)).expect("written");
        (folder, path)
    }

    #[test]
    fn what_is_on_the_list_is_found_and_nothing_else() {
        for count in [1, 2, 3, 100] {
            let passwords: Vec<String> = (0..count).map(|n| format!("word {n}")).collect();
            let mut lines: Vec<String> = passwords.iter().map(|word| line(word)).collect();
            lines.sort_unstable();
            for end in ["\n", "\r\n"] {
                let (_folder, path) = list(&lines, end);
                let list = BreachedPasswords::at(&path).expect("a list");
                for word in &passwords {
                    assert!(list.contains(word).expect("read"), "{word} of {count}");
                }
                for n in 0..100 {
                    assert!(!list.contains(&format!("other {n}")).expect("read"));
                }
            }
        }
    }

    #[test]
    fn what_is_no_list_is_not_taken() {
        for lines in [
            vec![],
            vec!["hello".to_owned()],
            vec!["F".repeat(DIGITS), "0".repeat(DIGITS)],
            vec![line("x").to_lowercase()],
            vec![
                "0".repeat(DIGITS),
                "B".repeat(DIGITS),
                "A".repeat(DIGITS),
                "F".repeat(DIGITS),
            ],
        ] {
            let (_folder, path) = list(&lines, "\n");
            assert!(BreachedPasswords::at(&path).is_none(), "{lines:?}");
        }
        assert!(BreachedPasswords::at(Path::new("/nowhere")).is_none());
    }
}
