//! The certificate of an erasure proves what it says, or is refused.

use ledger::{
    Frontier, Hash, Signer, Tile, Tiles,
    erasure::{Certificate, CertificateError, ErasureStatement},
    inclusion, tiles_for_inclusion,
};

use crate::support::{ORIGIN, entries, note, signer};

const SIZE: u64 = 300;
const POSITION: u64 = 271;

fn proof() -> Vec<Hash> {
    let mut levels: Vec<Vec<Hash>> = vec![Vec::new(); 3];
    let mut frontier = Frontier::new();
    for entry in entries(SIZE) {
        levels[0].push(entry.leaf());
        frontier.append_noting(entry.leaf(), |done| {
            levels[usize::from(done.level)].push(done.hash);
        });
    }
    let mut tiles = Tiles::new();
    for tile in tiles_for_inclusion(POSITION, SIZE).unwrap() {
        let Tile { level, .. } = tile;
        let indices = tile.indices();
        let range = usize::try_from(indices.start).unwrap()..usize::try_from(indices.end).unwrap();
        tiles
            .fill(tile, levels[usize::from(level)][range].to_vec())
            .unwrap();
    }
    inclusion(POSITION, SIZE, &tiles).unwrap()
}

fn statement() -> ErasureStatement {
    let entry = &entries(SIZE)[usize::try_from(POSITION).unwrap()];
    ErasureStatement {
        log: ORIGIN.into(),
        person: entry.entity.clone(),
        erased_ms: 1_700_000_000_000,
        backups_until_ms: 1_702_592_000_000,
        guests: 2,
        mails: 3,
        links: 2,
        leaf: entry.leaf(),
    }
}

fn certificate() -> Certificate {
    let all = entries(SIZE);
    let entry = all[usize::try_from(POSITION).unwrap()].clone();
    let checkpoint = note(&all, all.len());
    Certificate::sign(
        &statement(),
        signer(),
        entry,
        POSITION,
        &proof(),
        checkpoint,
    )
    .unwrap()
}

#[test]
fn a_certificate_is_checked_as_it_was_written() {
    let json = serde_json::to_string(&certificate()).unwrap();
    let read: Certificate = serde_json::from_str(&json).unwrap();
    let proven = read.verify().unwrap();
    assert_eq!(proven.statement, statement());
    assert_eq!(proven.checkpoint.size, SIZE);
    assert_eq!(&proven.key, signer().verifier());
}

#[test]
fn the_form_of_a_statement_never_changes() {
    assert_eq!(
        statement().to_text(),
        "einlass-erasure/1\nlog einlass.example/tnt_1\nperson gst_271\nerased 1700000000000\nbackups 1702592000000\n\
         guests 2\nmails 3\nlinks 2\nleaf 1uJzApwZ+jG4b2N8PQC3SMqqjkVXO6lfNvl0dmtvhjU=\n"
    );
    assert_eq!(statement().to_text().parse(), Ok(statement()));
    for other in [
        statement().to_text().replace("guests 2", "guests 02"),
        statement().to_text().replace("mails 3\n", ""),
        statement()
            .to_text()
            .replace("einlass-erasure/1", "einlass-erasure/2"),
        format!("{}guests 2\n", statement().to_text()),
    ] {
        assert!(other.parse::<ErasureStatement>().is_err(), "{other}");
    }
}

#[test]
fn whatever_is_changed_in_it_is_found() {
    let changed = |change: &dyn Fn(&mut Certificate)| {
        let mut certificate = certificate();
        change(&mut certificate);
        certificate.verify().expect_err("it was changed")
    };
    assert!(matches!(
        changed(&|c| c.format.push('x')),
        CertificateError::UnknownFormat
    ));
    assert!(matches!(
        changed(&|c| c.vkey.push('x')),
        CertificateError::MalformedKey(_)
    ));
    assert!(matches!(
        changed(&|c| c.statement = c.statement.replace("guests 2", "guests 1")),
        CertificateError::Statement(_)
    ));
    assert!(matches!(
        changed(&|c| c.entry.at += 1),
        CertificateError::OtherEntry
    ));
    assert!(matches!(
        changed(&|c| c.position -= 1),
        CertificateError::Inclusion(_)
    ));
    assert!(matches!(
        changed(&|c| c.proof.swap(0, 1)),
        CertificateError::Inclusion(_)
    ));
    assert!(matches!(
        changed(&|c| c.proof[0].truncate(10)),
        CertificateError::MalformedProof
    ));
    assert!(matches!(
        changed(&|c| c.checkpoint = c.checkpoint.replace("300", "301")),
        CertificateError::Checkpoint(_)
    ));
}

#[test]
fn a_statement_of_another_key_log_or_entry_does_not_count() {
    let all = entries(SIZE);
    let sign = |statement: &ErasureStatement, signer: &Signer, position: u64| {
        let entry = all[usize::try_from(position).unwrap()].clone();
        let checkpoint = note(&all, all.len());
        Certificate::sign(statement, signer, entry, POSITION, &proof(), checkpoint)
            .unwrap()
            .verify()
    };
    let other_key = Signer::from_seed(&[8; 32], ORIGIN).unwrap();
    assert!(matches!(
        sign(&statement(), &other_key, POSITION),
        Err(CertificateError::Checkpoint(_))
    ));
    let other_log = ErasureStatement {
        log: "elsewhere".into(),
        ..statement()
    };
    assert!(matches!(
        sign(&other_log, signer(), POSITION),
        Err(CertificateError::OtherEntry)
    ));
    assert!(matches!(
        sign(&statement(), signer(), POSITION - 1),
        Err(CertificateError::OtherEntry)
    ));
    let other_person = ErasureStatement {
        person: "gst_1".into(),
        ..statement()
    };
    assert!(matches!(
        sign(&other_person, signer(), POSITION),
        Err(CertificateError::OtherEntry)
    ));
}
