//! The certificate of erasure, on one page.

use domain::Locale;
use serde::Serialize;
use words::Words;

use crate::{
    legible::legible,
    paper::{PaperError, set},
};

const TEMPLATE: &str = include_str!("../templates/certificate.typ");

/// What stands on the certificate. Times are as people write them.
#[derive(Debug, Clone)]
pub struct ErasureCertificate {
    /// Who is responsible for the data.
    pub organiser: String,
    /// The random id that the person had.
    pub person: String,
    /// When the key was destroyed.
    pub erased: String,
    /// From when on no backup holds the key.
    pub unreadable_from: String,
    /// Entries on guest lists.
    pub guests: u64,
    /// Mails.
    pub mails: u64,
    /// Personal links.
    pub links: u64,
    /// Place of the entry in the log, from 1.
    pub place: u64,
    /// Entries that the checkpoint covers.
    pub size: u64,
    /// The signed statement.
    pub statement: String,
    /// The signed state of the log.
    pub checkpoint: String,
    /// The public key.
    pub key: String,
}

#[derive(Serialize)]
struct Data {
    language: &'static str,
    product: String,
    title: String,
    lead: String,
    facts: Vec<(String, String)>,
    stays: String,
    proof_title: String,
    proof: Vec<String>,
    notes: Vec<(String, String)>,
}

/// The certificate as PDF, in one language.
pub fn erasure_certificate(
    locale: Locale,
    certificate: &ErasureCertificate,
) -> Result<Vec<u8>, PaperError> {
    set(TEMPLATE, &data(locale, certificate))
}

fn data(locale: Locale, certificate: &ErasureCertificate) -> Data {
    let words = Words(locale);
    let fact = |key: &str, value: &str| (words.get(key), value.to_owned());
    let number = |key: &str, value: u64| (words.get(key), value.to_string());
    let place = words.with(
        "certificate-place",
        [
            ("place", certificate.place.to_string().into()),
            ("size", certificate.size.to_string().into()),
        ],
    );
    Data {
        language: locale.tag(),
        product: words.get("product-name"),
        title: words.get("certificate-title"),
        lead: words.get("certificate-paper-lead"),
        facts: vec![
            fact("certificate-organiser", &legible(&certificate.organiser)),
            fact("certificate-person", &certificate.person),
            fact("certificate-erased", &certificate.erased),
            number("certificate-guests", certificate.guests),
            number("certificate-mails", certificate.mails),
            number("certificate-links", certificate.links),
            fact("certificate-backups", &certificate.unreadable_from),
        ],
        stays: words.get("certificate-stays"),
        proof_title: words.get("certificate-proof"),
        proof: vec![place, words.get("certificate-check")],
        notes: vec![
            fact("certificate-statement", &certificate.statement),
            fact("check-checkpoint", &certificate.checkpoint),
            fact("check-key", &certificate.key),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::lay_out;

    fn certificate() -> ErasureCertificate {
        ErasureCertificate {
            organiser: "Kulturverein „Łódź & Žižkov“ #strong[x] $1".into(),
            person: "per_01a21346009170008000ff77ff480c50".into(),
            erased: "25. November 2026, 16:15 Uhr".into(),
            unreadable_from: "25. Dezember 2026".into(),
            guests: 2,
            mails: 3,
            links: 1,
            place: 17,
            size: 20,
            statement:
                "einlass-erasure/1\nlog einlass.example/log/tnt_1\n\n— einlass.example AbCd==\n"
                    .into(),
            checkpoint: "einlass.example/log/tnt_1\n20\nAbCd=\n\n— einlass.example AbCd==\n".into(),
            key: "einlass.example/log/tnt_1+1234abcd+AbCd".into(),
        }
    }

    #[test]
    fn it_is_one_accessible_page_in_each_language() {
        for locale in Locale::ALL {
            let data = data(locale, &certificate());
            let pages = lay_out(TEMPLATE, &data).expect("set").pages().len();
            assert_eq!(pages, 1, "{locale:?}");
            let paper = erasure_certificate(locale, &certificate()).expect("set");
            assert!(paper.starts_with(b"%PDF-"));
            // What does not conform to PDF/UA-1 is refused; the file says that it does.
            let mark = b"<pdfuaid:part>1";
            assert!(paper.windows(mark.len()).any(|bytes| bytes == mark));
        }
    }

    #[test]
    fn an_organiser_of_any_script_gets_a_paper() {
        for organiser in [
            "Дом культуры",
            "文化協会",
            "جمعية",
            "עמותה",
            "Fest \u{1f389}",
            "\u{10ffff}",
        ] {
            let certificate = ErasureCertificate {
                organiser: organiser.into(),
                ..certificate()
            };
            let paper = erasure_certificate(Locale::De, &certificate);
            assert!(paper.is_ok(), "{organiser}: {:?}", paper.err());
        }
    }

    #[test]
    fn the_same_certificate_is_the_same_paper() {
        let once = erasure_certificate(Locale::De, &certificate()).expect("set");
        let twice = erasure_certificate(Locale::De, &certificate()).expect("set");
        assert_eq!(once, twice, "no clock and no chance");
    }
}
