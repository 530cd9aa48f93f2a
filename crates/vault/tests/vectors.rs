//! Bytes as this crate once wrote them. They must open for ever: whoever has to change a constant
//! here makes stored data unreadable. A new format gets new constants beside the old ones.

use std::{fs, io::Read, sync::Arc, time::Duration};

use data_encoding::HEXLOWER;
use vault::{Environment, Key32, KeyCache, LocalKeyFile, Place, Sealed, SealedReader, TenantKeys};

const TENANT: [u8; 16] = [0x11; 16];
const PERSON: [u8; 16] = [0x22; 16];
const PLACE: Place = Place::row("guests", [0x33; 16]);

const BLIND_INDEX: &str = "be3bba8a81886b914716f4b4a8f65fe9";
const TICKET_CODES: [&str; 2] = ["2f1461dcca012b31bb21", "e6c9cc8dea787100fbb9"];
const LINK_TOKEN: &str = "9d6f1f00d1086f0b6b76de38612fb6b1";
const WRAPPED_PERSON_KEY: &str = "010000000100000003fd2acdcfa11a02be7ff1b46bf6d5aa934b81bb7b77ad\
    f6356a6e3b3e55f0326453299fcecac6b81994ad9545f5c53c655c925fcd1981c01f57b1124788403ec4a4827f4a\
    6433b466b8790276e61bea12f30da216f582e3ec6f0edff3";
const SEALED: &str = "010100000001ff9f4ee2234759f319b24c26e006761b87d7e2b42bbfcb0f8353a4245e1b9f\
    c4bedee5c3e11838e5525e306a1c62a6233e62c1cca1ac961a6d01fd1454fa7b04602a9eb736de2eff4c8fd45092\
    6bb787c1e65855426a746283ceedcf";
const KEY_FILE: &str = "einlass-key-file 1\nenvironment test\n\
    key 661f82243da28821197787a6b94dcf85a67ab11f211bca08ccfee311da435559\n";
const TENANT_ROOT: &str = "01152ce1fcf9ad99a5d8ad69ba6e19b3d3dabd792c32e8dc31b3addf119b70e67d012\
    8854853b3e495ac2963fc11b9097dae78db3c3220578bacbeb56eaf66f1c2824e6891d62bfa66ea969d6a1228080\
    a30a2b9b111cf6b225a0c877cbe";
const TENANT_ROOT_LINK_TOKEN: &str = "0548dae7bd916b6fad5e5118aa53e4d6";
/// The root key that followed, with what is derived for lookups.
const NEXT_TENANT_ROOT: &str = "02f8e0650e44f0e911d0e9e75b6ab7c9ea93ecf5fce3736bf4dad114bbb0f061ce00d60157d47d6477433dad6087\
    92d598d27bd3d0d2c6c8c6b88848188db09e504a35c5f2ab440b43f4b8fb9c05a88b32f2c6feb89d28519a4e888d\
    3745465c22884777d1b1d009a1879fc48a17d2fbe07bcb57a51d28b7dea4ba7664aeaf7b67599640d1c937cca80e\
    3591b15473e5fcd60aaff3af02c548d765b767239802d26fa64ba5f6e79f37c6b786fe823461ce0ec93eb07a263d\
    c064938bfe35aa74ea0f1fa833eb7f7a02a1584ab64b95fb3ccb5d66463371f022380ae7b90448be06f12e54d4af\
    df95f449c4399d0738866cccadde35a000d65f012c091ca2ee13d7e189a8b7dc248622e30b23815281497d6a8a83\
    ea7e556353724e34fc626521465de38df7c99493cd843ba4e60ca6dc09c75a381f01";
const NEXT_WRAPPED_PERSON_KEY: &str = "010000000100000004f252b527de18b1834bd7e4ab25dcf7a0d9e55830db96a0c67cf407563ccc2f98be6727469c\
    ff123616ff72b9ef8e8d834519e261247f277705ef1b012285e310c23e721038dd9dd77d2c08966d70c4bdcc2e1c\
    f6d73f547bdd4be301";
const KEPT_BLIND_INDEX: &str = "4894b37854423f4f2f40c998ac6340ad";
const LATER_BLIND_INDEX: &str = "e273a1e5600f7876731cc238d9df088b";
/// The key of a stream, and the stream behind the line `head`.
const STREAM_KEY: &str = "01812007e8eb2fbe35c450b2665ffd6db31b79fd37d3bbe30e529a80f333cc15e7a896ab23cdd2d4d96dca6e24\
    4af9b5d8438bc919d88e83334eb0af32";
const STREAM: &str = "9f79fb615219b07dd96a7d4bf9e5b4b383d7898e929ac82a42e0b07a";

fn bytes(hex: &str) -> Vec<u8> {
    HEXLOWER
        .decode(hex.as_bytes())
        .expect("the constants are hexadecimal")
}

fn keys() -> TenantKeys {
    let mut root = [0; 32];
    for (value, byte) in (0..).zip(&mut root) {
        *byte = value;
    }
    TenantKeys::derive(Environment::Test, TENANT, 3, &Key32::from_bytes(root))
}

#[test]
fn derived_values_stay_the_same() {
    let index = keys().blind_index("guests.mail", "zoe@example.org");
    assert_eq!(HEXLOWER.encode(index.as_bytes()), BLIND_INDEX);
    assert_eq!(
        HEXLOWER.encode(&keys().derive_link_token(PERSON, 5)),
        LINK_TOKEN
    );
    for (place, code) in (0..).zip(TICKET_CODES) {
        let derived = keys().derive_ticket_code(PERSON, 5, place);
        assert_eq!(HEXLOWER.encode(&derived), code);
    }
}

#[test]
fn an_old_person_key_opens_an_old_row() {
    let key = keys()
        .unwrap_person_key(PERSON, &bytes(WRAPPED_PERSON_KEY))
        .unwrap();
    let sealed = Sealed::<(String, u32)>::from_bytes(bytes(SEALED));
    assert_eq!(
        key.open(PLACE, &sealed).unwrap(),
        ("Zoë Müller".to_owned(), 42)
    );
}

fn cache(folder: &tempfile::TempDir) -> KeyCache {
    let path = folder.path().join("einlass.key");
    fs::write(&path, KEY_FILE).expect("the key file is written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("its mode is set");
    }
    let file = LocalKeyFile::open_or_create(&path, Environment::Test).expect("it opens");
    let limit = Duration::from_secs(1);
    KeyCache::new(Arc::new(file), Environment::Test, limit, limit)
}

#[tokio::test]
async fn an_old_key_file_opens_an_old_tenant_root() {
    let folder = tempfile::tempdir().unwrap();
    let keys = cache(&folder)
        .tenant_keys(TENANT, 3, &bytes(TENANT_ROOT), 0)
        .await
        .unwrap();
    assert_eq!(
        HEXLOWER.encode(&keys.derive_link_token(PERSON, 5)),
        TENANT_ROOT_LINK_TOKEN
    );
    let index = keys.blind_index("people.email", "zoe@example.org");
    assert_eq!(HEXLOWER.encode(index.as_bytes()), KEPT_BLIND_INDEX);
}

#[tokio::test]
async fn an_old_root_that_followed_another_keeps_its_lookups() {
    let folder = tempfile::tempdir().unwrap();
    let keys = cache(&folder)
        .tenant_keys(TENANT, 4, &bytes(NEXT_TENANT_ROOT), 0)
        .await
        .unwrap();
    assert_eq!(
        HEXLOWER.encode(&keys.derive_link_token(PERSON, 5)),
        TENANT_ROOT_LINK_TOKEN
    );
    let kept = keys.blind_index("people.email", "zoe@example.org");
    assert_eq!(HEXLOWER.encode(kept.as_bytes()), KEPT_BLIND_INDEX);
    let later = keys.blind_index("people.phone", "1");
    assert_eq!(HEXLOWER.encode(later.as_bytes()), LATER_BLIND_INDEX);
    keys.unwrap_person_key(PERSON, &bytes(NEXT_WRAPPED_PERSON_KEY))
        .unwrap();
}

#[tokio::test]
async fn an_old_stream_opens() {
    let folder = tempfile::tempdir().unwrap();
    let key = cache(&folder)
        .open_stream_key("backup", &bytes(STREAM_KEY))
        .await
        .unwrap();
    let sealed = bytes(STREAM);
    let mut reader = SealedReader::new(&sealed[..], &key, b"head\n").unwrap();
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(text, "Zoë Müller");
}
