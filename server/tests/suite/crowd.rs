//! Doors that are open to everybody, and somebody who knocks too often.

use std::net::SocketAddr;

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use testkit::both_engines;

use super::browser::Browser;

/// As many requests as an address may send at once.
const AT_ONCE: usize = 100;

/// Sends a form from an address.
async fn knock(
    browser: &Browser,
    from: &str,
    path: &str,
    form: &str,
) -> (StatusCode, String, String) {
    let address: SocketAddr = format!("{from}:40000").parse().expect("an address");
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("accept-language", "de")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .extension(ConnectInfo(address))
        .body(Body::from(form.to_owned()))
        .expect("a request");
    let answer = browser.take(request).await;
    let wait = answer.headers.get(header::RETRY_AFTER);
    let wait = wait.map_or("", |wait| wait.to_str().expect("a number"));
    (answer.status, wait.to_owned(), answer.body)
}

both_engines! {
    async fn an_address_that_knocks_too_often_waits_and_others_do_not(app: TestApp) {
        let clock = app.clock.clone();
        let browser = Browser::new(app);
        let form = "email=nobody%40x.example";
        for _ in 0..AT_ONCE {
            let (status, ..) = knock(&browser, "203.0.113.9", "/app/forgot", form).await;
            assert_eq!(status, StatusCode::SEE_OTHER);
        }
        let (status, wait, page) = knock(&browser, "203.0.113.9", "/app/forgot", form).await;
        assert_eq!((status, wait.as_str()), (StatusCode::TOO_MANY_REQUESTS, "1"));
        assert!(page.contains("sehr viele Anfragen") && page.contains("value=\"nobody@x.example\""), "{page}");
        let (status, ..) = knock(&browser, "203.0.113.9", "/app/login", "email=a&password=secret").await;
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS, "one door or another");
        let (status, ..) = knock(&browser, "203.0.113.9", "/fn/accounts/ask-passkey", "").await;
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
        for other in ["203.0.113.8", "127.0.0.1", "[::1]"] {
            let (status, ..) = knock(&browser, other, "/app/forgot", form).await;
            assert_eq!(status, StatusCode::SEE_OTHER, "{other}");
        }
        clock.advance_ms(2_000);
        let (status, ..) = knock(&browser, "203.0.113.9", "/app/forgot", form).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "a few seconds later");
    }

    async fn the_own_machine_is_not_counted(app: TestApp) {
        let browser = Browser::new(app);
        for _ in 0..=AT_ONCE {
            let (status, ..) = knock(&browser, "127.0.0.1", "/app/forgot", "email=nobody%40x.example").await;
            assert_eq!(status, StatusCode::SEE_OTHER);
        }
    }
}
