//! Sealed values open with the right key at the right place, and nowhere else.

use serde::{Deserialize, Serialize};
use vault::{Environment, Key32, OpenError, PersonKey, Place, Sealed, TenantKeys};

const TENANT: [u8; 16] = [1; 16];
const PERSON: [u8; 16] = [2; 16];
const PLACE: Place = Place::row("guests", [3; 16]);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Guest {
    name: String,
    mail: String,
    answers: Vec<(u32, String)>,
}

fn guest() -> Guest {
    Guest {
        name: "Zoë Müller".into(),
        mail: "zoe@example.org".into(),
        answers: vec![(7, "vegetarian".into())],
    }
}

fn root() -> Key32 {
    Key32::from_bytes([9; 32])
}

fn keys() -> TenantKeys {
    TenantKeys::derive(Environment::Test, TENANT, 1, &root())
}

fn refused<T>(result: Result<T, OpenError>) -> bool {
    matches!(result, Err(OpenError::Refused))
}

#[test]
fn a_sealed_value_opens_with_the_unwrapped_key() {
    let (key, wrapped) = keys().make_person_key(PERSON);
    let sealed = key.seal(PLACE, &guest());
    let again = keys()
        .unwrap_person_key(PERSON, wrapped.as_bytes())
        .unwrap();
    let stored = Sealed::from_bytes(sealed.into_bytes());
    assert_eq!(again.open::<Guest>(PLACE, &stored).unwrap(), guest());
    assert_eq!((again.tenant(), again.person()), (TENANT, PERSON));
}

#[test]
fn the_ciphertext_does_not_hold_the_name() {
    let (key, _) = keys().make_person_key(PERSON);
    let sealed = key.seal(PLACE, &guest());
    assert!(!sealed.as_bytes().windows(4).any(|part| part == b"zoe@"));
    assert_ne!(sealed.as_bytes(), key.seal(PLACE, &guest()).as_bytes());
}

#[test]
fn another_place_does_not_open() {
    let (key, _) = keys().make_person_key(PERSON);
    let sealed = key.seal(PLACE, &guest());
    for place in [
        Place::row("mails", PLACE.row),
        Place::row("guests", [4; 16]),
        Place::column("guests", "note", PLACE.row),
        Place::column("guestss", "ealed", PLACE.row),
    ] {
        assert!(refused(key.open(place, &sealed)), "{place:?}");
    }
}

#[test]
fn the_key_of_another_person_does_not_open() {
    let (key, _) = keys().make_person_key(PERSON);
    let (other, _) = keys().make_person_key(PERSON);
    assert!(refused(other.open(PLACE, &key.seal(PLACE, &guest()))));
}

#[test]
fn a_wrapped_key_unwraps_only_for_its_own_person_tenant_environment_and_root() {
    let (_, wrapped) = keys().make_person_key(PERSON);
    let bytes = wrapped.as_bytes();
    assert!(refused(keys().unwrap_person_key([5; 16], bytes)));
    for other in [
        TenantKeys::derive(Environment::Test, [6; 16], 1, &root()),
        TenantKeys::derive(Environment::Production, TENANT, 1, &root()),
        TenantKeys::derive(Environment::Test, TENANT, 1, &Key32::from_bytes([8; 32])),
    ] {
        assert!(refused(other.unwrap_person_key(PERSON, bytes)));
    }
    let next = TenantKeys::derive(Environment::Test, TENANT, 2, &root());
    assert_eq!(
        next.unwrap_person_key(PERSON, bytes).unwrap_err(),
        OpenError::OtherKeyVersion {
            found: 1,
            expected: 2
        }
    );
}

#[test]
fn a_wrapped_key_under_another_version_name_does_not_unwrap() {
    let (_, wrapped) = keys().make_person_key(PERSON);
    let mut bytes = wrapped.into_bytes();
    bytes[8] = 2;
    let next = TenantKeys::derive(Environment::Test, TENANT, 2, &root());
    assert!(refused(next.unwrap_person_key(PERSON, &bytes)));
}

#[test]
fn the_check_value_refuses_a_swapped_key() {
    let (_, first) = keys().make_person_key(PERSON);
    let (_, second) = keys().make_person_key(PERSON);
    let check_at = first.as_bytes().len() - 32;
    let mut swapped = first.as_bytes()[..check_at].to_vec();
    swapped.extend_from_slice(&second.as_bytes()[check_at..]);
    assert_eq!(
        keys().unwrap_person_key(PERSON, &swapped).unwrap_err(),
        OpenError::OtherKey
    );
}

#[test]
fn no_flipped_bit_of_a_wrapped_key_unwraps() {
    let (_, wrapped) = keys().make_person_key(PERSON);
    for bit in 0..wrapped.as_bytes().len() * 8 {
        let mut bytes = wrapped.as_bytes().to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(
            keys().unwrap_person_key(PERSON, &bytes).is_err(),
            "bit {bit}"
        );
    }
}

#[test]
fn no_flipped_bit_of_a_sealed_value_opens() {
    let (key, _) = keys().make_person_key(PERSON);
    let sealed = key.seal(PLACE, &guest());
    for bit in 0..sealed.as_bytes().len() * 8 {
        let mut bytes = sealed.as_bytes().to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let changed = Sealed::<Guest>::from_bytes(bytes);
        assert!(key.open(PLACE, &changed).is_err(), "bit {bit}");
    }
}

#[test]
fn cut_and_lengthened_bytes_do_not_open() {
    let (key, wrapped) = keys().make_person_key(PERSON);
    let sealed = key.seal(PLACE, &guest());
    for length in 0..sealed.as_bytes().len() {
        let cut = Sealed::<Guest>::from_bytes(sealed.as_bytes()[..length].to_vec());
        assert!(key.open(PLACE, &cut).is_err(), "length {length}");
    }
    let mut longer = sealed.into_bytes();
    longer.push(0);
    assert!(
        key.open(PLACE, &Sealed::<Guest>::from_bytes(longer))
            .is_err()
    );
    for length in 0..wrapped.as_bytes().len() {
        let cut = &wrapped.as_bytes()[..length];
        assert_eq!(
            keys().unwrap_person_key(PERSON, cut).unwrap_err(),
            OpenError::Malformed
        );
    }
}

#[test]
fn an_unknown_format_or_algorithm_is_named_as_such() {
    let (key, wrapped) = keys().make_person_key(PERSON);
    for at in [0, 1] {
        let mut bytes = key.seal(PLACE, &guest()).into_bytes();
        bytes[at] = 200;
        let unknown = Sealed::<Guest>::from_bytes(bytes);
        assert_eq!(
            key.open(PLACE, &unknown).unwrap_err(),
            OpenError::UnknownFormat
        );
    }
    let mut bytes = wrapped.into_bytes();
    bytes[0] = 200;
    let error = keys().unwrap_person_key(PERSON, &bytes).unwrap_err();
    assert_eq!(error, OpenError::UnknownFormat);
}

#[test]
fn a_value_of_another_type_is_told_apart() {
    let (key, _) = keys().make_person_key(PERSON);
    let sealed = key.seal(PLACE, &("text".to_owned(), 1_u8));
    let sealed = Sealed::<String>::from_bytes(sealed.into_bytes());
    assert_eq!(key.open(PLACE, &sealed).unwrap_err(), OpenError::OtherType);
}

fn sealed_length(key: &PersonKey, text: &str) -> usize {
    key.seal(PLACE, &text.to_owned()).as_bytes().len()
}

#[test]
fn the_size_does_not_tell_a_short_name_from_a_long_one() {
    let (key, _) = keys().make_person_key(PERSON);
    assert_eq!(
        sealed_length(&key, "Al"),
        sealed_length(&key, "Maximiliane von der Heide")
    );
    // 34 bytes of frame and one block.
    assert_eq!(sealed_length(&key, "Al"), 34 + 64);
    assert_eq!(sealed_length(&key, &"x".repeat(100)), 34 + 128);
}

#[test]
fn a_blind_index_is_equal_within_a_column_of_a_tenant_only() {
    let index = keys().blind_index("guests.mail", "zoe@example.org");
    assert_eq!(index, keys().blind_index("guests.mail", "zoe@example.org"));
    assert_ne!(index, keys().blind_index("guests.mail", "zoe@example.com"));
    assert_ne!(
        index,
        keys().blind_index("accounts.mail", "zoe@example.org")
    );
    for (environment, tenant, version) in [
        (Environment::Test, [6; 16], 1),
        (Environment::Production, TENANT, 1),
        (Environment::Test, TENANT, 2),
    ] {
        let other = TenantKeys::derive(environment, tenant, version, &root());
        assert_ne!(index, other.blind_index("guests.mail", "zoe@example.org"));
    }
}

#[test]
fn a_link_token_changes_with_subject_generation_and_tenant() {
    let token = keys().derive_link_token(PERSON, 1);
    assert_eq!(token, keys().derive_link_token(PERSON, 1));
    assert_ne!(token, keys().derive_link_token(PERSON, 2));
    assert_ne!(token, keys().derive_link_token([5; 16], 1));
    let other = TenantKeys::derive(Environment::Test, [6; 16], 1, &root());
    assert_ne!(token, other.derive_link_token(PERSON, 1));
}
