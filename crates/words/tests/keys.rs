//! The texts against the code that asks for them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use domain::{
    Locale,
    guests::Standing,
    imports::Column,
    mailings::VARIABLES,
    people::Salutation,
    protection::{Measure, Section},
};
use words::{Arg, Words, keys};

fn workspace(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder exists") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
}

/// The sources that ask for texts, without blanks, so that a call over several lines is one piece.
fn sources() -> Vec<String> {
    let mut paths = Vec::new();
    for folder in ["app/src", "crates/backend/src", "server/src"] {
        files(&workspace(folder), "rs", &mut paths);
    }
    assert!(
        paths.len() > 50,
        "the sources are where they are looked for"
    );
    let read = |path| fs::read_to_string(path).expect("a source can be read");
    paths
        .iter()
        .map(|path| read(path).split_whitespace().collect())
        .collect()
}

/// The string literals that directly follow `call`, with what stands before the call.
fn literals_after<'a>(source: &'a str, call: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    source.match_indices(call).filter_map(move |(at, _)| {
        let rest = source[at + call.len()..].strip_prefix('"')?;
        Some((&source[..at], rest.split('"').next()?))
    })
}

fn asked_literally(source: &str) -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    for call in ["words.get(", "words.with("] {
        asked.extend(literals_after(source, call).map(|(_, key)| key.to_owned()));
    }
    let short = literals_after(source, "t(")
        .filter(|(before, _)| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    asked.extend(short.map(|(_, key)| key.to_owned()));
    for call in [".get(", ".with("] {
        let on_words = literals_after(source, call).filter(|(before, _)| {
            before.ends_with(')')
                && before
                    .rfind('(')
                    .is_some_and(|at| before[..at].ends_with("Words"))
        });
        asked.extend(on_words.map(|(_, key)| key.to_owned()));
    }
    asked
}

/// Keys that stand in tables and are looked up later; told from other literals by how they begin.
fn asked_through_tables(source: &str) -> BTreeSet<String> {
    const BEGINNINGS: &str = "nav- need- step- event-tab- guests- mailbox- home-promise- protection- certificate- erasures- report- retention-";
    source
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|literal| {
            BEGINNINGS
                .split(' ')
                .any(|beginning| literal.starts_with(beginning))
        })
        .filter(|literal| literal.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .map(str::to_owned)
        .collect()
}

/// What the log says, as `noun.verb`, and the names of the fields that it and the forms tell of.
fn asked_by_the_log(source: &str) -> BTreeSet<String> {
    let actions = literals_after(source, "Change::new(").map(|(_, action)| action);
    let chosen = source.split('"').skip(1).step_by(2).filter(|literal| {
        ["guest.", "mail.", "backup."]
            .iter()
            .any(|noun| literal.starts_with(noun))
    });
    let mut asked: BTreeSet<String> = actions
        .chain(chosen)
        .filter(|literal| literal.contains('.'))
        .map(|action| format!("action-{}", action.replace('.', "-")))
        .collect();
    for call in [
        "FieldChange::new(",
        "FieldError::new(",
        "required_text(",
        "optional_text(",
    ] {
        let fields = literals_after(source, call).map(|(_, field)| format!("field-{field}"));
        asked.extend(fields.filter(|key| !key.contains('{')));
    }
    asked
}

fn assert_all_exist(asked: &BTreeSet<String>) {
    let known = keys(Locale::De);
    let missing: Vec<&String> = asked.difference(&known).collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let asked: BTreeSet<String> = sources()
        .iter()
        .flat_map(|source| asked_literally(source))
        .collect();
    assert!(asked.len() > 150, "only {} keys were found", asked.len());
    assert!(asked.contains("mail-when"), "calls on Words(…) are found");
    assert_all_exist(&asked);
}

#[test]
fn every_key_in_a_table_has_a_text() {
    let asked: BTreeSet<String> = sources()
        .iter()
        .map(|source| source.replace("class=\"home-promise\"", ""))
        .flat_map(|source| asked_through_tables(&source))
        .collect();
    assert!(asked.contains("nav-dashboard") && asked.contains("need-full"));
    assert_all_exist(&asked);
}

#[test]
fn every_action_and_field_of_the_log_has_a_text() {
    let asked: BTreeSet<String> = sources()
        .iter()
        .flat_map(|source| asked_by_the_log(source))
        .collect();
    assert!(asked.contains("action-guest-accepted") && asked.contains("field-places"));
    assert_all_exist(&asked);
}

#[test]
fn every_value_of_a_choice_has_a_text() {
    let stages = ["draft", "published", "closed", "past", "cancelled"];
    let salutations = [Salutation::Ms, Salutation::Mr, Salutation::Neutral];
    let mut asked = BTreeSet::new();
    let mut add = |family: &str, codes: &[&str]| {
        asked.extend(codes.iter().map(|code| format!("{family}-{code}")));
    };
    add("stage", &stages);
    add("rejected-not-open", &stages);
    add("standing", &Standing::ALL.map(Standing::code));
    add("standing", &["all", "invited"]);
    add("salutation", &salutations.map(Salutation::code));
    add("admission", &["open", "invitation"]);
    add("field", &Column::ALL.map(Column::code));
    add("language-name", &Locale::ALL.map(Locale::tag));
    add("theme", &["light", "dark", "system"]);
    add("actor", &["participant", "user", "support", "system"]);
    add(
        "charset",
        &[
            "utf-8",
            "windows-1252",
            "iso-8859-15",
            "utf-16le",
            "utf-16be",
        ],
    );
    add("delimiter", &["semicolon", "comma", "tab", "pipe"]);
    add(
        "rejected-unreadable",
        &["empty", "too-large", "not-a-spreadsheet", "not-text"],
    );
    add(
        "rejected-unreadable",
        &["no-rows", "too-many-rows", "too-many-columns"],
    );
    add("own-title", &["accepted", "declined", "cancelled"]);
    add(
        "own-greeting",
        &["accepted", "declined", "cancelled", "open"],
    );
    for page in ["link", "not-found", "busy", "internal"] {
        add(&format!("error-{page}"), &["title", "text"]);
    }
    for notice in ["cancelled", "past", "closed", "by-invitation", "full"] {
        add(&format!("registration-{notice}"), &["title", "text"]);
    }
    for letter in ["invitation", "accepted", "declined", "already"] {
        add(&format!("letter-{letter}"), &["subject", "text"]);
    }
    add(
        "missing",
        &[
            "title",
            "starts",
            "ends",
            "email",
            "family-name",
            "password",
        ],
    );
    add(
        "missing",
        &["subject-de", "text-de", "subject-en", "text-en"],
    );
    assert_all_exist(&asked);
}

#[test]
fn every_measure_has_its_sentence() {
    let mut asked: BTreeSet<String> = Section::ALL
        .map(|section| format!("section-{}", section.code()))
        .into();
    for measure in Measure::ALL.map(Measure::code) {
        asked.extend([
            format!("measure-{measure}"),
            format!("measure-{measure}-rule"),
        ]);
    }
    assert_all_exist(&asked);
}

/// The variables of each text, by its key.
fn variables(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let mut paths = Vec::new();
    files(
        &workspace("crates/words/texts").join(locale.tag()),
        "ftl",
        &mut paths,
    );
    let mut variables = BTreeMap::<String, BTreeSet<String>>::new();
    for path in paths {
        let mut current = String::new();
        for line in fs::read_to_string(path)
            .expect("a text file can be read")
            .lines()
        {
            if let Some((key, _)) = line.split_once(" =")
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                key.clone_into(&mut current);
            }
            let names = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(char::is_ascii_alphanumeric)
                    .collect::<String>()
            });
            variables.entry(current.clone()).or_default().extend(names);
        }
    }
    variables
}

#[test]
fn both_languages_set_in_the_same_values() {
    let (german, english) = (variables(Locale::De), variables(Locale::En));
    assert!(german["mail-when"].contains("time"), "variables are found");
    for (key, names) in &german {
        assert_eq!(Some(names), english.get(key), "{key}");
    }
}

#[test]
fn the_list_of_variables_names_every_variable() {
    for locale in Locale::ALL {
        let text = Words(locale).get("invitation-variables");
        for (german, english, _) in VARIABLES {
            let name = if locale == Locale::De {
                german
            } else {
                english
            };
            assert!(text.contains(&format!("{{{name}}}")), "{name} in {text}");
        }
    }
}

#[test]
fn numbers_choose_their_words() {
    let send = |locale: Locale, count: u32| {
        Words(locale).with("mailing-send-invitation", [("count", Arg::from(count))])
    };
    assert_eq!(send(Locale::De, 38), "Einladung an 38 Gäste senden");
    assert_eq!(send(Locale::De, 1), "Einladung an einen Gast senden");
    assert_eq!(send(Locale::En, 1), "Send invitation to one guest");
    let summary = |left: u32| {
        Words(Locale::De).with(
            "import-summary",
            [("good", 3_u32.into()), ("left", left.into())],
        )
    };
    assert_eq!(summary(0), "3 Gäste werden übernommen");
    assert_eq!(
        summary(2),
        "3 Gäste werden übernommen, 2 Zeilen werden ausgelassen"
    );
}

#[test]
fn every_mailing_has_its_words() {
    let known = keys(Locale::De);
    for mailing in domain::mailings::Mailing::ALL {
        let code = mailing.code();
        let words = [
            "mailing",
            "mailing-save",
            "mailing-who",
            "mailing-written-to",
            "mailing-nobody",
            "mailing-later",
            "mailing-send",
            "mailing-sent",
        ];
        for key in words.map(|word| format!("{word}-{code}")) {
            assert!(known.contains(&key), "{key}");
        }
        for part in ["subject", "text"] {
            let key = format!("letter-{code}-{part}");
            assert!(known.contains(&key), "{key}");
        }
    }
}
