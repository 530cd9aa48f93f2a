//! What is shown of single sign-on, and what its form sends.

use serde::{Deserialize, Serialize};

/// The provider of a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOnView {
    /// Whether there is one.
    pub is_set: bool,
    /// Its address.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// To where it sends people back.
    pub redirect: String,
    /// Where people of the tenant sign in by it.
    pub address: String,
}

/// The provider as a form has it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOnForm {
    /// Its address.
    #[serde(default)]
    pub issuer: String,
    /// Our name there.
    #[serde(default)]
    pub client_id: String,
    /// Our secret there; empty for the one that is known.
    #[serde(default)]
    pub client_secret: String,
}

impl std::fmt::Debug for SignOnForm {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("SignOnForm")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}
