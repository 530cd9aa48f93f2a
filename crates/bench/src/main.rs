//! Figures, each a ratio within one run: what encryption, rendering and the log cost against doing without.

mod guests;
mod http;
mod meter;
mod pages;
mod registrations;
mod rotation;
mod search;
mod timing;

use testkit::{Engine, TestApp};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        meter::heading();
        if wanted("pages") {
            pages::measure(TestApp::start(Engine::Sqlite).await).await;
        }
        if wanted("registrations") {
            Box::pin(registrations::measure(TestApp::start(Engine::Sqlite).await)).await;
        }
        if wanted("guests") {
            guests::measure(TestApp::start(Engine::Sqlite).await).await;
        }
        if wanted("timing") {
            timing::measure(TestApp::start(Engine::Sqlite).await).await;
        }
        if wanted("search") {
            let goals = ["<= 500 ms", "<= 15 ms"];
            Box::pin(search::measure(
                TestApp::start(Engine::Sqlite).await,
                100_000,
                goals,
            ))
            .await;
            let goals = ["<= 4000 ms", "<= 60 ms"];
            Box::pin(search::measure(
                TestApp::start(Engine::Sqlite).await,
                1_000_000,
                goals,
            ))
            .await;
        }
        if wanted("rotation") {
            Box::pin(rotation::measure(TestApp::start(Engine::Sqlite).await)).await;
        }
    });
}

/// Whether to measure this: everything, or what the command line names.
fn wanted(name: &str) -> bool {
    let mut names = std::env::args().skip(1).peekable();
    names.peek().is_none() || names.any(|wanted| wanted == name)
}
