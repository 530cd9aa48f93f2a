//! Roles at single events.

use std::collections::BTreeMap;

use backend::{
    Failure,
    access::{Denied, Permit, Who, authorise},
    accounts::{self, Session},
    events, guests, history, imports,
    team::{self, ChangeError, Decisions, InviteError, NewMember, ReviewError},
};
use domain::{
    Instant, Locale,
    access::{Act, Action, Role, Seat, act},
    fields::Problem,
    ids::{EventId, UserId},
    mailings::Mailing,
};
use testkit::{TestApp, as_csv, both_engines};

use crate::suite::support::problems;

const BEN: &str = "ben@foyer.example";
const PASSWORD: &str = "Sommer im Museum, 2028";

fn invited_to(event: EventId, role: Role) -> NewMember {
    NewMember {
        name: "Ben Helper".into(),
        email: BEN.into(),
        role,
        event: Some(event),
        until: None,
    }
}

/// Ben, who is invited to one event and has joined.
async fn ben(app: &TestApp, event: EventId, role: Role) -> Session {
    team::invite(
        &app.desk,
        &app.permit(),
        Locale::De,
        &invited_to(event, role),
    )
    .await
    .expect("invited");
    let mails = app.mails().await;
    let mut words = mails.iter().flat_map(|mail| mail.text.split_whitespace());
    let token = words.find_map(|word| word.split_once("/app/join/"));
    let (origin, named) = (TestApp::origin(), ("Ben Berger", PASSWORD));
    let joined = team::join(&app.desk, &origin, token.expect("a link").1, named, "").await;
    session(
        app,
        &joined.expect("joined").session().expect("in").expose(),
    )
    .await
}

async fn session(app: &TestApp, token: &str) -> Session {
    let found = accounts::find_session(&app.desk, token).await;
    found.expect("asked").expect("signed in")
}

/// Ben, with the next request.
async fn again(app: &TestApp) -> Session {
    let signed_in = accounts::sign_in(&app.desk, &TestApp::origin(), BEN, PASSWORD, "").await;
    session(app, &signed_in.expect("in").session().expect("in").expose()).await
}

fn at<A: Act>(session: &Session, event: EventId) -> Result<Permit<A>, Denied> {
    authorise(session.who_at(event, A::ACTION), &TestApp::origin())
}

async fn titles(app: &TestApp, session: &Session) -> Vec<String> {
    let permit = authorise(session.who(), &TestApp::origin()).expect("the list is for all");
    let lines = events::list(&app.desk, &permit).await.expect("a list");
    lines
        .into_iter()
        .map(|line| line.event.text.title)
        .collect()
}

async fn assign(
    app: &TestApp,
    user: UserId,
    event: EventId,
    role: Role,
    until: Option<Instant>,
) -> Result<(), ChangeError> {
    team::assign(&app.desk, &app.permit(), user, event, (role, until)).await
}

both_engines! {
    async fn who_is_invited_to_one_event_reaches_that_one_only(app: TestApp) {
        let (own, other) = (app.event().title("Sommerfest").make().await, app.event().title("Gala").make().await);
        let (here, there) = (
            app.guests(own, &["Anna;Huber;anna@x.example"]).await[0],
            app.guests(other, &["Carla;Eder;carla@x.example"]).await[0],
        );
        let list = b"Name;E-Mail\nDora Haas;dora@x.example\n".to_vec();
        let import = imports::upload(&app.desk, &app.permit(), other, String::new(), list).await.expect("a list");
        let ben = ben(&app, own, Role::EventManager).await;
        assert_eq!(ben.seat, Seat::Team(Role::Assigned));
        assert_eq!(titles(&app, &ben).await, ["Sommerfest"]);
        let see = at::<act::SeeGuests>(&ben, own).expect("allowed");
        assert!(guests::load(&app.desk, &see, here).await.is_ok());
        assert!(at::<act::PlanEvents>(&ben, own).is_ok());
        for action in [Action::SeeEvents, Action::SeeGuests, Action::PlanEvents, Action::ExportGuests] {
            assert!(!ben.may_at(other, action), "{action:?}");
        }
        for action in [Action::CreateEvents, Action::ErasePeople, Action::SeeTeam, Action::SeeLog, Action::SeeMailbox] {
            assert!(!ben.may_at(own, action), "{action:?}");
        }
        // The permit for one event opens nothing of another, even where somebody forgot to ask for the right one.
        let gone = |failure: Option<Failure>| assert!(matches!(failure, Some(Failure::NotFound)), "{failure:?}");
        gone(guests::load(&app.desk, &see, there).await.err());
        gone(guests::see(&app.desk, &see, there).await.err());
        gone(guests::list(&app.desk, &see, other, &guests::GuestFilter::default()).await.err());
        gone(guests::ask(&app.desk, &see, other, "Carla").await.err());
        gone(history::of_guest(&app.desk, &see, there).await.err());
        let edit = at::<act::EditGuests>(&ben, own).expect("allowed");
        gone(imports::status(&app.desk, &edit, other, import).await.err());
        gone(imports::preview(&app.desk, &edit, other, import).await.err());
        gone(imports::undo(&app.desk, &edit, other, import).await.err());
        let export = at::<act::ExportGuests>(&ben, own).expect("allowed");
        gone(guests::export(&app.desk, &export, None, other, as_csv(Locale::De)).await.err());
        let send = at::<act::SendMailings>(&ben, own).expect("allowed");
        gone(backend::mailings::letter(&app.desk, &send, other, Mailing::Invitation).await.err());
        assert!(backend::mailings::send_all(&app.desk, &send, other, Mailing::Invitation).await.is_err());
        let plan = at::<act::SeeEvents>(&ben, own).expect("allowed");
        gone(events::load(&app.desk, &plan, other).await.err());
        assert!(events::load(&app.desk, &plan, own).await.is_ok());
    }

    async fn a_role_at_an_event_adds_to_the_one_in_the_tenant(app: TestApp) {
        let (one, other) = (app.event().make().await, app.event().make().await);
        let ben = ben(&app, one, Role::CheckIn).await;
        team::change_role(&app.desk, &app.permit(), ben.user, Role::CheckIn, None).await.expect("changed");
        assign(&app, ben.user, one, Role::EventManager, None).await.expect("assigned");
        let ben = again(&app).await;
        assert_eq!(titles(&app, &ben).await.len(), 2);
        assert!(ben.may_at(other, Action::SeeGuests));
        assert!(!ben.may_at(other, Action::PlanEvents));
        assert!(ben.may_at(one, Action::PlanEvents));
        // What the role in the tenant allows is done by it.
        assert!(matches!(ben.who_at(one, Action::SeeGuests), Who::User(..)));
        assert!(matches!(ben.who_at(one, Action::PlanEvents), Who::AtEvent(_, _, Role::EventManager, event) if event == one));
    }

    async fn a_role_at_an_event_ends_with_its_day_by_hand_or_with_the_access(app: TestApp) {
        let (one, other) = (app.event().title("Eins").make().await, app.event().title("Zwei").make().await);
        let user = ben(&app, one, Role::CheckIn).await.user;
        let until = TestApp::START.plus_ms(Instant::HOUR_MS);
        assign(&app, user, other, Role::Analyst, Some(until)).await.expect("assigned");
        let ben = again(&app).await;
        assert!(ben.may_at(other, Action::SeeEvents) && !ben.may_at(other, Action::SeeGuests));
        let listed = team::list(&app.desk, &app.permit()).await.expect("a team");
        let member = listed.members.iter().find(|member| member.user == user).expect("there");
        let mut roles: Vec<_> = member.at_events.iter().map(|at| (at.title.as_str(), at.role, at.until)).collect();
        roles.sort_by_key(|(title, ..)| *title);
        assert_eq!(roles, [("Eins", Role::CheckIn, None), ("Zwei", Role::Analyst, Some(until))]);
        assert_eq!(member.at_events[0].by, "Olivia Organiser");

        app.clock.advance_ms(Instant::HOUR_MS);
        let ben = again(&app).await;
        assert!(!ben.may_at(other, Action::SeeEvents));
        assert_eq!(titles(&app, &ben).await, ["Eins"]);
        team::unassign(&app.desk, &app.permit(), user, one).await.expect("ended");
        let twice = team::unassign(&app.desk, &app.permit(), user, one).await;
        assert!(matches!(twice, Err(ChangeError::Failure(Failure::NotFound))));
        assert_eq!(titles(&app, &again(&app).await).await, [""; 0]);

        assign(&app, user, one, Role::CheckIn, None).await.expect("assigned");
        team::end(&app.desk, &app.permit(), user).await.expect("ended");
        assert_eq!(app.rows_in("event_grants").await, 0);
        let log = "SELECT count(*) FROM entries WHERE action = 'team.assigned'";
        assert_eq!(app.count(log).await, 2);
        assert_eq!(app.count("SELECT count(*) FROM entries WHERE action = 'team.unassigned'").await, 1);
    }

    async fn what_makes_no_sense_at_one_event_is_refused(app: TestApp) {
        let event = app.event().make().await;
        let user = ben(&app, event, Role::CheckIn).await.user;
        let written = "SELECT count(*) FROM entries WHERE action IN ('team.invited', 'team.assigned')";
        let before = app.count(written).await;
        let Err(ChangeError::Invalid(errors)) = assign(&app, user, event, Role::Admin, Some(TestApp::START)).await else {
            panic!("nobody is admin of one event, until now")
        };
        assert_eq!(problems(&errors), [("role", Problem::NotAtOneEvent), ("until", Problem::InThePast)]);
        for (event, role) in [(Some(event), Role::Owner), (None, Role::Assigned)] {
            let new = NewMember { email: "carla@x.example".into(), event, ..invited_to(event.unwrap_or(EventId::from_uuid(uuid::Uuid::nil())), role) };
            let Err(InviteError::Invalid(errors)) = team::invite(&app.desk, &app.permit(), Locale::De, &new).await else {
                panic!("{role:?} is invited")
            };
            assert_eq!(problems(&errors), [("role", Problem::NotAtOneEvent)]);
        }
        let theirs = app.event().of_others().make().await;
        let before_theirs = app.rows_in("event_grants").await;
        let foreign = assign(&app, user, theirs, Role::CheckIn, None).await;
        assert!(matches!(foreign, Err(ChangeError::Failure(Failure::NotFound))), "{foreign:?}");
        let new = NewMember { email: "carla@x.example".into(), ..invited_to(theirs, Role::CheckIn) };
        let invited = team::invite(&app.desk, &app.permit(), Locale::De, &new).await;
        assert!(matches!(invited, Err(InviteError::Failure(Failure::NotFound))), "{invited:?}");
        assert_eq!(app.rows_in("event_grants").await, before_theirs);
        assign(&app, user, event, Role::CheckIn, None).await.expect("the same again");
        assert_eq!(app.count(written).await, before, "nothing was done");
    }

    async fn a_review_decides_on_roles_at_events_too(app: TestApp) {
        let (one, other) = (app.event().make().await, app.event().make().await);
        let user = ben(&app, one, Role::CheckIn).await.user;
        assign(&app, user, other, Role::Analyst, None).await.expect("assigned");
        let mut decisions = Decisions {
            roles: BTreeMap::from([(user, true)]),
            at_events: BTreeMap::from([((user, one), false)]),
        };
        let Err(ReviewError::Invalid(errors)) = team::review(&app.desk, &app.permit(), &decisions).await else {
            panic!("one is not decided on")
        };
        assert_eq!(problems(&errors), [(format!("grant-{user}.{other}").as_str(), Problem::Undecided)]);
        decisions.at_events.insert((user, other), true);
        team::review(&app.desk, &app.permit(), &decisions).await.expect("reviewed");
        let ben = again(&app).await;
        assert!(ben.may_at(other, Action::SeeEvents) && !ben.may_at(one, Action::SeeEvents));
        let standing = team::review_standing(&app.desk, &app.permit()).await.expect("asked");
        assert_eq!((standing.past[0].kept, standing.past[0].ended), (3, 1));
    }
}
