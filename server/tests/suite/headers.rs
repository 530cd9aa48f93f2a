//! What surrounds every page.

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, StatusCode},
};
use testkit::both_engines;

use super::browser::Browser;

both_engines! {
    async fn every_page_is_locked_down(app: TestApp) {
        let event = app.event().make().await;
        let browser = Browser::signed_in(app).await;
        for path in ["/", "/app/forgot", "/app", &format!("/app/events/{event}"), "/nowhere"] {
            let answer = browser.get(path).await;
            let policy = answer.headers["content-security-policy"].to_str().expect("plain text");
            let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
            assert!(!policy.contains("unsafe-inline"), "{path}");
            assert_eq!(answer.headers["cache-control"], "no-store", "{path}");
            assert_eq!(answer.headers["x-content-type-options"], "nosniff", "{path}");
            for script in answer.body.split("<script").skip(1) {
                let tag = script.split('>').next().expect("a tag ends");
                assert!(tag.contains(nonce), "{path}: a script without the nonce: {tag}");
            }
            assert!(!answer.body.contains(" style="), "{path}: the policy forbids style attributes");
            assert!(answer.body.ends_with("</script>") || answer.body.ends_with("</html>"), "{path}");
        }
    }

    async fn every_answer_wants_tls_names_its_type_and_stands_in_no_frame(app: TestApp) {
        let event = app.event().make().await;
        let slug = app.event_now(event).await.slug;
        let browser = Browser::behind_tls(app);
        let of_event = ["", "/calendar.ics"].map(|file| format!("/e/{slug}{file}"));
        let paths = ["/", "/app/login", "/nowhere", "/healthz", "/readyz", "/robots.txt", "/favicon.svg", "/icons.svg", "/logo.svg", "/pkg/einlass.css"];
        for path in paths.into_iter().chain(of_event.iter().map(String::as_str)) {
            let answer = browser.get(path).await;
            let header = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().expect("plain text"));
            assert!(header("strict-transport-security").starts_with("max-age=63072000"), "{path}");
            assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(header("x-frame-options"), "DENY", "{path}");
            assert!(header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
            let kind = header("content-type");
            let is_text = kind.starts_with("text/") || kind.contains("xml");
            assert!(!kind.is_empty() && (!is_text || kind.ends_with("charset=utf-8")), "{path}: {kind}");
        }
    }

    async fn with_tls_every_cookie_is_bound_to_this_host(app: TestApp) {
        let browser = Browser::behind_tls(app);
        let fields = [("email", "olivia@foyer.example"), ("password", testkit::TestApp::PASSWORD)];
        let signed_in = browser.post("/app/login", &fields).await;
        let chosen = browser.get("/app/login?lang=en&theme=dark").await;
        let mut names = Vec::new();
        for answer in [&signed_in, &chosen] {
            for cookie in answer.headers.get_all("set-cookie") {
                let cookie = cookie.to_str().expect("plain text");
                assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure"), "{cookie}");
                assert!(cookie.contains("; Path=/;") && cookie.contains("; HttpOnly") && !cookie.contains("Domain"), "{cookie}");
                names.push(cookie.split('=').next().expect("a name").to_owned());
            }
        }
        names.sort();
        names.dedup();
        let expected: Vec<_> = names.iter().filter(|name| ["__Host-sid", "__Host-lang", "__Host-theme"].contains(&name.as_str())).collect();
        assert_eq!(expected.len(), 3, "{names:?}");
        let page = browser.with_cookie("__Host-lang=en; __Host-theme=dark").get("/app/login").await;
        assert!(page.body.contains("lang=\"en\"") && page.body.contains("data-theme=\"dark\""));
        // What another host of the same domain, or somebody on the line, has set does not count.
        let page = browser.with_cookie("lang=en; theme=dark").get("/app/login").await;
        assert!(page.body.contains("lang=\"de\"") && !page.body.contains("data-theme=\"dark\""));
    }

    async fn of_a_name_that_is_sent_twice_the_first_counts(app: TestApp) {
        let browser = Browser::new(app);
        let (own, other) = (("email", "olivia@foyer.example"), ("email", "nobody@foyer.example"));
        let password = ("password", testkit::TestApp::PASSWORD);
        assert_eq!(browser.post("/app/login", &[other, own, password]).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(browser.post("/app/login", &[own, other, password]).await.location(), "/app");
        // What stands in the address is no part of the form.
        let answer = browser.post("/app/login?email=olivia@foyer.example", &[other, password]).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        let page = browser.get("/app/login?lang=en&lang=de").await;
        assert!(page.body.contains("lang=\"en\""));
    }

    async fn a_form_from_another_site_changes_nothing(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let foreign: [&[(&str, &str)]; 4] = [
            &[("origin", "https://evil.example")],
            &[("sec-fetch-site", "cross-site"), ("origin", "http://127.0.0.1:3000")],
            &[("sec-fetch-site", "same-site")],
            &[],
        ];
        for headers in foreign {
            for path in ["/app/events/new", "/app/logout", "/fn/events/create", "/app/login"] {
                let answer = browser.send(Method::POST, path, Body::from("title=x"), headers).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {headers:?}");
            }
        }
    }

    async fn another_site_opens_no_socket_here(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let ask = [("connection", "upgrade"), ("upgrade", "websocket"), ("sec-websocket-version", "13")];
        for from in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
            let headers: Vec<_> = ask.into_iter().chain([from]).collect();
            let answer = browser.send(Method::GET, "/app/events", Body::empty(), &headers).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{from:?}");
        }
    }

    async fn a_session_that_was_there_before_ends_with_a_new_one(app: TestApp) {
        let mut browser = Browser::signed_in(app).await;
        let before = browser.cookie().to_owned();
        let fields = [("email", "olivia@foyer.example"), ("password", testkit::TestApp::PASSWORD)];
        let answer = browser.post("/app/login", &fields).await;
        assert_eq!(answer.location(), "/app");
        browser.keep_cookie(&answer);
        assert_ne!(browser.cookie(), before, "nobody's session is taken over");
        assert_eq!(browser.get("/app").await.status, StatusCode::OK);
        assert_eq!(browser.with_cookie(&before).get("/app").await.status, StatusCode::SEE_OTHER);
    }

    async fn a_session_that_somebody_else_chose_is_not_taken_on(app: TestApp) {
        let browser = Browser::new(app);
        let chosen = browser.with_cookie(&format!("sid=t{}", "A".repeat(43)));
        let fields = [("email", "olivia@foyer.example"), ("password", testkit::TestApp::PASSWORD)];
        let answer = chosen.post("/app/login", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(chosen.get("/app").await.status, StatusCode::SEE_OTHER, "the chosen one opens nothing");
    }

    async fn only_methods_that_are_meant_are_answered(app: TestApp) {
        let browser = Browser::new(app);
        for path in ["/", "/app/login", "/healthz", "/pkg/einlass.css"] {
            for method in [Method::TRACE, Method::CONNECT] {
                let answer = browser.send(method.clone(), path, Body::empty(), &[("sec-fetch-site", "none")]).await;
                assert!(answer.status.is_client_error(), "{method} {path}: {}", answer.status);
            }
        }
    }

    async fn no_folder_is_listed(app: TestApp) {
        let browser = Browser::new(app);
        for path in ["/pkg", "/pkg/", "/fonts/", "/pkg/../", "/pkg/%2e%2e/", "/.git/config", "/fonts/../pkg/"] {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(!answer.body.contains("einlass.wasm\"") || answer.body.contains("<h1"), "{path}");
        }
    }

    async fn downloads_have_names_of_ours(app: TestApp) {
        let event = app.event().title("a\"; filename=\"evil.exe").make().await;
        backend::audit::sequence(&app.desk, app.team.tenant).await.expect("the log is signed");
        let browser = Browser::signed_in(app).await;
        for (path, name) in [
            (format!("/app/events/{event}/guests.csv"), "guests.csv"),
            ("/app/protection/log.ndjson".to_owned(), "log.ndjson"),
        ] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.headers["content-disposition"], format!("attachment; filename=\"{name}\""), "{path}");
        }
    }

    async fn who_is_not_signed_in_is_sent_to_the_front_door(app: TestApp) {
        let browser = Browser::new(app);
        for path in ["/app", "/app/events", "/app/events/new", "/app/mailbox", "/app/team", "/app/account", "/app/events/x/guests.csv"] {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert!(answer.location().starts_with("/app/login?next="), "{path}");
        }
        let answer = browser.post("/fn/events/list", &[]).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }

    async fn mails_that_nobody_sends_are_told_within_a_minute(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        let browser = Browser::signed_in(app).await;
        let mail = async || browser.get("/readyz").await.body.lines().find(|line| line.starts_with("mail")).map(str::to_owned);
        assert_eq!(mail().await.as_deref(), Some("mail ok"));
        browser.app.clock.advance_ms(60_001);
        assert_eq!(mail().await.as_deref(), Some("mail still"));
        assert!(browser.get("/app").await.body.contains("E-Mails stehen still"), "the team sees it, too");
        browser.app.execute(&format!("UPDATE mails SET sent_at = {}", browser.app.desk.now().0)).await;
        assert_eq!(mail().await.as_deref(), Some("mail ok"));
        assert!(!browser.get("/app").await.body.contains("E-Mails stehen still"));
    }

    async fn what_comes_without_tls_is_sent_on_or_refused(app: TestApp) {
        let browser = Browser::behind_tls(app);
        let send = async |method: Method, path: &str, from: &str, proto: &str| {
            let address: std::net::SocketAddr = format!("{from}:40000").parse().expect("an address");
            let request = axum::http::Request::builder().method(method).uri(path);
            let request = request.header("sec-fetch-site", "same-origin").header("x-forwarded-proto", proto);
            browser.take(request.extension(ConnectInfo(address)).body(Body::empty()).expect("a request")).await
        };
        let answer = send(Method::GET, "/app/login?next=/app", "10.0.0.7", "http").await;
        assert_eq!((answer.status, answer.location()), (StatusCode::PERMANENT_REDIRECT, "https://einlass.example/app/login?next=/app"));
        let answer = send(Method::POST, "/app/login", "10.0.0.7", "https, http").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        let answer = send(Method::GET, "/app/login", "203.0.113.9", "https").await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "straight from elsewhere, whatever it says");
        for (from, proto) in [("10.0.0.7", "https"), ("127.0.0.1", "http"), ("192.168.1.4", "http")] {
            let answer = send(Method::GET, "/app/login", from, proto).await;
            assert_eq!(answer.status, StatusCode::OK, "{from}");
        }
        assert_eq!(send(Method::GET, "/healthz", "203.0.113.9", "http").await.status, StatusCode::OK);
    }

    async fn health_is_told(app: TestApp) {
        let browser = Browser::new(app);
        assert_eq!(browser.get("/healthz").await.status, StatusCode::OK);
        let ready = browser.get("/readyz").await;
        assert_eq!((ready.status, ready.body.as_str()), (StatusCode::OK, "database ok\nschema ok\nkeys ok\nkey-provider ok\nmail ok\nlog ok\n"));
        // Nobody gives the entries of this test their place.
        browser.app.clock.advance_ms(30_001);
        let late = browser.get("/readyz").await;
        assert_eq!((late.status, late.body.lines().last()), (StatusCode::OK, Some("log late")));
    }
}
