//! Starting with keys that are not the right ones.

use std::path::{Path, PathBuf};

use server::{config::Config, start};
use testkit::{Engine, TestApp};

fn config(folder: &Path, environment: &str) -> Config {
    let folder = folder.display().to_string();
    Config::read(&|name| match name {
        "EINLASS_DATA_DIR" => Some(folder.clone()),
        "EINLASS_ENV" => Some(environment.to_owned()),
        _ => None,
    })
    .expect("a good configuration")
}

/// An installation that has started once, in a folder of its own.
async fn installed() -> (TestApp, PathBuf, Config) {
    let app = TestApp::start(Engine::Sqlite).await;
    let folder = app.folder.path().join("installation");
    let config = config(&folder, "test");
    let desk = start::open(&config).await.expect("it starts");
    desk.store().close().await;
    (app, folder, config)
}

/// What the operator reads.
async fn sentence(config: &Config) -> String {
    match start::open(config).await {
        Ok(_) => "it starts".to_owned(),
        Err(error) => format!("{error:#}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_or_foreign_key_file_is_told_at_the_start() {
    let (_app, folder, config) = installed().await;
    let file = folder.join("keys/local.key");
    let kept = file.with_extension("kept");
    std::fs::rename(&file, &kept).expect("moved away");
    for _ in 0..2 {
        // The first time a new file is made, the second time it is a foreign one.
        let sentence = sentence(&config).await;
        assert!(
            sentence.contains("the key file") && sentence.contains("refused"),
            "{sentence}"
        );
    }
    std::fs::rename(&kept, &file).expect("moved back");
    assert_eq!(sentence(&config).await, "it starts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_file_of_another_environment_is_told_at_the_start() {
    let (_app, folder, _) = installed().await;
    let sentence = sentence(&config(&folder, "development")).await;
    assert!(
        sentence.ends_with("the key file belongs to the environment test, not to development"),
        "{sentence}"
    );
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_key_file_that_others_can_read_is_told_at_the_start() {
    use std::os::unix::fs::PermissionsExt;
    let (_app, folder, config) = installed().await;
    let open = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(folder.join("keys/local.key"), open).expect("opened");
    let sentence = sentence(&config).await;
    assert!(sentence.ends_with("set its mode to 0600"), "{sentence}");
}
