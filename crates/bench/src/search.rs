//! Finding guests by a part of the name, against `LIKE` over the same rows in plain text.

use std::time::{Duration, Instant};

use backend::{
    guests::{GuestFilter, forget_names, list, memory_of_names},
    store::Store,
};
use domain::{access::act, ids::EventId};
use sqlx::SqlitePool;
use testkit::TestApp;

use crate::meter;

/// What people type: frequent and rare parts, of names, companies and addresses.
const NEEDLES: [&str; 12] = [
    "hub",
    "müller",
    "mueller",
    "zoe",
    "anna hub",
    "nobody",
    "maier777",
    "gast42",
    "x.example",
    "öz",
    "verein 7",
    "er",
];
/// How often each is searched for.
const ROUNDS: usize = 25;

const FAMILY: [&str; 8] = [
    "Huber",
    "Müller",
    "Maier",
    "Gruber",
    "Öztürk",
    "Nußbaumer",
    "Łukasik",
    "Berger",
];
const GIVEN: [&str; 6] = ["Anna", "Zoë", "Jörg", "Maria", "Ben", "Łukasz"];

/// The guest of a number: given name, family name, address, company.
pub fn guest(number: u32) -> [String; 4] {
    let at = number as usize;
    [
        GIVEN[at % GIVEN.len()].to_owned(),
        format!("{}{}", FAMILY[at / 7 % FAMILY.len()], number % 1_000),
        format!("gast{number}@x.example"),
        format!("Verein {}", number % 5_000),
    ]
}

/// Measures with this number of guests.
pub async fn measure(app: TestApp, count: u32, goals: [&'static str; 2]) {
    let event = app.event().make().await;
    app.fill_guests(event, count, guest).await;
    let Store::Sqlite { writer, .. } = app.desk.store() else {
        return;
    };
    fill_plain(writer, count).await;
    let desk = app.another_desk().await;
    let permit = app.permit::<act::SeeGuests>();
    let search = async |needle: &str| {
        let filter = GuestFilter {
            search: needle.to_owned(),
            ..GuestFilter::default()
        };
        list(&desk, &permit, event, &filter).await.expect("a page")
    };

    let cold = meter::take(1, async {
        search("huber").await;
    })
    .await;
    let plain_cold = meter::take(1, async {
        plain_search(writer, "huber").await;
    })
    .await;
    meter::line(
        &format!("first search among {count}, rows opened"),
        (cold, plain_cold),
        goals[0],
    );
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for needle in NEEDLES {
            ours.push(timed(search(needle)).await);
            theirs.push(timed(plain_search(writer, needle)).await);
        }
    }
    meter::percentiles(
        &format!("search among {count}, 95 of 100 within"),
        ours,
        theirs,
        goals[1],
    );
    let bytes = memory_of_names(&desk, app.team.tenant).await;
    meter::note(&format!(
        "memory of the index: {} bytes for each guest",
        bytes / count as usize
    ));
    forget_names(&desk).await.expect("forgotten");
    check(&app, event).await;
}

/// The guests are really there.
async fn check(app: &TestApp, event: EventId) {
    let permit = app.permit::<act::SeeGuests>();
    let filter = GuestFilter {
        search: "mueller".into(),
        ..GuestFilter::default()
    };
    let page = list(&app.desk, &permit, event, &filter)
        .await
        .expect("a page");
    assert_eq!(page.guests.len(), 50);
    assert!(
        page.guests
            .iter()
            .all(|guest| guest.file.details.family_name.starts_with("Müller"))
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "measuring is about the machine's clock"
)]
async fn timed<T>(work: impl Future<Output = T>) -> Duration {
    let start = Instant::now();
    work.await;
    start.elapsed()
}

async fn fill_plain(writer: &SqlitePool, count: u32) {
    let mut transaction = writer.begin().await.expect("a transaction");
    let create = "CREATE TABLE plain (id INTEGER PRIMARY KEY, given TEXT, family TEXT, email TEXT, company TEXT) STRICT";
    sqlx::query(create)
        .execute(&mut *transaction)
        .await
        .expect("a table");
    for number in 0..count {
        let [given, family, email, company] = guest(number);
        sqlx::query("INSERT INTO plain (given, family, email, company) VALUES ($1, $2, $3, $4)")
            .bind(given)
            .bind(family)
            .bind(email)
            .bind(company)
            .execute(&mut *transaction)
            .await
            .expect("a row");
    }
    transaction.commit().await.expect("stored");
}

/// The same page by `LIKE`; it knows neither accents nor two words.
async fn plain_search(pool: &SqlitePool, needle: &str) {
    let rows: Vec<(i64, String, String, String, String)> = sqlx::query_as(
        "SELECT id, given, family, email, company FROM plain WHERE given LIKE $1 OR family LIKE $1 OR email LIKE $1 \
         OR company LIKE $1 ORDER BY family, given LIMIT 51",
    )
    .bind(format!("%{needle}%"))
    .fetch_all(pool)
    .await
    .expect("a page");
    std::hint::black_box(rows);
}
