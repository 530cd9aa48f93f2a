//! The way to a provider of single sign-on, and the door in front of it.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use backend::sign_on::{self, NewSettings};
use testkit::{TestApp, both_engines, provider_of_sign_on};

use super::browser::{Answer, Browser};

async fn with_provider(app: &TestApp) -> String {
    let issuer = provider_of_sign_on().await;
    let new = NewSettings {
        issuer: issuer.clone(),
        client_id: "einlass".into(),
        client_secret: "ein Geheimnis".into(),
    };
    sign_on::save(&app.desk, &app.permit(), &new)
        .await
        .expect("saved");
    issuer
}

async fn from(browser: &Browser, path: &str, site: &str) -> Answer {
    let headers = [("sec-fetch-site", site)];
    browser
        .send(Method::GET, path, Body::empty(), &headers)
        .await
}

both_engines! {
    async fn a_link_of_somebody_else_leads_to_our_door_which_says_whose_provider_it_is(app: TestApp) {
        let issuer = with_provider(&app).await;
        let (own, other) = (app.team.tenant, app.others.tenant);
        let browser = Browser::new(app);
        let path = format!("/app/login/sso/{own}?next=/app/team");
        for site in ["none", "cross-site", "same-site"] {
            let answer = from(&browser, &path, site).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/app/login?next=%2Fapp%2Fteam"), "{site}");
            let cookies: Vec<_> = answer.headers.get_all(header::SET_COOKIE).iter().collect();
            assert_eq!(cookies.len(), 1, "nothing was begun");
            assert!(cookies[0].to_str().expect("text").starts_with(&format!("sso={own};")));
        }
        let door = browser.with_cookie(&format!("sso={own}")).get("/app/login").await;
        assert!(door.body.contains("Mit dem Konto von Kulturverein Foyer anmelden"), "{}", door.body);
        let begun = from(&browser, &path, "same-origin").await;
        assert!(begun.location().starts_with(&issuer), "{}", begun.location());

        // A tenant without a provider, and none at all, look alike and leave nothing behind.
        for nobody in [other.to_string(), "tnt_00000000000000000000000000000007".to_owned(), "x".to_owned()] {
            let answer = from(&browser, &format!("/app/login/sso/{nobody}"), "none").await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/app/login"));
            assert!(answer.headers.get(header::SET_COOKIE).is_none());
            let door = browser.with_cookie(&format!("sso={nobody}")).get("/app/login").await;
            assert_eq!(door.status, StatusCode::OK);
            assert!(!door.body.contains("Mit dem Konto von"));
        }
    }
}
