//! The list of erasures outside the database.

use std::fs;

use backend::erasures;
use domain::access::act;
use server::{
    config::Config,
    erased::{self, ErasedList},
    start,
};
use testkit::{Engine, TestApp, both_engines};

both_engines! {
    async fn whoever_is_erased_stands_in_the_list_outside_once(app: TestApp) {
        let path = app.folder.path().join("erasures.log");
        let event = app.event().make().await;
        let guests = app.guests(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"]).await;
        let mut list = ErasedList::open(path.clone()).expect("a new list");
        let person = erasures::erase(&app.desk, &app.permit(), event, guests[0]).await.expect("erased");
        for _ in 0..2 {
            list.keep(&app.desk, app.team.tenant).await.expect("kept");
        }
        let line = format!("{} {} {}", TestApp::START.0, app.team.tenant, person.uuid().simple());
        let text = fs::read_to_string(&path).expect("the list");
        assert_eq!(text.lines().filter(|kept| *kept == line).count(), 1, "{text}");

        // A write that failed half way, in a process that goes on.
        fs::write(&path, format!("{text}18014")).expect("written");
        app.guests(event, &["Carl;Eder;carl@x.example"]).await;
        let listed = app.list(event).await;
        let carl = listed.iter().find(|guest| guest.file.details.given_name == "Carl").expect("listed").id;
        erasures::erase(&app.desk, &app.permit(), event, carl).await.expect("erased");
        list.keep(&app.desk, app.team.tenant).await.expect("kept");
        let longer = fs::read_to_string(&path).expect("the list");
        let lines = erased::read(&path).expect("every line can be read");
        assert_eq!(lines.len(), longer.lines().count());
        assert!(lines.len() > text.lines().count());
        let text = longer;

        // A crash in the middle of a line; another process goes on.
        fs::write(&path, format!("{text}18014")).expect("written");
        let mut list = ErasedList::open(path.clone()).expect("the list");
        erasures::erase(&app.desk, &app.permit(), event, guests[1]).await.expect("erased");
        list.keep(&app.desk, app.team.tenant).await.expect("kept");
        let lines = erased::read(&path).expect("every line can be read");
        assert_eq!(lines.len(), text.lines().count() + 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_database_that_was_put_in_place_is_told_who_was_erased() {
    let app = TestApp::start(Engine::Sqlite).await;
    let event = app.event().make().await;
    let anna = app.guests(event, &["Anna;Huber;anna@x.example"]).await[0];
    let file = app.folder.path().join("einlass.db");
    app.desk.store().close().await;
    let before = fs::read(&file).expect("the database");

    let folder = app.folder.path().display().to_string();
    let config = Config::read(&|name| match name {
        "EINLASS_DATA_DIR" => Some(folder.clone()),
        "EINLASS_ENV" => Some("test".to_owned()),
        _ => None,
    })
    .expect("a good configuration");
    let desk = start::open(&config).await.expect("it starts");
    erasures::erase(&desk, &app.permit(), event, anna)
        .await
        .expect("erased");
    let mut list = ErasedList::open(erased::path(&config)).expect("a list");
    list.keep(&desk, app.team.tenant).await.expect("kept");
    desk.store().close().await;

    fs::write(&file, before).expect("the older database is put in place");
    let desk = start::open(&config).await.expect("it starts");
    let permit = app.permit::<act::ErasePeople>();
    let extent = erasures::extent(&desk, &permit, event, anna).await;
    assert!(
        extent.is_err(),
        "nobody is served before the list was gone through"
    );
    desk.store().close().await;

    fs::write(erased::path(&config), "nonsense\n").expect("written");
    let refused = start::open(&config)
        .await
        .err()
        .expect("a damaged list stops the start");
    assert!(
        format!("{refused:#}").contains("erasures.log"),
        "{refused:#}"
    );
}
