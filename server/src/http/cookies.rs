//! Cookies (RFC 6265).

use axum::http::{HeaderMap, HeaderValue, header::COOKIE};

/// The cookie of a session. With TLS its name binds it to this host (`__Host-`).
pub(super) const fn session_name(https: bool) -> &'static str {
    if https { "__Host-sid" } else { "sid" }
}

/// The value of a cookie.
pub(super) fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Sets the session's cookie; it ends with the browser, the session itself ends on the server.
pub(super) fn session(token: &str, https: bool) -> HeaderValue {
    own(session_name(https), token, None, https)
}

/// Removes the session's cookie.
pub(super) fn no_session(https: bool) -> HeaderValue {
    own(session_name(https), "", Some(0), https)
}

/// The cookie of what somebody was asked on the way in.
pub(super) const fn challenge_name(https: bool) -> &'static str {
    if https { "__Host-asked" } else { "asked" }
}

/// Sets the cookie of somebody who is half signed in, for as long as the question is open.
pub(super) fn challenge(token: &str, https: bool) -> HeaderValue {
    own(challenge_name(https), token, Some(600), https)
}

/// Removes that cookie.
pub(super) fn no_challenge(https: bool) -> HeaderValue {
    own(challenge_name(https), "", Some(0), https)
}

/// A cookie that no script reads, for so many seconds, or until the browser ends.
fn own(name: &str, value: &str, age: Option<u32>, https: bool) -> HeaderValue {
    let age = age.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let secure = if https { "; Secure" } else { "" };
    header(&format!(
        "{name}={value}; Path=/{age}; HttpOnly; SameSite=Lax{secure}"
    ))
}

/// What somebody has chosen, or what was chosen for this browser.
pub(super) fn chosen<'a>(headers: &'a HeaderMap, name: &str, https: bool) -> Option<&'a str> {
    get(headers, &choice_name(name, https))
}

fn choice_name(name: &str, https: bool) -> String {
    let prefix = if https { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

/// Remembers a choice (language, look) for a year.
pub(super) fn choice(name: &str, value: &str, https: bool) -> HeaderValue {
    own(&choice_name(name, https), value, Some(31_536_000), https)
}

fn header(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("tokens and codes are plain ASCII")
}
