//! Looking up texts.

use std::{collections::BTreeSet, sync::LazyLock};

use domain::Locale;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

/// A value that is set into a text.
#[derive(Debug, Clone)]
pub enum Arg {
    /// A text, set in as it is.
    Text(String),
    /// A number; texts can choose their plural by it.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

numbers!(i64, u32, usize);

/// The files of one language, in one place so that none is forgotten in the other.
macro_rules! sources {
    ($language:literal) => {
        [
            include_str!(concat!("../texts/", $language, "/common.ftl")),
            include_str!(concat!("../texts/", $language, "/accounts.ftl")),
            include_str!(concat!("../texts/", $language, "/events.ftl")),
            include_str!(concat!("../texts/", $language, "/guests.ftl")),
            include_str!(concat!("../texts/", $language, "/imports.ftl")),
            include_str!(concat!("../texts/", $language, "/mailings.ftl")),
            include_str!(concat!("../texts/", $language, "/protection.ftl")),
            include_str!(concat!("../texts/", $language, "/questions.ftl")),
            include_str!(concat!("../texts/", $language, "/registrations.ftl")),
            include_str!(concat!("../texts/", $language, "/report.ftl")),
            include_str!(concat!("../texts/", $language, "/support.ftl")),
            include_str!(concat!("../texts/", $language, "/workshops.ftl")),
        ]
    };
}

static GERMAN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::De));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Locale::En));

const fn sources(locale: Locale) -> [&'static str; 12] {
    match locale {
        Locale::De => sources!("de"),
        Locale::En => sources!("en"),
    }
}

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language = locale
        .tag()
        .parse()
        .expect("the tags of our languages are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around each value would end up in mails and attributes.
    bundle.set_use_isolating(false);
    for source in sources(locale) {
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle
            .add_resource(resource)
            .expect("no key stands twice (a test)");
    }
    bundle
}

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Locale);

impl Words {
    /// The text of a key. A key that does not exist shows itself in brackets; a test finds it before people do.
    pub fn get(self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of a key with values set in.
    pub fn with<const N: usize>(self, key: &str, values: [(&'static str, Arg); N]) -> String {
        let mut args = FluentArgs::with_capacity(N);
        for (name, value) in values {
            match value {
                Arg::Text(text) => args.set(name, FluentValue::from(text)),
                Arg::Number(number) => args.set(name, FluentValue::from(number)),
            }
        }
        self.format(key, Some(&args))
    }

    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = match self.0 {
            Locale::De => &GERMAN,
            Locale::En => &ENGLISH,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        bundle
            .format_pattern(pattern, args, &mut Vec::new())
            .into_owned()
    }
}

/// Every key of a language, for tests.
pub fn keys(locale: Locale) -> BTreeSet<String> {
    sources(locale)
        .iter()
        .flat_map(|source| source.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys() {
        assert_eq!(keys(Locale::De), keys(Locale::En));
        assert!(keys(Locale::De).len() > 100);
    }

    #[test]
    fn every_text_is_well_formed_and_stands_once() {
        for locale in Locale::ALL {
            let mut count = 0;
            for source in sources(locale) {
                let resource =
                    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| errors);
                count += resource.expect("the file is well formed").entries().count();
            }
            assert!(count >= keys(locale).len());
            assert!(!Words(locale).get("product-name").starts_with('['));
        }
    }
}
