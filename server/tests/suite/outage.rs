//! The key provider is slow, too busy, gone, or says no.

use axum::http::{StatusCode, header};
use backend::events;
use domain::{Instant, access::act};
use testkit::{Snapshot, TestApp, both_engines};
use vault::ProviderError;

use super::browser::{Answer, Browser};

const MINUTE_MS: i64 = 60_000;
/// Keys are asked for anew after this time …
const SOFT_MS: i64 = 15 * MINUTE_MS;
/// … and used without the provider up to this one.
const HARD_MS: i64 = 4 * Instant::HOUR_MS;

/// A browser in front of an open event's page, which it has seen.
async fn at_the_event(app: TestApp) -> (Browser, String) {
    let event = app.event().make().await;
    let (event, _) = events::load(&app.desk, &app.permit::<act::SeeEvents>(), event)
        .await
        .expect("the event");
    let browser = Browser::new(app);
    let path = format!("/e/{}", event.slug);
    assert_eq!(browser.get(&path).await.status, StatusCode::OK);
    (browser, path)
}

fn form<'typed>(email: &'typed str, key: &'typed str) -> [(&'typed str, &'typed str); 4] {
    [
        ("given-name", "Zoë \"Z\" <b>"),
        ("family-name", "Müller"),
        ("email", email),
        ("request-key", key),
    ]
}

const KEY: &str = "0195d000-0000-7000-8000-00000000000a";

/// Told to come again, in German, with the right status.
fn assert_busy(answer: &Answer) {
    assert_eq!(
        answer.status,
        StatusCode::SERVICE_UNAVAILABLE,
        "{}",
        answer.body
    );
    let retry = answer.headers.get(header::RETRY_AFTER);
    assert_eq!(retry.and_then(|value| value.to_str().ok()), Some("60"));
    assert!(
        answer.body.contains("Einen Moment bitte"),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("<html lang=\"de\""));
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
}

async fn ready(browser: &Browser) -> (StatusCode, String) {
    let answer = browser.get("/readyz").await;
    (answer.status, answer.body)
}

async fn stored(browser: &Browser) -> Snapshot {
    browser.app.snapshot().await
}

both_engines! {
    async fn who_is_known_goes_on_until_the_hard_limit_and_then_comes_again(app: TestApp) {
        let (browser, path) = at_the_event(app).await;
        assert_eq!(ready(&browser).await.0, StatusCode::OK);
        browser.app.provider.fail_with(ProviderError::unavailable("no route"));
        browser.app.clock.advance_ms(SOFT_MS + MINUTE_MS);
        assert_eq!(browser.get(&path).await.status, StatusCode::OK);
        let first = browser.post(&path, &form("ada@x.example", KEY)).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "registering goes on: {}", first.body);
        let (status, text) = ready(&browser).await;
        assert_eq!(status, StatusCode::OK, "{text}");
        assert!(text.contains("key-provider down"), "{text}");
        // A minute before the limit, counted from the last good answer.
        browser.app.clock.advance_ms(HARD_MS - SOFT_MS - 2 * MINUTE_MS);
        assert_eq!(browser.get(&path).await.status, StatusCode::OK);

        browser.app.clock.advance_ms(MINUTE_MS);
        let before = stored(&browser).await;
        assert_busy(&browser.get(&path).await);
        let refused = browser.post(&path, &form("bob@x.example", KEY)).await;
        assert_busy(&refused);
        assert!(refused.body.contains("value=\"bob@x.example\""), "nothing typed is lost");
        assert!(refused.body.contains("Zoë &quot;Z&quot; &lt;b&gt;") && !refused.body.contains("<b>"));
        assert!(refused.body.contains(&format!("<form method=\"post\" action=\"{path}\">")));
        assert_eq!(stored(&browser).await, before, "nothing was written");
        let (status, text) = ready(&browser).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(text.contains("keys down"), "{text}");

        browser.app.provider.recover();
        assert_eq!(ready(&browser).await.0, StatusCode::OK, "without a restart");
        let again = browser.post(&path, &form("bob@x.example", "0195d000-0000-7000-8000-00000000000b")).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "the form that was kept is taken: {}", again.body);
    }

    async fn a_process_that_starts_in_an_outage_answers_and_writes_nothing(app: TestApp) {
        let (warm, path) = at_the_event(app).await;
        for fault in [
            ProviderError::unavailable("no route"),
            ProviderError::unavailable("too many requests"),
            ProviderError::Refused,
            ProviderError::Disabled,
        ] {
            warm.app.provider.fail_with(fault);
            let cold = warm.elsewhere().await;
            let before = stored(&warm).await;
            assert_busy(&cold.get(&path).await);
            assert_busy(&cold.post(&path, &form("bob@x.example", KEY)).await);
            let sign_in = [("email", "olivia@foyer.example"), ("password", TestApp::PASSWORD)];
            let refused = cold.post("/app/login", &sign_in).await;
            assert_busy(&refused);
            assert!(!refused.body.contains(TestApp::PASSWORD));
            assert_eq!(ready(&cold).await.0, StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(cold.get("/healthz").await.status, StatusCode::OK, "alive all the same");
            assert_eq!(stored(&warm).await, before);
            assert_eq!(warm.get(&path).await.status, StatusCode::OK, "who is known goes on");
            warm.app.provider.recover();
            assert_eq!(cold.get(&path).await.status, StatusCode::OK, "without a restart");
        }
    }

    async fn the_team_is_told_as_well(app: TestApp) {
        let browser = Browser::signed_in(app).await;
        let cold = browser.elsewhere().await;
        browser.app.provider.fail_with(ProviderError::unavailable("no route"));
        for path in ["/app", "/app/events", "/"] {
            assert_busy(&cold.get(path).await);
        }
        assert_busy(&cold.post("/app/events/new", &[("title", "Fest")]).await);
        let english = cold.get("/app?lang=en").await;
        assert_eq!(english.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(english.body.contains("One moment, please") && english.body.contains("<html lang=\"en\""));
        assert_eq!(browser.get("/app").await.status, StatusCode::OK);
        browser.app.provider.recover();
        assert_eq!(cold.get("/app").await.status, StatusCode::OK);
    }

    async fn a_key_that_is_taken_away_is_gone_at_once(app: TestApp) {
        let (browser, path) = at_the_event(app).await;
        for fault in [ProviderError::Refused, ProviderError::Disabled] {
            assert_eq!(browser.get(&path).await.status, StatusCode::OK);
            assert_eq!(ready(&browser).await.0, StatusCode::OK);
            browser.app.clock.advance_ms(SOFT_MS);
            browser.app.provider.fail_with(fault);
            assert_busy(&browser.get(&path).await);
            assert_eq!(ready(&browser).await.0, StatusCode::SERVICE_UNAVAILABLE);
            // An outage after the refusal: what was evicted does not come back.
            browser.app.provider.fail_with(ProviderError::unavailable("no route"));
            assert_busy(&browser.get(&path).await);
            browser.app.provider.recover();
        }
        assert_eq!(browser.get(&path).await.status, StatusCode::OK);
    }

    async fn a_slow_provider_keeps_nobody_waiting_who_is_known(app: TestApp) {
        let (browser, path) = at_the_event(app).await;
        let browser = std::sync::Arc::new(browser);
        browser.app.provider.hold();
        browser.app.clock.advance_ms(SOFT_MS);
        let calls = browser.app.provider.calls();
        let (asking, address) = (browser.clone(), path.clone());
        let asks = tokio::spawn(async move { asking.get(&address).await.status });
        while browser.app.provider.calls() == calls {
            tokio::task::yield_now().await;
        }
        assert_eq!(browser.get(&path).await.status, StatusCode::OK, "does not wait");
        assert!(!asks.is_finished(), "one request asks for all");
        browser.app.provider.release();
        assert_eq!(asks.await.expect("it ends"), StatusCode::OK);
    }

    async fn a_root_key_of_another_tenant_opens_nothing(app: TestApp) {
        let (warm, path) = at_the_event(app).await;
        let others = warm.app.literal(warm.app.others.tenant.uuid());
        let own = warm.app.literal(warm.app.team.tenant.uuid());
        let swap = format!(
            "UPDATE roots SET wrapped = (SELECT wrapped FROM roots WHERE tenant_id = {others}) WHERE tenant_id = {own}"
        );
        warm.app.execute(&swap).await;
        let cold = warm.elsewhere().await;
        assert_busy(&cold.get(&path).await);
        assert_eq!(ready(&cold).await.0, StatusCode::OK, "the installation's own key is in order");
    }

    async fn root_keys_change_behind_a_running_server(app: TestApp) {
        let (browser, path) = at_the_event(app).await;
        let other = browser.elsewhere().await;
        assert_eq!(other.get(&path).await.status, StatusCode::OK);
        let permit = browser.app.permit_of(backend::access::Who::Operator(browser.app.team.tenant));
        for (number, email) in ["ada@x.example", "bob@x.example", "cleo@x.example"].into_iter().enumerate() {
            backend::keys::rotate(&browser.app.desk, &permit).await.expect("it ends");
            assert_eq!(other.get(&path).await.status, StatusCode::OK);
            let key = format!("0195d000-0000-7000-8000-00000000000{number}");
            let answer = other.post(&path, &form(email, &key)).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
    }
}
