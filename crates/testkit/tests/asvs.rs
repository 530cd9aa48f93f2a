//! The list of requirements of OWASP ASVS 5.0.0, level 2, and what shows that each is met: nothing in it may be made up.

use std::{collections::BTreeMap, fs, path::Path};

use serde::Deserialize;

/// Requirements of level 1 and 2 in each chapter of the standard, V1 to V17.
const IN_CHAPTERS: [usize; 17] = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

#[derive(Deserialize)]
struct List {
    standard: String,
    level: u8,
    requirements: Vec<Requirement>,
}

#[derive(Deserialize)]
struct Requirement {
    id: String,
    level: u8,
    subject: String,
    state: State,
    evidence: Vec<String>,
    why: String,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum State {
    Shown,
    NotApplicable,
    Open,
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn list() -> List {
    let text = fs::read_to_string(root().join("docs/asvs.json")).expect("the list is in docs");
    serde_json::from_str(&text).expect("the list reads well")
}

fn number(id: &str) -> Vec<u32> {
    id.split('.')
        .map(|part| part.parse().expect("an id is three numbers"))
        .collect()
}

#[test]
fn every_requirement_is_listed_once_and_in_order() {
    let list = list();
    assert_eq!(
        (list.standard.as_str(), list.level),
        ("OWASP ASVS 5.0.0", 2)
    );
    let numbers: Vec<Vec<u32>> = list
        .requirements
        .iter()
        .map(|requirement| number(&requirement.id))
        .collect();
    assert!(
        numbers.windows(2).all(|pair| pair[0] < pair[1]),
        "in order, each once"
    );
    let mut chapters: BTreeMap<u32, usize> = BTreeMap::new();
    for number in &numbers {
        *chapters.entry(number[0]).or_default() += 1;
    }
    let counts: Vec<usize> = chapters.into_values().collect();
    assert_eq!(counts, IN_CHAPTERS);
    assert!(
        list.requirements
            .iter()
            .all(|one| [1, 2].contains(&one.level))
    );
    assert!(list.requirements.iter().all(|one| !one.subject.is_empty()));
}

#[test]
fn what_is_shown_has_evidence_that_is_there_and_all_else_a_reason() {
    let mut missing = Vec::new();
    for requirement in list().requirements {
        if requirement.state != State::Shown {
            assert!(requirement.evidence.is_empty(), "{}", requirement.id);
            assert!(
                !requirement.why.is_empty(),
                "{} without a reason",
                requirement.id
            );
            continue;
        }
        assert!(
            !requirement.evidence.is_empty(),
            "{} without evidence",
            requirement.id
        );
        for evidence in requirement.evidence {
            let (path, anchor) = evidence.split_once('#').unwrap_or((&evidence, ""));
            let found = fs::read_to_string(root().join(path)).unwrap_or_default();
            if found.is_empty() || !found.contains(anchor) {
                missing.push(format!("{}: {evidence}", requirement.id));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "evidence that is not there: {missing:#?}"
    );
}
