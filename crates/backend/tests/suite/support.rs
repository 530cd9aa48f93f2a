//! What several files of tests need.

use backend::{
    imports::{self, Preview},
    mails::Smtp,
};
use domain::{
    fields::{FieldError, Problem},
    ids::{EventId, ImportId},
};
use testkit::{MailServer, TestApp};

/// Fields and problems, to be compared.
pub fn problems(errors: &[FieldError]) -> Vec<(&str, Problem)> {
    errors
        .iter()
        .map(|error| (error.field.as_str(), error.problem))
        .collect()
}

/// Sets a timestamp of an event for which there is no use case yet.
pub async fn stamp(app: &TestApp, event: EventId, column: &str) {
    let (now, id) = (app.desk.now().0, app.literal(event.uuid()));
    app.execute(&format!(
        "UPDATE events SET {column} = {now} WHERE id = {id}"
    ))
    .await;
}

/// Subjects of the mails to an address, sorted.
pub async fn subjects_to(app: &TestApp, address: &str) -> Vec<String> {
    let mut subjects: Vec<String> = app
        .mails()
        .await
        .into_iter()
        .filter(|mail| mail.to == address)
        .map(|mail| mail.subject)
        .collect();
    subjects.sort();
    subjects
}

/// A guest list as organisers hand it in.
pub fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../sheets/tests/data");
    std::fs::read(format!("{folder}/{name}")).expect("each sample is in the data folder")
}

/// Uploads a list.
pub async fn upload(app: &TestApp, event: EventId, file_name: &str, bytes: Vec<u8>) -> ImportId {
    imports::upload(&app.desk, &app.permit(), event, file_name.into(), bytes)
        .await
        .expect("the list is read")
}

/// Looks at an uploaded list.
pub async fn preview(app: &TestApp, event: EventId, import: ImportId) -> Preview {
    imports::preview(&app.desk, &app.permit(), event, import)
        .await
        .expect("the list is there")
}

/// A connection to a mail server of a test.
pub fn smtp_to(server: &MailServer) -> Smtp {
    Smtp::new(&server.url, "Einlass <no-reply@einlass.example>").expect("a good address")
}
