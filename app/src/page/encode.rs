//! Values in addresses.

/// Percent-encodes a value of a query (RFC 3986).
pub(crate) fn encode(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The address of a path with a query; what is empty is left out.
pub fn address(path: &str, query: &[(&str, &str)]) -> String {
    let query: Vec<_> = query
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_only_what_is_asked_for() {
        assert_eq!(address("/app", &[("a", ""), ("b", "")]), "/app");
        let asked = [("a", ""), ("next", "/app?x=1&y"), ("lang", "de")];
        assert_eq!(
            address("/app", &asked),
            "/app?next=%2Fapp%3Fx%3D1%26y&lang=de"
        );
    }
}
