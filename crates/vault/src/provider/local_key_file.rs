use std::{
    fs::{DirBuilder, File, OpenOptions},
    io::{ErrorKind, Read, Write},
    path::Path,
};

use async_trait::async_trait;
use data_encoding::HEXLOWER;
use thiserror::Error;
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::{
    Environment, GeneratedKey, Key32, KeyContext, KeyProvider, ProviderDescription, ProviderError,
    hazmat,
};

const FIRST_LINE: &str = "einlass-key-file 1";
const FORMAT: u8 = 1;
const WRAPPED_LEN: usize = 1 + hazmat::NONCE_LEN + 32 + hazmat::TAG_LEN;

/// The outermost key in a file that only its owner may read. For development, tests and small
/// installations; who reads the file and the database reads everything.
///
/// The file is text of three lines: `einlass-key-file 1`, `environment <name>`, `key <64 hex>`.
#[derive(ZeroizeOnDrop)]
pub struct LocalKeyFile {
    key: Key32,
    #[zeroize(skip)]
    environment: Environment,
    fingerprint: String,
}

/// Why a key file was not opened. The messages hold neither key nor path.
#[derive(Debug, Error)]
pub enum KeyFileError {
    /// The file system said no.
    #[error("the key file cannot be read or created")]
    Io(#[from] std::io::Error),
    /// The file was made for another environment.
    #[error("the key file belongs to the environment {found}, not to {expected}")]
    OtherEnvironment {
        /// The environment in the file.
        found: Environment,
        /// The environment of this installation.
        expected: Environment,
    },
    /// Others than the owner may use the file; it must have the mode 0600.
    #[error("the key file is open to others than its owner; set its mode to 0600")]
    OpenToOthers,
    /// Not a key file of a known version.
    #[error("the key file is malformed or of an unknown version")]
    Malformed,
}

impl LocalKeyFile {
    /// Opens the key file, or creates it with a new key if there is none. Two processes that
    /// create at the same time never overwrite each other's key.
    pub fn open_or_create(path: &Path, environment: Environment) -> Result<Self, KeyFileError> {
        match File::open(path) {
            Ok(file) => return Self::read(file, environment),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        let key = Key32::from_bytes(hazmat::random_bytes());
        match create(path, environment, &key) {
            Ok(()) => Ok(Self::new(key, environment)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Self::read(File::open(path)?, environment)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn new(key: Key32, environment: Environment) -> Self {
        let fingerprint = hazmat::expand(&key, &[b"einlass/key-file/fingerprint/v1"]);
        let fingerprint = HEXLOWER.encode(&fingerprint.expose()[..8]);
        Self {
            key,
            environment,
            fingerprint,
        }
    }

    fn read(file: File, expected: Environment) -> Result<Self, KeyFileError> {
        refuse_open_to_others(&file)?;
        let mut text = Zeroizing::new(String::with_capacity(256));
        file.take(256).read_to_string(&mut text)?;
        let (found, key) = parse(&text).ok_or(KeyFileError::Malformed)?;
        if found != expected {
            return Err(KeyFileError::OtherEnvironment { found, expected });
        }
        Ok(Self::new(key, expected))
    }

    fn wrap(&self, context: &KeyContext, key: &Key32) -> Vec<u8> {
        let nonce = hazmat::random_bytes();
        let mut wrapped = Vec::with_capacity(WRAPPED_LEN);
        wrapped.push(FORMAT);
        wrapped.extend_from_slice(&nonce);
        let key_at = wrapped.len();
        wrapped.extend_from_slice(key.expose());
        let data = context.associated_data();
        let tag = hazmat::seal_in_place(&self.key, nonce, &data, &mut wrapped[key_at..]);
        wrapped.extend_from_slice(&tag);
        wrapped
    }

    fn unwrap(&self, context: &KeyContext, wrapped: &[u8]) -> Option<Result<Key32, ProviderError>> {
        let (&FORMAT, rest) = wrapped.split_first()? else {
            return None;
        };
        let (nonce, rest) = rest.split_first_chunk::<{ hazmat::NONCE_LEN }>()?;
        let (key, tag) = rest.split_last_chunk::<{ hazmat::TAG_LEN }>()?;
        let mut key = Zeroizing::new(<[u8; 32]>::try_from(key).ok()?);
        let data = context.associated_data();
        let opened = hazmat::open_in_place(&self.key, *nonce, &data, key.as_mut_slice(), *tag);
        Some(if opened {
            Ok(Key32::from_bytes(*key))
        } else {
            Err(ProviderError::Refused)
        })
    }
}

#[async_trait]
impl KeyProvider for LocalKeyFile {
    async fn generate(&self, context: &KeyContext) -> Result<GeneratedKey, ProviderError> {
        if context.environment != self.environment {
            return Err(ProviderError::Refused);
        }
        let plaintext = Key32::from_bytes(hazmat::random_bytes());
        let wrapped = self.wrap(context, &plaintext);
        Ok(GeneratedKey { plaintext, wrapped })
    }

    async fn decrypt(&self, context: &KeyContext, wrapped: &[u8]) -> Result<Key32, ProviderError> {
        if context.environment != self.environment {
            return Err(ProviderError::Refused);
        }
        self.unwrap(context, wrapped)
            .unwrap_or(Err(ProviderError::Malformed))
    }

    fn describe(&self) -> ProviderDescription {
        ProviderDescription {
            kind: "local-key-file",
            key_id: self.fingerprint.clone(),
        }
    }
}

fn parse(text: &str) -> Option<(Environment, Key32)> {
    let mut lines = text.lines();
    if lines.next()? != FIRST_LINE {
        return None;
    }
    let environment = lines.next()?.strip_prefix("environment ")?.parse().ok()?;
    let key = HEXLOWER
        .decode(lines.next()?.strip_prefix("key ")?.as_bytes())
        .ok()?;
    let key = Key32::from_slice(&Zeroizing::new(key))?;
    lines.next().is_none().then_some((environment, key))
}

fn create(path: &Path, environment: Environment, key: &Key32) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        private_folders().create(folder)?;
    }
    let hex = Zeroizing::new(HEXLOWER.encode(key.expose()));
    let text = format!("{FIRST_LINE}\nenvironment {environment}\nkey {}\n", *hex);
    let text = Zeroizing::new(text);
    let mut file = private_file().open(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if let Err(error) = written {
        // This call created it and nothing was encrypted with it: a stump would block every start.
        let _ = std::fs::remove_file(path);
        return Err(error);
    }
    // The name must survive a power loss too, or everything sealed with the key is lost.
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn private_folders() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(unix)]
fn refuse_open_to_others(file: &File) -> Result<(), KeyFileError> {
    use std::os::unix::fs::PermissionsExt;

    const OTHERS: u32 = 0o077;
    if file.metadata()?.permissions().mode() & OTHERS == 0 {
        Ok(())
    } else {
        Err(KeyFileError::OpenToOthers)
    }
}

#[cfg(not(unix))]
fn refuse_open_to_others(_file: &File) -> Result<(), KeyFileError> {
    Ok(())
}
