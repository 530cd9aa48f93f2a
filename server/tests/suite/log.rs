//! The log outside the database: kept checkpoints, exported files.

use std::path::Path;

use server::workers::{Checkpoints, sequence_logs};
use testkit::both_engines;

use super::program::{einlass, said};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

both_engines! {
    async fn the_signed_state_is_kept_for_each_tenant_and_day(app: TestApp) {
        let folder = app.folder.path().join("checkpoints");
        let own = folder.join(app.team.tenant.to_string());
        let mut checkpoints = Checkpoints::at(folder);
        let event = app.event().make().await;
        sequence_logs(&app.desk, &mut checkpoints).await.expect("sequenced");
        assert_eq!(names(&own), ["2027-02-01.note", "newest.note"]);
        let first = std::fs::read_to_string(own.join("newest.note")).expect("a note");
        app.clock.advance_ms(domain::Instant::DAY_MS);
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        sequence_logs(&app.desk, &mut checkpoints).await.expect("sequenced");
        assert_eq!(names(&own), ["2027-02-01.note", "2027-02-02.note", "newest.note"]);
        assert_eq!(std::fs::read_to_string(own.join("2027-02-01.note")).expect("a note"), first);
        let newest = std::fs::read_to_string(own.join("newest.note")).expect("a note");
        assert_ne!(newest, first);
    }

    async fn a_log_that_does_not_continue_the_kept_one_replaces_nothing(app: TestApp) {
        let folder = app.folder.path().join("checkpoints");
        let (own, others) = (folder.join(app.team.tenant.to_string()), folder.join(app.others.tenant.to_string()));
        let mut checkpoints = Checkpoints::at(folder);
        let event = app.event().make().await;
        app.event().of_others().make().await;
        sequence_logs(&app.desk, &mut checkpoints).await.expect("sequenced");
        std::fs::copy(others.join("newest.note"), own.join("newest.note")).expect("copied");
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        sequence_logs(&app.desk, &mut checkpoints).await.expect("sequenced");
        let kept = std::fs::read(own.join("newest.note")).expect("a note");
        assert_eq!(kept, std::fs::read(others.join("newest.note")).expect("a note"));
        assert!(names(&own).iter().any(|name| name.starts_with("broken-")), "{:?}", names(&own));
    }
}

both_engines! {
    async fn a_log_that_somebody_else_signed_is_kept_all_the_same(app: TestApp) {
        let folder = app.folder.path().join("checkpoints");
        let own = folder.join(app.team.tenant.to_string()).join("newest.note");
        let mut checkpoints = Checkpoints::at(folder);
        let event = app.event().make().await;
        sequence_logs(&app.desk, &mut checkpoints).await.expect("sequenced");
        let first = std::fs::read_to_string(&own).expect("a note");
        let anna = app.guests(event, &["Anna;Huber;anna@x.example"]).await[0];
        backend::erasures::erase(&app.desk, &app.permit(), event, anna).await.expect("erased and signed");
        let grown = sequence_logs(&app.desk, &mut checkpoints).await.expect("nothing waits");
        assert_eq!(grown, [app.team.tenant]);
        assert_ne!(std::fs::read_to_string(&own).expect("a note"), first);
        assert_eq!(sequence_logs(&app.desk, &mut checkpoints).await.expect("nothing is new"), []);
    }
}

#[test]
fn an_exported_log_is_checked_without_the_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let made = einlass(&data, &["tenant", "create", "Kulturverein Foyer"]);
    let tenant = String::from_utf8_lossy(&made.stdout).trim().to_owned();
    assert!(made.status.success(), "{}", said(&made));
    let file = folder.path().join("log.ndjson");
    let path = file.to_str().expect("a path");
    let exported = einlass(
        &data,
        &["audit", "export", "--tenant", &tenant, "--output", path],
    );
    assert!(exported.status.success(), "{}", said(&exported));
    let anchors = folder.path().join("kept");
    std::fs::rename(data.join("checkpoints").join(&tenant), &anchors).expect("moved");
    let anchors = anchors.to_str().expect("a path");
    std::fs::remove_dir_all(&data).expect("removed");

    let checked = einlass(&data, &["audit", "verify", path, "--anchor", anchors]);
    assert!(checked.status.success(), "{}", said(&checked));
    assert!(
        said(&checked).starts_with("in order: 1 entries"),
        "{}",
        said(&checked)
    );
    assert!(!data.exists(), "nothing is made for a check");

    let text = std::fs::read_to_string(&file).expect("the file");
    std::fs::write(&file, text.replace("tenant.created", "tenant.removed")).expect("written");
    let changed = einlass(&data, &["audit", "verify", path, "--anchor", anchors]);
    assert_eq!(changed.status.code(), Some(1));
    assert!(
        said(&changed).contains("are not those of the anchor"),
        "{}",
        said(&changed)
    );
    let missing = einlass(&data, &["audit", "verify", "nothing.ndjson"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(
        said(&missing).contains("nothing.ndjson cannot be read"),
        "{}",
        said(&missing)
    );
}
