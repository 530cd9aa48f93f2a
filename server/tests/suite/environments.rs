//! Cookies and links of one environment, in front of another.

use axum::http::StatusCode;
use testkit::both_engines;

use super::browser::Browser;

const SECRET_16: &str = "AAAAAAAAAAAAAAAAAAAAAA";
const SECRET_32: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

both_engines! {
    async fn a_link_of_another_environment_says_so(app: TestApp) {
        let browser = Browser::new(app);
        let links = [("i", SECRET_16), ("m", SECRET_16), ("app/reset", SECRET_16), ("app/join", SECRET_32)];
        for (path, secret) in links {
            for (mark, says) in [("p", "gehört zur Produktivumgebung"), ("d", "gehört zu einer Entwicklungsumgebung")] {
                let page = browser.get(&format!("/{path}/{mark}{secret}")).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
                assert!(page.body.contains(says), "{path}: {}", page.body);
            }
            for own in [format!("t{secret}"), secret.to_owned()] {
                let page = browser.get(&format!("/{path}/{own}")).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
                assert!(page.body.contains("Dieser Link gilt nicht"), "{path}");
            }
        }
        let answer = browser.post(&format!("/i/p{SECRET_16}"), &[("answer", "yes")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.body.contains("gehört zur Produktivumgebung"));
        let calendar = browser.get(&format!("/m/p{SECRET_16}/calendar.ics")).await;
        assert_eq!(calendar.status, StatusCode::NOT_FOUND);
    }

    async fn a_session_of_another_environment_does_not_count_and_is_told_of(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let own = browser.get("/app").await;
        assert_eq!(own.status, StatusCode::OK);
        let browser = browser.with_cookie(&format!("sid=p{SECRET_32}"));
        let away = browser.get("/app/team").await;
        assert_eq!(away.location(), "/app/login?next=%2Fapp%2Fteam&of=production");
        let door = browser.get(away.location()).await;
        assert_eq!(door.status, StatusCode::OK);
        assert!(door.body.contains("Sie sind in der Produktivumgebung angemeldet"));
        assert!(browser.get("/").await.status == StatusCode::OK);
    }

    async fn the_cookie_of_a_session_with_another_mark_opens_nothing(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let cookie = browser.cookie().to_owned();
        assert!(cookie.starts_with("sid=t"), "tests run in the test environment");
        for mark in ["sid=", "sid=d", "sid=p", "sid=x"] {
            let changed = cookie.replacen("sid=t", mark, 1);
            let answer = browser.with_cookie(&changed).get("/app").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{mark}");
        }
    }
}
