use super::property::Property;
use crate::cell;
use crate::{BadLineReason, Row};

/// The columns that are read of a card, in the order of [`Column`].
pub(super) const HEADER: [&str; 9] = [
    "Prefix",
    "First name",
    "Last name",
    "Suffix",
    "Email",
    "Company",
    "Job title",
    "Phone",
    "Language",
];

#[derive(Clone, Copy)]
enum Column {
    Prefix,
    FirstName,
    LastName,
    Suffix,
    Email,
    Company,
    JobTitle,
    Phone,
    Language,
}

/// A card that is being read.
pub(super) struct Card {
    line: u32,
    cells: [String; HEADER.len()],
    /// The rank of what stands in a cell, 255 for nothing.
    ranks: [u8; HEADER.len()],
    formatted_name: String,
    is_too_long: bool,
}

impl Card {
    /// An empty card that begins in a line.
    pub(super) fn begin(line: u32) -> Self {
        Self {
            line,
            cells: Default::default(),
            ranks: [u8::MAX; HEADER.len()],
            formatted_name: String::new(),
            is_too_long: false,
        }
    }

    /// The line of `BEGIN:VCARD`.
    pub(super) fn line(&self) -> u32 {
        self.line
    }

    /// Takes over what a property says, if it is one of those that are read. Of several, the
    /// preferred one stays, else the first.
    pub(super) fn add(&mut self, property: &Property) {
        match property.name.as_str() {
            "N" => self.add_name(property),
            "FN" if self.formatted_name.is_empty() => {
                self.formatted_name = self.checked(&property.text());
            }
            "EMAIL" => self.set(
                Column::Email,
                property,
                without_scheme(&property.text(), "mailto:"),
            ),
            "TEL" => self.set(
                Column::Phone,
                property,
                without_scheme(&property.text(), "tel:"),
            ),
            "TITLE" => self.set(Column::JobTitle, property, &property.text()),
            "LANG" => self.set(Column::Language, property, &property.text()),
            "ORG" => {
                let units: Vec<String> = property
                    .plain_components()
                    .iter()
                    .map(|unit| cell::tidy(unit))
                    .collect();
                let units: Vec<&str> = units
                    .iter()
                    .map(String::as_str)
                    .filter(|unit| !unit.is_empty())
                    .collect();
                self.set(Column::Company, property, &units.join(", "));
            }
            _ => {}
        }
    }

    /// The finished card as a row of the table.
    pub(super) fn finish(mut self) -> Result<Row, BadLineReason> {
        let has_name = [Column::FirstName, Column::LastName]
            .into_iter()
            .any(|column| !self.cells[column as usize].is_empty());
        if !has_name {
            self.use_formatted_name();
        }
        if self.is_too_long {
            return Err(BadLineReason::CellTooLong);
        }
        if self.cells.iter().all(String::is_empty) {
            return Err(BadLineReason::EmptyCard);
        }
        Ok(Row {
            line: self.line,
            cells: self.cells.into(),
        })
    }

    /// `N` is family name, given name, additional names, prefixes, suffixes (RFC 6350, 6.2.2).
    fn add_name(&mut self, property: &Property) {
        let spaced = property.components(" ");
        let listed = property.components(", ");
        let part = |parts: &[String], index: usize| parts.get(index).cloned().unwrap_or_default();
        let first_names = format!("{} {}", part(&spaced, 1), part(&spaced, 2));
        self.set(Column::LastName, property, &part(&spaced, 0));
        self.set(Column::FirstName, property, &first_names);
        self.set(Column::Prefix, property, &part(&spaced, 3));
        self.set(Column::Suffix, property, &part(&listed, 4));
    }

    /// Without `N`: the last word is the last name, or what stands before a comma.
    fn use_formatted_name(&mut self) {
        let name = std::mem::take(&mut self.formatted_name);
        let (first, last) = if let Some((last, first)) = name.split_once(',') {
            (first, last)
        } else {
            name.rsplit_once(' ').unwrap_or(("", &name))
        };
        self.cells[Column::FirstName as usize] = cell::tidy(first);
        self.cells[Column::LastName as usize] = cell::tidy(last);
    }

    fn set(&mut self, column: Column, property: &Property, raw: &str) {
        let text = self.checked(raw);
        let rank = property.rank();
        if !text.is_empty() && rank < self.ranks[column as usize] {
            self.ranks[column as usize] = rank;
            self.cells[column as usize] = text;
        }
    }

    fn checked(&mut self, raw: &str) -> String {
        self.is_too_long |= cell::is_too_long(raw);
        cell::tidy(raw)
    }
}

fn without_scheme<'a>(value: &'a str, scheme: &str) -> &'a str {
    match value.get(..scheme.len()) {
        Some(start) if start.eq_ignore_ascii_case(scheme) => &value[scheme.len()..],
        _ => value,
    }
}
