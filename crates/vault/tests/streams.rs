//! Streams open as they were written, whole, or not at all.

use std::io::{Read, Write};

use vault::{Environment, KeyProvider, LocalKeyFile, SealedReader, SealedWriter, StreamKey};

const HEAD: &[u8] = b"what stands in front\n";
const CHUNK: usize = 64 * 1024 + 16;

fn provider(folder: &tempfile::TempDir, name: &str) -> LocalKeyFile {
    LocalKeyFile::open_or_create(&folder.path().join(name), Environment::Test).expect("a key file")
}

fn content(length: usize) -> Vec<u8> {
    (0..=250).cycle().take(length).collect()
}

fn sealed(key: &StreamKey, content: &[u8]) -> Vec<u8> {
    let mut writer = SealedWriter::new(Vec::new(), key, HEAD);
    // Written in odd pieces, as a program writes.
    for piece in content.chunks(7_001) {
        writer.write_all(piece).expect("a vector takes everything");
    }
    writer.finish().expect("a vector takes everything")
}

fn opened(key: &StreamKey, head: &[u8], sealed: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut content = Vec::new();
    SealedReader::new(sealed, key, head)?.read_to_end(&mut content)?;
    Ok(content)
}

#[tokio::test]
async fn every_length_around_a_chunk_reads_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let provider = provider(&folder, "keys/one");
    let key = StreamKey::make(&provider, Environment::Test, "backup")
        .await
        .expect("a key");
    for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000] {
        let content = content(length);
        let sealed = sealed(&key, &content);
        assert!(length == 0 || !sealed.windows(16).any(|w| w == &content[..16.min(length)]));
        let wrapped = key.wrapped();
        let again = StreamKey::open(&provider, Environment::Test, "backup", wrapped)
            .await
            .expect("opens");
        assert_eq!(
            opened(&again, HEAD, &sealed).expect("opens"),
            content,
            "{length}"
        );
    }
}

#[tokio::test]
async fn what_was_changed_cut_off_or_moved_does_not_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let provider = provider(&folder, "keys/one");
    let key = StreamKey::make(&provider, Environment::Test, "backup")
        .await
        .expect("a key");
    let whole = sealed(&key, &content(200_000));
    assert!(
        opened(&key, b"another head\n", &whole).is_err(),
        "what stands in front belongs to it"
    );
    for at in [0, CHUNK - 1, CHUNK, 2 * CHUNK + 5, whole.len() - 1] {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        assert!(opened(&key, HEAD, &flipped).is_err(), "bit at {at}");
    }
    for end in [0, 1, 15, 16, CHUNK, 2 * CHUNK, 3 * CHUNK, whole.len() - 1] {
        assert!(
            opened(&key, HEAD, &whole[..end]).is_err(),
            "cut off at {end}"
        );
    }
    let mut swapped = whole.clone();
    swapped[..2 * CHUNK].rotate_left(CHUNK);
    assert!(
        opened(&key, HEAD, &swapped).is_err(),
        "chunks in another order"
    );
    let mut longer = whole.clone();
    longer.extend_from_slice(&whole[..CHUNK]);
    assert!(opened(&key, HEAD, &longer).is_err(), "a chunk too many");
}

#[tokio::test]
async fn the_key_of_a_stream_opens_for_its_purpose_and_environment_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = provider(&folder, "keys/one");
    let other = provider(&folder, "keys/two");
    let key = StreamKey::make(&here, Environment::Test, "backup")
        .await
        .expect("a key");
    let open = async |provider: &dyn KeyProvider, environment, purpose| {
        StreamKey::open(provider, environment, purpose, key.wrapped())
            .await
            .is_ok()
    };
    assert!(open(&here, Environment::Test, "backup").await);
    assert!(!open(&here, Environment::Test, "trk").await);
    assert!(!open(&here, Environment::Production, "backup").await);
    assert!(!open(&other, Environment::Test, "backup").await);
}
