//! Secrets that are given out in cookies and links. Who holds one is let in, so only its hash is stored; each carries the
//! mark of the environment that made it, and no other environment takes it.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use vault::Environment;

use crate::{Failure, chance::make_bytes};

/// A secret of `N` bytes (a bearer token, RFC 6750, section 1.2).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Bearer<const N: usize> {
    environment: Environment,
    bytes: [u8; N],
}

impl<const N: usize> Bearer<N> {
    /// A random one.
    pub(crate) fn make(environment: Environment) -> Self {
        Self::of(environment, make_bytes())
    }

    /// One that was derived from a key.
    pub(crate) const fn of(environment: Environment, bytes: [u8; N]) -> Self {
        Self { environment, bytes }
    }

    /// Reads one that came back. [`Failure::NotFound`] for a text that is none, [`Failure::Foreign`] for one that another
    /// environment gave out.
    pub(crate) fn read(environment: Environment, text: &str) -> Result<Self, Failure> {
        let mut rest = text.chars();
        let made_by = rest.next().and_then(environment_of);
        let bytes = BASE64URL_NOPAD.decode(rest.as_str().as_bytes());
        let (Some(made_by), Ok(bytes)) = (made_by, bytes) else {
            return Err(Failure::NotFound);
        };
        let bytes = bytes.try_into().map_err(|_| Failure::NotFound)?;
        if made_by != environment {
            return Err(Failure::Foreign(made_by));
        }
        Ok(Self::of(environment, bytes))
    }

    /// What is stored: a hash of environment and secret.
    pub(crate) fn hash(&self) -> Vec<u8> {
        let mut hash = Sha256::new();
        hash.update(self.environment.as_str());
        hash.update([0]);
        hash.update(self.bytes);
        hash.finalize().to_vec()
    }

    /// The secret itself.
    pub(crate) const fn bytes(&self) -> &[u8; N] {
        &self.bytes
    }

    /// The text in the cookie or link.
    pub fn expose(&self) -> String {
        let mark = mark_of(self.environment);
        format!("{mark}{}", BASE64URL_NOPAD.encode(&self.bytes))
    }
}

impl<const N: usize> fmt::Debug for Bearer<N> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("[secret]")
    }
}

const fn mark_of(environment: Environment) -> char {
    match environment {
        Environment::Development => 'd',
        Environment::Test => 't',
        Environment::Production => 'p',
    }
}

fn environment_of(mark: char) -> Option<Environment> {
    use Environment::{Development, Production, Test};
    [Development, Test, Production]
        .into_iter()
        .find(|environment| mark_of(*environment) == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GIVEN: Bearer<16> = Bearer::of(Environment::Test, [7; 16]);

    #[test]
    fn the_environment_that_gave_it_out_takes_it_back() {
        let text = GIVEN.expose();
        assert_eq!(text, "tBwcHBwcHBwcHBwcHBwcHBw");
        assert_eq!(Bearer::read(Environment::Test, &text).ok(), Some(GIVEN));
    }

    #[test]
    fn another_environment_says_whose_it_is() {
        for other in [Environment::Development, Environment::Production] {
            let read = Bearer::<16>::read(other, &GIVEN.expose());
            assert!(matches!(read, Err(Failure::Foreign(Environment::Test))));
        }
    }

    #[test]
    fn another_mark_does_not_make_it_fit() {
        let forged = GIVEN.expose().replacen('t', "p", 1);
        let read = Bearer::<16>::read(Environment::Production, &forged).expect("it reads well");
        assert_ne!(read.hash(), GIVEN.hash());
    }

    #[test]
    fn what_is_cut_off_or_longer_is_none() {
        let text = GIVEN.expose();
        let longer = format!("{text}AA");
        for wrong in ["", "t", "x", "é", &text[1..], &text[..22], &longer] {
            let read = Bearer::<16>::read(Environment::Test, wrong);
            assert!(matches!(read, Err(Failure::NotFound)), "{wrong}");
        }
    }
}
