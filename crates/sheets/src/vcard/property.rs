use super::quoted_printable;

/// One property of a card.
pub(super) struct Property {
    /// Upper case, without its group.
    pub(super) name: String,
    parameters: Vec<(String, String)>,
    /// Still escaped.
    value: String,
}

/// The rank of a property that nobody prefers: behind the last of RFC 6350's `PREF` values.
const UNPREFERRED: u8 = 101;

impl Property {
    /// Takes a line apart: `group.NAME;PARAMETER=value:value`. `None` for what is no property.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let colon = value_colon(line)?;
        let (names, value) = (&line[..colon], &line[colon + 1..]);
        let mut parts = split_unquoted(names, ';').into_iter();
        let name = parts.next()?;
        let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
        let name = name
            .trim()
            .trim_start_matches('\u{feff}')
            .to_ascii_uppercase();
        let parameters: Vec<(String, String)> = parts
            .map(|part| part.split_once('=').unwrap_or(("TYPE", part)))
            .map(|(key, value)| (key.trim().to_ascii_uppercase(), value.replace('"', "")))
            .collect();
        let mut property = Self {
            name,
            parameters,
            value: value.to_owned(),
        };
        if property.says("ENCODING", "QUOTED-PRINTABLE")
            || property.says("TYPE", "QUOTED-PRINTABLE")
        {
            let charset = property.parameter("CHARSET");
            property.value = quoted_printable::decode(value, charset);
        }
        Some(property)
    }

    /// How much the property is preferred among its like: the smaller the more (1 to 101).
    pub(super) fn rank(&self) -> u8 {
        let explicit = self
            .parameter("PREF")
            .map(|rank| rank.trim().parse::<u8>().unwrap_or(1));
        let flagged = self.says("TYPE", "PREF").then_some(1);
        explicit.or(flagged).unwrap_or(UNPREFERRED)
    }

    /// The value as one text.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }

    /// The components of a value like that of `N`. Several values in one component are joined.
    pub(super) fn components(&self, joiner: &str) -> Vec<String> {
        split_unescaped(&self.value, ';')
            .into_iter()
            .map(|component| {
                let values: Vec<String> = split_unescaped(component, ',')
                    .into_iter()
                    .map(|value| unescape(value).trim().to_owned())
                    .filter(|value| !value.is_empty())
                    .collect();
                values.join(joiner)
            })
            .collect()
    }

    /// The components of a value in which a comma is nothing but a comma, like that of `ORG`.
    pub(super) fn plain_components(&self) -> Vec<String> {
        split_unescaped(&self.value, ';')
            .into_iter()
            .map(unescape)
            .collect()
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    fn says(&self, name: &str, wanted: &str) -> bool {
        self.parameters
            .iter()
            .filter(|(key, _)| key == name)
            .any(|(_, values)| {
                values
                    .split(',')
                    .any(|value| value.trim().eq_ignore_ascii_case(wanted))
            })
    }
}

/// Where the value starts: at the first colon outside quotes, or the first at all where a quote
/// does not close (vCard 2.1 knows no quotes).
fn value_colon(line: &str) -> Option<usize> {
    let mut quoted = false;
    for (index, byte) in line.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b':' if !quoted => return Some(index),
            _ => {}
        }
    }
    line.find(':')
}

fn split_unquoted(text: &str, separator: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|character| {
        quoted ^= character == '"';
        character == separator && !quoted
    })
    .collect()
}

fn split_unescaped(text: &str, separator: char) -> Vec<&str> {
    let mut escaped = false;
    text.split(|character| {
        let here = character == separator && !escaped;
        escaped = character == '\\' && !escaped;
        here
    })
    .collect()
}

/// RFC 6350, section 3.4. A backslash before any other character stands for itself.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('n' | 'N') => plain.push('\n'),
            Some(literal @ (',' | ';' | ':' | '\\')) => plain.push(literal),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}
