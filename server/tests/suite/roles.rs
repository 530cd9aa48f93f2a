//! Every page, form, file and server function, tried by every role: what the policy does not allow looks like nothing.

use std::collections::BTreeSet;

use app::page::{App, forms};
use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use backend::{accounts, erasures, imports, team};
use domain::{
    Locale,
    access::{
        Action::{
            self, EditGuests, ErasePeople, ExportGuests, ManageFactors, ManageOwnAccount,
            ManageTeam, PlanEvents, ReviewAccess, SeeEvents, SeeGuests, SeeLog, SeeMailbox,
            SeeTeam, SendMailings,
        },
        Party, Role, allows,
    },
};
use server_fn::axum::server_fn_paths;
use testkit::{Snapshot, TestApp, both_engines};

use super::browser::Browser;

/// A name that only those may see who may see guests.
const NAME: &str = "Kanarienvogel";

/// Pages and files, and what it takes to see them.
const PAGES: [(&str, Action); 28] = [
    ("/app", SeeEvents),
    ("/app/account", ManageOwnAccount),
    ("/app/account/factors", ManageFactors),
    ("/app/account/codes", ManageFactors),
    ("/app/account/app", ManageFactors),
    ("/app/prove", ManageOwnAccount),
    ("/app/team", SeeTeam),
    ("/app/team/invite", ManageTeam),
    ("/app/team/review", ReviewAccess),
    ("/app/team/{user}", ManageTeam),
    ("/app/events", SeeEvents),
    ("/app/events/new", PlanEvents),
    ("/app/events/{event}", SeeEvents),
    ("/app/events/{event}/edit", PlanEvents),
    ("/app/events/{event}/guests", SeeGuests),
    ("/app/events/{event}/guests.csv", ExportGuests),
    ("/app/events/{event}/guests/{guest}", SeeGuests),
    ("/app/events/{event}/guests/{guest}/erase", ErasePeople),
    ("/app/events/{event}/import", EditGuests),
    ("/app/events/{event}/import/{import}", EditGuests),
    ("/app/events/{event}/invitation", SendMailings),
    ("/app/protection", SeeLog),
    ("/app/protection/log", SeeLog),
    ("/app/protection/log/part", SeeLog),
    ("/app/protection/erasures", SeeLog),
    ("/app/protection/erasures/{person}", SeeLog),
    ("/app/protection/erasures/{person}/certificate.json", SeeLog),
    ("/app/mailbox", SeeMailbox),
];

/// Forms, and what it takes to send them.
const FORMS: [(&str, Action); 10] = [
    ("/app/team", ManageTeam),
    ("/app/team/invite", ManageTeam),
    ("/app/team/review", ReviewAccess),
    ("/app/team/{user}", ManageTeam),
    ("/app/events/new", PlanEvents),
    ("/app/events/{event}", PlanEvents),
    ("/app/events/{event}/edit", PlanEvents),
    ("/app/events/{event}/guests", SeeGuests),
    ("/app/events/{event}/guests/{guest}/erase", ErasePeople),
    ("/app/events/{event}/import/{import}", EditGuests),
];

/// Server functions with arguments that would be taken, and what it takes to call them.
const FUNCTIONS: [(&str, &str, Action); 50] = [
    ("/fn/accounts/sessions", "", ManageOwnAccount),
    ("/fn/accounts/end-session", "", ManageOwnAccount),
    ("/fn/accounts/password", "old=x&new=y", ManageOwnAccount),
    ("/fn/accounts/ask-own-passkey", "", ManageOwnAccount),
    ("/fn/accounts/factors", "", ManageOwnAccount),
    ("/fn/accounts/workplaces", "", ManageOwnAccount),
    ("/fn/accounts/begin-passkey", "", ManageFactors),
    (
        "/fn/accounts/add-passkey",
        "token=x&answer=x",
        ManageFactors,
    ),
    ("/fn/accounts/begin-app", "", ManageFactors),
    ("/fn/accounts/app-setup", "", ManageFactors),
    ("/fn/accounts/confirm-app", "code=x", ManageFactors),
    (
        "/fn/accounts/remove-factor",
        "factor={factor}",
        ManageFactors,
    ),
    ("/fn/accounts/renew-codes", "", ManageFactors),
    ("/fn/accounts/codes", "", ManageFactors),
    ("/fn/accounts/keep-codes", "", ManageFactors),
    ("/fn/team/require-factor", "wanted=true", ManageTeam),
    ("/fn/team/list", "", SeeTeam),
    ("/fn/team/review-standing", "", SeeTeam),
    ("/fn/team/review", "end[0]={user}", ReviewAccess),
    ("/fn/team/review-every", "days=30", ReviewAccess),
    (
        "/fn/team/invite",
        "form[name]=x&form[email]=x@x.example&form[role]=analyst",
        ManageTeam,
    ),
    ("/fn/team/withdraw", "invitation={invitation}", ManageTeam),
    ("/fn/team/role", "user={user}&role=analyst", ManageTeam),
    ("/fn/team/end", "user={user}", ManageTeam),
    ("/fn/events/list", "", SeeEvents),
    ("/fn/events/create", "form[title]=x", PlanEvents),
    ("/fn/events/load", "event={event}", SeeEvents),
    ("/fn/events/figures", "event={event}", SeeEvents),
    (
        "/fn/events/change",
        "event={event}&form[title]=Neu",
        PlanEvents,
    ),
    ("/fn/events/publish", "event={event}", PlanEvents),
    ("/fn/guests/list", "event={event}", SeeGuests),
    ("/fn/guests/ask", "event={event}&text=x", SeeGuests),
    ("/fn/guests/load", "event={event}&guest={guest}", SeeGuests),
    (
        "/fn/guests/history",
        "event={event}&guest={guest}",
        SeeGuests,
    ),
    ("/fn/protection/overview", "", SeeLog),
    ("/fn/protection/log", "", SeeLog),
    ("/fn/protection/erasures", "", SeeLog),
    ("/fn/protection/certificate", "person={person}", SeeLog),
    (
        "/fn/protection/extent",
        "event={event}&guest={guest}",
        ErasePeople,
    ),
    (
        "/fn/protection/erase",
        "event={event}&guest={guest}",
        ErasePeople,
    ),
    (
        "/fn/imports/progress",
        "event={event}&import={import}",
        EditGuests,
    ),
    (
        "/fn/imports/preview",
        "event={event}&import={import}",
        EditGuests,
    ),
    (
        "/fn/imports/adjust",
        "event={event}&import={import}",
        EditGuests,
    ),
    (
        "/fn/imports/confirm",
        "event={event}&import={import}",
        EditGuests,
    ),
    (
        "/fn/imports/undo",
        "event={event}&import={import}",
        EditGuests,
    ),
    ("/fn/mailings/letter", "event={event}", SendMailings),
    (
        "/fn/mailings/preview",
        "event={event}&letter[text_de]=x&guest={guest}&language=de",
        SendMailings,
    ),
    (
        "/fn/mailings/test",
        "event={event}&guest={guest}&language=de",
        SendMailings,
    ),
    ("/fn/mailings/send", "event={event}", SendMailings),
    ("/fn/mailbox/list", "", SeeMailbox),
];

/// What is open to whoever holds a link, or to everybody, or is named above in another way.
const OPEN: [&str; 30] = [
    "/",
    "/app/login",
    "/app/login/factor",
    "/fn/accounts/factor-asked",
    "/fn/accounts/ask-passkey",
    "/fn/accounts/ask-second-passkey",
    "/app/account/factors",
    "/app/account/app",
    "/app/forgot",
    "/app/reset/{token}",
    "/app/join/{token}",
    "/e/{slug}",
    "/e/{slug}/thanks",
    "/i/{token}",
    "/m/{token}",
    "/app/account",
    "/app/events/{event}/invitation",
    "/app/mailbox/{mail}",
    "/fn/accounts/forgot",
    "/fn/accounts/reset-open",
    "/fn/accounts/reset",
    "/fn/team/joining",
    "/fn/registrations/event",
    "/fn/registrations/register",
    "/fn/registrations/invitation",
    "/fn/registrations/answer",
    "/fn/mailbox/load",
    // Its arguments are a whole letter; the form of the page is tried instead.
    "/fn/mailings/save",
    "/app/protection/erasures/{person}/certificate.pdf",
    "/app/protection/log.ndjson",
];

/// The ids of things that are there, by the names in the patterns.
struct Things(Vec<(&'static str, String)>);

impl Things {
    fn fill(&self, pattern: &str) -> String {
        self.0.iter().fold(pattern.to_owned(), |text, (name, id)| {
            text.replace(&format!("{{{name}}}"), id)
        })
    }
}

async fn things(app: &TestApp) -> Things {
    let event = app.event().make().await;
    app.guests(
        event,
        &[
            &format!("Anna;{NAME};anna@x.example"),
            "Ben;Maier;ben@x.example",
        ],
    )
    .await;
    // Whoever came at the same moment stands in no order.
    let list = app.list(event).await;
    let of = |name: &str| {
        let found = list
            .iter()
            .find(|guest| guest.file.details.given_name == name);
        found.expect("on the list").id
    };
    let (guest, gone) = (of("Anna"), of("Ben"));
    let person = erasures::erase(&app.desk, &app.permit(), event, gone)
        .await
        .expect("erased");
    let list = b"Name;E-Mail\nCarla Eder;carla@x.example\n".to_vec();
    let import = imports::upload(&app.desk, &app.permit(), event, String::new(), list)
        .await
        .expect("a list");
    let new = team::NewMember {
        name: "Dora Helfer".into(),
        email: "dora@x.example".into(),
        role: Role::Analyst,
        until: None,
    };
    team::invite(&app.desk, &app.permit(), Locale::De, &new)
        .await
        .expect("invited");
    let team = team::list(&app.desk, &app.permit()).await.expect("a team");
    Things(vec![
        ("event", event.to_string()),
        ("guest", guest.to_string()),
        ("person", person.to_string()),
        ("import", import.to_string()),
        ("invitation", team.invited[0].id.to_string()),
    ])
}

/// Somebody of each role, signed in.
async fn everybody(app: TestApp) -> (Browser, Vec<(Role, Browser)>) {
    let owner = Browser::signed_in(app).await;
    let app = owner.app.clone();
    let mut all = Vec::new();
    for role in Role::ALL {
        let email = format!("{}@foyer.example", role.code());
        let new = accounts::NewUser {
            name: "Rita Rolle".into(),
            email: email.clone(),
            password: TestApp::PASSWORD.into(),
            organiser: app.team.tenant,
            role,
        };
        accounts::create(&app.desk, &app.permit_of_operator(), new)
            .await
            .expect("an account");
        all.push((role, owner.of(&email).await));
    }
    (owner, all)
}

async fn call(browser: &Browser, path: &str, arguments: String) -> super::browser::Answer {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("sec-fetch-site", "same-origin"),
    ];
    browser
        .send(Method::POST, path, Body::from(arguments), &headers)
        .await
}

async fn all_but_the_log(app: &TestApp) -> Snapshot {
    let mut snapshot = app.snapshot().await;
    for table in ["entries", "log_waiting"] {
        snapshot.remove(table);
    }
    snapshot
}

both_engines! {
    async fn what_a_role_may_not_do_looks_like_nothing_and_what_it_may_is_there(app: TestApp) {
        let mut things = things(&app).await;
        things.0.push(("user", app.team.owner.to_string()));
        let (owner, all) = everybody(app).await;
        let before = all_but_the_log(&owner.app).await;
        let mut tried = 0;
        for (role, browser) in &all {
            let denied = |action: Action| !allows(Party::User(*role), action);
            for (pattern, action) in PAGES {
                if denied(action) {
                    let answer = browser.get(&things.fill(pattern)).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} GET {pattern}");
                    assert!(!answer.body.contains(NAME), "{role:?} GET {pattern} tells a name");
                    tried += 1;
                }
            }
            for (pattern, action) in FORMS {
                if denied(action) {
                    let invitation = things.fill("{invitation}");
                    let what = match pattern {
                        "/app/team" => "withdraw",
                        "/app/team/review" => "review",
                        _ => "end",
                    };
                    let fields = [
                        ("do", what), ("invitation", invitation.as_str()), ("title", "Neu"), ("role", "analyst"),
                        ("name", "Neu"), ("email", "neu@x.example"), ("starts", "2027-06-12T18:00"),
                        ("ends", "2027-06-12T19:00"), ("zone", "UTC"), ("admission", "open"),
                    ];
                    let answer = browser.post(&things.fill(pattern), &fields).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} POST {pattern}");
                    tried += 1;
                }
            }
            for (path, arguments, action) in FUNCTIONS {
                if denied(action) {
                    let answer = call(browser, path, things.fill(arguments)).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} {path}: {}", answer.body);
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
        for (role, browser) in &all {
            for (pattern, action) in PAGES {
                // An owner is changed by owners only; nobody changes a mail of somebody else.
                if allows(Party::User(*role), action)
                    && !(pattern == "/app/team/{user}" && *role == Role::Admin)
                    // Nothing was begun that could be shown.
                    && pattern != "/app/account/app"
                {
                    let answer = browser.get(&things.fill(pattern)).await;
                    assert_eq!(answer.status, StatusCode::OK, "{role:?} GET {pattern}");
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
