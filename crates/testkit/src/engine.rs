//! A database for one test.

use std::path::Path;

use backend::store::{Store, grant_runtime};
use sqlx::{Connection, Executor, PgConnection};
use uuid::Uuid;

/// The engine of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded.
    Sqlite,
    /// Server; needs `EINLASS_TEST_POSTGRES_URL`, which `cargo xtask test` sets.
    Postgres,
}

/// The role that the service uses in tests: neither owner nor superuser.
const RUNTIME: &str = "einlass_runtime";

/// The address of the test cluster's superuser.
pub(crate) fn admin_url() -> String {
    std::env::var("EINLASS_TEST_POSTGRES_URL")
        .expect("EINLASS_TEST_POSTGRES_URL is missing: run the tests with `cargo xtask test`")
}

impl Engine {
    /// A fresh, migrated database, and its address as the service would be given it.
    pub(crate) async fn open(self, folder: &Path, name: Uuid) -> (Store, String) {
        match self {
            Self::Sqlite => {
                let url = format!("sqlite://{}", folder.join("einlass.db").display());
                let store = Store::connect(&url).await.expect("SQLite opens");
                store.migrate().await.expect("the migrations run");
                (store, url)
            }
            Self::Postgres => postgres(name).await,
        }
    }
}

async fn postgres(name: Uuid) -> (Store, String) {
    let admin_url = admin_url();
    let database = format!("test_{}", name.simple());
    let mut admin = PgConnection::connect(&admin_url)
        .await
        .expect("the test cluster answers");
    let role = format!(
        "DO $$ BEGIN CREATE ROLE {RUNTIME} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    );
    admin
        .execute(sqlx::AssertSqlSafe(role))
        .await
        .expect("the role is made");
    let create = format!("CREATE DATABASE {database}");
    admin
        .execute(sqlx::AssertSqlSafe(create))
        .await
        .expect("the database is made");
    let (base, _) = admin_url
        .rsplit_once('/')
        .expect("the address names a database");
    let owner = Store::connect(&format!("{base}/{database}"))
        .await
        .expect("the owner connects");
    owner.migrate().await.expect("the migrations run");
    grant_runtime(&owner, RUNTIME)
        .await
        .expect("the runtime role gets its rights");
    owner.close().await;
    let host = base.rsplit_once('@').map_or(base, |(_, host)| host);
    let url = format!("postgres://{RUNTIME}@{host}/{database}");
    (
        Store::connect(&url)
            .await
            .expect("the runtime role connects"),
        url,
    )
}

/// Drops databases of the test cluster, whoever is still connected to them; those of `SQLite` go with their folder.
pub(crate) fn drop_databases(urls: Vec<String>) {
    let names: Vec<String> = urls
        .iter()
        .filter(|url| url.starts_with("postgres:"))
        .filter_map(|url| Some(url.rsplit_once('/')?.1.to_owned()))
        .collect();
    if names.is_empty() {
        return;
    }
    // The test's own runtime may be ending.
    let dropping = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let Ok(mut admin) = PgConnection::connect(&admin_url()).await else {
                return;
            };
            for name in names {
                let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                // What is left over goes with the cluster.
                let _ = admin.execute(sqlx::AssertSqlSafe(drop)).await;
            }
        });
    });
    let _ = dropping.join();
}
