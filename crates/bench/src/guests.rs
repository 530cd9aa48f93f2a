//! A page of the guest list against the same page in plain text.

use backend::guests::{GuestFilter, list};
use domain::access::act;
use sqlx::{SqlitePool, sqlite::SqlitePoolOptions};
use testkit::TestApp;

use crate::meter;

const PAGES: u32 = 500;

#[derive(sqlx::FromRow)]
#[expect(dead_code, reason = "the rows are read and not looked at")]
struct PlainRow {
    id: i64,
    given_name: String,
    family_name: String,
    email: String,
    company: String,
    places: i64,
    listed_at: i64,
    invited_at: Option<i64>,
    accepted_at: Option<i64>,
}

/// Measures.
pub async fn measure(app: TestApp) {
    let event = app.event().make().await;
    let lines: Vec<String> = (0..1_000)
        .map(|n| format!("Vorname {n};Nachname {n};gast{n}@x.example"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    app.guests(event, &lines).await;
    let plain = plain_store(&app).await;
    let (app, plain) = (&app, &plain);
    let ours = || async move {
        let permit = app.permit::<act::SeeGuests>();
        for _ in 0..PAGES {
            let page = list(&app.desk, &permit, event, &GuestFilter::default())
                .await
                .expect("a page");
            assert_eq!(page.guests.len(), 50);
        }
    };
    let theirs = || async move {
        for _ in 0..PAGES {
            let mut transaction = plain.begin().await.expect("a transaction");
            let page: Vec<PlainRow> = sqlx::query_as(
                "SELECT id, given_name, family_name, email, company, places, listed_at, invited_at, accepted_at \
                 FROM plain WHERE event = $1 AND id > $2 ORDER BY id LIMIT $3",
            )
            .bind(1)
            .bind(0)
            .bind(51)
            .fetch_all(&mut *transaction)
            .await
            .expect("a page");
            assert_eq!(page.len(), 51);
        }
    };
    let taken = meter::compare(PAGES, ours, theirs).await;
    meter::line("50 guests decrypted / in plain text", taken, ">= 0.5");
}

async fn plain_store(app: &TestApp) -> SqlitePool {
    let url = format!(
        "sqlite://{}?mode=rwc",
        app.folder.path().join("plain.db").display()
    );
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect(&url)
        .await
        .expect("a database");
    let create = "CREATE TABLE plain (id INTEGER PRIMARY KEY, event INTEGER, given_name TEXT, family_name TEXT, \
                  email TEXT, company TEXT, places INTEGER, listed_at INTEGER, invited_at INTEGER, accepted_at INTEGER)";
    sqlx::query(create).execute(&pool).await.expect("a table");
    for n in 0..1_000 {
        sqlx::query(
            "INSERT INTO plain (event, given_name, family_name, email, company, places, listed_at) \
             VALUES (1, $1, $2, $3, '', 0, 1801472400000)",
        )
        .bind(format!("Vorname {n}"))
        .bind(format!("Nachname {n}"))
        .bind(format!("gast{n}@x.example"))
        .execute(&pool)
        .await
        .expect("a row");
    }
    pool
}
