//! What the report on the measures says of the program itself: each proof is a test that exists, and each road on which
//! data leaves is declared.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use domain::protection::{Measure, Road};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder exists") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_proof_is_a_test_that_exists() {
    let mut paths = Vec::new();
    for folder in ["crates", "server"] {
        sources(&root().join(folder), &mut paths);
    }
    let all: Vec<String> = paths
        .iter()
        .map(|path| fs::read_to_string(path).expect("a source can be read"))
        .collect();
    for proof in Measure::ALL.map(Measure::proof) {
        let head = format!("fn {proof}(");
        let exists = all.iter().any(|text| text.contains(&head));
        assert!(proof.is_empty() || exists, "no test {proof}");
    }
    let without = Measure::ALL
        .into_iter()
        .filter(|measure| measure.proof().is_empty());
    let without: Vec<Measure> = without.collect();
    assert_eq!(
        without,
        [Measure::Host, Measure::Order],
        "what the program cannot show yet"
    );
}

/// The addresses that the server answers with a file.
fn files() -> BTreeSet<String> {
    let path = root().join("server/src/http/router.rs");
    let text = fs::read_to_string(path).expect("the table of routes is there");
    let routes = text.split(".route(").skip(1);
    let of = routes.filter_map(|route| {
        let route = route.split(".route(").next()?;
        let handlers = [
            "files::",
            "guest_files::",
            "papers::",
            "covers::",
            "colours::",
        ];
        let is_file = handlers
            .iter()
            .any(|handler| route.contains(&format!("get({handler}")));
        is_file.then(|| route.split('"').nth(1).unwrap_or_default().to_owned())
    });
    of.collect()
}

#[test]
fn every_road_on_which_data_leaves_is_declared() {
    let declared = Road::ALL.into_iter().flat_map(Road::addresses);
    let declared: BTreeSet<String> = declared.map(|&address| address.to_owned()).collect();
    let found = files();
    assert!(found.len() > 10, "the table of routes is read");
    assert_eq!(found, declared);
}
