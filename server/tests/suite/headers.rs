//! What surrounds every page.

use axum::{
    body::Body,
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

    async fn health_is_told(app: TestApp) {
        let browser = Browser::new(app);
        assert_eq!(browser.get("/healthz").await.status, StatusCode::OK);
        let ready = browser.get("/readyz").await;
        assert_eq!((ready.status, ready.body.as_str()), (StatusCode::OK, "database ok\nschema ok\nkeys ok\nkey-provider ok\nlog ok\n"));
        // Nobody gives the entries of this test their place.
        browser.app.clock.advance_ms(30_001);
        let late = browser.get("/readyz").await;
        assert_eq!((late.status, late.body.lines().last()), (StatusCode::OK, Some("log late")));
    }
}
