//! Mails of the installation itself to people who work with it.

use domain::Locale;

use super::{
    Mail,
    compose::{body, escape, frame},
};

/// A letter with one link, which stands in a paragraph of its own.
pub(crate) fn with_link(
    locale: Locale,
    (name, email): (&str, &str),
    subject: &str,
    text: &str,
    (link, button): (&str, &str),
) -> Mail {
    let content = body(text, link, button);
    Mail {
        to_name: name.to_owned(),
        to: email.to_owned(),
        subject: subject.to_owned(),
        text: format!("{text}\n"),
        html: frame(locale.tag(), subject, subject, &content, ""),
        calendar: None,
        objection: None,
    }
}

/// A mail of paragraphs. Line breaks stay, so that a signed note in it can be copied as it is.
pub(crate) fn plain(name: &str, email: &str, subject: &str, paragraphs: &[&str]) -> Mail {
    let body: String = paragraphs
        .iter()
        .map(|text| {
            format!(
                "<p style=\"margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere\">{}</p>",
                escape(text)
            )
        })
        .collect();
    Mail {
        to_name: name.to_owned(),
        to: email.to_owned(),
        subject: subject.to_owned(),
        text: format!("{}\n", paragraphs.join("\n\n")),
        html: frame("de", subject, subject, &body, ""),
        calendar: None,
        objection: None,
    }
}
