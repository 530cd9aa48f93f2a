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
    let secure = if https { "; Secure" } else { "" };
    header(&format!(
        "{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}",
        session_name(https)
    ))
}

/// Removes the session's cookie.
pub(super) fn no_session(https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    header(&format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}",
        session_name(https)
    ))
}

/// The cookie of what somebody was asked on the way in.
pub(super) const fn challenge_name(https: bool) -> &'static str {
    if https { "__Host-asked" } else { "asked" }
}

/// Sets the cookie of somebody who is half signed in, for as long as the question is open.
pub(super) fn challenge(token: &str, https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    header(&format!(
        "{}={token}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax{secure}",
        challenge_name(https)
    ))
}

/// Removes that cookie.
pub(super) fn no_challenge(https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    header(&format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}",
        challenge_name(https)
    ))
}

/// Remembers a choice (language, look) for a year.
pub(super) fn choice(name: &str, value: &str, https: bool) -> HeaderValue {
    let secure = if https { "; Secure" } else { "" };
    header(&format!(
        "{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax{secure}"
    ))
}

fn header(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("tokens and codes are plain ASCII")
}
