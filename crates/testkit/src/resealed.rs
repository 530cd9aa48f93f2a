//! Rewriting a sealed row past the use cases, with the tenant's own keys.

use std::{sync::Arc, time::Duration};

use backend::store::Store;
use domain::{
    guests::GuestFile,
    ids::{EventId, GuestId},
    people::Details,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;
use vault::{Environment, KeyCache, LocalKeyFile, PersonKey, Place, TenantKeys};

use crate::TestApp;

impl TestApp {
    /// Takes the address from a guest: lists without addresses cannot be imported yet.
    pub async fn forget_address(&self, guest: GuestId) {
        let guest = self.guest_now(guest).await;
        let key = self.key_of_person(guest.person.bytes()).await;
        let mut file: GuestFile = guest.file.clone();
        file.details.email = None;
        let sealed = key.seal(Place::row("guests", guest.id.bytes()), &file);
        let (id, person) = (
            self.literal(guest.id.uuid()),
            self.literal(guest.person.uuid()),
        );
        let hex: String = sealed
            .as_bytes()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let bytes = match self.desk.store() {
            Store::Sqlite { .. } => format!("x'{hex}'"),
            Store::Postgres(_) => format!("'\\x{hex}'::bytea"),
        };
        self.execute(&format!(
            "UPDATE guests SET sealed = {bytes} WHERE id = {id}; \
             UPDATE people SET email_index = NULL WHERE id = {person}"
        ))
        .await;
    }

    /// Wrapped keys of subjects that have nothing else, under the tenant's only root key.
    pub async fn make_wrapped_keys(&self, count: u32) -> Vec<(Uuid, Vec<u8>)> {
        let keys = self.keys_of_tenant().await;
        (1..=count)
            .map(|number| {
                let subject = Uuid::from_u128(u128::from(number));
                let (_, wrapped) = keys.make_person_key(*subject.as_bytes());
                (subject, wrapped.into_bytes())
            })
            .collect()
    }

    /// Puts many guests on a list past the use cases, each a person with a key of its own; `SQLite` only, for measuring.
    /// `guest` gives first name, last name, address and company of a number.
    pub async fn fill_guests(&self, event: EventId, count: u32, guest: fn(u32) -> [String; 4]) {
        let Store::Sqlite { writer, writes, .. } = self.desk.store() else {
            panic!("many guests are for the embedded engine");
        };
        let keys = self.keys_of_tenant().await;
        let tenant = self.team.tenant.uuid();
        let mut transaction = writer.begin().await.expect("a transaction");
        for number in 0..count {
            let person = Uuid::from_u128((1 << 64) + u128::from(number));
            let id = Uuid::from_u128((2 << 64) + u128::from(number));
            let (key, wrapped) = keys.make_person_key(*person.as_bytes());
            let [given_name, family_name, email, company] = guest(number);
            let file = GuestFile {
                details: Details {
                    given_name,
                    family_name,
                    company,
                    email: email.parse().ok(),
                    ..Details::default()
                },
                ..GuestFile::default()
            };
            let index = keys.blind_index("people.email", &email);
            let sealed = key.seal(Place::row("guests", *id.as_bytes()), &file);
            for query in [
                sqlx::query(
                    "INSERT INTO keys (tenant_id, subject_id, root_version, wrapped, made_at) VALUES ($1, $2, 1, $3, 0)",
                )
                .bind(tenant)
                .bind(person)
                .bind(wrapped.into_bytes()),
                sqlx::query("INSERT INTO people (tenant_id, id, email_index, made_at) VALUES ($1, $2, $3, 0)")
                    .bind(tenant)
                    .bind(person)
                    .bind(index.as_bytes().to_vec()),
                sqlx::query(
                    "INSERT INTO guests (tenant_id, id, event_id, person_id, sealed, listed_at) VALUES ($1, $2, $3, $4, $5, 0)",
                )
                .bind(tenant)
                .bind(id)
                .bind(event.uuid())
                .bind(person)
                .bind(sealed.into_bytes()),
            ] {
                query.execute(&mut *transaction).await.expect("a row");
            }
        }
        transaction.commit().await.expect("stored");
        writes.count();
    }

    async fn keys_of_tenant(&self) -> Arc<TenantKeys> {
        let file = self.folder.path().join("keys/local.key");
        let provider =
            LocalKeyFile::open_or_create(&file, Environment::Test).expect("the key file is there");
        let ttl = Duration::from_mins(1);
        let cache = KeyCache::new(Arc::new(provider), Environment::Test, ttl, ttl);
        let tenant = self.team.tenant;
        let of_tenant = format!("WHERE tenant_id = {}", self.literal(tenant.uuid()));
        let version = self
            .count(&format!("SELECT version FROM roots {of_tenant}"))
            .await;
        let root = self
            .bytes(&format!("SELECT wrapped FROM roots {of_tenant}"))
            .await;
        cache
            .tenant_keys(
                tenant.bytes(),
                u32::try_from(version).expect("a small number"),
                &root,
                self.desk.now().0,
            )
            .await
            .expect("the root key opens")
    }

    async fn key_of_person(&self, person: [u8; 16]) -> PersonKey {
        let subject = self.literal(Uuid::from_bytes(person));
        let wrapped = self
            .bytes(&format!(
                "SELECT wrapped FROM keys WHERE subject_id = {subject}"
            ))
            .await;
        self.keys_of_tenant()
            .await
            .unwrap_person_key(person, &wrapped)
            .expect("the person's key opens")
    }

    async fn bytes(&self, sql: &str) -> Vec<u8> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self.desk.store() {
            Store::Sqlite { reader, .. } => sqlx::query_scalar(sql).fetch_one(reader).await,
            Store::Postgres(_) => {
                sqlx::query_scalar(sql)
                    .fetch_one(&mut self.superuser().await)
                    .await
            }
        }
        .expect("the query runs")
    }
}
