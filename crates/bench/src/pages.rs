//! The public event page against a bare handler that returns the same bytes.

use std::net::SocketAddr;

use axum::{Router, routing::get};
use server::{
    config::Config,
    http::{AppState, router},
};
use testkit::TestApp;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::meter;

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
    let config = Config::read(&|_| None).expect("the defaults work");
    let ours = serve(router(AppState::new(&config, app.desk.clone()))).await;
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

async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).await
    });
    address
}

/// Fetches a page some times over one connection; returns the last answer. A page ends with its last tag.
async fn fetch(address: SocketAddr, path: &str, times: u32) -> String {
    let mut stream = TcpStream::connect(address)
        .await
        .expect("the server answers");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Language: de\r\n\r\n");
    let mut answer = Vec::new();
    for _ in 0..times {
        answer.clear();
        stream
            .write_all(request.as_bytes())
            .await
            .expect("the request goes out");
        while !is_whole(&answer) {
            let read = stream
                .read_buf(&mut answer)
                .await
                .expect("the answer comes in");
            assert!(read > 0, "the answer ended early");
        }
    }
    String::from_utf8_lossy(&answer).into_owned()
}

fn is_whole(answer: &[u8]) -> bool {
    let text = String::from_utf8_lossy(answer);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| {
        line.to_lowercase()
            .strip_prefix("content-length: ")
            .and_then(|length| length.parse().ok())
    });
    match length {
        Some(length) => body.len() >= length,
        None => body.ends_with("\r\n0\r\n\r\n"),
    }
}
