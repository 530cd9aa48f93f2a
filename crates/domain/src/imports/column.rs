//! What a column of a guest list means.

use serde::{Deserialize, Serialize};

/// What a column of a guest list means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Column {
    /// Not imported.
    Ignore,
    /// "Frau", "Herr".
    Salutation,
    /// Titles before the name.
    TitleBefore,
    /// First name.
    GivenName,
    /// Last name.
    FamilyName,
    /// Titles after the name.
    TitleAfter,
    /// First and last name in one cell, perhaps with titles.
    FullName,
    /// E-mail address.
    Email,
    /// Phone number.
    Phone,
    /// Company or institution.
    Company,
    /// Position in it.
    Position,
    /// Language of mails and pages.
    Language,
    /// Companions the guest may bring.
    Companions,
}

impl Column {
    /// Every meaning, in the order of the choice.
    pub const ALL: [Self; 13] = [
        Self::Ignore,
        Self::Salutation,
        Self::TitleBefore,
        Self::GivenName,
        Self::FamilyName,
        Self::TitleAfter,
        Self::FullName,
        Self::Email,
        Self::Phone,
        Self::Company,
        Self::Position,
        Self::Language,
        Self::Companions,
    ];

    /// The value in forms and the key of its word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Salutation => "salutation",
            Self::TitleBefore => "honorific-prefix",
            Self::GivenName => "given-name",
            Self::FamilyName => "family-name",
            Self::TitleAfter => "honorific-suffix",
            Self::FullName => "full-name",
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Company => "organization",
            Self::Position => "organization-title",
            Self::Language => "language",
            Self::Companions => "companions",
        }
    }

    /// Reads a value of a form; anything unknown is ignored.
    pub fn from_code(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|column| column.code() == code)
            .unwrap_or(Self::Ignore)
    }

    /// Words that head such a column, most telling first. Compared in lower case without punctuation.
    #[expect(
        clippy::too_many_lines,
        reason = "a table of words, a row for each meaning"
    )]
    const fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Ignore => &[],
            Self::Salutation => &["anrede", "salutation", "geschlecht", "gender"],
            Self::TitleBefore => &[
                "titel",
                "title",
                "name prefix",
                "prefix",
                "akad titel",
                "titel vorangestellt",
                "titel vor",
            ],
            Self::GivenName => &[
                "vorname",
                "first name",
                "given name",
                "firstname",
                "rufname",
            ],
            Self::FamilyName => &[
                "nachname",
                "last name",
                "family name",
                "familienname",
                "surname",
                "lastname",
                "zuname",
            ],
            Self::TitleAfter => &[
                "titel nachgestellt",
                "suffix",
                "name suffix",
                "titel nach",
                "titel danach",
            ],
            Self::FullName => &[
                "vor und nachname",
                "name",
                "gast",
                "full name",
                "vollständiger name",
                "teilnehmer",
                "guest",
                "person",
            ],
            Self::Email => &[
                "e mail adresse",
                "email",
                "e mail",
                "mail",
                "e mail address",
                "e mail 1 value",
                "mailadresse",
                "emailadresse",
                "email address",
            ],
            Self::Phone => &[
                "telefon",
                "phone",
                "business phone",
                "phone 1 value",
                "mobil",
                "handy",
                "tel",
                "mobile phone",
            ],
            Self::Company => &[
                "firma",
                "company",
                "organization name",
                "unternehmen",
                "firma institution",
                "organisation",
                "institution",
                "organization",
            ],
            Self::Position => &[
                "funktion",
                "job title",
                "organization title",
                "position",
                "rolle",
                "beruf",
            ],
            Self::Language => &["sprache", "language", "lang"],
            Self::Companions => &[
                "begleitung",
                "begleitpersonen",
                "companions",
                "plus one",
                "gäste",
                "personen",
            ],
        }
    }
}

/// Guesses what each column means, by its heading or, where there is none, by what stands in it. No meaning is given
/// twice.
pub fn guess_columns(header: &[String], rows: &[&[String]]) -> Vec<Column> {
    let mut columns = vec![Column::Ignore; header.len()];
    for column in Column::ALL {
        let by_heading = column
            .headings()
            .iter()
            .find_map(|heading| header.iter().position(|cell| plain(cell) == *heading));
        if let Some(place) = by_heading
            && columns[place] == Column::Ignore
        {
            columns[place] = column;
        }
    }
    if header.iter().all(String::is_empty) {
        guess_by_content(&mut columns, rows);
    }
    let split = columns.contains(&Column::GivenName) || columns.contains(&Column::FamilyName);
    if split
        && let Some(place) = columns
            .iter()
            .position(|column| *column == Column::FullName)
    {
        columns[place] = Column::Ignore;
    }
    columns
}

/// Without headings: the cells with an @ are addresses, and people write first name, last name, then the company.
fn guess_by_content(columns: &mut [Column], rows: &[&[String]]) {
    let share = |place: usize, test: &dyn Fn(&str) -> bool| {
        let filled = rows
            .iter()
            .filter_map(|row| row.get(place))
            .filter(|cell| !cell.is_empty())
            .count();
        let hits = rows
            .iter()
            .filter_map(|row| row.get(place))
            .filter(|cell| test(cell))
            .count();
        filled > 0 && hits * 2 > filled
    };
    let Some(email) = (0..columns.len()).find(|place| share(*place, &|cell| cell.contains('@')))
    else {
        return;
    };
    columns[email] = Column::Email;
    let is_name = |cell: &str| cell.chars().any(char::is_alphabetic) && !cell.contains(['@', '&']);
    let names: Vec<usize> = (0..email).filter(|place| share(*place, &is_name)).collect();
    match names.as_slice() {
        [one] => columns[*one] = Column::FullName,
        [.., given, family] => {
            columns[*given] = Column::GivenName;
            columns[*family] = Column::FamilyName;
        }
        [] => {}
    }
    if let Some(company) = (email + 1..columns.len())
        .find(|place| share(*place, &|cell| cell.chars().any(char::is_alphabetic)))
    {
        columns[company] = Column::Company;
    }
}

fn plain(heading: &str) -> String {
    let words: String = heading
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(header: &str) -> Vec<&'static str> {
        let header: Vec<String> = header.split(';').map(str::to_owned).collect();
        guess_columns(&header, &[])
            .into_iter()
            .map(Column::code)
            .collect()
    }

    #[test]
    fn headings_of_the_usual_programs_are_understood() {
        assert_eq!(
            guess(
                "Anrede;Titel;Vorname;Nachname;Titel nachgestellt;E-Mail-Adresse;Firma;Funktion;Telefon;Ort"
            ),
            [
                "salutation",
                "honorific-prefix",
                "given-name",
                "family-name",
                "honorific-suffix",
                "email",
                "organization",
                "organization-title",
                "tel",
                "ignore"
            ]
        );
        assert_eq!(
            guess(
                "Name Prefix;First Name;Last Name;Name Suffix;Organization Name;Organization Title;Labels;E-mail 1 - Label;E-mail 1 - Value;Phone 1 - Value"
            ),
            [
                "honorific-prefix",
                "given-name",
                "family-name",
                "honorific-suffix",
                "organization",
                "organization-title",
                "ignore",
                "ignore",
                "email",
                "tel"
            ]
        );
        assert_eq!(
            guess("Nr.;Vor- und Nachname;Mail;Firma/Institution;Begleitung;Anmerkung"),
            [
                "ignore",
                "full-name",
                "email",
                "organization",
                "companions",
                "ignore"
            ]
        );
    }

    #[test]
    fn without_headings_the_content_tells() {
        let rows = [["Anna", "Huber", "anna@x.example", "Huber & Co"].map(str::to_owned)];
        let rows: Vec<&[String]> = rows.iter().map(|row| &row[..]).collect();
        let columns = guess_columns(&vec![String::new(); 4], &rows);
        assert_eq!(
            columns,
            [
                Column::GivenName,
                Column::FamilyName,
                Column::Email,
                Column::Company
            ]
        );
    }
}
