//! What wants a fresh proof of who is signed in, and a second factor that a tenant wants.

use axum::http::StatusCode;
use backend::team;
use domain::Instant;
use testkit::{TestApp, both_engines};

use super::browser::Browser;

both_engines! {
    async fn roles_files_and_erasure_want_a_fresh_proof(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Maier;anna@x.example"]).await;
        let guest = app.list(event).await[0].id;
        let mut browser = Browser::signed_in(app).await;
        let invite = "/app/team/invite".to_owned();
        let erase = format!("/app/events/{event}/guests/{guest}/erase");
        let factors = "/app/account/factors".to_owned();
        let list = format!("/app/events/{event}/guests.csv");
        for path in [&invite, &erase, &factors, &list] {
            assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}");
        }
        browser.app.clock.advance_ms(5 * Instant::MINUTE_MS);
        for path in [&invite, &erase, &factors] {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert_eq!(answer.location(), format!("/app/prove?next={}", path.replace('/', "%2F")));
        }
        let answer = browser.get(&list).await;
        assert!(answer.location().contains("guests%3Fproved%3D1"), "{}", answer.location());
        let fields = [("name", "Ben"), ("email", "ben@x.example"), ("role", "analyst")];
        let sent = browser.post(&invite, &fields).await;
        assert_eq!(sent.location(), "/app/team?done=invited", "a form that was opened in time is taken");
        browser.app.clock.advance_ms(5 * Instant::MINUTE_MS);
        let late = browser.post(&invite, &[("name", "Eva"), ("email", "eva@x.example"), ("role", "analyst")]).await;
        assert_eq!(late.location(), "/app/prove?next=%2Fapp%2Fteam%2Finvite%3Fproved%3D1");
        let late = browser.post(&erase, &[]).await;
        assert!(late.location().starts_with("/app/prove?next="));
        assert_eq!(browser.app.rows_in("team_invitations").await, 1, "nobody was invited");
        assert_eq!(browser.app.rows_in("guests").await, 1, "nobody was erased");

        let before = browser.app.count("SELECT count(*) FROM sessions WHERE ended_at IS NULL").await;
        let late = browser.post("/app/account", &[("do", "end-others")]).await;
        assert_eq!(late.location(), "/app/prove?next=%2Fapp%2Faccount%3Fproved%3D1");
        let after = browser.app.count("SELECT count(*) FROM sessions WHERE ended_at IS NULL").await;
        assert_eq!(after, before, "sessions are not ended either");
        let wrong = browser.post("/app/prove", &[("password", "wrong"), ("next", &invite)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains(&format!("value=\"{invite}\"")), "the way on is kept");
        assert!(!wrong.body.contains("value=\"wrong\""));
        for elsewhere in ["https://x.example/app", "//x.example"] {
            let proved = browser.post("/app/prove", &[("password", TestApp::PASSWORD), ("next", elsewhere)]).await;
            assert_eq!(proved.location(), "/app");
            browser.keep_cookie(&proved);
        }
        let proved = browser.post("/app/prove", &[("password", TestApp::PASSWORD), ("next", &invite)]).await;
        assert_eq!(proved.location(), invite);
        assert_eq!(browser.get(&invite).await.status, StatusCode::SEE_OTHER, "the old cookie is worth nothing");
        browser.keep_cookie(&proved);
        assert_eq!(browser.get(&invite).await.status, StatusCode::OK);
    }

    async fn without_the_factor_that_the_tenant_wants_only_its_set_up_is_open(app: TestApp) {
        let event = app.event().make().await;
        let browser = Browser::signed_in(app).await;
        team::require_factor(&browser.app.desk, &browser.app.permit(), true).await.expect("wanted");
        for path in ["/app".to_owned(), "/app/team".into(), format!("/app/events/{event}/guests.csv")] {
            let answer = browser.get(&path).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/app/account/factors"), "{path}");
        }
        let sent = browser.post("/app/events/new", &[("title", "Neu")]).await;
        assert_eq!(sent.location(), "/app/account/factors");
        for path in ["/app/account", "/app/account/factors"] {
            assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}");
        }
        let out = browser.post("/app/logout", &[]).await;
        assert_eq!(out.status, StatusCode::SEE_OTHER);
    }

    async fn whoever_is_in_is_not_asked_to_sign_in(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        for (asked, to) in [("", "/app"), ("?next=/app/team", "/app/team"), ("?next=//x.example", "/app")] {
            let answer = browser.get(&format!("/app/login{asked}")).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, to));
        }
    }

    async fn half_a_way_in_is_no_way_in(app: TestApp) {
        let browser = Browser::new(app);
        let answer = browser.get("/app/login/factor").await;
        assert_eq!(answer.location(), "/app/login?over=1", "nobody was asked");
        let answer = browser.post("/app/login/factor", &[("code", "123456")]).await;
        assert_eq!(answer.location(), "/app/login?over=1");
        let passkey = [("token", "x"), ("answer", "{}"), ("next", "/app/team")];
        let answer = browser.post("/app/login", &passkey).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("value=\"/app/team\""), "the way on is kept");
        assert!(answer.body.contains("href=\"/app/login?next=%2Fapp%2Fteam&amp;lang=en\""), "in the other language, too");
        let answer = browser.post("/app/login/factor", &passkey).await;
        assert_eq!(answer.location(), "/app/login?over=1");
        let asked = browser.post("/fn/accounts/ask-second-passkey", &[]).await;
        assert_eq!(asked.status, StatusCode::CONFLICT);
        let answer = browser.post("/app/prove", &[("password", "x")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "whoever is not signed in signs in first");
        assert!(answer.location().starts_with("/app/login"));
    }
}
