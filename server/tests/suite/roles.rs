//! Every page, form, file and server function, tried by everybody: what the policy does not allow looks like nothing.

use std::collections::BTreeSet;

use app::page::{App, forms};
use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use domain::access::{Action, Party, Role, allows};
use server_fn::axum::server_fn_paths;
use testkit::{Snapshot, TestApp, both_engines};

use super::{
    browser::{Answer, Browser},
    endpoints::{FORMS, FUNCTIONS, NAME, OPEN, PAGES, Things, everybody, things},
};

pub async fn call(browser: &Browser, path: &str, arguments: String) -> Answer {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
    ];
    browser
        .send(Method::POST, path, Body::from(arguments), &headers)
        .await
}

pub async fn all_but_the_log(app: &TestApp) -> Snapshot {
    let mut snapshot = app.snapshot().await;
    for table in ["entries", "log_waiting"] {
        snapshot.remove(table);
    }
    snapshot
}

both_engines! {
    async fn what_a_role_may_not_do_looks_like_nothing_and_what_it_may_is_there(app: TestApp) {
        let things = things(&app).await;
        let (owner, all) = everybody(app, &things).await;
        let before = all_but_the_log(&owner.app).await;
        let mut tried = 0;
        for (party, browser) in &all {
            let denied = |action: Action| !allows(*party, action);
            for (pattern, action) in PAGES {
                // Support in no tenant is led to its desk.
                if denied(action) && (pattern, *party) != ("/app", Party::SupportDesk) {
                    let answer = browser.get(&things.fill(pattern)).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{party:?} GET {pattern}");
                    assert!(!answer.body.contains(NAME), "{party:?} GET {pattern} tells a name");
                    tried += 1;
                }
            }
            for (pattern, action) in FORMS {
                if denied(action) {
                    let invitation = things.fill("{invitation}");
                    let access = things.fill("{access}");
                    let what = match pattern {
                        "/app/team" => "withdraw",
                        "/app/team/review" => "review",
                        "/app/team/sign-on" => "remove",
                        "/app/events/{event}" => "close",
                        _ => "end",
                    };
                    let fields = [
                        ("do", what), ("what", "texts"), ("description", "Neu"), ("invitation", invitation.as_str()), ("access", access.as_str()), ("title", "Neu"), ("role", "analyst"),
                        ("name", "Neu"), ("email", "neu@x.example"), ("starts", "2027-06-12T18:00"),
                        ("ends", "2027-06-12T19:00"), ("zone", "UTC"), ("admission", "open"),
                    ];
                    let answer = browser.post(&things.fill(pattern), &fields).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{party:?} POST {pattern}");
                    tried += 1;
                }
            }
            for (path, arguments, action) in FUNCTIONS {
                if denied(action) {
                    let answer = call(browser, path, things.fill(arguments)).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{party:?} {path}: {}", answer.body);
                    tried += 1;
                }
            }
        }
        assert!(tried > 150, "{tried}");
        for (table, rows) in all_but_the_log(&owner.app).await {
            assert_eq!(rows, before[&table], "nothing was written to {table}");
        }
        let denials = owner.app.count("SELECT count(*) FROM entries WHERE action = 'access.denied'").await;
        assert_eq!(denials, tried, "but the log tells of each");
        for (party, browser) in &all {
            for (pattern, action) in PAGES {
                // An owner is changed by owners only; nobody changes a mail of somebody else.
                if allows(*party, action)
                    && !(pattern.starts_with("/app/team/{user}") && *party == Party::User(Role::Admin))
                    // Nothing was begun that could be shown.
                    && pattern != "/app/account/app"
                {
                    let answer = browser.get(&things.fill(pattern)).await;
                    assert_eq!(answer.status, StatusCode::OK, "{party:?} GET {pattern}");
                }
            }
        }
    }

    async fn who_is_not_signed_in_calls_nothing(app: TestApp) {
        let things = Things(Vec::new());
        let browser = Browser::new(app);
        for (path, arguments, _) in FUNCTIONS {
            let answer = call(&browser, path, things.fill(arguments)).await;
            let refused = [StatusCode::UNAUTHORIZED, StatusCode::NOT_FOUND];
            assert!(refused.contains(&answer.status), "{path}: {}", answer.status);
        }
        for (pattern, _) in PAGES {
            assert_eq!(browser.get(pattern).await.status, StatusCode::SEE_OTHER, "{pattern}");
        }
    }
}

#[test]
fn no_page_form_or_server_function_is_missing_here() {
    let pages = leptos_axum::generate_route_list(App);
    let pages = pages.iter().map(|page| page.path().to_owned());
    let forms = forms();
    let forms = forms.iter().map(|form| form.path.to_owned());
    let functions = server_fn_paths().map(|(path, _)| path.to_owned());
    let known: BTreeSet<&str> = PAGES
        .iter()
        .map(|(path, _)| *path)
        .chain(FORMS.iter().map(|(path, _)| *path))
        .chain(FUNCTIONS.iter().map(|(path, ..)| *path))
        .chain(OPEN)
        .collect();
    let missing: Vec<String> = pages
        .chain(forms)
        .chain(functions)
        .filter(|path| !known.contains(path.as_str()))
        .collect();
    assert_eq!(missing, [""; 0], "without a row in this test");
}
