//! Seven kinds of tampering, 1,000 seeded trials each, by somebody who rewrites the file without a visible seam:
//! positions are numbered anew and a new checkpoint is signed with the stolen key. Only a checkpoint that was kept
//! outside tells. In every twentieth trial the key is not stolen: then the file's own checkpoint tells as well.

use std::sync::LazyLock;

use ledger::{
    Checkpoint, Entry,
    export::{Divergence, Trusted, Witness},
};

use crate::support::{Chance, check, checkpoint, entries, entry, file, note, signer};

const TRIALS: u64 = 1_000;

/// A true log with the checkpoints that were kept of it.
struct Log {
    entries: Vec<Entry>,
    notes: Vec<String>,
    kept: Vec<Checkpoint>,
}

/// Mostly small ones, of 20 to 200 entries.
static LOGS: LazyLock<Vec<Log>> = LazyLock::new(|| {
    [20, 21, 24, 29, 31, 32, 33, 40, 47, 63, 64, 65, 90, 128, 200]
        .map(|count| {
            let entries = entries(count as u64);
            let sizes = [count / 3, count / 2, count - 1, count];
            Log {
                notes: sizes.map(|size| note(&entries, size)).to_vec(),
                kept: sizes.map(|size| checkpoint(&entries, size)).to_vec(),
                entries,
            }
        })
        .into()
});

struct Trial {
    log: &'static Log,
    anchor: &'static Checkpoint,
    chance: Chance,
}

impl Trial {
    /// Entries that the anchor covers.
    fn covered(&self) -> usize {
        usize::try_from(self.anchor.size).unwrap()
    }

    /// A position that the anchor covers.
    fn position(&mut self) -> usize {
        let covered = self.covered();
        self.chance.between(0, covered)
    }
}

fn trials(seed: u64) -> impl Iterator<Item = Trial> {
    (0..TRIALS).map(move |trial| {
        let mut chance = Chance::new(seed * 1_000_003 + trial);
        let log = &LOGS[chance.between(0, LOGS.len())];
        let anchor = &log.kept[chance.between(0, log.kept.len())];
        Trial {
            log,
            anchor,
            chance,
        }
    })
}

/// Runs all trials. `tamper` changes the entries and tells the first position it touched.
fn every_trial_is_detected(seed: u64, tamper: impl Fn(&mut Trial, &mut Vec<Entry>) -> usize) {
    for (number, mut trial) in trials(seed).enumerate() {
        let mut entries = trial.log.entries.clone();
        let touched = tamper(&mut trial, &mut entries) as u64;
        assert_ne!(entries, trial.log.entries, "trial {number} does something");
        let anchored = Trusted::nothing().with_anchor(trial.anchor.clone());
        let forged = file(&entries, &[note(&entries, entries.len())]);
        let found = check(&forged, &anchored).expect_err("tampering is detected");
        let length = entries.len() as u64;
        let is_right = is_right(&found, trial.anchor.size, touched, length);
        assert!(is_right, "trial {number}: {found:?}");
        if number % 20 == 0 {
            without_the_key(trial.log, &entries);
        }
    }
}

/// Whether the divergence is the one that a forged log of `length` entries has from an anchor of `kept` entries.
fn is_right(found: &Divergence, kept: u64, touched: u64, length: u64) -> bool {
    match *found {
        Divergence::Truncated {
            entries,
            size,
            witness: Witness::Anchor,
        } => length < kept && (entries, size) == (length, kept),
        Divergence::Forked { size, .. } => length == kept && size == kept,
        Divergence::Altered {
            agreed,
            size,
            witness: Witness::Anchor,
            ..
        } => length > kept && size == kept && agreed <= touched && touched < size,
        _ => false,
    }
}

/// The newest checkpoint stays as it was signed, and nothing is known but the key.
fn without_the_key(log: &Log, entries: &[Entry]) {
    let text = file(entries, &[note(entries, entries.len())]);
    let text = String::from_utf8(text).unwrap();
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let whole = file(&log.entries, &log.notes);
    let whole = String::from_utf8(whole).unwrap();
    let signed = whole.split_inclusive('\n').skip(log.notes.len()).take(1);
    lines.splice(1..2, signed);
    let trusted = Trusted::nothing().with_key(signer().verifier().clone());
    check(lines.concat().as_bytes(), &trusted).expect_err("tampering is detected");
}

#[test]
fn a_changed_entry_is_detected() {
    every_trial_is_detected(1, |trial, entries| {
        let position = trial.position();
        let entry = &mut entries[position];
        match trial.chance.between(0, 9) {
            0 => entry.id.push('x'),
            1 => entry.actor_kind = ledger::ActorKind::System,
            2 => entry.actor = "usr_2".into(),
            3 => entry.origin.clear(),
            4 => entry.action = "guest.removed".into(),
            5 => entry.entity.push('0'),
            6 => entry.person = String::new(),
            7 => drop(entry.fields.pop()),
            _ => entry.values_hash = Entry::hash_values(b"other values"),
        }
        position
    });
}

#[test]
fn a_deleted_entry_is_detected() {
    every_trial_is_detected(2, |trial, entries| {
        let position = trial.position();
        entries.remove(position);
        position
    });
}

#[test]
fn an_inserted_entry_is_detected() {
    every_trial_is_detected(3, |trial, entries| {
        let position = trial.position();
        let number = 1_000 + trial.chance.next() % 1_000;
        let at = entries[position].at;
        entries.insert(
            position,
            Entry {
                at,
                ..entry(number)
            },
        );
        position
    });
}

#[test]
fn swapped_entries_are_detected() {
    every_trial_is_detected(4, |trial, entries| {
        let first = trial.position();
        let second = trial.chance.between(0, entries.len() - 1);
        // Never the same twice.
        let second = if second >= first { second + 1 } else { second };
        entries.swap(first, second);
        first.min(second)
    });
}

#[test]
fn a_truncated_log_is_detected() {
    every_trial_is_detected(5, |trial, entries| {
        let position = trial.position();
        entries.truncate(position);
        position
    });
}

#[test]
fn a_forked_log_is_detected() {
    every_trial_is_detected(6, |trial, entries| {
        let position = trial.position();
        let branch = trial.chance.next() % 1_000;
        for (place, entry) in entries.iter_mut().enumerate().skip(position) {
            *entry = crate::support::entry(2_000 + branch * 1_000 + place as u64);
        }
        position
    });
}

#[test]
fn a_back_dated_entry_is_detected() {
    every_trial_is_detected(7, |trial, entries| {
        let position = trial.position();
        let earlier_ms = trial.chance.between(1, 86_400_000);
        entries[position].at -= i64::try_from(earlier_ms).unwrap();
        position
    });
}

#[test]
fn an_untouched_log_raises_no_alarm() {
    let files: Vec<Vec<u8>> = LOGS
        .iter()
        .map(|log| file(&log.entries, &log.notes[3..]))
        .collect();
    for mut trial in trials(8) {
        let which = trial.chance.between(0, LOGS.len());
        let log = &LOGS[which];
        let mut trusted = Trusted::nothing().with_key(signer().verifier().clone());
        for anchor in &log.kept {
            if trial.chance.between(0, 2) == 0 {
                trusted = trusted.with_anchor(anchor.clone());
            }
        }
        let report = check(&files[which], &trusted).expect("nothing was touched");
        assert_eq!(report.entries, log.entries.len() as u64);
    }
}
