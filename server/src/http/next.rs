//! Where to go after signing in.

/// The wished page, if it is one of our own; the dashboard otherwise, and for what is in front of the door: nobody is sent
/// from there to a provider of single sign-on unasked.
pub(super) fn next(wish: &str) -> &str {
    let path = wish.split(['?', '#']).next().unwrap_or_default();
    let at_door = path == "/app/login" || path.starts_with("/app/login/");
    let own = !at_door
        && (wish == "/app" || wish.starts_with("/app/") || wish.starts_with("/app?"))
        // A browser or a router may read these in another way than it is read here.
        && !wish.contains(['\\', '\r', '\n'])
        && !path.contains('%')
        && !path.contains("//")
        && !path.contains("..");
    if own { wish } else { "/app" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(next("/app/events?x=1"), "/app/events?x=1");
        for wish in [
            "https://evil.example",
            "//evil.example",
            "/app/../\\evil",
            "/application",
            "/app/login",
            "/app/login?next=/app",
            "/app/login/sso/tnt_00000000000070008000000000000001?next=/app",
            "/app//login",
            "/app/x/../login/sso/tnt_00000000000070008000000000000001",
            "/app/%6cogin/sso/tnt_00000000000070008000000000000001",
            "",
        ] {
            assert_eq!(next(wish), "/app", "{wish}");
        }
    }
}
