//! Nothing that is printed shows a key or personal data.

use vault::{Environment, GeneratedKey, Key32, Personal, Place, Sealed, Secret, TenantKeys};

#[test]
fn personal_data_and_secrets_print_as_what_they_are() {
    let personal = Personal::new("Zoë".to_owned());
    assert_eq!(format!("{personal:?} {personal}"), "[personal] [personal]");
    assert_eq!(personal.reveal(), "Zoë");
    assert_eq!(personal.into_revealed(), "Zoë");
    let secret = Secret::new("hunter2".to_owned());
    assert_eq!(format!("{secret:?}"), "[secret]");
    assert_eq!(secret.expose(), "hunter2");
}

#[test]
fn keys_and_ciphertext_print_no_byte() {
    let root = Key32::from_bytes([0xab; 32]);
    let keys = TenantKeys::derive(Environment::Test, [1; 16], 1, &root);
    let (person_key, wrapped) = keys.make_person_key([2; 16]);
    let sealed: Sealed<String> = person_key.seal(Place::row("guests", [3; 16]), &"Zoë".into());
    let index = keys.blind_index("guests.mail", "zoe@example.org");
    assert_eq!(
        format!("{root:?} {keys:?} {person_key:?} {wrapped:?} {sealed:?} {index:?}"),
        "[key] [tenant keys] [person key] [wrapped key] [sealed] [blind index]"
    );
    let generated = GeneratedKey {
        plaintext: root,
        wrapped: vec![0xab],
    };
    assert_eq!(format!("{generated:?}"), "[generated key]");
}
