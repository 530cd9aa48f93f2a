//! The key file: who may read it, what it is for, and what its keys are bound to.

use std::{fs, path::PathBuf};

use vault::{Environment, KeyContext, KeyFileError, KeyProvider, LocalKeyFile, ProviderError};

const CONTEXT: KeyContext = KeyContext {
    environment: Environment::Test,
    tenant: [7; 16],
    purpose: "trk",
    version: 1,
};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("keys").join("einlass.key");
    (folder, path)
}

fn open(path: &std::path::Path) -> Result<LocalKeyFile, KeyFileError> {
    LocalKeyFile::open_or_create(path, Environment::Test)
}

#[tokio::test]
async fn a_reopened_file_decrypts_what_it_generated() {
    let (_folder, path) = folder();
    let generated = open(&path).unwrap().generate(&CONTEXT).await.unwrap();
    let again = open(&path).unwrap();
    assert_eq!(
        again.decrypt(&CONTEXT, &generated.wrapped).await.unwrap(),
        generated.plaintext
    );
}

#[tokio::test]
async fn another_file_or_context_is_refused() {
    let (_folder, path) = folder();
    let file = open(&path).unwrap();
    let wrapped = file.generate(&CONTEXT).await.unwrap().wrapped;
    for context in [
        KeyContext {
            environment: Environment::Production,
            ..CONTEXT
        },
        KeyContext {
            tenant: [8; 16],
            ..CONTEXT
        },
        KeyContext {
            purpose: "other",
            ..CONTEXT
        },
        KeyContext {
            version: 2,
            ..CONTEXT
        },
    ] {
        let error = file.decrypt(&context, &wrapped).await.unwrap_err();
        assert!(
            matches!(error, ProviderError::Refused),
            "{context:?}: {error:?}"
        );
    }
    let other = open(&path.with_file_name("other.key")).unwrap();
    let error = other.decrypt(&CONTEXT, &wrapped).await.unwrap_err();
    assert!(matches!(error, ProviderError::Refused), "{error:?}");
    assert_ne!(other.describe(), file.describe());
}

#[tokio::test]
async fn a_flipped_bit_is_refused_and_a_stump_is_malformed() {
    let (_folder, path) = folder();
    let file = open(&path).unwrap();
    let mut wrapped = file.generate(&CONTEXT).await.unwrap().wrapped;
    *wrapped.last_mut().unwrap() ^= 1;
    let error = file.decrypt(&CONTEXT, &wrapped).await.unwrap_err();
    assert!(matches!(error, ProviderError::Refused), "{error:?}");
    for stump in [&wrapped[..wrapped.len() - 1], &[]] {
        let error = file.decrypt(&CONTEXT, stump).await.unwrap_err();
        assert!(matches!(error, ProviderError::Malformed), "{error:?}");
    }
}

#[test]
fn the_file_of_another_environment_is_refused() {
    let (_folder, path) = folder();
    open(&path).unwrap();
    let before = fs::read(&path).unwrap();
    let error = LocalKeyFile::open_or_create(&path, Environment::Production)
        .err()
        .unwrap();
    assert!(
        matches!(
            error,
            KeyFileError::OtherEnvironment {
                found: Environment::Test,
                expected: Environment::Production
            }
        ),
        "{error:?}"
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn file_and_folder_are_private_and_an_open_file_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = folder();
    open(&path).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for open_mode in [0o640, 0o604, 0o660] {
        fs::set_permissions(&path, fs::Permissions::from_mode(open_mode)).unwrap();
        let error = open(&path).err().unwrap();
        assert!(
            matches!(error, KeyFileError::OpenToOthers),
            "{open_mode:o}: {error:?}"
        );
    }
}

#[test]
fn a_damaged_file_is_refused_and_not_replaced() {
    let (_folder, path) = folder();
    open(&path).unwrap();
    let good = fs::read_to_string(&path).unwrap();
    for bad in [
        String::new(),
        good.replace("file 1", "file 2"),
        good.replace("environment test", "environment moon"),
        good[..good.len() - 2].to_owned(),
        format!("{good}more\n"),
    ] {
        fs::write(&path, &bad).unwrap();
        let error = open(&path).err().unwrap();
        assert!(matches!(error, KeyFileError::Malformed), "{error:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), bad);
    }
}
