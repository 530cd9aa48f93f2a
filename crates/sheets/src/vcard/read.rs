use super::card::{Card, HEADER};
use super::lines::unfold;
use super::property::Property;
use crate::limits::MAX_ROWS;
use crate::{BadLine, BadLineReason, Charset, Format, ReadError, Row, Sheet};

const BEGIN: &str = "BEGIN:VCARD";
const END: &str = "END:VCARD";

/// Whether a text starts with a card.
pub(crate) fn is_vcard(text: &str) -> bool {
    text.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .is_some_and(|line| is(line, BEGIN))
}

/// Makes a table of cards, one row for each.
pub(crate) fn read(text: &str, charset: Charset) -> Result<Sheet, ReadError> {
    let mut cards = Cards {
        open: None,
        rows: Vec::new(),
        bad_lines: Vec::new(),
    };
    for line in unfold(text) {
        cards.take(line.number, &line.text);
        if cards.rows.len() + cards.bad_lines.len() > MAX_ROWS {
            return Err(ReadError::TooManyRows { rows_max: MAX_ROWS });
        }
    }
    cards.abandon();
    if cards.rows.is_empty() && cards.bad_lines.is_empty() {
        return Err(ReadError::NoRows);
    }
    Ok(Sheet {
        format: Format::VCard,
        charset: Some(charset),
        delimiter: None,
        header: HEADER.map(str::to_owned).into(),
        has_header: true,
        rows: cards.rows,
        bad_lines: cards.bad_lines,
    })
}

struct Cards {
    open: Option<Card>,
    rows: Vec<Row>,
    bad_lines: Vec<BadLine>,
}

impl Cards {
    fn take(&mut self, number: u32, text: &str) {
        if is(text, BEGIN) {
            self.abandon();
            self.open = Some(Card::begin(number));
        } else if is(text, END) && self.open.is_some() {
            self.close();
        } else if let Some(card) = &mut self.open {
            // A line that is no property adds to none of those that are read.
            if let Some(property) = Property::parse(text) {
                card.add(&property);
            }
        } else if !text.trim().is_empty() {
            self.refuse(number, BadLineReason::OutsideCard);
        }
    }

    fn close(&mut self) {
        if let Some(card) = self.open.take() {
            let line = card.line();
            match card.finish() {
                Ok(row) => self.rows.push(row),
                Err(reason) => self.refuse(line, reason),
            }
        }
    }

    fn abandon(&mut self) {
        if let Some(card) = self.open.take() {
            self.refuse(card.line(), BadLineReason::UnfinishedCard);
        }
    }

    fn refuse(&mut self, line: u32, reason: BadLineReason) {
        self.bad_lines.push(BadLine { line, reason });
    }
}

fn is(line: &str, marker: &str) -> bool {
    line.trim_matches(|c: char| c.is_whitespace() || c == '\0')
        .eq_ignore_ascii_case(marker)
}
