mod aws_kms;
mod contract;
mod faulty;
mod local_key_file;

pub use aws_kms::AwsKms;
pub use contract::{GeneratedKey, KeyProvider, ProviderDescription, ProviderError};
pub use faulty::Faulty;
pub use local_key_file::{KeyFileError, LocalKeyFile};
