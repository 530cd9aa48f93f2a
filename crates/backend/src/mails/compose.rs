//! From a letter to a finished mail.

use domain::{
    Instant, Locale,
    events::Event,
    mailings::Template,
    people::{Details, EmailAddress, Salutation},
};
use words::{Words, show};

use super::Mail;

/// Everything a mail is made of.
pub struct Composition<'a> {
    /// Language.
    pub locale: Locale,
    /// Subject with variables.
    pub subject: &'a str,
    /// Text with variables.
    pub text: &'a str,
    /// What the mail is about.
    pub event: &'a Event,
    /// Who sends it.
    pub organiser: &'a str,
    /// Whom it is for.
    pub details: &'a Details,
    /// The personal link.
    pub link: &'a str,
    /// The word on the button that leads to the link; a key of the translation files.
    pub button: &'static str,
    /// A calendar file to go with it.
    pub calendar: Option<String>,
    /// Where the recipient objects to such mails, for what goes to many.
    pub objection: Option<String>,
}

/// Writes the mail. Texts were checked when they were saved; a bad one is written as it stands.
pub fn compose(with: Composition<'_>) -> Mail {
    let value = |meaning: &str| value_of(&with, meaning);
    let render = |text: &str| match Template::parse(text) {
        Ok(template) => template.render(value),
        Err(_) => text.to_owned(),
    };
    let subject = one_line(&render(with.subject));
    let text = render(with.text);
    let words = Words(with.locale);
    let has_link = !with.link.is_empty() && text.contains(with.link);
    let footer = if has_link {
        "mail-footer"
    } else {
        "mail-footer-without-link"
    };
    let organiser = [("organiser", with.organiser.into())];
    let footer = words.with(footer, organiser.clone());
    let html = html(&with, &subject, &text, &footer);
    let objection = with.objection.as_ref().map_or_else(String::new, |link| {
        format!("{}\n{link}\n", words.with("mail-objection", organiser))
    });
    Mail {
        to_name: one_line(&with.details.name()),
        to: with
            .details
            .email
            .as_ref()
            .map_or("", EmailAddress::as_str)
            .to_owned(),
        subject,
        text: format!("{text}\n\n-- \n{footer}\n{objection}"),
        html,
        calendar: with.calendar,
        objection: with.objection,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn value_of(with: &Composition<'_>, meaning: &str) -> String {
    let details = with.details;
    let schedule = &with.event.schedule;
    match meaning {
        "salutation" => salutation(with.locale, details),
        "given_name" => details.given_name.clone(),
        "family_name" => details.family_name.clone(),
        "full_name" => details.full_name(),
        "company" => details.company.clone(),
        "event" => with.event.title(with.locale).to_owned(),
        "when" => moment(with, schedule.starts_at),
        "deadline" => moment(with, with.event.answer_until),
        "place" => with.event.place(with.locale).to_owned(),
        "link" => with.link.to_owned(),
        _ => String::new(),
    }
}

/// A time of the event: "Fr., 12. März 2027, 18:00 Uhr (MEZ)".
fn moment(with: &Composition<'_>, at: Instant) -> String {
    let shown = show(with.locale, at, &with.event.schedule.zone);
    let facts = [
        ("weekday", shown.weekday.into()),
        ("date", shown.date.into()),
        ("time", shown.time.into()),
        ("zone", shown.zone.into()),
    ];
    Words(with.locale).with("mail-when", facts)
}

/// "Sehr geehrte Frau Univ.-Prof. Dr. Huber", "Dear Ms Huber", "Guten Tag Anna Huber".
fn salutation(locale: Locale, details: &Details) -> String {
    let titled = !details.title_before.is_empty();
    let key = match (details.salutation, details.family_name.is_empty(), titled) {
        (Salutation::Ms, false, false) => "mail-address-ms",
        (Salutation::Ms, false, true) => "mail-address-ms-titled",
        (Salutation::Mr, false, false) => "mail-address-mr",
        (Salutation::Mr, false, true) => "mail-address-mr-titled",
        _ => "mail-address-neutral",
    };
    let title = if details.title_before.is_empty() {
        String::new()
    } else {
        format!("{} ", details.title_before)
    };
    Words(locale).with(
        key,
        [
            ("title", title.into()),
            ("family", (&details.family_name).into()),
            ("name", details.name().into()),
        ],
    )
}

fn html(with: &Composition<'_>, subject: &str, text: &str, footer: &str) -> String {
    let button = Words(with.locale).get(with.button);
    let body = body(text, with.link, &button);
    let lang = with.locale.tag();
    let objection = with.objection.as_ref().map(|link| {
        let organiser = [("organiser", with.organiser.into())];
        let label = Words(with.locale).with("mail-objection-link", organiser);
        (link.as_str(), label)
    });
    let small = small_print(footer, objection);
    frame(lang, subject, with.event.title(with.locale), &body, &small)
}

/// What stands below, as HTML: who writes, and where to object.
fn small_print(footer: &str, objection: Option<(&str, String)>) -> String {
    let objection = objection.map_or_else(String::new, |(link, label)| {
        let (link, label) = (escape(link), escape(&label));
        format!("<br><a href=\"{link}\" style=\"color:#4e5e5f\">{label}</a>")
    });
    format!("{}{objection}", escape(footer))
}

/// The paragraphs of a text; the one that is the link becomes a button.
pub(super) fn body(text: &str, link: &str, button: &str) -> String {
    text.split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| {
            if !link.is_empty() && paragraph == link {
                format!(
                    "<p style=\"margin:28px 0\"><a href=\"{}\" style=\"background:#0a6052;color:#ffffff;\
                     text-decoration:none;border-radius:6px;padding:13px 22px;font-weight:600;\
                     display:inline-block\">{}</a></p>",
                    escape(link),
                    escape(button)
                )
            } else {
                format!(
                    "<p style=\"margin:0 0 16px\">{}</p>",
                    escape(paragraph).replace('\n', "<br>")
                )
            }
        })
        .collect()
}

/// The sheet of paper around a mail's body and small print, which are HTML already; the rest is text.
pub(super) fn frame(lang: &str, subject: &str, title: &str, body: &str, footer: &str) -> String {
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{}</title></head>\
         <body style=\"margin:0;background:#fbfaf7;color:#142223;font:16px/1.5 -apple-system,'Segoe UI',Roboto,\
         Helvetica,Arial,sans-serif\"><div style=\"max-width:560px;margin:0 auto;padding:32px 20px\">\
         <div style=\"background:#ffffff;border:1px solid #e1e0da;border-top:4px solid #ed9d44;border-radius:10px;\
         padding:32px 28px\"><h1 style=\"font:600 24px/1.2 Georgia,serif;margin:0 0 20px\">{}</h1>{body}</div>\
         <p style=\"color:#4e5e5f;font-size:13px;margin:20px 8px\">{}</p></div></body></html>",
        escape(subject),
        escape(title),
        footer
    )
}

/// Escapes text for HTML content and attributes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
