//! Keys are wiped when they are dropped, and none of them can be printed.

use vault::{GeneratedKey, Key32, LocalKeyFile, PersonKey, Secret, TenantKeys};
use zeroize::ZeroizeOnDrop;

/// Compiles only for types that wipe themselves.
const fn is_wiped<T: ZeroizeOnDrop>() {}

const _: () = is_wiped::<Key32>();
const _: () = is_wiped::<PersonKey>();
const _: () = is_wiped::<TenantKeys>();
const _: () = is_wiped::<LocalKeyFile>();
const _: () = is_wiped::<Secret<String>>();

#[test]
fn no_key_prints_its_bytes() {
    let key = Key32::from_bytes([0xAB; 32]);
    let tenant = TenantKeys::derive(vault::Environment::Test, [1; 16], 1, &key);
    let (person, wrapped) = tenant.make_person_key([2; 16]);
    let set = vault::TenantKeySet::new(vec![
        TenantKeys::derive(vault::Environment::Test, [1; 16], 1, &key).into(),
    ]);
    let generated = GeneratedKey {
        plaintext: Key32::from_bytes([0xAB; 32]),
        wrapped: vec![1],
    };
    for (shown, expected) in [
        (format!("{key:?}"), "[key]"),
        (format!("{tenant:?}"), "[tenant keys]"),
        (format!("{person:?}"), "[person key]"),
        (format!("{wrapped:?}"), "[wrapped key]"),
        (format!("{set:?}"), "Some([tenant keys])"),
        (format!("{generated:?}"), "[generated key]"),
        (format!("{:?}", Secret::new("word".to_owned())), "[secret]"),
    ] {
        assert_eq!(shown, expected);
    }
}
