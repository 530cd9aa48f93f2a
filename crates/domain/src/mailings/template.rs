//! Texts with variables: `{vorname|zusammen}` is the first name or, if there is none, "zusammen".
//!
//! There are no loops and no expressions, so that no text can run away or read what it should not.

/// The variables that a text can use: German and English name, and what they stand for.
pub const VARIABLES: [(&str, &str, &str); 10] = [
    ("anrede", "salutation", "salutation"),
    ("vorname", "first-name", "given_name"),
    ("nachname", "last-name", "family_name"),
    ("name", "full-name", "full_name"),
    ("firma", "company", "company"),
    ("veranstaltung", "event", "event"),
    ("wann", "when", "when"),
    ("ort", "place", "place"),
    ("frist", "deadline", "deadline"),
    ("link", "link", "link"),
];

/// A parsed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Variable {
        meaning: &'static str,
        fallback: String,
    },
}

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A variable that does not exist.
    #[error("a variable that does not exist")]
    Unknown,
    /// A bracket that is opened and not closed.
    #[error("a bracket that is not closed")]
    Unclosed,
}

impl Template {
    /// Reads a text. `{{` stands for a bracket.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(start) = rest.find('{') {
            push_text(&mut parts, &rest[..start]);
            rest = &rest[start + 1..];
            if let Some(after) = rest.strip_prefix('{') {
                push_text(&mut parts, "{");
                rest = after;
                continue;
            }
            let end = rest.find(['}', '{', '\n']).ok_or(TemplateError::Unclosed)?;
            if !rest[end..].starts_with('}') {
                return Err(TemplateError::Unclosed);
            }
            let (name, fallback) = rest[..end].split_once('|').unwrap_or((&rest[..end], ""));
            let meaning = meaning_of(name.trim()).ok_or(TemplateError::Unknown)?;
            parts.push(Part::Variable {
                meaning,
                fallback: fallback.to_owned(),
            });
            rest = &rest[end + 1..];
        }
        push_text(&mut parts, rest);
        Ok(Self { parts })
    }

    /// Whether the text uses a variable, by its meaning.
    pub fn uses(&self, wanted: &str) -> bool {
        self.parts
            .iter()
            .any(|part| matches!(part, Part::Variable { meaning, .. } if *meaning == wanted))
    }

    /// Writes the text for somebody; `value` gives what a meaning stands for.
    pub fn render(&self, value: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Variable { meaning, fallback } => {
                    let value = value(meaning);
                    text.push_str(if value.is_empty() { fallback } else { &value });
                }
            }
        }
        text
    }
}

fn push_text(parts: &mut Vec<Part>, words: &str) {
    if words.is_empty() {
        return;
    }
    if let Some(Part::Text(before)) = parts.last_mut() {
        before.push_str(words);
    } else {
        parts.push(Part::Text(words.to_owned()));
    }
}

fn meaning_of(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    VARIABLES
        .iter()
        .find(|(german, english, _)| *german == name || *english == name)
        .map(|(_, _, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(text: &str) -> Result<String, TemplateError> {
        let value = |meaning: &str| {
            if meaning == "given_name" {
                "Anna {link}".to_owned()
            } else {
                String::new()
            }
        };
        Template::parse(text).map(|template| template.render(value))
    }

    #[test]
    fn a_value_or_its_fallback_is_written() {
        assert_eq!(
            render("Hallo {Vorname|zusammen}!").as_deref(),
            Ok("Hallo Anna {link}!")
        );
        assert_eq!(render("Dear {last-name|all}").as_deref(), Ok("Dear all"));
        assert_eq!(render("{{vorname}").as_deref(), Ok("{vorname}"));
    }

    #[test]
    fn a_slip_is_told() {
        assert_eq!(render("Hallo {vornamen}"), Err(TemplateError::Unknown));
        assert_eq!(render("Hallo {vorname"), Err(TemplateError::Unclosed));
        assert_eq!(render("Hallo {vorname\n}"), Err(TemplateError::Unclosed));
    }
}
