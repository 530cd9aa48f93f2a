//! Column by column: what a class promises is so.

use testkit::{TestApp, inventory};

use crate::canaries::Canaries;

/// A class whose values must be there, or the check would look at nothing.
fn must_be_filled(class: &str) -> bool {
    matches!(class, "sealed" | "blind index" | "hash" | "wrapped key")
}

/// Whether bytes look like what their class promises.
fn fits(class: &str, value: &[u8]) -> bool {
    let text = std::str::from_utf8(value).ok();
    match class {
        // A UUID, or the text of an id of ours; the operator and the software have none.
        "id" => {
            value.len() == 16
                || text.is_some_and(|text| {
                    text.is_empty()
                        || text == "operator"
                        || text.split_once('_').is_some_and(|(kind, rest)| {
                            kind.len() == 3
                                && rest.chars().all(|letter| letter.is_ascii_alphanumeric())
                        })
                })
        }
        "time" | "count" => text.is_some_and(|text| text.parse::<i64>().is_ok()),
        // No word that somebody typed has only these letters by chance: capitals stand in zones and ids alone.
        "code" => text.is_some_and(|text| {
            text.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || " ._-:/{}".contains(letter))
        }),
        "public" => text.is_some(),
        "sealed" => {
            value.len() >= 98 && value.starts_with(&[1, 1]) && (value.len() - 34).is_multiple_of(64)
        }
        "blind index" | "random" => value.len() == 16,
        "hash" => value.len() == 32 || value.starts_with(b"$argon2id$"),
        "proof" => {
            text.is_some_and(|text| text.contains("/log/tnt_"))
                || value.len() % 32 == 8
                || value.len() == 32
        }
        "wrapped key" => value.len() > 90 && matches!(value[0], 1 | 2),
        other => panic!("{other} is no class"),
    }
}

/// Looks at every value of every column.
pub async fn check(app: &TestApp, canaries: &Canaries) {
    let mut seen = 0;
    for (column, class) in inventory() {
        let values = app.values(&column).await;
        // Only a browser makes a passkey, and only a provider says who somebody is.
        let may_be_empty = column.1 == "credential_hash" || column.0 == "sign_on_links";
        assert!(
            !must_be_filled(&class) || may_be_empty || !values.is_empty(),
            "the journey wrote nothing into {column:?}"
        );
        for value in &values {
            assert!(
                fits(&class, value),
                "{column:?} is no {class}: {}",
                String::from_utf8_lossy(value)
            );
        }
        let all = values.join(&b"\n"[..]);
        assert_eq!(canaries.found_in(&all), [""; 0], "in {column:?}, a {class}");
        seen += usize::from(!values.is_empty());
    }
    assert!(seen > 90, "only {seen} columns hold anything");
}

#[test]
fn what_somebody_typed_fits_no_class() {
    for class in testkit::CLASSES {
        if !matches!(class, "public" | "code") {
            assert!(!fits(class, "Anna Huber".as_bytes()), "{class}");
        }
        if class != "public" {
            assert!(!fits(class, "anna@x.example".as_bytes()), "{class}");
            assert!(!fits(class, "Zoë".as_bytes()), "{class}");
        }
    }
}
