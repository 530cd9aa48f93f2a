//! Single sign-on, as far as no browser is needed: the provider of a tenant, and the way to it.

use backend::{
    Failure,
    sign_on::{self, NewSettings, SaveError, SignOnError},
};
use domain::fields::Problem;
use testkit::{TestApp, both_engines, provider_of_sign_on};

fn new(issuer: &str) -> NewSettings {
    NewSettings {
        issuer: issuer.to_owned(),
        client_id: "einlass".to_owned(),
        client_secret: "ein Geheimnis".to_owned(),
    }
}

async fn save(app: &TestApp, new: &NewSettings) -> Result<(), SaveError> {
    sign_on::save(&app.desk, &app.permit(), new).await
}

async fn begin(app: &TestApp, team: testkit::Team) -> Result<sign_on::Begun, SignOnError> {
    sign_on::begin(&app.desk, &TestApp::origin(), team.tenant, "/app/events").await
}

both_engines! {
    async fn a_provider_is_asked_before_it_is_taken(app: TestApp) {
        let before = app.snapshot().await;
        for issuer in ["http://127.0.0.1:9", "nonsense", "ftp://127.0.0.1"] {
            let Err(SaveError::Invalid(errors)) = save(&app, &new(issuer)).await else {
                panic!("{issuer} is no provider")
            };
            assert_eq!((errors[0].field.as_str(), errors[0].problem), ("issuer", Problem::NotAProvider));
        }
        assert_eq!(app.snapshot().await, before);
        let issuer = provider_of_sign_on().await;
        save(&app, &new(&issuer)).await.expect("saved");
        let saved = sign_on::settings(&app.desk, &app.permit()).await.expect("asked").expect("there");
        assert_eq!((saved.issuer, saved.client_id.as_str()), (issuer, "einlass"));
        let others = sign_on::settings(&app.desk, &app.permit_in(app.others)).await.expect("asked");
        assert!(others.is_none(), "the other tenant has none");
    }

    async fn everything_is_needed_once_and_the_secret_is_kept(app: TestApp) {
        let Err(SaveError::Invalid(errors)) = save(&app, &NewSettings { issuer: String::new(), client_id: String::new(), client_secret: String::new() }).await else {
            panic!("nothing was typed")
        };
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["issuer", "client-id", "client-secret"]);
        let issuer = provider_of_sign_on().await;
        save(&app, &new(&issuer)).await.expect("saved");
        let without = NewSettings { client_secret: String::new(), ..new(&issuer) };
        save(&app, &without).await.expect("the known one is kept");
        let elsewhere = NewSettings { issuer: provider_of_sign_on().await, ..without };
        let Err(SaveError::Invalid(errors)) = save(&app, &elsewhere).await else {
            panic!("the secret of one provider went to another")
        };
        assert_eq!(errors[0].field, "client-secret");
    }

    async fn somebody_is_sent_with_a_code_challenge_a_state_and_a_nonce(app: TestApp) {
        assert!(matches!(begin(&app, app.team).await, Err(SignOnError::Failure(Failure::NotFound))));
        let issuer = provider_of_sign_on().await;
        save(&app, &new(&issuer)).await.expect("saved");
        let (one, two) = (begin(&app, app.team).await.expect("begun"), begin(&app, app.team).await.expect("begun"));
        for part in ["response_type=code", "client_id=einlass", "code_challenge_method=S256", "state=", "nonce=", "scope=openid+email"] {
            assert!(one.address.contains(part), "{part}: {}", one.address);
        }
        assert!(one.address.starts_with(&format!("{issuer}/authorize?")));
        assert_ne!(one.address, two.address, "each time another");
        assert!(matches!(begin(&app, app.others).await, Err(SignOnError::Failure(Failure::NotFound))));
    }

    async fn an_answer_counts_for_the_browser_that_asked_and_once(app: TestApp) {
        let issuer = provider_of_sign_on().await;
        save(&app, &new(&issuer)).await.expect("saved");
        let begun = begin(&app, app.team).await.expect("begun");
        let token = begun.token.expose();
        let answer = |token, state| sign_on::Answer { tenant: app.team.tenant, token, state, code: Some("x"), issuer: None, device: "" };
        let origin = TestApp::origin();
        let finish = async |answer: sign_on::Answer<'_>| sign_on::finish(&app.desk, &origin, &answer).await.err().expect("nobody is let in");
        assert!(matches!(finish(answer("", "x")).await, SignOnError::Over), "another browser");
        assert!(matches!(finish(answer(&token, "x")).await, SignOnError::Over), "another state");
        let state = begun.address.split("state=").nth(1).and_then(|rest| rest.split('&').next()).expect("a state");
        assert!(matches!(finish(answer(&token, state)).await, SignOnError::Over), "it was taken already");
        let begun = begin(&app, app.team).await.expect("begun");
        let state = begun.address.split("state=").nth(1).and_then(|rest| rest.split('&').next()).expect("a state");
        let late = begun.token.expose();
        app.clock.advance_ms(10 * domain::Instant::MINUTE_MS);
        assert!(matches!(finish(answer(&late, state)).await, SignOnError::Over), "ten minutes are over");
    }

    async fn a_removed_provider_is_gone(app: TestApp) {
        let issuer = provider_of_sign_on().await;
        save(&app, &new(&issuer)).await.expect("saved");
        sign_on::remove(&app.desk, &app.permit()).await.expect("removed");
        sign_on::remove(&app.desk, &app.permit()).await.expect("twice is once");
        assert!(matches!(begin(&app, app.team).await, Err(SignOnError::Failure(Failure::NotFound))));
        assert_eq!(app.count("SELECT count(*) FROM entries WHERE action = 'team.sign_on_removed'").await, 1);
    }
}
