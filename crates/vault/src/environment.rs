use std::{fmt, str::FromStr};

use thiserror::Error;

/// The kind of installation. It is part of every key, so that data and keys of one environment
/// are useless in another (TOM section 8, separation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Environment {
    /// A developer's machine or the demonstration.
    Development,
    /// Automatic tests and rehearsals.
    Test,
    /// The real thing.
    Production,
}

/// The text names no environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the environment must be development, test or production")]
pub struct UnknownEnvironment;

impl Environment {
    /// The name as it stands in configuration, key files and encryption contexts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Development => "development",
            Self::Test => "test",
            Self::Production => "production",
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Environment {
    type Err = UnknownEnvironment;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [Self::Development, Self::Test, Self::Production]
            .into_iter()
            .find(|environment| environment.as_str() == name)
            .ok_or(UnknownEnvironment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_reads_back_and_others_are_refused() {
        for name in ["development", "test", "production"] {
            assert_eq!(name.parse::<Environment>().unwrap().as_str(), name);
        }
        for name in ["", "Production", "prod", "test "] {
            assert_eq!(name.parse::<Environment>(), Err(UnknownEnvironment));
        }
    }
}
