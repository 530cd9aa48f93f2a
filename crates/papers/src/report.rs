//! The report on technical and organisational measures.

use domain::{Instant, Locale};
use serde::Serialize;
use words::{Words, local_of};

use crate::{
    legible::legible,
    paper::{PaperError, set_for_archives},
};

const TEMPLATE: &str = include_str!("../templates/report.typ");

/// A measure on the report. Everything is as people read it, but for the code of the light.
#[derive(Debug, Clone)]
pub struct MeasurePaper {
    /// What it is called.
    pub title: String,
    /// What the software enforces.
    pub rule: String,
    /// Code of how it stands: `green`, `amber`, `red` or `outside`.
    pub light: String,
    /// What shows it: name and value.
    pub facts: Vec<(String, String)>,
    /// The test that proves it; empty if there is none.
    pub proof: String,
}

/// What stands on the report.
#[derive(Debug, Clone)]
pub struct ReportPaper {
    /// Who is responsible for the data.
    pub organiser: String,
    /// When it was made.
    pub made_at: Instant,
    /// Likewise, as people read it.
    pub made: String,
    /// The version of the program.
    pub version: String,
    /// Sections with their measures.
    pub sections: Vec<(String, Vec<MeasurePaper>)>,
    /// The signed state of the log; empty before the first.
    pub checkpoint: String,
    /// The signed report as JSON; it is attached.
    pub signed: String,
    /// The public key.
    pub key: String,
}

#[derive(Serialize)]
struct Measure<'a> {
    title: &'a str,
    rule: &'a str,
    light: &'a str,
    word: String,
    facts: &'a [(String, String)],
    proof: Option<String>,
}

impl<'a> Measure<'a> {
    fn of(words: Words, measure: &'a MeasurePaper) -> Self {
        let name = [("name", (&measure.proof).into())];
        Self {
            title: &measure.title,
            rule: &measure.rule,
            light: &measure.light,
            word: words.get(&format!("light-{}", measure.light)),
            facts: &measure.facts,
            proof: (!measure.proof.is_empty()).then(|| words.with("report-paper-test", name)),
        }
    }
}

#[derive(Serialize)]
struct Data<'a> {
    language: &'static str,
    product: String,
    title: String,
    lead: String,
    /// Year, month, day, hour, minute.
    date: Vec<u16>,
    made: String,
    deviations_title: String,
    deviations: Vec<Measure<'a>>,
    sections: Vec<(&'a str, Vec<Measure<'a>>)>,
    proof_title: String,
    proof: String,
    signed: &'a str,
    attached: String,
    notes: Vec<(String, &'a str)>,
}

/// The report as PDF, in one language.
pub fn report(locale: Locale, report: &ReportPaper) -> Result<Vec<u8>, PaperError> {
    set_for_archives(TEMPLATE, &data(locale, report))
}

fn data(locale: Locale, report: &ReportPaper) -> Data<'_> {
    let words = Words(locale);
    let shown = |measure| Measure::of(words, measure);
    let all = report.sections.iter().flat_map(|(_, measures)| measures);
    let deviations = ["red", "amber"]
        .into_iter()
        .flat_map(|light| all.clone().filter(move |measure| measure.light == light));
    let facts = [
        ("organiser", legible(&report.organiser).into()),
        ("made", (&report.made).into()),
        ("version", (&report.version).into()),
    ];
    Data {
        language: locale.tag(),
        product: words.get("product-name"),
        title: words.get("report-title"),
        lead: words.get("report-paper-lead"),
        date: local_of(report.made_at, "UTC")
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect(),
        made: words.with("report-made", facts),
        deviations_title: words.get("report-deviations"),
        deviations: deviations.map(shown).collect(),
        sections: report
            .sections
            .iter()
            .map(|(title, measures)| (title.as_str(), measures.iter().map(shown).collect()))
            .collect(),
        proof_title: words.get("report-anchor"),
        proof: words.get("report-paper-check"),
        signed: &report.signed,
        attached: words.get("report-paper-attached"),
        notes: vec![
            (words.get("check-checkpoint"), &report.checkpoint),
            (words.get("check-key"), &report.key),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper() -> ReportPaper {
        let measure = |light: &str, proof: &str| MeasurePaper {
            title: "Spalten".into(),
            rule: "Jede Spalte hat eine Klasse.".into(),
            light: light.into(),
            facts: vec![
                ("Spalten".into(), "294".into()),
                ("Ohne Klasse".into(), "0".into()),
            ],
            proof: proof.into(),
        };
        ReportPaper {
            organiser: "Kulturverein „Łódź“ #strong[x] $1 文化".into(),
            made_at: Instant(1_795_832_300_356),
            made: "28. November 2026, 16:15 Uhr".into(),
            version: "0.1.0".into(),
            sections: vec![
                (
                    "Verschlüsselung".into(),
                    vec![measure("green", "a_test"), measure("red", "")],
                ),
                (
                    "Zutritt".into(),
                    vec![measure("outside", ""), measure("amber", "a_test")],
                ),
            ],
            checkpoint: "einlass.example/log/tnt_1\n20\nAbCd=\n\n— einlass.example AbCd==\n".into(),
            signed: "{\"report\":{},\"statement\":\"x\",\"vkey\":\"y\"}".into(),
            key: "einlass.example/log/tnt_1+1234abcd+AbCd".into(),
        }
    }

    #[test]
    fn it_is_accessible_in_each_language_and_the_same_each_time() {
        for locale in Locale::ALL {
            let paper = paper();
            let once = report(locale, &paper).expect("set");
            assert!(once.starts_with(b"%PDF-"));
            // What conforms neither to PDF/UA-1 nor to PDF/A-3a is refused; the file says that it does.
            for mark in [
                "<pdfuaid:part>1",
                "<pdfaid:part>3",
                "<pdfaid:conformance>A",
                "(report.json)",
            ] {
                let found = once
                    .windows(mark.len())
                    .any(|bytes| bytes == mark.as_bytes());
                assert!(found, "{mark}");
            }
            assert_eq!(
                once,
                report(locale, &paper).expect("set"),
                "no clock and no chance"
            );
        }
    }

    #[test]
    fn what_is_not_well_stands_first_the_worst_before_all() {
        let paper = paper();
        let data = data(Locale::De, &paper);
        let lights: Vec<&str> = data
            .deviations
            .iter()
            .map(|measure| measure.light)
            .collect();
        assert_eq!(lights, ["red", "amber"]);
    }
}
