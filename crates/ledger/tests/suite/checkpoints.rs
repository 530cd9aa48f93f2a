//! Checkpoints as signed text.

use ledger::{Checkpoint, CheckpointError, NoteError, Signer, leaf_hash, open_note, sign_note};

use crate::support::{ORIGIN, signer};

/// What the key of seed 7, 7, … signs, and OpenSSL the same. It never changes.
const FROZEN: &str = "\
einlass.example/tnt_1
1234567
PAb5plclr2BSYfY2ZyyWINQJcx2JpFHXRV/pxK4WeCk=
time 1700000000000
\n— einlass.example/tnt_1 D6cZaMPwxinQ7iYsb92+X6xzcOJcLa8WQRoC0wMMVf8G4o1H+LC4WtKkMFq7X3n6mExFx394huN6cEQKFzCpZy0X7A8=
";

fn checkpoint() -> Checkpoint {
    Checkpoint {
        origin: ORIGIN.into(),
        size: 1_234_567,
        root: leaf_hash(b"root"),
        time_ms: Some(1_700_000_000_000),
    }
}

fn open(note: &str) -> Result<Checkpoint, CheckpointError> {
    Checkpoint::open(note, ORIGIN, signer().verifier())
}

/// Reads a text that is signed as it stands.
fn read(text: &str) -> Result<Checkpoint, CheckpointError> {
    open(&sign_note(text, signer()).unwrap())
}

fn text() -> String {
    let note = checkpoint().sign(signer()).unwrap();
    let text = open_note(&note, &[signer().verifier().clone()]).unwrap();
    text.to_owned()
}

#[test]
fn the_signed_form_never_changes() {
    assert_eq!(checkpoint().sign(signer()).unwrap(), FROZEN);
    assert_eq!(open(FROZEN), Ok(checkpoint()));
    assert_eq!(
        signer().verifier().to_string(),
        "einlass.example/tnt_1+0fa71968+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs"
    );
}

#[test]
fn what_is_signed_is_read_back() {
    for size in [0, 1, u64::MAX] {
        for time_ms in [None, Some(0), Some(i64::MAX), Some(-1)] {
            let checkpoint = Checkpoint {
                size,
                time_ms,
                ..checkpoint()
            };
            assert_eq!(open(&checkpoint.sign(signer()).unwrap()), Ok(checkpoint));
        }
    }
}

#[test]
fn the_form_of_the_specification_is_read() {
    // The example of C2SP tlog-checkpoint, without its signature: the key is not published.
    let text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    let signer = signer();
    let note = sign_note(text, signer).unwrap();
    let read = Checkpoint::open(&note, "example.com/behind-the-sofa", signer.verifier()).unwrap();
    assert_eq!((read.size, read.time_ms), (20_852_163, None));
    assert_eq!(read.sign(signer), Ok(note));
}

#[test]
fn extensions_of_others_are_ignored() {
    let read = read(&format!("{}other extension\ntimes 1\n", text())).unwrap();
    assert_eq!(read, checkpoint());
}

#[test]
fn another_log_or_key_is_refused() {
    let note = checkpoint().sign(signer()).unwrap();
    let verifier = signer().verifier().clone();
    assert_eq!(
        Checkpoint::open(&note, "einlass.example/tnt_2", &verifier),
        Err(CheckpointError::WrongOrigin)
    );
    let other = Signer::from_seed(&[8; 32], ORIGIN).unwrap();
    assert_eq!(
        Checkpoint::open(&note, ORIGIN, other.verifier()),
        Err(NoteError::UnknownKey.into())
    );
    assert_eq!(
        open(&note.replace("1234567", "1234568")),
        Err(NoteError::WrongSignature.into())
    );
}

#[test]
fn malformed_checkpoints_are_refused_although_signed() {
    let text = text();
    assert_eq!(read(&text), Ok(checkpoint()));
    let with = |from: &str, to: &str| {
        assert!(text.contains(from));
        read(&text.replacen(from, to, 1))
    };
    for size in [
        "01234567",
        "+1",
        "-1",
        "1.0",
        "0x1",
        "1 ",
        "18446744073709551616",
        "a",
    ] {
        assert_eq!(with("1234567", size), Err(CheckpointError::Size), "{size}");
    }
    for time in ["time 01", "time +1", "time ", "time 1\ntime 1", "time 1 "] {
        assert_eq!(
            with("time 1700000000000", time),
            Err(CheckpointError::Time),
            "{time}"
        );
    }
    let root = text.lines().nth(2).unwrap();
    let unpadded = root.trim_end_matches('=');
    for other in [
        unpadded,
        &root[4..],
        &format!("{root} "),
        &format!("AAAA{root}"),
    ] {
        assert_eq!(with(root, other), Err(CheckpointError::Root), "{other}");
    }
    assert_eq!(with(root, ""), Err(CheckpointError::Lines));
    assert_eq!(with("1234567", ""), Err(CheckpointError::Lines));
    assert_eq!(with(ORIGIN, ""), Err(CheckpointError::Lines));
    assert_eq!(read(&format!("{text}\n")), Err(CheckpointError::Lines));
    assert_eq!(read("a\n"), Err(CheckpointError::Lines));
    assert_eq!(read(&format!("{ORIGIN}\n1\n")), Err(CheckpointError::Lines));
}

#[test]
fn an_origin_that_would_break_the_format_is_not_signed() {
    for origin in ["", "a\nb", "a\tb"] {
        let checkpoint = Checkpoint {
            origin: origin.into(),
            ..checkpoint()
        };
        assert_eq!(
            checkpoint.sign(signer()),
            Err(CheckpointError::MalformedOrigin)
        );
    }
}
