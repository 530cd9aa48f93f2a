//! E-mail addresses.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// An e-mail address: a local part and a host with a dot (RFC 5321, with the international letters of RFC 6531).
/// Kept as it was written; compared by [`EmailAddress::normalised`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct EmailAddress(String);

/// A text that is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnAddress;

const LOCAL_LENGTH_MAX: usize = 64;
const LENGTH_MAX: usize = 254;

impl EmailAddress {
    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form by which two spellings of one mailbox are seen to be the same: NFKC, lower case, host as ASCII.
    pub fn normalised(&self) -> String {
        let (local, host) = self
            .0
            .rsplit_once('@')
            .expect("an address has an @ since it was parsed");
        let local: String = local.nfkc().collect::<String>().to_lowercase();
        let host = idna::domain_to_ascii(host).unwrap_or_else(|_| host.to_lowercase());
        format!("{local}@{host}")
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{200B}');
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let (local, host) = text.rsplit_once('@').ok_or(NotAnAddress)?;
        let refused = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(
                    c,
                    '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '\\' | '[' | ']' | '@'
                )
        };
        let local_ok = !local.is_empty()
            && local.len() <= LOCAL_LENGTH_MAX
            && !local.contains(refused)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..");
        let ascii = idna::domain_to_ascii_strict(host).map_err(|_| NotAnAddress)?;
        let host_ok = ascii.contains('.') && !ascii.starts_with('.') && !ascii.ends_with('.');
        if local_ok && host_ok && text.len() <= LENGTH_MAX {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAnAddress)
        }
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = NotAnAddress;

    fn try_from(text: String) -> Result<Self, NotAnAddress> {
        text.parse()
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("[e-mail address]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> EmailAddress {
        text.parse().expect("a good address")
    }

    #[test]
    fn spellings_of_one_mailbox_are_the_same() {
        let normal = address("anna.huber@bücher.example").normalised();
        assert_eq!(address("  Anna.HUBER@BÜCHER.example ").normalised(), normal);
        assert_eq!(normal, "anna.huber@xn--bcher-kva.example");
    }

    #[test]
    fn what_cannot_be_delivered_is_refused() {
        for text in [
            "",
            "keine-adresse",
            "anna@",
            "@x.example",
            "anna@localhost",
            "a b@x.example",
            "anna@x..example",
            "a@b@x.example",
            "anna@x.example\nBcc: b@x.example",
            "a..b@x.example",
        ] {
            assert_eq!(text.parse::<EmailAddress>(), Err(NotAnAddress), "{text}");
        }
    }

    #[test]
    fn an_address_never_prints_itself() {
        assert_eq!(
            format!("{:?}", address("anna@x.example")),
            "[e-mail address]"
        );
    }
}
