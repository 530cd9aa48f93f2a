//! Every page, form, file and server function, what it takes to use it, and somebody of each kind who tries.

use backend::{accounts, covers, erasures, imports, support, team};
use domain::{
    Bilingual, Instant, Locale,
    access::{
        Action::{
            self, CreateEvents, EditGuests, ErasePeople, ExportGuests, GrantSupport, ListEvents,
            ManageFactors, ManageOwnAccount, ManageSignOn, ManageTeam, PlanEvents, ReviewAccess,
            SeeEvents, SeeGuests, SeeLog, SeeMailbox, SeeSupport, SeeSupportDesk, SeeTeam,
            SendMailings, TakeOffGuests,
        },
        Extent, Party, Role,
    },
    ids::{EventId, SupportGrantId, UserId},
};
use testkit::{TestApp, photo};

use super::browser::Browser;

/// A name that only those may see who may see guests.
pub const NAME: &str = "Kanarienvogel";

/// Pages and files, and what it takes to see them.
pub const PAGES: [(&str, Action); 47] = [
    ("/app", ListEvents),
    ("/app/account", ManageOwnAccount),
    ("/app/account/factors", ManageFactors),
    ("/app/account/codes", ManageFactors),
    ("/app/account/app", ManageFactors),
    ("/app/prove", ManageOwnAccount),
    ("/app/team", SeeTeam),
    ("/app/team/invite", ManageTeam),
    ("/app/team/review", ReviewAccess),
    ("/app/team/sign-on", ManageSignOn),
    ("/app/team/support", SeeSupport),
    ("/app/provider", SeeSupportDesk),
    ("/app/team/{user}", ManageTeam),
    ("/app/team/{user}/assign", ManageTeam),
    ("/app/events", ListEvents),
    ("/app/events/new", CreateEvents),
    ("/app/events/{event}", SeeEvents),
    ("/app/events/{event}/edit", PlanEvents),
    ("/app/events/{event}/page", PlanEvents),
    ("/app/events/{event}/questions", PlanEvents),
    ("/app/events/{event}/workshops", PlanEvents),
    ("/app/events/{event}/cover.jpg", SeeEvents),
    ("/app/events/{event}/replies", SeeGuests),
    ("/app/events/{event}/cancel", PlanEvents),
    ("/app/events/{event}/guests/new", EditGuests),
    ("/app/events/{event}/guests/{guest}/edit", EditGuests),
    ("/app/events/{event}/guests/{guest}/answer", EditGuests),
    ("/app/events/{event}/news", SendMailings),
    ("/app/events/{event}/guests", SeeGuests),
    ("/app/events/{event}/guests.csv", ExportGuests),
    ("/app/events/{event}/guests.xlsx", ExportGuests),
    ("/app/events/{event}/guests/{guest}", SeeGuests),
    ("/app/events/{event}/guests/{guest}/erase", ErasePeople),
    ("/app/events/{event}/import", EditGuests),
    ("/app/events/{event}/import/{import}", EditGuests),
    ("/app/events/{event}/invitation", SendMailings),
    ("/app/protection", SeeLog),
    ("/app/protection/report", SeeLog),
    ("/app/protection/report.json", SeeLog),
    ("/app/protection/report.pdf", SeeLog),
    ("/app/protection/retention", SeeLog),
    ("/app/protection/log", SeeLog),
    ("/app/protection/log/part", SeeLog),
    ("/app/protection/erasures", SeeLog),
    ("/app/protection/erasures/{person}", SeeLog),
    ("/app/protection/erasures/{person}/certificate.json", SeeLog),
    ("/app/mailbox", SeeMailbox),
];

/// Forms, and what it takes to send them.
pub const FORMS: [(&str, Action); 21] = [
    ("/app/team", ManageTeam),
    ("/app/team/invite", ManageTeam),
    ("/app/team/review", ReviewAccess),
    ("/app/team/sign-on", ManageSignOn),
    ("/app/team/support", GrantSupport),
    ("/app/team/{user}", ManageTeam),
    ("/app/team/{user}/assign", ManageTeam),
    ("/app/events/new", CreateEvents),
    ("/app/events/{event}", PlanEvents),
    ("/app/events/{event}/edit", PlanEvents),
    ("/app/events/{event}/page", PlanEvents),
    ("/app/events/{event}/questions", PlanEvents),
    ("/app/events/{event}/workshops", PlanEvents),
    ("/app/events/{event}/cancel", PlanEvents),
    ("/app/events/{event}/guests/new", EditGuests),
    ("/app/events/{event}/guests/{guest}/edit", EditGuests),
    ("/app/events/{event}/guests/{guest}/answer", EditGuests),
    ("/app/events/{event}/news", SendMailings),
    ("/app/events/{event}/guests", SeeGuests),
    ("/app/events/{event}/guests/{guest}/erase", ErasePeople),
    ("/app/events/{event}/import/{import}", EditGuests),
];

/// Server functions with arguments that would be taken, and what it takes to call them.
pub const FUNCTIONS: [(&str, &str, Action); 90] = [
    ("/fn/accounts/sessions", "", ManageOwnAccount),
    ("/fn/accounts/end-session", "", ManageFactors),
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
    ("/fn/sign-on/load", "", ManageSignOn),
    ("/fn/sign-on/save", "form[issuer]=x", ManageSignOn),
    ("/fn/sign-on/remove", "", ManageSignOn),
    ("/fn/support/list", "", SeeSupport),
    ("/fn/support/candidates", "", GrantSupport),
    (
        "/fn/support/let-in",
        "form[user]={user}&form[reason]=x&form[extent]=read&form[minutes]=30",
        GrantSupport,
    ),
    ("/fn/support/end", "access={access}", GrantSupport),
    ("/fn/support/workspaces", "", SeeSupportDesk),
    (
        "/fn/team/invite",
        "form[name]=x&form[email]=x@x.example&form[role]=analyst",
        ManageTeam,
    ),
    ("/fn/team/withdraw", "invitation={invitation}", ManageTeam),
    ("/fn/team/role", "user={user}&role=analyst", ManageTeam),
    ("/fn/team/end", "user={user}", ManageTeam),
    ("/fn/mailings/still", "", SendMailings),
    ("/fn/sign-on/untie", "user={user}", ManageTeam),
    (
        "/fn/team/assign",
        "user={user}&form[event]={event}&form[role]=check-in",
        ManageTeam,
    ),
    ("/fn/team/unassign", "user={user}&event={event}", ManageTeam),
    ("/fn/events/list", "", ListEvents),
    ("/fn/events/create", "form[title]=x", CreateEvents),
    ("/fn/events/load", "event={event}", SeeEvents),
    ("/fn/events/figures", "event={event}", SeeEvents),
    ("/fn/events/answers", "event={event}", SeeEvents),
    (
        "/fn/events/change",
        "event={event}&form[title]=Neu",
        PlanEvents,
    ),
    ("/fn/events/step", "event={event}&step=publish", PlanEvents),
    ("/fn/events/page", "event={event}", PlanEvents),
    (
        "/fn/events/edit-page",
        "event={event}&form[what]=texts&form[description]=x",
        PlanEvents,
    ),
    (
        "/fn/events/prose",
        "event={event}&description=x",
        PlanEvents,
    ),
    ("/fn/questions/load", "event={event}", PlanEvents),
    ("/fn/events/remove-cover", "event={event}", PlanEvents),
    ("/fn/workshops/load", "event={event}", SeeEvents),
    (
        "/fn/registrations/invitation-of",
        "event={event}&guest={guest}",
        EditGuests,
    ),
    (
        "/fn/registrations/answer-for",
        "event={event}&guest={guest}&form[answer]=no",
        EditGuests,
    ),
    (
        "/fn/registrations/admit",
        "event={event}&chosen[guests][0]={guest}",
        EditGuests,
    ),
    (
        "/fn/registrations/refuse",
        "event={event}&chosen[guests][0]={guest}",
        EditGuests,
    ),
    (
        "/fn/workshops/edit",
        "event={event}&form[what]=put&form[title]=x&form[starts]=2027-06-12T18:00&form[ends]=2027-06-12T19:00",
        PlanEvents,
    ),
    ("/fn/questions/replies", "event={event}", SeeGuests),
    (
        "/fn/questions/edit",
        "event={event}&form[what]=put&form[kind]=text&form[label]=x",
        PlanEvents,
    ),
    (
        "/fn/questions/preview",
        "event={event}&form[kind]=text&form[label]=x",
        PlanEvents,
    ),
    ("/fn/guests/list", "event={event}", SeeGuests),
    ("/fn/guests/ask", "event={event}&text=x", SeeGuests),
    ("/fn/guests/load", "event={event}&guest={guest}", SeeGuests),
    (
        "/fn/guests/history",
        "event={event}&guest={guest}",
        SeeGuests,
    ),
    (
        "/fn/guests/details",
        "event={event}&guest={guest}",
        SeeGuests,
    ),
    (
        "/fn/guests/add",
        "event={event}&form[family_name]=Neu",
        EditGuests,
    ),
    (
        "/fn/guests/edit",
        "event={event}&guest={guest}&form[family_name]=Neu",
        EditGuests,
    ),
    (
        "/fn/guests/take-off",
        "event={event}&guest={guest}",
        TakeOffGuests,
    ),
    (
        "/fn/guests/take-off-chosen",
        "event={event}&chosen[guests][0]={guest}",
        TakeOffGuests,
    ),
    ("/fn/tags/list", "event={event}", SeeGuests),
    (
        "/fn/tags/put",
        "event={event}&chosen[guests][0]={guest}&tag=x",
        EditGuests,
    ),
    (
        "/fn/tags/take",
        "event={event}&chosen[guests][0]={guest}&tag=x",
        EditGuests,
    ),
    ("/fn/protection/overview", "", SeeLog),
    ("/fn/protection/report", "", SeeLog),
    ("/fn/protection/deletions", "", SeeLog),
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
    (
        "/fn/mailings/send-to",
        "event={event}&chosen[guests][0]={guest}",
        SendMailings,
    ),
    ("/fn/mailings/untold", "event={event}", SendMailings),
    (
        "/fn/mailings/tell",
        "event={event}&seen=x&message=x",
        SendMailings,
    ),
    ("/fn/mailbox/list", "", SeeMailbox),
];

/// What is open to whoever holds a link, or to everybody, or is named above in another way.
pub const OPEN: [&str; 45] = [
    "/",
    "/app/login",
    "/app/login/factor",
    "/fn/sign-on/organiser",
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
    "/u/{token}",
    "/m/{token}",
    "/m/{token}/data",
    "/m/{token}/data/{proof}",
    "/m/{token}/data/{proof}/data.json",
    "/app/account",
    "/app/events/{event}/invitation",
    "/app/mailbox/{mail}",
    "/fn/accounts/forgot",
    "/fn/accounts/reset-open",
    "/fn/accounts/reset",
    "/fn/team/joining",
    "/fn/registrations/event",
    "/fn/registrations/confirm",
    "/fn/registrations/take-offer",
    "/fn/registrations/discard",
    "/fn/registrations/link",
    "/fn/registrations/register",
    "/fn/registrations/invitation",
    "/fn/registrations/answer",
    "/fn/objections/see",
    "/fn/objections/object",
    "/fn/objections/allow",
    "/fn/rights/ask",
    "/fn/rights/see",
    "/fn/rights/erase",
    "/fn/mailbox/load",
    // Its arguments are a whole letter; the form of the page is tried instead.
    "/fn/mailings/save",
    "/app/protection/erasures/{person}/certificate.pdf",
    "/app/protection/log.ndjson",
];

/// The ids of things that are there, by the names in the patterns.
pub struct Things(pub Vec<(&'static str, String)>);

impl Things {
    pub fn fill(&self, pattern: &str) -> String {
        self.0.iter().fold(pattern.to_owned(), |text, (name, id)| {
            text.replace(&format!("{{{name}}}"), id)
        })
    }
}

/// Another event of the same tenant, with what belongs to it.
pub async fn siblings(app: &TestApp) -> Things {
    let event = app.event().title("Geschwisterfest").make().await;
    with_cover(app, event).await;
    let guest = app
        .guests(event, &["Geschwister;Kind;schwester@x.example"])
        .await[0];
    let list = b"Name;E-Mail\nGeschwister Bruder;bruder@x.example\n".to_vec();
    let import = imports::upload(&app.desk, &app.permit(), event, String::new(), list)
        .await
        .expect("a list");
    Things(vec![
        ("event", event.to_string()),
        ("guest", guest.to_string()),
        ("import", import.to_string()),
    ])
}

/// Puts a picture on top of an event's page.
async fn with_cover(app: &TestApp, event: EventId) {
    let (picture, alt) = (photo(400, 200, ""), Bilingual::default());
    covers::put(&app.desk, &app.permit(), event, picture, &alt)
        .await
        .expect("a picture");
}

pub async fn things(app: &TestApp) -> Things {
    let event = app.event().make().await;
    with_cover(app, event).await;
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
        event: None,
    };
    team::invite(&app.desk, &app.permit(), Locale::De, &new)
        .await
        .expect("invited");
    let team = team::list(&app.desk, &app.permit()).await.expect("a team");
    let helper = supporter(app, "helper").await;
    let access = let_in(app, helper, Extent::Read).await;
    Things(vec![
        ("access", access.to_string()),
        ("user", app.team.owner.to_string()),
        ("event", event.to_string()),
        ("guest", guest.to_string()),
        ("person", person.to_string()),
        ("import", import.to_string()),
        ("invitation", team.invited[0].id.to_string()),
    ])
}

/// The address of somebody of the provider's support.
fn address_of(name: &str) -> String {
    format!("{name}@provider.example")
}

/// An account of the provider's support.
async fn supporter(app: &TestApp, name: &str) -> UserId {
    let (operator, password) = (app.permit_of_operator(), TestApp::PASSWORD.to_owned());
    accounts::create_supporter(
        &app.desk,
        &operator,
        "Sam Support",
        &address_of(name),
        password,
    )
    .await
    .expect("an account")
}

async fn let_in(app: &TestApp, user: UserId, extent: Extent) -> SupportGrantId {
    let new = support::NewGrant {
        user,
        reason: "Die Liste fehlt".to_owned(),
        extent,
        for_ms: Instant::HOUR_MS,
    };
    support::grant(&app.desk, &app.permit(), &new)
        .await
        .expect("let in")
}

/// Somebody with an account in the team.
async fn member(app: &TestApp, email: &str, role: Role) -> UserId {
    let new = accounts::NewUser {
        name: "Rita Rolle".into(),
        email: email.to_owned(),
        password: TestApp::PASSWORD.into(),
        organiser: app.team.tenant,
        role,
    };
    accounts::create(&app.desk, &app.permit_of_operator(), new)
        .await
        .expect("an account")
}

/// Who works for one event, which is `event`, signed in.
async fn at_event(owner: &Browser, event: EventId, role: Role) -> (Party, Browser) {
    let party = Party::AtEvent(role);
    let email = format!("{}@foyer.example", party.name());
    let app = &owner.app;
    let user = member(app, &email, Role::Assigned).await;
    team::assign(&app.desk, &app.permit(), user, event, (role, None))
        .await
        .expect("assigned");
    (party, owner.of(&email).await)
}

/// Somebody of each kind with an account, signed in: of each role of the team, and of the provider's support.
pub async fn everybody(app: TestApp, things: &Things) -> (Browser, Vec<(Party, Browser)>) {
    let owner = Browser::signed_in(app).await;
    let app = owner.app.clone();
    let mut all = Vec::new();
    for role in Role::ALL {
        let email = format!("{}@foyer.example", role.code());
        member(&app, &email, role).await;
        all.push((Party::User(role), owner.of(&email).await));
    }
    let event = things.fill("{event}").parse().expect("an event");
    for role in Role::AT_EVENT {
        all.push(at_event(&owner, event, role).await);
    }
    supporter(&app, "desk").await;
    all.push((Party::SupportDesk, owner.of(&address_of("desk")).await));
    for extent in Extent::ALL {
        let name = extent.code();
        let user = supporter(&app, name).await;
        let_in(&app, user, extent).await;
        let mut browser = owner.of(&address_of(name)).await;
        let tenant = app.team.tenant.to_string();
        let entered = browser.post("/app/switch", &[("tenant", &tenant)]).await;
        browser.keep_cookie(&entered);
        all.push((Party::Support(extent), browser));
    }
    (owner, all)
}
