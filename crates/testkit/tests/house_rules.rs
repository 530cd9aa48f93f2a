//! The rules of the house, read off its sources.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Production lines that a file may have.
const FILE_LINES_MAX: usize = 300;
/// Lines of `cfg(feature` in `app`: server and browser meet in few places.
const FEATURE_LINES_MAX: usize = 10;

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The part of the file that ships.
    fn production(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn collect(folder: &Path, sources: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            sources.push(Source {
                path: path.to_string_lossy().replace('\\', "/"),
                text,
            });
        }
    }
}

fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    for folder in ["crates", "app", "frontend", "server", "xtask"] {
        collect(&root().join(folder), &mut sources);
    }
    assert!(sources.len() > 150, "the sources were not found");
    // This file names what it forbids.
    sources.retain(|source| !source.path.ends_with("house_rules.rs"));
    sources
}

/// The files that break a rule.
fn offenders(breaks: impl Fn(&Source) -> bool) -> Vec<String> {
    sources()
        .into_iter()
        .filter(|source| breaks(source))
        .map(|source| source.path)
        .collect()
}

const NOBODY: [String; 0] = [];

#[test]
fn files_are_small() {
    let large = offenders(|source| {
        !source.path.contains("/tests/") && source.production().lines().count() > FILE_LINES_MAX
    });
    assert_eq!(large, NOBODY);
}

#[test]
fn only_the_kit_makes_text_areas() {
    let raw = offenders(|source| {
        source.path.contains("/app/src/")
            && !source.path.ends_with("/ui/text_area.rs")
            && source.production().contains("<textarea")
    });
    assert_eq!(
        raw, NOBODY,
        "Leptos 0.8 does not escape the content of a textarea: use TextArea"
    );
}

#[test]
fn only_the_frames_set_titles() {
    let raw = offenders(|source| {
        source.path.contains("/app/src/")
            && !source.path.ends_with("/page/frames.rs")
            && source.production().contains("<Title")
    });
    assert_eq!(
        raw, NOBODY,
        "leptos_meta 0.8 does not escape titles: use the frames"
    );
}

#[test]
fn inner_html_is_rare() {
    let raw = offenders(|source| {
        source.path.contains("/app/src/")
            && !source.path.ends_with("/ui/text_area.rs")
            && !source.path.ends_with("/ui/prose.rs")
            && !source.path.ends_with("/registrations/pages/machine.rs")
            && !source.path.ends_with("/page/hydration.rs")
            && source.production().contains("inner_html")
    });
    assert_eq!(raw, NOBODY);
}

#[test]
fn columns_are_named() {
    assert_eq!(
        offenders(
            |source| !source.path.contains("/tests/") && source.production().contains("SELECT *")
        ),
        NOBODY
    );
}

#[test]
fn sql_stands_in_its_place() {
    let astray = offenders(|source| {
        let at_home = source.path.ends_with("/sql.rs")
            || source.path.contains("/backend/src/store/")
            || source.path.contains("/backend/src/desk/")
            || source.path.contains("/sql/")
            || source.path.ends_with("/guests/people.rs")
            || source.path.ends_with("/guests/names.rs")
            || source.path.ends_with("/guests/untold.rs");
        source.path.contains("/src/")
            && !source.path.contains("/testkit/")
            && !source.path.contains("/bench/")
            && !at_home
            && source.production().contains("sqlx::query")
    });
    assert_eq!(astray, NOBODY);
}

#[test]
fn only_upkeep_commits_without_an_entry() {
    let others = offenders(|source| {
        !source.path.ends_with("/mails/deliver.rs")
            && !source.path.ends_with("/accounts/attempts.rs")
            && !source.path.ends_with("/accounts/challenges.rs")
            && !source.path.ends_with("/accounts/tidy.rs")
            && !source.path.ends_with("/audit/sequence.rs")
            && !source.path.ends_with("/desk/tenant_tx.rs")
            && source.text.contains("commit_upkeep")
    });
    assert_eq!(others, NOBODY);
}

#[test]
fn only_the_rotation_commits_wrapping() {
    let others = offenders(|source| {
        !source.path.ends_with("/keys/rotate.rs")
            && !source.path.ends_with("/desk/tenant_tx.rs")
            && source.text.contains("commit_wrapping")
    });
    assert_eq!(others, NOBODY);
}

#[test]
fn only_a_restore_and_a_first_grant_hand_a_transaction_on() {
    let others = offenders(|source| {
        !source.path.ends_with("/backups/restore.rs")
            && !source.path.ends_with("/accounts/create.rs")
            && !source.path.ends_with("/desk/tenant_tx.rs")
            && source.text.contains("hand_over")
    });
    assert_eq!(others, NOBODY);
}

#[test]
fn keys_are_destroyed_in_one_place() {
    let others = offenders(|source| {
        source.path.contains("/backend/src/")
            && !source.path.ends_with("/keys/sql.rs")
            && !source.path.ends_with("/backups/sql.rs")
            && source.production().contains("DELETE FROM keys")
    });
    assert_eq!(
        others, NOBODY,
        "a key that goes must be in the list of erasures"
    );
}

#[test]
fn every_blind_index_is_carried_on_by_a_new_root_key() {
    let list = fs::read_to_string(root().join("crates/backend/src/keys/roots.rs"))
        .expect("the list is there");
    let mut seen = 0;
    for source in sources() {
        if !source.path.contains("/backend/src/") {
            continue;
        }
        for call in source.production().split("blind_index(").skip(1) {
            let column = call.split('"').nth(1).unwrap_or_default();
            assert!(
                list.contains(&format!("\"{column}\"")),
                "{}: {column} is missing in INDEXED",
                source.path
            );
            seen += 1;
        }
    }
    assert!(seen > 3, "the calls were not found");
}

#[test]
fn server_and_browser_meet_in_few_places() {
    let lines: usize = sources()
        .iter()
        .filter(|source| source.path.contains("/app/src/"))
        .map(|source| {
            source
                .production()
                .lines()
                .filter(|line| line.contains("cfg(feature"))
                .count()
        })
        .sum();
    assert!(lines < FEATURE_LINES_MAX, "{lines} lines");
}

#[test]
fn no_test_sleeps_or_is_skipped() {
    let lazy = offenders(|source| {
        let is_test = source.path.contains("/tests/");
        let tests = if is_test {
            source.text.as_str()
        } else {
            source.text.split("#[cfg(test)]").nth(1).unwrap_or("")
        };
        tests.contains("sleep(") || source.text.contains("#[ignore")
    });
    assert_eq!(lazy, NOBODY);
}

#[test]
fn server_functions_stand_in_api() {
    let astray = offenders(|source| {
        source.path.contains("/app/src/")
            && !source.path.ends_with("/api.rs")
            && source.production().contains("#[server(prefix")
    });
    assert_eq!(astray, NOBODY);
}
