//! Every page, form and server function, tried with what belongs to the other tenant.

use std::collections::{BTreeMap, BTreeSet};

use app::page::{App, forms};
use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use backend::{
    access::Who,
    accounts, erasures, imports, mails,
    registrations::{RegisterInput, register},
    support, team,
};
use domain::{
    Locale,
    access::{Extent, Role, act},
    ids::{EventId, GuestId, ImportId, MailId, PersonId, SupportGrantId, TeamInvitationId, UserId},
};
use server_fn::axum::server_fn_paths;
use testkit::{TestApp, both_engines, details, photo};

use super::browser::Browser;

/// What the other tenant has.
pub struct Foreign {
    event: EventId,
    guest: GuestId,
    import: ImportId,
    mail: MailId,
    person: PersonId,
    invitation: TeamInvitationId,
    user: UserId,
    access: SupportGrantId,
}

/// Support that the other tenant lets in.
async fn let_in(app: &TestApp) -> SupportGrantId {
    let supporter = accounts::create_supporter(
        &app.desk,
        &app.permit_of_operator(),
        "Fremder Support",
        "support@x.example",
        TestApp::PASSWORD.into(),
    )
    .await
    .expect("an account");
    let new = support::NewGrant {
        user: supporter,
        reason: "Fremder Grund".into(),
        extent: Extent::Edit,
        for_ms: 1,
    };
    support::grant(&app.desk, &app.permit_in(app.others), &new)
        .await
        .expect("let in")
}

pub async fn foreign(app: &TestApp) -> Foreign {
    let new = accounts::NewUser {
        name: "Fremde Leitung".into(),
        email: "leitung@x.example".into(),
        password: TestApp::PASSWORD.into(),
        organiser: app.others.tenant,
        role: Role::Admin,
    };
    let user = accounts::create(&app.desk, &app.permit_of_operator(), new)
        .await
        .expect("an account");
    let manage = app.permit_of::<act::ManageTeam>(Who::User(app.others.tenant, user, Role::Admin));
    let new = team::NewMember {
        name: "Fremder Helfer".into(),
        email: "helfer@x.example".into(),
        role: Role::Analyst,
        until: None,
        event: None,
    };
    team::invite(&app.desk, &manage, Locale::De, &new)
        .await
        .expect("invited");
    let invitation = team::list(&app.desk, &app.permit_in(app.others))
        .await
        .expect("a team")
        .invited[0]
        .id;
    let access = let_in(app).await;
    let event = app.event().of_others().title("Fremdes Fest").make().await;
    let guest = app
        .guests_in(app.others, event, &["Fremde;Frau;fremd@x.example"])
        .await[0];
    let edit = app.permit_in::<act::EditGuests>(app.others);
    let list = b"Name;E-Mail\nFremder Mann;mann@x.example\n".to_vec();
    let import = imports::upload(&app.desk, &edit, event, String::new(), list)
        .await
        .expect("a list");
    let visitor = app.permit_of(Who::Visitor(app.others.tenant));
    let input = RegisterInput {
        details: details("Fremdes", "Kind", "kind@x.example"),
        companions: Vec::new(),
        waits: false,
        replies: domain::questions::RawReplies::default(),
        workshops: domain::workshops::Wishes::default(),
        language: Locale::De,
        request_key: uuid::Uuid::from_u128(1),
    };
    register(&app.desk, &visitor, event, &input)
        .await
        .expect("a registration");
    let erased = app
        .guests_in(app.others, event, &["Fremder;Erloschener;weg@x.example"])
        .await[0];
    let person = erasures::erase(&app.desk, &app.permit_in(app.others), event, erased)
        .await
        .expect("erased");
    let lines = mails::mailbox(&app.desk, &app.permit_in(app.others))
        .await
        .expect("a mailbox");
    Foreign {
        event,
        guest,
        import,
        mail: lines[0].id,
        person,
        invitation,
        user,
        access,
    }
}

impl Foreign {
    /// The ids by the names that they have in patterns.
    pub fn by_name(&self) -> BTreeMap<&'static str, String> {
        BTreeMap::from([
            ("event", self.event.to_string()),
            ("guest", self.guest.to_string()),
            ("import", self.import.to_string()),
            ("mail", self.mail.to_string()),
            ("person", self.person.to_string()),
            ("invitation", self.invitation.to_string()),
            ("access", self.access.to_string()),
            ("user", self.user.to_string()),
            ("tenant", "tnt_00000000000070008000000000000001".to_owned()),
            ("factor", "fac_00000000000070008000000000000001".to_owned()),
            ("token", "AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
            ("slug", "no-such-event".to_owned()),
        ])
    }
}

fn fill(pattern: &str, foreign: &Foreign) -> String {
    let ids = foreign.by_name().into_iter();
    ids.fold(pattern.to_owned(), |text, (name, id)| {
        text.replace(&format!("{{{name}}}"), &id)
    })
}

/// The arguments of every server function that takes an id, with foreign ids. One that takes none is listed as well:
/// a new server function without a row fails the test.
const FUNCTIONS: [(&str, &str); 113] = [
    ("/fn/accounts/ask-passkey", ""),
    ("/fn/accounts/ask-second-passkey", ""),
    ("/fn/accounts/factor-asked", ""),
    ("/fn/accounts/workplaces", ""),
    ("/fn/accounts/ask-own-passkey", ""),
    ("/fn/accounts/factors", ""),
    ("/fn/accounts/begin-passkey", ""),
    ("/fn/accounts/add-passkey", "token={token}&answer=x"),
    ("/fn/accounts/begin-app", ""),
    ("/fn/accounts/app-setup", ""),
    ("/fn/accounts/confirm-app", "code=x"),
    ("/fn/accounts/renew-codes", ""),
    ("/fn/accounts/codes", ""),
    ("/fn/accounts/keep-codes", ""),
    ("/fn/team/require-factor", "wanted=false"),
    ("/fn/accounts/sessions", ""),
    ("/fn/accounts/end-session", ""),
    ("/fn/mailings/still", ""),
    ("/fn/accounts/password", "old=x&new=y"),
    ("/fn/accounts/forgot", "email=x"),
    ("/fn/team/list", ""),
    ("/fn/team/review-standing", ""),
    ("/fn/team/review", "end[0]={user}"),
    ("/fn/team/review-every", "days=1"),
    ("/fn/sign-on/load", ""),
    ("/fn/sign-on/save", "form[issuer]=x"),
    ("/fn/sign-on/remove", ""),
    ("/fn/support/list", ""),
    ("/fn/support/candidates", ""),
    ("/fn/support/workspaces", ""),
    ("/fn/team/invite", "form[role]=analyst"),
    ("/fn/events/list", ""),
    ("/fn/events/create", "form[title]=x"),
    ("/fn/mailbox/list", ""),
    ("/fn/protection/overview", ""),
    ("/fn/protection/log", ""),
    ("/fn/protection/erasures", ""),
    ("/fn/protection/report", ""),
    ("/fn/protection/deletions", ""),
    ("/fn/accounts/remove-factor", "factor={factor}"),
    ("/fn/sign-on/organiser", "tenant={tenant}"),
    ("/fn/accounts/reset-open", "token={token}"),
    ("/fn/accounts/reset", "token={token}&new=x"),
    ("/fn/team/joining", "token={token}"),
    ("/fn/team/withdraw", "invitation={invitation}"),
    ("/fn/team/role", "user={user}&role=analyst"),
    ("/fn/team/end", "user={user}"),
    ("/fn/sign-on/untie", "user={user}"),
    (
        "/fn/team/assign",
        "user={user}&form[event]={event}&form[role]=check-in",
    ),
    ("/fn/team/unassign", "user={user}&event={event}"),
    (
        "/fn/support/let-in",
        "form[user]={user}&form[reason]=x&form[extent]=read&form[minutes]=30",
    ),
    ("/fn/support/end", "access={access}"),
    ("/fn/events/load", "event={event}"),
    ("/fn/events/figures", "event={event}"),
    ("/fn/events/answers", "event={event}"),
    (
        "/fn/events/change",
        "event={event}&form[title]=Neu&form[starts]=2027-06-12T18:00&form[ends]=2027-06-12T19:00&form[zone]=UTC&form[admission]=open",
    ),
    ("/fn/events/step", "event={event}&step=publish"),
    ("/fn/events/page", "event={event}"),
    (
        "/fn/events/edit-page",
        "event={event}&form[what]=texts&form[description]=x",
    ),
    ("/fn/events/prose", "event={event}&description=x"),
    ("/fn/questions/load", "event={event}"),
    ("/fn/events/remove-cover", "event={event}"),
    ("/fn/workshops/load", "event={event}"),
    (
        "/fn/registrations/invitation-of",
        "event={event}&guest={guest}",
    ),
    (
        "/fn/registrations/answer-for",
        "event={event}&guest={guest}&form[answer]=no",
    ),
    (
        "/fn/registrations/admit",
        "event={event}&chosen[guests][0]={guest}",
    ),
    (
        "/fn/registrations/refuse",
        "event={event}&chosen[guests][0]={guest}",
    ),
    (
        "/fn/workshops/edit",
        "event={event}&form[what]=put&form[title]=x&form[starts]=2027-06-12T18:00&form[ends]=2027-06-12T19:00",
    ),
    ("/fn/questions/replies", "event={event}"),
    (
        "/fn/questions/edit",
        "event={event}&form[what]=put&form[kind]=text&form[label]=x",
    ),
    (
        "/fn/questions/preview",
        "event={event}&form[kind]=text&form[label]=x",
    ),
    ("/fn/guests/list", "event={event}"),
    ("/fn/guests/ask", "event={event}&text=x"),
    ("/fn/guests/load", "event={event}&guest={guest}"),
    ("/fn/guests/history", "event={event}&guest={guest}"),
    ("/fn/guests/details", "event={event}&guest={guest}"),
    ("/fn/guests/add", "event={event}&form[family_name]=Neu"),
    (
        "/fn/guests/edit",
        "event={event}&guest={guest}&form[family_name]=Neu",
    ),
    ("/fn/guests/take-off", "event={event}&guest={guest}"),
    (
        "/fn/guests/take-off-chosen",
        "event={event}&chosen[guests][0]={guest}",
    ),
    ("/fn/tags/list", "event={event}"),
    (
        "/fn/tags/put",
        "event={event}&chosen[guests][0]={guest}&tag=x",
    ),
    (
        "/fn/tags/take",
        "event={event}&chosen[guests][0]={guest}&tag=x",
    ),
    ("/fn/protection/extent", "event={event}&guest={guest}"),
    ("/fn/protection/erase", "event={event}&guest={guest}"),
    ("/fn/protection/certificate", "person={person}"),
    ("/fn/imports/progress", "event={event}&import={import}"),
    ("/fn/imports/preview", "event={event}&import={import}"),
    ("/fn/imports/adjust", "event={event}&import={import}"),
    ("/fn/imports/confirm", "event={event}&import={import}"),
    ("/fn/imports/undo", "event={event}&import={import}"),
    ("/fn/mailings/letter", "event={event}"),
    (
        "/fn/mailings/save",
        "event={event}&letter[subject_de]=x&letter[text_de]={{link}}&letter[subject_en]=x&letter[text_en]={{link}}",
    ),
    (
        "/fn/mailings/preview",
        "event={event}&letter[text_de]=x&guest={guest}&language=de",
    ),
    (
        "/fn/mailings/test",
        "event={event}&guest={guest}&language=de",
    ),
    ("/fn/mailings/send", "event={event}"),
    (
        "/fn/mailings/send-to",
        "event={event}&chosen[guests][0]={guest}",
    ),
    ("/fn/mailings/untold", "event={event}"),
    ("/fn/mailings/tell", "event={event}&seen=x&message=x"),
    ("/fn/mailbox/load", "mail={mail}"),
    ("/fn/registrations/event", "slug=no-such-event"),
    ("/fn/registrations/confirm", "token=AAAAAAAAAAAAAAAAAAAAAA"),
    (
        "/fn/registrations/take-offer",
        "token=AAAAAAAAAAAAAAAAAAAAAA",
    ),
    ("/fn/registrations/discard", "token=AAAAAAAAAAAAAAAAAAAAAA"),
    ("/fn/objections/see", "token=AAAAAAAAAAAAAAAAAAAAAA"),
    ("/fn/objections/object", "token=AAAAAAAAAAAAAAAAAAAAAA"),
    ("/fn/objections/allow", "token=AAAAAAAAAAAAAAAAAAAAAA"),
    ("/fn/rights/ask", "token=AAAAAAAAAAAAAAAAAAAAAA"),
    ("/fn/rights/see", "token=AAAAAAAAAAAAAAAAAAAAAA&proof=x"),
    ("/fn/rights/erase", "token=AAAAAAAAAAAAAAAAAAAAAA&proof=x"),
    (
        "/fn/registrations/link",
        "slug=no-such-event&email=x@x.example",
    ),
    (
        "/fn/registrations/register",
        "slug=no-such-event&form[family_name]=x",
    ),
    (
        "/fn/registrations/invitation",
        "token=AAAAAAAAAAAAAAAAAAAAAA",
    ),
];

/// Files that belong to somebody.
const FILES: [&str; 10] = [
    "/app/events/{event}/cover.jpg",
    "/e/{slug}/cover.jpg",
    "/app/events/{event}/guests.csv",
    "/app/events/{event}/guests.xlsx",
    "/app/protection/erasures/{person}/certificate.json",
    "/app/protection/erasures/{person}/certificate.pdf",
    "/m/{token}/calendar.ics",
    "/m/{token}/data/{proof}/data.json",
    "/m/{token}/tickets.pdf",
    "/e/{slug}/calendar.ics",
];

both_engines! {
    async fn no_page_and_no_form_knows_the_other_tenant(app: TestApp) {
        let foreign = foreign(&app).await;
        let browser = Browser::signed_in(app).await;
        let mut tried = 0;
        let pages = leptos_axum::generate_route_list(App);
        for pattern in pages.iter().map(leptos_axum::AxumRouteListing::path).filter(|path| path.contains('{')) {
            let path = fill(pattern, &foreign);
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "GET {path}");
            assert!(!answer.body.contains("Fremd"), "GET {path} tells something");
            tried += 1;
        }
        for pattern in FILES {
            let answer = browser.get(&fill(pattern, &foreign)).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "GET {pattern}");
        }
        for form in forms().iter().filter(|form| form.path.contains('{')) {
            let path = fill(form.path, &foreign);
            let fields = [
                ("title", "Neu"), ("starts", "2027-06-12T18:00"), ("ends", "2027-06-12T19:00"), ("zone", "UTC"),
                ("admission", "open"), ("subject-de", "x"), ("text-de", "{link}"), ("subject-en", "x"),
                ("text-en", "{link}"), ("do", "end"), ("family-name", "Neu"), ("email", "neu@x.example"), ("answer", "yes"),
            ];
            let answer = browser.post(&path, &fields).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "POST {path}");
            tried += 1;
        }
        let path = fill("/app/events/{event}/import", &foreign);
        let upload = browser.upload(&path, "a.csv", b"Name;E-Mail\nA B;a@x.example\n");
        assert_eq!(upload.await.status, StatusCode::NOT_FOUND);
        let path = fill("/app/events/{event}/page/cover", &foreign);
        let upload = browser.upload(&path, "a.jpg", &photo(400, 200, "")).await;
        assert_eq!(upload.status, StatusCode::NOT_FOUND);
        assert!(tried > 15, "{tried}");
    }

    async fn no_server_function_knows_the_other_tenant(app: TestApp) {
        let foreign = foreign(&app).await;
        let browser = Browser::signed_in(app).await;
        let before = figures(&browser, &foreign).await;
        let mut known: BTreeSet<&str> = FUNCTIONS.iter().map(|(path, _)| *path).collect();
        known.insert("/fn/registrations/answer");
        let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
        assert_eq!(there, known, "a server function without a row in this test");
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        let answer = ("/fn/registrations/answer", "token=AAAAAAAAAAAAAAAAAAAAAA&form[answer]=yes");
        for (path, arguments) in FUNCTIONS[39..].iter().chain([&answer]) {
            let body = fill(arguments, &foreign).replace("{{link}}", "{link}");
            let answer = browser.send(Method::POST, path, Body::from(body), &headers).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.body);
            assert!(!answer.body.contains("Fremd"), "{path} tells something");
        }
        assert_eq!(figures(&browser, &foreign).await, before, "nothing of the other tenant changed");
    }
}

/// How the other tenant's event stands.
pub async fn figures(browser: &Browser, foreign: &Foreign) -> (String, u32, u32) {
    let app = &browser.app;
    let see = app.permit_in::<act::SeeEvents>(app.others);
    let (event, figures) = backend::events::load(&app.desk, &see, foreign.event)
        .await
        .expect("the event");
    (
        event.text.title,
        figures.standings.all(),
        figures.mails_waiting,
    )
}
