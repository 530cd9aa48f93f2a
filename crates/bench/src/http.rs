//! A server on a free port of this host, and plain HTTP to it.

use std::net::SocketAddr;

use axum::Router;
use server::{
    config::Config,
    http::{AppState, router},
};
use testkit::TestApp;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// Serves Einlass.
pub async fn serve_einlass(app: &TestApp) -> SocketAddr {
    let config = Config::read(&|_| None).expect("the defaults work");
    serve(router(AppState::new(&config, app.desk.clone()))).await
}

/// Serves anything.
pub async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service).await
    });
    address
}

/// A connection that stays open.
pub struct Connection(TcpStream);

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await;
        Self(stream.expect("the server answers"))
    }

    /// Sends a request and takes the whole answer.
    pub async fn ask(&mut self, request: &str) -> String {
        let sent = self.0.write_all(request.as_bytes()).await;
        sent.expect("the request goes out");
        let mut answer = Vec::new();
        while !is_whole(&answer) {
            let read = self.0.read_buf(&mut answer).await;
            assert!(
                read.expect("the answer comes in") > 0,
                "the answer ended early"
            );
        }
        String::from_utf8_lossy(&answer).into_owned()
    }
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
