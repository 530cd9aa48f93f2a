//! Requests that change something come from our own pages, or not at all.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::AppState;

/// Refuses unsafe methods, and upgrades to web sockets, from other sites: by Fetch Metadata where the browser sends it,
/// else by `Origin` (OWASP, cross-site request forgery prevention). Neither means no browser form of ours.
pub(super) async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    ) && !request.headers().contains_key(header::UPGRADE);
    if safe || is_unsubscribing(request.uri().path()) || is_ours(request.headers(), &state.origin) {
        next.run(request).await
    } else {
        tracing::warn!(target: "einlass::security", "a request of another site was refused");
        (
            StatusCode::FORBIDDEN,
            "This request came from another site and was refused.",
        )
            .into_response()
    }
}

/// Whether a mail program objects to mailings for its user: it comes from anywhere (RFC 8058, section 3.2), and the secret
/// in the address alone says for whom.
fn is_unsubscribing(path: &str) -> bool {
    path.starts_with("/u/")
}

fn is_ours(headers: &HeaderMap, own: &str) -> bool {
    match text(headers, "sec-fetch-site") {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => text(headers, "origin") == Some(own),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Whether a link was followed on one of our own pages; by `Referer` where the browser sends no Fetch Metadata.
pub(super) fn is_from_our_page(headers: &HeaderMap, own: &str) -> bool {
    match text(headers, "sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => text(headers, "referer")
            .and_then(|page| page.strip_prefix(own))
            .is_some_and(|path| path.starts_with('/')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "https://events.example.org";

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, (*value).parse().expect("a header"));
        }
        headers
    }

    fn ours(pairs: &[(&'static str, &'static str)]) -> bool {
        is_ours(&headers(pairs), OWN)
    }

    #[test]
    fn a_link_of_somebody_else_is_none_of_ours() {
        let from = |pairs: &[(&'static str, &'static str)]| is_from_our_page(&headers(pairs), OWN);
        assert!(from(&[("sec-fetch-site", "same-origin")]));
        assert!(from(&[("referer", "https://events.example.org/app/login")]));
        for site in ["none", "cross-site", "same-site"] {
            assert!(!from(&[
                ("sec-fetch-site", site),
                ("referer", "https://events.example.org/app/login")
            ]));
        }
        assert!(!from(&[(
            "referer",
            "https://events.example.org.evil.example/app/login"
        )]));
        assert!(!from(&[]));
    }

    #[test]
    fn only_our_own_pages_can_change_something() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[("origin", "https://events.example.org")]));
        assert!(!ours(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://events.example.org")
        ]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
        assert!(!ours(&[("origin", "https://evil.example")]));
        assert!(!ours(&[("origin", "null")]));
        assert!(!ours(&[]));
    }
}
