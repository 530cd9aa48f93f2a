//! Where a request ends: nobody smuggles a second one past a proxy within the body of the first.

use std::net::SocketAddr;

use axum::Router;
use server::{
    config::Config,
    http::{AppState, router},
};
use testkit::{TestApp, both_engines};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// The service on a port of its own, as `einlass serve` listens.
async fn listen(app: &TestApp) -> SocketAddr {
    let config = Config::read(&|_| None).expect("the defaults work");
    let router: Router = router(AppState::new(&config, app.desk.clone()));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    address
}

/// The status of each answer to what is sent over one connection.
async fn answers(address: SocketAddr, sent: &str) -> Vec<u16> {
    let mut connection = TcpStream::connect(address).await.expect("it listens");
    connection.write_all(sent.as_bytes()).await.expect("sent");
    let mut said = Vec::new();
    connection
        .read_to_end(&mut said)
        .await
        .expect("it answers and closes");
    String::from_utf8_lossy(&said)
        .split("HTTP/1.1 ")
        .skip(1)
        .filter_map(|answer| answer.get(..3)?.parse().ok())
        .collect()
}

both_engines! {
    async fn requests_with_contradicting_lengths_are_refused_or_read_as_the_rule_says(app: TestApp) {
        let address = listen(&app).await;
        let head = "POST /app/forgot HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n";
        let second = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        let two = answers(address, &format!("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n{second}")).await;
        assert_eq!(two, [200, 200], "one after the other");
        let refused = [
            "Content-Length: 5\r\nContent-Length: 6\r\n",
            "Content-Length: 5, 6\r\n",
            "Content-Length: +5\r\n",
            "Content-Length: 0x5\r\n",
            "Transfer-Encoding: chunked, identity\r\n",
        ];
        for lengths in refused {
            let found = answers(address, &format!("{head}{lengths}\r\nhello{second}")).await;
            assert_eq!(found, [400], "{lengths}");
        }
        // RFC 9112, section 6.3: chunks count, a length beside them does not, and the connection ends behind them.
        let chunks = "13\r\nemail=a%40x.example\r\n0\r\n\r\n";
        let hidden = format!("{head}Content-Length: 60\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}{second}");
        assert_eq!(answers(address, &hidden).await, [303]);
        let told = format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunks}{second}");
        assert_eq!(answers(address, &told).await, [303, 200]);
    }
}
