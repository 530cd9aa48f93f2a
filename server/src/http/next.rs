//! Where to go after signing in.

/// The wished page, if it is one of our own; the dashboard otherwise.
pub(super) fn next(wish: &str) -> &str {
    let own = (wish == "/app" || wish.starts_with("/app/") || wish.starts_with("/app?"))
        && !wish.contains(['\\', '\r', '\n']);
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
            "",
        ] {
            assert_eq!(next(wish), "/app", "{wish}");
        }
    }
}
