//! To whom mails go out. Outside production only to those who are named: whoever tries things out writes to nobody else.

use std::str::FromStr;

use domain::people::EmailAddress;

/// To whom mails go out; mails to others are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipients {
    /// To everybody.
    Everybody,
    /// To these addresses, and to every address of domains that are written as `@example.org`.
    Only(Vec<String>),
}

/// A text that names no recipients.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a list of addresses and domains")]
pub struct NoRecipients;

impl Recipients {
    /// Whether a mail to this address goes out.
    pub fn include(&self, address: &str) -> bool {
        let address = address.to_lowercase();
        match self {
            Self::Everybody => true,
            Self::Only(named) => named.iter().any(|name| {
                *name == address || (name.starts_with('@') && address.ends_with(name.as_str()))
            }),
        }
    }
}

impl FromStr for Recipients {
    type Err = NoRecipients;

    /// `*` for everybody, or addresses and `@domain`s with commas between them.
    fn from_str(text: &str) -> Result<Self, NoRecipients> {
        if text.trim() == "*" {
            return Ok(Self::Everybody);
        }
        let named = text.split(',').map(|name| {
            let name = name.trim().to_lowercase();
            let address = if name.starts_with('@') {
                format!("x{name}")
            } else {
                name.clone()
            };
            match address.parse::<EmailAddress>() {
                Ok(_) => Ok(name),
                Err(_) => Err(NoRecipients),
            }
        });
        named.collect::<Result<_, _>>().map(Self::Only)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_is_named_is_reached() {
        let some: Recipients = "Anna@X.example, @verein.example".parse().expect("a list");
        for reached in ["anna@x.example", "ANNA@x.example", "ben@Verein.example"] {
            assert!(some.include(reached), "{reached}");
        }
        for kept in [
            "ben@x.example",
            "anna@x.example.org",
            "a@nicht-verein.example",
            "@verein.example.org",
        ] {
            assert!(!some.include(kept), "{kept}");
        }
        assert!(
            "*".parse::<Recipients>()
                .expect("everybody")
                .include("a@x.example")
        );
        for wrong in ["", "anna", "anna@x.example,", "@", "@x y"] {
            assert_eq!(wrong.parse::<Recipients>(), Err(NoRecipients), "{wrong}");
        }
    }
}
