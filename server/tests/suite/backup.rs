//! Backups at the command line.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::program::{done, refused};

/// An installation with one tenant.
fn installation(folder: &Path) -> (PathBuf, String) {
    let data = folder.join("data");
    let tenant = done(&data, &["tenant", "create", "Kulturverein Foyer"]);
    (data, tenant)
}

/// Makes a backup; returns the file with the data.
fn backup(data: &Path, to: &Path) -> String {
    let said = done(data, &["backup", "create", "--to", text(to)]);
    let (first, second) = said.split_once('\n').expect("two files");
    let ending = |file: &str| Path::new(file).extension().map(ToOwned::to_owned);
    assert_eq!(ending(first).as_deref(), Some("data".as_ref()), "{said}");
    assert_eq!(ending(second).as_deref(), Some("keys".as_ref()), "{said}");
    first.to_owned()
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

#[test]
fn a_backup_is_verified_and_restored_into_a_new_installation() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, tenant) = installation(folder.path());
    let file = backup(&data, &folder.path().join("backups"));
    let verified = done(&data, &["backup", "verify", &file]);
    assert!(verified.starts_with("in order: "), "{verified}");
    assert!(refused(&data, &["backup", "restore", &file]).contains("is not empty"));

    let new = folder.path().join("new");
    let foreign = refused(&new, &["backup", "restore", &file]);
    assert!(foreign.contains("does not open with this key"), "{foreign}");
    fs::copy(data.join("keys/local.key"), new.join("keys/local.key"))
        .expect("the key is kept apart");
    let restored = done(&new, &["backup", "restore", &file, "--json"]);
    assert!(restored.contains("\"tenants\":2"), "{restored}");
    assert!(done(&new, &["tenant", "list"]).contains(&tenant));
    assert!(refused(&new, &["backup", "restore", &file]).contains("is not empty"));
}

#[test]
fn a_host_that_only_checks_backups_stays_empty() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, tenant) = installation(folder.path());
    let file = backup(&data, &folder.path().join("backups"));
    let new = folder.path().join("new");
    fs::create_dir_all(new.join("keys")).expect("a folder");
    fs::copy(data.join("keys/local.key"), new.join("keys/local.key")).expect("copied");
    fs::create_dir_all(new.join("checkpoints")).expect("a folder");
    let verified = done(&new, &["backup", "verify", &file]);
    assert!(verified.starts_with("in order: "), "{verified}");
    assert!(!new.join("einlass.db").exists());

    done(&new, &["backup", "restore", &file]);
    assert!(done(&new, &["tenant", "list"]).contains(&tenant));
    let aside = fs::read_dir(&new)
        .expect("a folder")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("checkpoints-until-"))
        .count();
    assert_eq!(
        aside, 1,
        "the restored log is not compared with a later one"
    );
    let verified = done(&new, &["backup", "verify", &file]);
    assert!(verified.starts_with("in order: "), "noted in its log now");
}

#[test]
fn files_with_keys_go_when_their_time_is_over_and_half_written_ones_do_not_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, _) = installation(folder.path());
    let backups = folder.path().join("backups");
    let file = backup(&data, &backups);
    let keys = PathBuf::from(&file).with_extension("keys");
    let old = backups.join("einlass-20250101T000000.keys");
    let bytes = fs::read(&keys).expect("the keys");
    let head = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a first line");
    let line = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let made = line
        .split("\"made_at\":")
        .nth(1)
        .and_then(|rest| rest.split(',').next())
        .expect("a time");
    let line = line.replace(made, "1735689600000");
    fs::write(&old, [line.as_bytes(), &bytes[head..]].concat()).expect("written");
    fs::write(backups.join("einlass-later.keys.part"), b"half").expect("written");

    let late = refused(&data, &["backup", "verify", &file, "--keys", text(&old)]);
    assert!(late.contains("older than the part with the data"), "{late}");
    let cut = folder.path().join("cut.data");
    let whole = fs::read(&file).expect("the data");
    fs::write(&cut, &whole[..whole.len() - 100]).expect("written");
    let damaged = refused(
        &data,
        &["backup", "verify", text(&cut), "--keys", text(&keys)],
    );
    assert!(damaged.contains("damaged or was cut off"), "{damaged}");
    assert!(
        done(&data, &["backup", "verify", &file]).starts_with("in order"),
        "the newest keys are found"
    );

    // The next backup removes what must not be used any more, and passes over what it does not know.
    fs::write(backups.join("unknown.keys"), b"something else").expect("written");
    fs::rename(&file, backups.join("moved.data")).expect("moved");
    fs::rename(&keys, backups.join("moved.keys")).expect("moved");
    backup(&data, &backups);
    assert!(!old.exists());
    assert!(backups.join("moved.keys").exists() && backups.join("unknown.keys").exists());
}
