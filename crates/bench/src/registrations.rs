//! A registration against a plain-text row with the same durability.

use backend::registrations::{RegisterInput, register};
use domain::{Locale, access::act};
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::sync::atomic::{AtomicU32, Ordering};
use testkit::{TestApp, details};

use crate::meter;

const COUNT: u32 = 200;

/// Measures.
pub async fn measure(app: TestApp) {
    let event = app.event().make().await;
    let plain = plain_store(&app).await;
    let next = AtomicU32::new(0);
    let (app, next, plain) = (&app, &next, &plain);
    let ours = || async move {
        for _ in 0..COUNT {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let input = RegisterInput {
                details: details("Anna", "Huber", &format!("anna{number}@x.example")),
                companions: Vec::new(),
                language: Locale::De,
                request_key: uuid::Uuid::from_u128(u128::from(number)),
                ..RegisterInput::default()
            };
            let permit = app.permit_of_visitor::<act::Register>();
            register(&app.desk, &permit, event, &input)
                .await
                .expect("a registration");
        }
    };
    let theirs = || async move {
        for number in 0..COUNT {
            sqlx::query("INSERT INTO plain (given_name, family_name, email) VALUES ($1, $2, $3)")
                .bind("Anna")
                .bind("Huber")
                .bind(format!("anna{number}@x.example"))
                .execute(plain)
                .await
                .expect("a row");
        }
    };
    let taken = Box::pin(meter::compare(COUNT, ours, theirs)).await;
    meter::line(
        "registration / plain-text row",
        taken,
        ">= 0.3, CPU <= 5 ms",
    );
}

/// A table without encryption, log, mail or places, on the same disk with the same care.
async fn plain_store(app: &TestApp) -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename(app.folder.path().join("plain.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await
        .expect("a database");
    sqlx::query("CREATE TABLE plain (id INTEGER PRIMARY KEY, given_name TEXT, family_name TEXT, email TEXT)")
        .execute(&pool)
        .await
        .expect("a table");
    pool
}
