//! What tests stand on: a desk with two tenants on either engine, a clock that stands still, builders with defaults.

mod app;
mod builders;
mod database;
mod engine;
mod inventory;
mod journey;
mod log;
mod mail_server;
mod photo;
mod provider;
mod resealed;

pub use app::{Team, TestApp};
pub use builders::{EventBuilder, details, plan, workshop};
pub use database::Snapshot;
pub use engine::Engine;
pub use inventory::{CLASSES, Column, inventory};
pub use journey::{as_csv, maybe, no, registration, wait, yes};
pub use log::LogRow;
pub use mail_server::{MailServer, Received, Reply};
pub use photo::photo;
pub use provider::provider_of_sign_on;

/// Runs one test on both engines: `both_engines! { async fn a_fact(app: TestApp) { … } }`.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident: TestApp) $body:block)*) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(clippy::wildcard_imports, unused_imports, reason = "a test sees what its file sees")]
            use super::*;

            async fn run($app: $crate::TestApp) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn sqlite() {
                run($crate::TestApp::start($crate::Engine::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn postgres() {
                run($crate::TestApp::start($crate::Engine::Postgres).await).await;
            }
        }
    )*};
}
