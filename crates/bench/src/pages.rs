//! The public event page against a bare handler that returns the same bytes.

use std::net::SocketAddr;

use axum::{Router, routing::get};
use testkit::TestApp;

use crate::{
    http::{Connection, serve, serve_einlass},
    meter,
};

const REQUESTS: u32 = 2_000;
const CONNECTIONS: u32 = 8;

/// Measures.
pub async fn measure(app: TestApp) {
    let event = app.event().capacity(100).make().await;
    let see = app.permit::<domain::access::act::SeeEvents>();
    let (plan, _) = backend::events::load(&app.desk, &see, event)
        .await
        .expect("the event");
    let path = format!("/e/{}", plan.slug);
    let ours = serve_einlass(&app).await;
    let page = fetch(ours, &path, 1).await;
    let body: String = page
        .split_once("\r\n\r\n")
        .map_or(String::new(), |(_, body)| body.to_owned());
    let bare = serve(Router::new().route("/{*path}", get(async move || body.clone()))).await;
    let pages = |address: SocketAddr| {
        let path = path.clone();
        async move {
            let readers: Vec<_> = (0..CONNECTIONS)
                .map(|_| {
                    let path = path.clone();
                    tokio::spawn(async move { fetch(address, &path, REQUESTS / CONNECTIONS).await })
                })
                .collect();
            for reader in readers {
                reader.await.expect("a reader ends");
            }
        }
    };
    let taken = meter::compare(REQUESTS, || pages(ours), || pages(bare)).await;
    meter::line(
        "public page / bare handler, same bytes",
        taken,
        ">= 0.15, CPU <= 1.5 ms",
    );
}

/// Fetches a page some times over one connection; returns the last answer.
async fn fetch(address: SocketAddr, path: &str, times: u32) -> String {
    let mut connection = Connection::open(address).await;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Language: de\r\n\r\n");
    let mut answer = String::new();
    for _ in 0..times {
        answer = connection.ask(&request).await;
    }
    answer
}
