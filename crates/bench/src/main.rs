//! Figures, each a ratio within one run: what encryption, rendering and the log cost against doing without.

mod guests;
mod meter;
mod pages;
mod registrations;

use testkit::{Engine, TestApp};

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        meter::heading();
        pages::measure(TestApp::start(Engine::Sqlite).await).await;
        Box::pin(registrations::measure(TestApp::start(Engine::Sqlite).await)).await;
        guests::measure(TestApp::start(Engine::Sqlite).await).await;
    });
}
