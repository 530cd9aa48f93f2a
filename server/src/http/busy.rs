//! The page for when the keys or the database cannot be reached, or somebody asks too often. It needs neither.

use app::page::{Pairs, Theme};
use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use words::Words;

use super::assets;

/// Seconds after which a browser or a machine may try again.
pub(super) const RETRY_AFTER: &str = "60";

/// Why nothing was done.
#[derive(Clone, Copy)]
pub(super) enum Why {
    /// The keys or the database cannot be reached.
    Unreachable,
    /// Too many requests came from this address; the next is taken in so many seconds.
    Crowd {
        /// Seconds.
        seconds: u32,
    },
}

/// Where to try again.
pub(super) enum Again<'page> {
    /// The page that was asked for.
    Look(&'page str),
    /// The form that was sent, with everything that was typed.
    Send(&'page str, &'page Pairs),
}

/// The page, in the language and look of whoever asked. Nothing was changed.
pub(super) fn page(words: Words, theme: Theme, why: Why, again: &Again<'_>) -> Response {
    let (status, wait, text) = match why {
        Why::Unreachable => (
            StatusCode::SERVICE_UNAVAILABLE,
            RETRY_AFTER.to_owned(),
            words.get("error-busy-text"),
        ),
        Why::Crowd { seconds } => (
            StatusCode::TOO_MANY_REQUESTS,
            seconds.to_string(),
            words.with("error-crowd-text", [("seconds", seconds.into())]),
        ),
    };
    let headers = [
        (header::RETRY_AFTER, wait),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    let html = Html(html(words, theme, &text, again));
    (status, headers, html).into_response()
}

fn html(words: Words, theme: Theme, text: &str, again: &Again<'_>) -> String {
    let title = words.get("error-busy-title");
    let label = escape(&words.get("error-busy-again"));
    let action = match again {
        Again::Look(address) => format!(
            "<p class=\"actions\"><a class=\"button button-primary\" href=\"{}\">{label}</a></p>",
            escape(address)
        ),
        Again::Send(address, typed) => format!(
            "<p>{}</p><form method=\"post\" action=\"{}\">{}<p class=\"actions\">\
             <button class=\"button button-primary\">{label}</button></p></form>",
            escape(&words.get("error-busy-kept")),
            escape(address),
            hidden(typed)
        ),
    };
    format!(
        "<!DOCTYPE html><html lang=\"{}\" data-theme=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"stylesheet\" href=\"/pkg/einlass.css?v={}\"><link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\
         <title>{title} – {}</title></head><body><div class=\"guest-frame\"><main class=\"guest-body\" id=\"main\">\
         <div class=\"guest-page\"><div class=\"guest-main\"><h1>{title}</h1><p>{text}</p>{action}</div></div></main></div>\
         </body></html>",
        words.0.tag(),
        theme.code(),
        assets::build(),
        escape(&words.get("product-name")),
        title = escape(&title),
        text = escape(text),
    )
}

/// What was typed, to be sent once more. A password is typed again.
fn hidden(typed: &Pairs) -> String {
    typed
        .0
        .iter()
        .filter(|(name, _)| !name.contains("password"))
        .map(|(name, value)| {
            format!(
                "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
                escape(name),
                escape(value)
            )
        })
        .collect()
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // A browser would make one line end of it.
            '\r' => escaped.push_str("&#13;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use domain::Locale;

    use super::*;

    #[test]
    fn what_was_typed_is_kept_and_cannot_break_out() {
        let typed = Pairs(vec![
            ("message".into(), "\"><script>\r\nO'Hara & Co".into()),
            ("password".into(), "secret".into()),
        ]);
        let html = html(
            Words(Locale::En),
            Theme::Dark,
            "",
            &Again::Send("/i/x?a=\"", &typed),
        );
        assert!(html.contains("value=\"&quot;&gt;&lt;script&gt;&#13;\nO&#39;Hara &amp; Co\""));
        assert!(html.contains("action=\"/i/x?a=&quot;\"") && !html.contains("secret"));
        assert!(html.contains("lang=\"en\" data-theme=\"dark\""));
    }
}
