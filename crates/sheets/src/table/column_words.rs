/// Words that name columns in German and English lists, sorted, lower case.
const WORDS: [&str; 127] = [
    "abteilung",
    "additional",
    "address",
    "adresse",
    "akademischer",
    "allergien",
    "allergies",
    "anmerkung",
    "anmerkungen",
    "anrede",
    "anzahl",
    "arbeitgeber",
    "begleitperson",
    "begleitpersonen",
    "begleitung",
    "bemerkung",
    "bemerkungen",
    "beruf",
    "betrieb",
    "birthday",
    "branche",
    "bundesland",
    "business",
    "category",
    "city",
    "comment",
    "comments",
    "company",
    "country",
    "date",
    "datum",
    "department",
    "diet",
    "einrichtung",
    "email",
    "emailaddress",
    "emailadresse",
    "emails",
    "employer",
    "essen",
    "familienname",
    "familyname",
    "firma",
    "firmenname",
    "first",
    "firstname",
    "forename",
    "fullname",
    "function",
    "funktion",
    "gast",
    "geburtsdatum",
    "gender",
    "geschlecht",
    "given",
    "givenname",
    "group",
    "gruppe",
    "guest",
    "guests",
    "gäste",
    "handy",
    "hausnummer",
    "id",
    "institut",
    "institution",
    "job",
    "jobtitle",
    "kategorie",
    "kommentar",
    "label",
    "labels",
    "land",
    "language",
    "last",
    "lastname",
    "mail",
    "mailadresse",
    "middle",
    "mobil",
    "mobile",
    "nachgestellt",
    "nachname",
    "name",
    "namen",
    "note",
    "notes",
    "notiz",
    "notizen",
    "nr",
    "nummer",
    "organisation",
    "organization",
    "ort",
    "person",
    "personen",
    "phone",
    "plz",
    "position",
    "postleitzahl",
    "prefix",
    "remarks",
    "role",
    "rolle",
    "salutation",
    "sprache",
    "stadt",
    "state",
    "status",
    "strasse",
    "straße",
    "street",
    "suffix",
    "surname",
    "tel",
    "telefon",
    "telefonnummer",
    "telephone",
    "tisch",
    "titel",
    "title",
    "unternehmen",
    "verein",
    "vorname",
    "vornamen",
    "website",
    "zip",
];

/// A name of a column is short; a longer text that holds such a word is a sentence.
const WORDS_MAX: usize = 5;

/// Whether a cell reads like the name of a column: "E-Mail-Adresse", "Vor- und Nachname".
pub(super) fn is_column_name(cell: &str) -> bool {
    if cell.contains('@') {
        return false;
    }
    let lower = cell.to_lowercase();
    let words: Vec<&str> = lower
        .split(|character: char| !character.is_alphabetic())
        .filter(|w| !w.is_empty())
        .collect();
    words.len() <= WORDS_MAX && words.iter().any(|word| WORDS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_column_name;

    #[test]
    fn names_of_columns_are_known_in_their_usual_spellings() {
        for name in [
            "E-Mail-Adresse",
            "Vor- und Nachname",
            "Nr.",
            "Firma/Institution",
            "First Name",
            "E-mail 1 - Value",
            "Titel nachgestellt",
            "GÄSTE",
        ] {
            assert!(is_column_name(name), "{name}");
        }
    }

    #[test]
    fn data_and_sentences_are_no_names_of_columns() {
        for data in [
            "Bräuer",
            "Frau",
            "a@firma.example",
            "+43 1 234",
            "",
            "Bitte den Namen so schreiben, wie er im Pass steht",
        ] {
            assert!(!is_column_name(data), "{data}");
        }
    }
}
