//! Tickets, one on each page.

use domain::Locale;
use serde::Serialize;
use words::Words;

use crate::{
    legible::legible,
    paper::{PaperError, set},
};

const TEMPLATE: &str = include_str!("../templates/tickets.typ");

/// What stands on tickets for one event. Times are as people write them.
#[derive(Debug, Clone)]
pub struct TicketsPaper {
    /// The event.
    pub event: String,
    /// When it is.
    pub when: String,
    /// Where it is; empty if that is not known.
    pub place: String,
    /// Who invites.
    pub organiser: String,
    /// The tickets.
    pub tickets: Vec<TicketPaper>,
}

/// One ticket.
#[derive(Debug, Clone)]
pub struct TicketPaper {
    /// For whom it is.
    pub holder: String,
    /// Its code.
    pub code: String,
    /// Modules along one side of the QR code.
    pub side: usize,
    /// The dark modules as one SVG path.
    pub path: String,
}

#[derive(Serialize)]
struct Data {
    language: &'static str,
    product: String,
    title: String,
    event: String,
    facts: Vec<(String, String)>,
    hint: String,
    tickets: Vec<Ticket>,
}

#[derive(Serialize)]
struct Ticket {
    holder: String,
    code: String,
    /// The QR code as a picture.
    picture: String,
    /// What the picture is, for whoever cannot see it.
    alt: String,
}

/// The tickets as PDF, in one language.
pub fn tickets(locale: Locale, paper: &TicketsPaper) -> Result<Vec<u8>, PaperError> {
    set(TEMPLATE, &data(locale, paper))
}

fn data(locale: Locale, paper: &TicketsPaper) -> Data {
    let words = Words(locale);
    let ticket = |ticket: &TicketPaper| {
        let TicketPaper { side, path, .. } = ticket;
        Ticket {
            holder: legible(&ticket.holder),
            code: ticket.code.clone(),
            picture: format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
                 <path fill=\"#000\" d=\"{path}\"/></svg>"
            ),
            alt: words.with("ticket-code", [("name", (&ticket.holder).into())]),
        }
    };
    let facts = [
        ("event-when", &paper.when),
        ("event-place", &paper.place),
        ("ticket-organiser", &paper.organiser),
    ];
    Data {
        language: locale.tag(),
        product: words.get("product-name"),
        title: words.get("ticket-title"),
        event: legible(&paper.event),
        facts: facts
            .into_iter()
            .filter(|(_, fact)| !fact.is_empty())
            .map(|(key, fact)| (words.get(key), legible(fact)))
            .collect(),
        hint: words.get("ticket-hint"),
        tickets: paper.tickets.iter().map(ticket).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::lay_out;

    fn paper(count: usize) -> TicketsPaper {
        let ticket = TicketPaper {
            holder: "Łukasz „Żółw“ #strong[x] $1 Дом".into(),
            code: "7ZK2-0Q4M-XB9D-C1TF-H".into(),
            side: 29,
            path: "M4 4h1v1h-1zM6 4h1v1h-1z".into(),
        };
        TicketsPaper {
            event: "Ein sehr langes Sommerfest im Foyer des alten Kulturhauses ".repeat(2),
            when: "Sa., 12. Juni 2027, 18:00–23:00 Uhr (MESZ)".into(),
            place: "Großer Saal, Hauptplatz 1, 1010 Wien".into(),
            organiser: "Kulturverein Foyer".into(),
            tickets: vec![ticket; count],
        }
    }

    #[test]
    fn each_ticket_is_one_accessible_page_in_each_language() {
        for locale in Locale::ALL {
            for count in [1, 3] {
                let data = data(locale, &paper(count));
                let pages = lay_out(TEMPLATE, &data).expect("set").pages().len();
                assert_eq!(pages, count, "{locale:?}");
            }
            let paper = tickets(locale, &paper(2)).expect("set");
            let mark = b"<pdfuaid:part>1";
            assert!(paper.windows(mark.len()).any(|bytes| bytes == mark));
        }
    }

    #[test]
    fn an_event_without_a_place_has_a_ticket() {
        let nowhere = TicketsPaper {
            place: String::new(),
            ..paper(1)
        };
        assert!(tickets(Locale::De, &nowhere).is_ok());
    }
}
