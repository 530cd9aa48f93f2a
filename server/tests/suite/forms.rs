//! Forms of organisers.

use axum::http::StatusCode;
use testkit::both_engines;

use super::browser::Browser;

const SCRIPT: &str = "</textarea></title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

fn event<'a>(title: &'a str, text: &'a str) -> [(&'a str, &'a str); 9] {
    [
        ("title", title),
        ("place", text),
        ("description", text),
        ("starts", "2027-06-12T18:00"),
        ("ends", "2027-06-12T23:00"),
        ("zone", "Europe/Vienna"),
        ("admission", "open"),
        ("capacity", "10"),
        ("request-key", "0195d000-0000-7000-8000-000000000001"),
    ]
}

both_engines! {
    async fn a_wrong_form_is_shown_again_with_everything_that_was_typed(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let mut fields = event("", "Im Garten");
        fields[4] = ("ends", "2027-06-12T17:00");
        let answer = browser.post("/app/events/new", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("Im Garten") && answer.body.contains("2027-06-12T17:00"));
        assert!(answer.body.contains("href=\"#f-title\"") && answer.body.contains("href=\"#f-ends\""));
        assert!(answer.body.contains("<title>Fehler:"));
        assert!(answer.body.contains("aria-invalid"));
    }

    async fn scripts_in_every_field_stay_text(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let again = browser.post("/app/events/new", &event("", SCRIPT)).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!again.body.contains("<script>alert") && !again.body.contains("<img src=x"));
        assert!(again.body.contains("&lt;/textarea"), "{}", again.body);
        let created = browser.post("/app/events/new", &event(SCRIPT, SCRIPT)).await;
        assert_eq!(created.status, StatusCode::SEE_OTHER);
        for path in ["", "/edit", "/guests", "/import", "/invitation"] {
            let page = browser.get(&format!("{}{path}", created.location())).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            let at = page.body.find("<script>alert").or(page.body.find("<img src=x"));
            assert!(at.is_none(), "{path}: {}", &page.body[at.unwrap_or(0).saturating_sub(200)..][..400]);
        }
        let list = browser.get("/app/events").await;
        assert!(!list.body.contains("<script>alert") && !list.body.contains("<img src=x"));
    }

    async fn a_form_sent_twice_is_stored_once(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let first = browser.post("/app/events/new", &event("Ball", "Saal")).await;
        let second = browser.post("/app/events/new", &event("Ball", "Saal")).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        assert_eq!(first.location(), second.location());
    }

    async fn a_wrong_password_keeps_the_address_and_not_the_password(app: TestApp) {
        let browser = Browser::new(app);
        let wrong = [("email", "olivia@foyer.example"), ("password", "geheim-und-falsch")];
        let answer = browser.post("/app/login", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert!(answer.body.contains("olivia@foyer.example"));
        assert!(!answer.body.contains("geheim-und-falsch"));
        let right = [("email", " OLIVIA@foyer.example"), ("password", testkit::TestApp::PASSWORD), ("next", "//evil.example")];
        let answer = browser.post("/app/login", &right).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/app"));
        let cookie = answer.headers["set-cookie"].to_str().expect("plain text");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }

    async fn files_that_are_no_lists_are_told_apart(app: TestApp) {
        let event = app.event().make().await;
        let browser = Browser::signed_in(app).await;
        let path = format!("/app/events/{event}/import");
        let large = vec![b'a'; 50 * 1024 * 1024];
        let cases: [(&str, &[u8], StatusCode); 4] = [
            ("empty.csv", b"", StatusCode::UNPROCESSABLE_ENTITY),
            ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\xff\xfe\xfd", StatusCode::UNPROCESSABLE_ENTITY),
            ("list.xlsx", b"Name;E-Mail\nA;a@x.example\n", StatusCode::UNPROCESSABLE_ENTITY),
            ("large.csv", &large, StatusCode::PAYLOAD_TOO_LARGE),
        ];
        for (name, content, status) in cases {
            let answer = browser.upload(&path, name, content).await;
            assert_eq!(answer.status, status, "{name}");
            assert!(answer.body.contains("role=\"alert\""), "{name}");
        }
    }

    async fn the_clock_and_the_zone_are_checked(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        for (field, value) in [("starts", "2027-03-28T02:30"), ("zone", "Europe/Wien"), ("starts", "gestern"), ("starts", "2020-01-01T10:00")] {
            let mut fields = event("Ball", "Saal");
            fields.iter_mut().find(|(name, _)| *name == field).expect("a field").1 = value;
            let answer = browser.post("/app/events/new", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}={value}");
        }
    }
}
