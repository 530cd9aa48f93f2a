//! Changing a tenant's root key against copying the same rows in the same batches.

use backend::{access::Who, keys, store::Store};
use sqlx::SqlitePool;
use testkit::TestApp;
use uuid::Uuid;

use crate::meter;

/// Keys of subjects; another number in `EINLASS_BENCH_KEYS`.
const KEYS: u32 = 1_000_000;

/// Measures one run of each; the line tells the time for a million keys in the unit of a thousand: ms for each.
pub async fn measure(app: TestApp) {
    let count = std::env::var("EINLASS_BENCH_KEYS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(KEYS);
    let Store::Sqlite { writer, .. } = app.desk.store() else {
        return;
    };
    fill(&app, writer, count).await;
    let thousands = count.div_ceil(1000);
    let theirs = meter::take(thousands, copy(writer, app.team.tenant.uuid(), count)).await;
    let permit = app.permit_of(Who::Operator(app.team.tenant));
    let ours = meter::take(thousands, async {
        let done = keys::rotate(&app.desk, &permit).await.expect("it ends");
        assert!(done.rewrapped >= u64::from(count));
    })
    .await;
    meter::line(
        &format!("1,000 of {count} keys under a new root key"),
        (ours, theirs),
        "1 M in 60 s: <= 60 ms",
    );
}

async fn fill(app: &TestApp, writer: &SqlitePool, count: u32) {
    let tenant = app.team.tenant.uuid();
    let mut transaction = writer.begin().await.expect("a transaction");
    for (subject, wrapped) in app.make_wrapped_keys(count).await {
        sqlx::query(
            "INSERT INTO keys (tenant_id, subject_id, root_version, wrapped, made_at) VALUES ($1, $2, 1, $3, 0)",
        )
        .bind(tenant)
        .bind(subject)
        .bind(wrapped)
        .execute(&mut *transaction)
        .await
        .expect("added");
    }
    transaction.commit().await.expect("stored");
}

/// Reads and writes every row without opening it, a thousand in each transaction.
async fn copy(writer: &SqlitePool, tenant: Uuid, count: u32) {
    sqlx::query(
        "CREATE TABLE copies (tenant_id BLOB, subject_id BLOB, wrapped BLOB, PRIMARY KEY (tenant_id, subject_id)) \
         STRICT, WITHOUT ROWID",
    )
    .execute(writer)
    .await
    .expect("a table");
    for thousand in 0..u128::from(count.div_ceil(1000)) {
        let mut transaction = writer.begin().await.expect("a transaction");
        sqlx::query(
            "INSERT INTO copies SELECT tenant_id, subject_id, wrapped FROM keys WHERE tenant_id = $1 \
             AND subject_id > $2 AND subject_id <= $3",
        )
        .bind(tenant)
        .bind(Uuid::from_u128(1000 * thousand))
        .bind(Uuid::from_u128(1000 * (thousand + 1)))
        .execute(&mut *transaction)
        .await
        .expect("copied");
        transaction.commit().await.expect("stored");
    }
}
