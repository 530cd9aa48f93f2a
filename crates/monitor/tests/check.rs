//! The check as the page runs it: in pieces, with what the browser kept.

use ledger::{
    ActorKind, Checkpoint, Entry, Frontier, Signer,
    export::{Divergence, Writer},
};
use monitor::{Finding, InOrder, Known, Watch};

const ORIGIN: &str = "einlass.example/log/tnt_1";

fn entries(count: u64, action: &str) -> Vec<Entry> {
    (0..count)
        .map(|number| Entry {
            id: format!("ent_{number}"),
            tenant: "tnt_1".into(),
            at: 1_700_000_000_000,
            actor_kind: ActorKind::User,
            actor: "usr_1".into(),
            origin: "/app/events".into(),
            action: action.into(),
            entity: format!("gst_{number}"),
            person: String::new(),
            fields: Vec::new(),
            values_hash: String::new(),
        })
        .collect()
}

/// The parts as the server hands them out: the header with the first, 50 entries in each.
fn parts(entries: &[Entry], seed: u8) -> Vec<Vec<u8>> {
    let signer = Signer::from_seed(&[seed; 32], ORIGIN).expect("a name");
    let mut frontier = Frontier::new();
    for entry in entries {
        frontier.append(entry.leaf());
    }
    let checkpoint = Checkpoint {
        origin: ORIGIN.into(),
        size: frontier.size(),
        root: frontier.root(),
        time_ms: Some(1_700_000_000_000),
    };
    let note = checkpoint.sign(&signer).expect("signed");
    let mut first = Writer::start(Vec::new(), "tnt_1", ORIGIN, signer.verifier()).expect("written");
    first.checkpoint(&note).expect("written");
    let mut parts = vec![first.into_inner()];
    for (number, chunk) in entries.chunks(50).enumerate() {
        let mut writer = Writer::go_on(Vec::new(), 50 * number as u64, frontier.size());
        for entry in chunk {
            writer.entry(entry).expect("written");
        }
        parts.push(writer.into_inner());
    }
    parts
}

fn check(known: Option<&Known>, parts: &[Vec<u8>]) -> Finding {
    let mut watch = Watch::start(known);
    for piece in parts.concat().chunks(333) {
        if let Err(divergence) = watch.take(piece) {
            return Finding::Broken(divergence);
        }
    }
    watch.finish()
}

fn in_order(finding: Finding) -> InOrder {
    match finding {
        Finding::InOrder(found) => *found,
        Finding::Broken(divergence) => panic!("{divergence}"),
    }
}

#[test]
fn a_log_that_goes_on_is_in_order_and_remembered() {
    let first = in_order(check(None, &parts(&entries(120, "guest.invited"), 7)));
    assert_eq!((first.report.entries, first.before), (120, None));
    let later = in_order(check(
        Some(&first.known),
        &parts(&entries(260, "guest.invited"), 7),
    ));
    assert_eq!(later.report.entries, 260);
    assert_eq!(later.before.map(|before| before.size), Some(120));
}

#[test]
fn a_rewritten_log_is_found_although_it_is_signed() {
    let known = in_order(check(None, &parts(&entries(120, "guest.invited"), 7))).known;
    let rewritten = check(Some(&known), &parts(&entries(260, "guest.removed"), 7));
    assert!(
        matches!(rewritten, Finding::Broken(Divergence::Altered { .. })),
        "{rewritten:?}"
    );
    let shorter = check(Some(&known), &parts(&entries(100, "guest.invited"), 7));
    assert!(
        matches!(shorter, Finding::Broken(Divergence::Truncated { .. })),
        "{shorter:?}"
    );
    let other_key = check(Some(&known), &parts(&entries(260, "guest.invited"), 8));
    assert!(
        matches!(other_key, Finding::Broken(Divergence::WrongKey { .. })),
        "{other_key:?}"
    );
}

#[test]
fn a_part_that_is_missing_twice_or_cut_off_is_found() {
    let good = parts(&entries(120, "guest.invited"), 7);
    let without: Vec<_> = [&good[..2], &good[3..]].concat();
    assert!(matches!(
        check(None, &without),
        Finding::Broken(Divergence::Position { .. })
    ));
    let twice: Vec<_> = [&good[..2], &good[1..]].concat();
    assert!(matches!(
        check(None, &twice),
        Finding::Broken(Divergence::Position { .. })
    ));
    assert!(matches!(
        check(None, &good[..3]),
        Finding::Broken(Divergence::Truncated { .. })
    ));
    assert!(matches!(
        check(None, &[]),
        Finding::Broken(Divergence::Unreadable { line: 1 })
    ));
}

#[test]
fn what_is_kept_and_cannot_be_read_is_as_good_as_nothing() {
    let known = Known {
        vkey: "nonsense".into(),
        note: "nonsense".into(),
    };
    let found = in_order(check(
        Some(&known),
        &parts(&entries(10, "guest.invited"), 7),
    ));
    assert_eq!(found.before, None);
}
