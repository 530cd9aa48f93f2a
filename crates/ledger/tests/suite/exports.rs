//! The exported file: its form, and what is said about one that diverges.

use ledger::{
    Checkpoint, CheckpointError, Entry, NoteError, Signer, VerifierKeyError,
    export::{Divergence, LINE_BYTES_MAX, Trusted, Witness, WriteError, Writer},
    root_of,
};

use crate::support::{ORIGIN, TENANT, check, checkpoint, entries, file, note, signer};

fn trusted() -> Trusted {
    Trusted::nothing().with_key(signer().verifier().clone())
}

fn export(count: u64, sizes: &[usize]) -> (Vec<Entry>, Vec<u8>) {
    let entries = entries(count);
    let notes: Vec<String> = sizes.iter().map(|size| note(&entries, *size)).collect();
    let file = file(&entries, &notes);
    (entries, file)
}

/// The file with one text for another, which must be there.
fn altered(file: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(file).unwrap();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

/// The file with its lines rearranged.
fn rearranged(file: &[u8], rearrange: impl FnOnce(&mut Vec<&str>)) -> Vec<u8> {
    let text = std::str::from_utf8(file).unwrap();
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    rearrange(&mut lines);
    lines.concat().into_bytes()
}

#[test]
fn the_form_of_the_file_never_changes() {
    let (_, file) = export(1, &[1]);
    let text = String::from_utf8(file).unwrap();
    let lines: Vec<&str> = text.split('\n').collect();
    assert_eq!(
        lines[0],
        format!(
            r#"{{"format":"einlass-audit/1","tenant":"tnt_1","origin":"einlass.example/tnt_1","vkey":"{}"}}"#,
            signer().verifier()
        )
    );
    assert!(lines[1].starts_with(
        r#"{"checkpoint":"einlass.example/tnt_1\n1\nPk/mNFKiEdTE1EZ1QpU6tpgtOjdE34PnEtO/hhl35zM=\ntime 1700000500000\n\n— "#
    ), "{}", lines[1]);
    assert_eq!(
        lines[2],
        r#"{"position":0,"entry":{"id":"ent_0","tenant":"tnt_1","at":1700000000000,"actor_kind":"user","actor":"usr_1","origin":"/app/events 192.0.2.0/24","action":"guest.invited","entity":"gst_0","person":"psn_0","fields":["given-name","email"],"values_hash":"af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc"}}"#
    );
    assert_eq!(lines[3..], [""]);
}

#[test]
fn an_untouched_file_is_reported_whole() {
    let (entries, file) = export(40, &[0, 7, 7, 39, 40]);
    let trusted = trusted()
        .with_anchor(checkpoint(&entries, 33))
        .with_anchor(checkpoint(&entries, 7))
        .with_anchor(checkpoint(&entries, 0));
    let report = check(&file, &trusted).unwrap();
    assert_eq!(report.header.tenant, TENANT);
    assert_eq!(report.header.origin, ORIGIN);
    assert_eq!(
        (report.entries, report.checkpoints, report.anchors),
        (40, 5, 3)
    );
    assert_eq!(report.anchored_entries, 33);
    assert_eq!(report.root, checkpoint(&entries, 40).root);
    assert_eq!(report.earliest_ms, Some(1_700_000_000_000));
    assert_eq!(report.latest_ms, Some(1_700_000_039_000));
}

#[test]
fn an_empty_log_is_in_order() {
    for sizes in [&[][..], &[0]] {
        let (_, file) = export(0, sizes);
        let report = check(&file, &Trusted::nothing()).unwrap();
        assert_eq!((report.entries, report.root), (0, root_of(&[])));
        assert_eq!((report.earliest_ms, report.latest_ms), (None, None));
    }
}

#[test]
fn times_need_not_rise() {
    let mut entries = entries(3);
    entries[2].at -= 5_000;
    let file = file(&entries, &[note(&entries, 3)]);
    let report = check(&file, &trusted()).unwrap();
    assert_eq!(report.earliest_ms, Some(entries[2].at));
    assert_eq!(report.latest_ms, Some(entries[1].at));
}

#[test]
fn unusual_characters_survive() {
    let mut entries = entries(2);
    entries[1].origin = "\"\\\n\u{1}ü\u{2028}😀".into();
    let file = file(&entries, &[note(&entries, 2)]);
    assert!(check(&file, &trusted()).is_ok());
}

#[test]
fn an_alteration_is_placed_between_two_checkpoints() {
    let (entries, file) = export(30, &[10, 20, 30]);
    let file = altered(&file, "gst_14", "gst_99");
    let expected = checkpoint(&entries, 20).root;
    let mut changed = entries.clone();
    changed[14].entity = "gst_99".into();
    let found = checkpoint(&changed, 20).root;
    let divergence = Divergence::Altered {
        agreed: 10,
        size: 20,
        witness: Witness::Checkpoint,
        expected,
        found,
    };
    assert_eq!(check(&file, &trusted()), Err(divergence));
    // An anchor of the same size is the better witness, one in between the closer.
    let near = trusted().with_anchor(checkpoint(&entries, 20));
    let closer = near.clone().with_anchor(checkpoint(&entries, 15));
    for (trusted, size) in [(near, 20), (closer, 15)] {
        assert!(matches!(
            check(&file, &trusted),
            Err(Divergence::Altered { agreed: 10, size: found, witness: Witness::Anchor, .. })
                if found == size
        ));
    }
}

#[test]
fn gaps_repetitions_and_moves_are_placed() {
    let (_, file) = export(5, &[5]);
    // Header, checkpoint, then position 0 on line 3.
    let missing = rearranged(&file, |lines| {
        lines.remove(4);
    });
    let (expected, found) = (2, 3);
    assert_eq!(
        check(&missing, &trusted()),
        Err(Divergence::Position { expected, found })
    );
    let twice = rearranged(&file, |lines| lines.insert(4, lines[3]));
    let (expected, found) = (2, 1);
    assert_eq!(
        check(&twice, &trusted()),
        Err(Divergence::Position { expected, found })
    );
    let swapped = rearranged(&file, |lines| lines.swap(3, 5));
    let (expected, found) = (1, 3);
    assert_eq!(
        check(&swapped, &trusted()),
        Err(Divergence::Position { expected, found })
    );
}

#[test]
fn a_shortened_file_is_truncated() {
    let (entries, file) = export(5, &[3, 5]);
    let shorter = rearranged(&file, |lines| lines.truncate(7));
    let truncated = |witness| Divergence::Truncated {
        entries: 4,
        size: 5,
        witness,
    };
    assert_eq!(
        check(&shorter, &trusted()),
        Err(truncated(Witness::Checkpoint))
    );
    // Even if a true checkpoint ends it.
    let whole = self::file(&entries[..4], &[note(&entries, 4)]);
    assert!(check(&whole, &trusted()).is_ok());
    let anchored = trusted().with_anchor(checkpoint(&entries, 5));
    assert_eq!(check(&whole, &anchored), Err(truncated(Witness::Anchor)));
    // Cut in the middle of a line.
    let line = 8;
    assert_eq!(
        check(&file[..file.len() - 1], &trusted()),
        Err(Divergence::Unreadable { line })
    );
}

#[test]
fn entries_behind_the_last_checkpoint_are_refused() {
    let (entries, _) = export(5, &[5]);
    let four = file(&entries[..4], &[note(&entries, 4)]);
    let (_, five) = export(5, &[5]);
    let last = five.split_inclusive(|byte| *byte == b'\n').next_back();
    let appended = [&four[..], last.unwrap()].concat();
    assert_eq!(
        check(&appended, &trusted()),
        Err(Divergence::Unsigned { position: 4 })
    );
}

#[test]
fn two_signed_roots_of_one_size_are_a_fork() {
    let (entries, file) = export(9, &[9]);
    let mut others = entries.clone();
    others[4].actor = "usr_2".into();
    let (one, other) = (checkpoint(&others, 9).root, checkpoint(&entries, 9).root);
    let size = 9;
    let forked = Err(Divergence::Forked { size, one, other });
    let anchored = trusted().with_anchor(checkpoint(&others, 9));
    assert_eq!(check(&file, &anchored), forked);
    let both = self::file(&entries, &[note(&others, 9), note(&entries, 9)]);
    assert_eq!(check(&both, &trusted()), forked);
    let anchored = Trusted::nothing()
        .with_anchor(checkpoint(&others, 9))
        .with_anchor(checkpoint(&entries, 9));
    assert_eq!(check(&file, &anchored), forked);
}

#[test]
fn a_foreign_entry_is_reported_although_signed() {
    let mut entries = entries(3);
    entries[1].tenant = "tnt_2".into();
    let file = file(&entries, &[note(&entries, 3)]);
    let position = 1;
    assert_eq!(
        check(&file, &trusted()),
        Err(Divergence::ForeignEntry { position })
    );
}

#[test]
fn a_repeated_entry_is_reported_although_signed() {
    let mut entries = entries(3);
    entries[2].id = entries[0].id.clone();
    let file = file(&entries, &[note(&entries, 3)]);
    let position = 2;
    assert_eq!(
        check(&file, &trusted()),
        Err(Divergence::RepeatedEntry { position })
    );
}

#[test]
fn nothing_may_stand_beside_what_is_hashed() {
    let (_, file) = export(2, &[2]);
    let position = 1;
    let not_canonical = Err(Divergence::NotCanonical { position });
    for (from, to) in [
        (r#"{"id":"ent_1""#, r#"{ "id":"ent_1""#),
        (r#"{"id":"ent_1""#, r#"{"note":"x","id":"ent_1""#),
        (r#""ent_1""#, r#""\u0065nt_1""#),
        (r#"{"position":1,"#, r#"{"position":1, "#),
    ] {
        assert_eq!(check(&altered(&file, from, to), &trusted()), not_canonical);
    }
    let line = 4;
    for (from, to) in [
        (r#"{"position":1,"#, r#"{"position":1,"note":"x","#),
        (r#"{"position":1,"#, r#"{"position":01,"#),
        (r#"{"id":"ent_1""#, r#"{"id":"ent_1","id":"ent_1""#),
        (r#"{"position":1,"#, r#" {"position":1,"#),
        (r#"{"position":1,"#, "\n{\"position\":1,"),
        (r#""psn_1""#, "null"),
    ] {
        assert_eq!(
            check(&altered(&file, from, to), &trusted()),
            Err(Divergence::Unreadable { line }),
            "{to}"
        );
    }
    let stranger = altered(&file, r#""actor_kind":"user""#, r#""actor_kind":"owner""#);
    assert_eq!(
        check(&stranger, &trusted()),
        Err(Divergence::Unreadable { line: 3 })
    );
    let trailing = [&file[..], b"\n"].concat();
    assert_eq!(
        check(&trailing, &trusted()),
        Err(Divergence::Unreadable { line: 5 })
    );
}

#[test]
fn a_checkpoint_that_is_not_signed_right_is_refused() {
    let (entries, file) = export(4, &[2, 4]);
    let refused = |file: &[u8], reason: CheckpointError| {
        let line = 3;
        assert_eq!(
            check(file, &trusted()),
            Err(Divergence::CheckpointRefused { line, reason })
        );
    };
    refused(
        &altered(&file, r"tnt_1\n4\n", r"tnt_1\n5\n"),
        NoteError::WrongSignature.into(),
    );
    let stranger = Signer::from_seed(&[8; 32], ORIGIN).unwrap();
    let notes = [
        note(&entries, 2),
        checkpoint(&entries, 4).sign(&stranger).unwrap(),
    ];
    refused(&self::file(&entries, &notes), NoteError::UnknownKey.into());
    let other_log = Checkpoint {
        origin: "einlass.example/tnt_2".into(),
        ..checkpoint(&entries, 4)
    };
    let notes = [note(&entries, 2), other_log.sign(signer()).unwrap()];
    refused(&self::file(&entries, &notes), CheckpointError::WrongOrigin);
}

#[test]
fn checkpoints_stand_in_order_before_the_entries() {
    let (_, file) = export(4, &[2, 4]);
    let swapped = rearranged(&file, |lines| lines.swap(1, 2));
    let line = 3;
    assert_eq!(
        check(&swapped, &trusted()),
        Err(Divergence::CheckpointOrder { line })
    );
    let late = rearranged(&file, |lines| {
        let checkpoint = lines.remove(2);
        lines.push(checkpoint);
    });
    // The third entry is the first that the remaining checkpoint does not cover.
    assert_eq!(
        check(&late, &trusted()),
        Err(Divergence::Unsigned { position: 2 })
    );
    let late = rearranged(&file, |lines| lines.push(lines[2]));
    assert_eq!(
        check(&late, &trusted()),
        Err(Divergence::Unreadable { line: 8 })
    );
}

#[test]
fn another_key_or_log_than_the_trusted_one_is_refused() {
    let (entries, file) = export(4, &[4]);
    let stranger = Signer::from_seed(&[8; 32], ORIGIN).unwrap();
    let trusted = Trusted::nothing().with_key(stranger.verifier().clone());
    assert_eq!(
        check(&file, &trusted),
        Err(Divergence::WrongKey {
            expected: stranger.verifier().to_string(),
            found: signer().verifier().to_string()
        })
    );
    let anchor = Checkpoint {
        origin: "einlass.example/tnt_2".into(),
        ..checkpoint(&entries, 4)
    };
    assert_eq!(
        check(&file, &Trusted::nothing().with_anchor(anchor)),
        Err(Divergence::ForeignAnchor { size: 4 })
    );
}

#[test]
fn a_header_of_another_form_is_refused() {
    let (_, file) = export(1, &[1]);
    let found = |from, to| check(&altered(&file, from, to), &Trusted::nothing()).unwrap_err();
    assert_eq!(
        found("einlass-audit/1", "einlass-audit/2"),
        Divergence::UnknownFormat
    );
    let id = data_encoding::HEXLOWER.encode(&signer().verifier().id());
    assert_eq!(
        found(&id, "00000000"),
        Divergence::MalformedKey(VerifierKeyError::WrongId)
    );
    let line = 1;
    assert_eq!(
        found(r#"{"format""#, r#"{"more":1,"format""#),
        Divergence::Unreadable { line }
    );
    assert_eq!(
        check(b"", &Trusted::nothing()),
        Err(Divergence::Unreadable { line })
    );
    let endless = vec![b' '; LINE_BYTES_MAX * 3];
    assert_eq!(
        check(&endless, &Trusted::nothing()),
        Err(Divergence::Unreadable { line })
    );
}

#[test]
fn a_line_that_is_too_long_is_not_read() {
    let mut entries = entries(2);
    entries[1].origin = "x".repeat(LINE_BYTES_MAX);
    let file = file(&entries, &[note(&entries, 2)]);
    assert_eq!(
        check(&file, &trusted()),
        Err(Divergence::Unreadable { line: 4 })
    );
}

#[test]
fn the_writer_makes_no_file_that_would_be_refused() {
    let entries = entries(3);
    let start = || Writer::start(Vec::new(), TENANT, ORIGIN, signer().verifier()).unwrap();
    let mut writer = start();
    assert!(matches!(
        writer.entry(&entries[0]),
        Err(WriteError::Unsigned { size: 0 })
    ));
    writer.checkpoint(&note(&entries, 2)).unwrap();
    assert!(matches!(
        writer.checkpoint(&note(&entries, 1)),
        Err(WriteError::CheckpointOrder { size: 1 })
    ));
    assert!(matches!(
        writer.checkpoint("no note"),
        Err(WriteError::Checkpoint(_))
    ));
    writer.entry(&entries[0]).unwrap();
    assert!(matches!(
        writer.checkpoint(&note(&entries, 2)),
        Err(WriteError::CheckpointOrder { size: 2 })
    ));
    assert!(matches!(
        writer.finish(),
        Err(WriteError::Incomplete {
            size: 2,
            entries: 1
        })
    ));
}
