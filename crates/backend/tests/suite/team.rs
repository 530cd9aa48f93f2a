//! The team: inviting, joining, changing, ending, and who may.

use backend::{
    Failure,
    access::{Permit, Who},
    accounts::{self, Session},
    desk::Desk,
    mails,
    team::{self, ChangeError, InviteError, JoinError, NewMember},
};
use domain::{
    Instant, Locale,
    access::{Role, Seat, act},
    fields::Problem,
    ids::UserId,
};
use testkit::{TestApp, both_engines};

use crate::suite::support::problems;

const BEN: &str = "ben@foyer.example";
const PASSWORD: &str = "Sommer im Museum, 2028";

fn new(role: Role) -> NewMember {
    NewMember {
        name: "Ben Helper".into(),
        email: BEN.into(),
        role,
        event: None,
        until: None,
    }
}

async fn invite(
    app: &TestApp,
    permit: &Permit<act::ManageTeam>,
    new: &NewMember,
) -> Result<(), InviteError> {
    team::invite(&app.desk, permit, Locale::De, new).await
}

/// The secret in the newest mail to an address.
async fn token(app: &TestApp, email: &str) -> String {
    let mails = app.mails().await;
    let mail = mails.iter().find(|mail| mail.to == email).expect("a mail");
    let link = mail
        .text
        .split_whitespace()
        .find_map(|word| word.split_once("/app/join/"));
    link.expect("a link").1.to_owned()
}

async fn join(app: &TestApp, token: &str, password: &str) -> Result<Session, JoinError> {
    let session = team::join(
        &app.desk,
        &TestApp::origin(),
        token,
        ("Ben Berger", password),
        "",
    )
    .await?;
    let found = accounts::find_session(&app.desk, &session.session().expect("in").expose()).await?;
    Ok(found.expect("who joins is signed in"))
}

/// Ben, in the team as what.
async fn ben(app: &TestApp, role: Role) -> Session {
    invite(app, &app.permit(), &new(role))
        .await
        .expect("invited");
    join(app, &token(app, BEN).await, PASSWORD)
        .await
        .expect("joined")
}

async fn session_of_ben(app: &TestApp) -> Option<Session> {
    let origin = TestApp::origin();
    let token = accounts::sign_in(&app.desk, &origin, BEN, PASSWORD, "")
        .await
        .ok()?
        .session()?;
    accounts::find_session(&app.desk, &token.expose())
        .await
        .expect("asked")
}

async fn team_of(app: &TestApp, desk: &Desk) -> Vec<(String, Role)> {
    let team = team::list(desk, &app.permit()).await.expect("a team");
    let members = team.members.into_iter();
    let mut named: Vec<_> = members.map(|member| (member.name, member.role)).collect();
    // Whoever came at the same moment stands in no order.
    named.sort_by(|one, other| one.0.cmp(&other.0));
    named
}

async fn gone(app: &TestApp, token: &str) {
    let joining = team::joining(&app.desk, &TestApp::origin(), token).await;
    assert!(matches!(joining, Err(Failure::NotFound)), "{joining:?}");
    let joined = join(app, token, PASSWORD).await;
    assert!(matches!(joined, Err(JoinError::Failure(Failure::NotFound))));
}

both_engines! {
    async fn who_is_invited_joins_with_an_account_of_their_own(app: TestApp) {
        invite(&app, &app.permit(), &new(Role::EventManager)).await.expect("invited");
        let listed = team::list(&app.desk, &app.permit()).await.expect("a team");
        assert_eq!((listed.members.len(), listed.invited.len()), (1, 1));
        assert_eq!((listed.invited[0].name.as_str(), listed.invited[0].by.as_str()), ("Ben Helper", "Olivia Organiser"));
        let token = token(&app, BEN).await;
        let joining = team::joining(&app.desk, &TestApp::origin(), &token).await.expect("open");
        assert_eq!((joining.email.as_str(), joining.role, joining.has_account), (BEN, Role::EventManager, false));
        assert_eq!(joining.organiser, "Kulturverein Foyer");
        let weak = join(&app, &token, "kurz").await;
        let Err(JoinError::Invalid(errors)) = weak else { panic!("a weak password is taken") };
        assert_eq!(problems(&errors), [("new-password", Problem::PasswordTooShort { min: 12 })]);

        let session = join(&app, &token, PASSWORD).await.expect("joined");
        assert_eq!((session.name.as_str(), session.email.as_str(), session.seat), ("Ben Berger", BEN, Seat::Team(Role::EventManager)));
        assert_eq!(session.tenant, app.team.tenant);
        assert_eq!(team_of(&app, &app.desk).await, [
            ("Ben Berger".to_owned(), Role::EventManager), ("Olivia Organiser".to_owned(), Role::Owner),
        ]);
        gone(&app, &token).await;
        // Link, mail and key of the invitation went with it.
        assert_eq!(app.rows_in("team_invitations").await, 0);
        assert!(app.mails().await.iter().all(|mail| mail.to != BEN));
        assert!(session_of_ben(&app).await.is_some());
    }

    async fn whoever_has_an_account_joins_with_its_password(app: TestApp) {
        ben(&app, Role::CheckIn).await;
        let user = session_of_ben(&app).await.expect("in the team").user;
        team::end(&app.desk, &app.permit(), user).await.expect("ended");
        invite(&app, &app.permit(), &new(Role::Analyst)).await.expect("invited again");
        let token = token(&app, BEN).await;
        assert!(team::joining(&app.desk, &TestApp::origin(), &token).await.expect("open").has_account);
        let wrong = join(&app, &token, "not the password!").await;
        assert!(matches!(wrong, Err(JoinError::SignIn(_))));
        let session = join(&app, &token, PASSWORD).await.expect("joined");
        assert_eq!((session.user, session.seat), (user, Seat::Team(Role::Analyst)));
        assert_eq!(session.name, "Ben Berger", "the account keeps its name");
    }

    async fn an_invitation_ends_after_seven_days_or_when_it_is_withdrawn(app: TestApp) {
        invite(&app, &app.permit(), &new(Role::Admin)).await.expect("invited");
        let first = token(&app, BEN).await;
        app.clock.advance_ms(7 * Instant::DAY_MS - 1);
        assert!(team::joining(&app.desk, &TestApp::origin(), &first).await.is_ok());
        app.clock.advance_ms(1);
        gone(&app, &first).await;
        assert_eq!(team::forget_expired(&app.desk, app.team.tenant).await.expect("forgotten"), 1);
        assert_eq!(app.rows_in("team_invitations").await, 0);

        invite(&app, &app.permit(), &new(Role::Admin)).await.expect("invited");
        let second = token(&app, BEN).await;
        let id = team::list(&app.desk, &app.permit()).await.expect("a team").invited[0].id;
        let foreign = team::withdraw(&app.desk, &app.permit_in(app.others), id).await;
        assert!(matches!(foreign, Err(Failure::NotFound)));
        team::withdraw(&app.desk, &app.permit(), id).await.expect("withdrawn");
        gone(&app, &second).await;
        let again = team::withdraw(&app.desk, &app.permit(), id).await;
        assert!(matches!(again, Err(Failure::NotFound)));
        for text in ["", "x", &second[1..], &format!("{second}A"), &second.replace(&second[30..], "AAAAAAAAAAAAA")] {
            gone(&app, text).await;
        }
    }

    async fn nobody_is_invited_twice_or_without_an_address(app: TestApp) {
        invite(&app, &app.permit(), &new(Role::Analyst)).await.expect("invited");
        let before = app.snapshot().await;
        let twice = invite(&app, &app.permit(), &NewMember { email: "BEN@foyer.example".into(), ..new(Role::Admin) }).await;
        assert!(matches!(twice, Err(InviteError::AlreadyThere)));
        let member = invite(&app, &app.permit(), &NewMember { email: "olivia@foyer.example".into(), ..new(Role::Admin) }).await;
        assert!(matches!(member, Err(InviteError::AlreadyThere)));
        let wrong = NewMember { name: " ".into(), email: "ben".into(), until: Some(TestApp::START), ..new(Role::Admin) };
        let Err(InviteError::Invalid(errors)) = invite(&app, &app.permit(), &wrong).await else { panic!("taken") };
        assert_eq!(problems(&errors), [
            ("name", Problem::Missing), ("email", Problem::NotAnAddress), ("until", Problem::InThePast),
        ]);
        assert_eq!(app.snapshot().await, before);
    }

    async fn nobody_gives_or_takes_more_than_they_have(app: TestApp) {
        let admin = ben(&app, Role::Admin).await;
        let permit = app.permit_of::<act::ManageTeam>(admin.who());
        let owner = NewMember { email: "carla@x.example".into(), ..new(Role::Owner) };
        let refused = invite(&app, &permit, &owner).await;
        assert!(matches!(refused, Err(InviteError::Failure(Failure::NotFound))));
        invite(&app, &app.permit(), &owner).await.expect("by an owner");
        let id = team::list(&app.desk, &app.permit()).await.expect("a team").invited[0].id;
        assert!(matches!(team::withdraw(&app.desk, &permit, id).await, Err(Failure::NotFound)));
        team::withdraw(&app.desk, &app.permit(), id).await.expect("by an owner");
        let up = team::change_role(&app.desk, &permit, admin.user, Role::Owner, None).await;
        assert!(matches!(up, Err(ChangeError::Failure(Failure::NotFound))));
        for refused in [
            team::change_role(&app.desk, &permit, app.team.owner, Role::Analyst, None).await,
            team::end(&app.desk, &permit, app.team.owner).await,
        ] {
            assert!(matches!(refused, Err(ChangeError::Failure(Failure::NotFound))), "an owner is out of reach");
        }
        let others = app.permit_in::<act::ManageTeam>(app.others);
        let foreign = team::end(&app.desk, &others, admin.user).await;
        assert!(matches!(foreign, Err(ChangeError::Failure(Failure::NotFound))));
        assert_eq!(team_of(&app, &app.desk).await.len(), 2);
    }

    async fn whoever_works_for_two_tenants_goes_from_one_to_the_other(app: TestApp) {
        let ben = ben(&app, Role::Admin).await;
        let (permit, origin) = (app.permit_of::<act::ManageOwnAccount>(ben.who()), TestApp::origin());
        let switch = async |tenant| accounts::switch(&app.desk, &permit, &ben, &origin, tenant, "").await;
        let places = accounts::workplaces(&app.desk, &permit, &ben, &origin).await.expect("a list");
        assert_eq!(places.len(), 1);
        let nowhere = switch(app.others.tenant).await;
        assert!(matches!(nowhere, Err(accounts::SignInError::Failure(Failure::NotFound))));
        let carla = accounts::NewUser {
            name: "Carla Chefin".into(),
            email: "carla@andere.example".into(),
            password: TestApp::PASSWORD.into(),
            organiser: app.others.tenant,
            role: Role::Owner,
        };
        let carla = accounts::create(&app.desk, &app.permit_of_operator(), carla).await.expect("an account");
        let others = app.permit_of::<act::ManageTeam>(Who::User(app.others.tenant, carla, Role::Owner));
        invite(&app, &others, &new(Role::Analyst)).await.expect("invited");
        let mail = app.mails_in(app.others).await.into_iter().find(|mail| mail.to == BEN).expect("a mail");
        let link = mail.text.split_whitespace().find_map(|word| word.split_once("/app/join/")).expect("a link").1.to_owned();
        let there = join(&app, &link, PASSWORD).await.expect("joined");
        assert_eq!((there.tenant, there.seat), (app.others.tenant, Seat::Team(Role::Analyst)), "in where the invitation was");
        let places = accounts::workplaces(&app.desk, &permit, &ben, &origin).await.expect("a list");
        let mut names: Vec<_> = places.iter().map(|place| (place.name.as_str(), place.seat, place.is_this)).collect();
        names.sort_unstable_by_key(|place| place.0);
        assert_eq!(names, [("Andere GmbH", Seat::Team(Role::Analyst), false), ("Kulturverein Foyer", Seat::Team(Role::Admin), true)]);
        let elsewhere = async || accounts::sessions(&app.desk, &permit, &ben).await.expect("a list").elsewhere;
        assert_eq!(elsewhere().await, 1);
        accounts::end_sessions(&app.desk, &app.permit_of(ben.who()), &ben, None).await.expect("ended");
        assert_eq!(elsewhere().await, 0, "all others are those of other tenants, too");
        app.clock.advance_ms(20 * Instant::MINUTE_MS);
        let token = switch(app.others.tenant).await.expect("switched").expose();
        assert!(matches!(switch(app.others.tenant).await, Err(accounts::SignInError::Over)), "once");
        let after = accounts::find_session(&app.desk, &token).await.expect("asked").expect("in");
        assert_eq!((after.tenant, after.seat, after.proved_at), (app.others.tenant, Seat::Team(Role::Analyst), ben.proved_at));
        assert_eq!(after.began_at, ben.began_at, "twelve hours are twelve hours");
        let sessions = accounts::sessions(&app.desk, &permit, &ben).await.expect("a list").here;
        assert!(sessions.iter().all(|session| !session.is_this), "the session here has ended");
    }

    async fn whoever_is_past_the_last_day_is_invited_anew(app: TestApp) {
        let until = Some(TestApp::START.plus_days(2));
        let short = NewMember { until, ..new(Role::Admin) };
        invite(&app, &app.permit(), &short).await.expect("invited");
        let unused = token(&app, BEN).await;
        app.clock.advance_ms(2 * Instant::DAY_MS);
        gone(&app, &unused).await;
        let id = team::list(&app.desk, &app.permit()).await.expect("a team").invited[0].id;
        team::withdraw(&app.desk, &app.permit(), id).await.expect("withdrawn");
        let ben = ben(&app, Role::Admin).await;
        let until = Some(app.desk.now().plus_days(1));
        team::change_role(&app.desk, &app.permit(), ben.user, Role::Admin, until).await.expect("changed");
        app.clock.advance_ms(Instant::DAY_MS);
        let revived = team::change_role(&app.desk, &app.permit(), ben.user, Role::Admin, None).await;
        assert!(matches!(revived, Err(ChangeError::Failure(Failure::NotFound))));
        assert!(session_of_ben(&app).await.is_none());
    }

    async fn the_last_owner_stays(app: TestApp) {
        let (permit, owner) = (app.permit::<act::ManageTeam>(), app.team.owner);
        let until = Some(TestApp::START.plus_days(10));
        for refused in [
            team::end(&app.desk, &permit, owner).await,
            team::change_role(&app.desk, &permit, owner, Role::Admin, None).await,
            team::change_role(&app.desk, &permit, owner, Role::Owner, until).await,
        ] {
            assert!(matches!(refused, Err(ChangeError::LastOwner)));
        }
        let second = ben(&app, Role::Owner).await;
        team::change_role(&app.desk, &permit, owner, Role::Admin, None).await.expect("there is another");
        let own = app.permit_of::<act::ManageTeam>(second.who());
        assert!(matches!(team::end(&app.desk, &own, second.user).await, Err(ChangeError::LastOwner)));
    }

    async fn who_leaves_is_out_with_the_next_request(app: TestApp) {
        let session = ben(&app, Role::EventManager).await;
        let token = accounts::sign_in(&app.desk, &TestApp::origin(), BEN, PASSWORD, "").await.expect("in").session().expect("in").expose();
        team::change_role(&app.desk, &app.permit(), session.user, Role::Analyst, None).await.expect("changed");
        let now = accounts::find_session(&app.desk, &token).await.expect("asked").expect("still in");
        assert_eq!(now.seat, Seat::Team(Role::Analyst));
        team::end(&app.desk, &app.permit(), session.user).await.expect("ended");
        assert!(accounts::find_session(&app.desk, &token).await.expect("asked").is_none());
        assert!(session_of_ben(&app).await.is_none(), "and does not come back");
        let ended = format!("SELECT count(*) FROM sessions WHERE ended_at IS NULL AND user_id = {}", app.literal(session.user.uuid()));
        assert_eq!(app.count(&ended).await, 0, "the sessions ended as well");
    }

    async fn invitations_go_with_whoever_sent_them(app: TestApp) {
        let admin = ben(&app, Role::Admin).await;
        let own = NewMember { email: "ben.privat@x.example".into(), ..new(Role::Admin) };
        invite(&app, &app.permit_of(admin.who()), &own).await.expect("invited");
        let back_door = token(&app, "ben.privat@x.example").await;
        team::end(&app.desk, &app.permit(), admin.user).await.expect("ended");
        gone(&app, &back_door).await;
        assert_eq!(app.rows_in("team_invitations").await, 0);
    }

    async fn an_invitation_replaces_no_role_that_was_given_meanwhile(app: TestApp) {
        invite(&app, &app.permit(), &new(Role::Analyst)).await.expect("invited");
        let token = token(&app, BEN).await;
        let given = accounts::NewUser {
            name: "Ben Berger".into(),
            email: BEN.into(),
            password: PASSWORD.into(),
            organiser: app.team.tenant,
            role: Role::Owner,
        };
        accounts::create(&app.desk, &app.permit_of_operator(), given).await.expect("created");
        let joined = join(&app, &token, PASSWORD).await;
        assert!(matches!(joined, Err(JoinError::Failure(Failure::NotFound))));
        assert_eq!(session_of_ben(&app).await.expect("in the team").seat, Seat::Team(Role::Owner));
    }

    async fn nobody_stays_longer_by_their_own_doing(app: TestApp) {
        let until = Some(TestApp::START.plus_days(3));
        invite(&app, &app.permit(), &NewMember { until, ..new(Role::Admin) }).await.expect("invited");
        let admin = join(&app, &token(&app, BEN).await, PASSWORD).await.expect("joined");
        let permit = app.permit_of::<act::ManageTeam>(admin.who());
        for longer in [None, Some(TestApp::START.plus_days(4))] {
            let changed = team::change_role(&app.desk, &permit, admin.user, Role::Admin, longer).await;
            assert!(matches!(changed, Err(ChangeError::Failure(Failure::NotFound))));
            let other = NewMember { email: "ben.privat@x.example".into(), until: longer, ..new(Role::Admin) };
            let invited = invite(&app, &permit, &other).await;
            assert!(matches!(invited, Err(InviteError::Failure(Failure::NotFound))));
        }
        let within = NewMember { email: "carla@x.example".into(), until, ..new(Role::Analyst) };
        invite(&app, &permit, &within).await.expect("for as long as the own role");
    }

    async fn a_changed_role_does_not_change_since_when_somebody_is_there(app: TestApp) {
        let session = ben(&app, Role::CheckIn).await;
        app.clock.advance_ms(Instant::DAY_MS);
        team::change_role(&app.desk, &app.permit(), session.user, Role::Analyst, None).await.expect("changed");
        let team = team::list(&app.desk, &app.permit()).await.expect("a team");
        let ben = team.members.iter().find(|member| member.user == session.user).expect("in it");
        assert_eq!((ben.role, ben.since), (Role::Analyst, TestApp::START));
    }

    async fn a_role_ends_with_its_day(app: TestApp) {
        let until = TestApp::START.plus_days(3);
        invite(&app, &app.permit(), &NewMember { until: Some(until), ..new(Role::CheckIn) }).await.expect("invited");
        join(&app, &token(&app, BEN).await, PASSWORD).await.expect("joined");
        app.clock.advance_ms(3 * Instant::DAY_MS - 1);
        assert!(session_of_ben(&app).await.is_some());
        app.clock.advance_ms(1);
        assert!(session_of_ben(&app).await.is_none());
        assert_eq!(team_of(&app, &app.desk).await.len(), 1);
    }

    async fn the_log_of_the_tenant_tells_of_its_team(app: TestApp) {
        let session = ben(&app, Role::CheckIn).await;
        app.clock.advance_ms(1);
        team::change_role(&app.desk, &app.permit(), session.user, Role::Analyst, None).await.expect("changed");
        app.clock.advance_ms(1);
        team::end(&app.desk, &app.permit(), session.user).await.expect("ended");
        let see = app.permit::<act::SeeLog>();
        let page = backend::audit::list(&app.desk, &see, &backend::audit::LogFilter::default()).await.expect("a page");
        let actions: Vec<&str> = page.lines.iter().map(|line| line.action.as_str()).collect();
        assert_eq!(actions[..2], ["team.ended", "team.role_changed"]);
        for action in ["user.signed_in", "team.joined", "team.invited"] {
            assert!(actions.contains(&action), "{action}");
        }
        let signed_in = page.lines.iter().find(|line| line.action == "user.signed_in").expect("it is there");
        assert_eq!(signed_in.actor_name, "Ben Berger");
    }

    async fn a_mail_to_the_team_is_kept_from_who_may_not_invite(app: TestApp) {
        invite(&app, &app.permit(), &new(Role::Owner)).await.expect("invited");
        let manager = Who::User(app.team.tenant, UserId::from_uuid(uuid::Uuid::from_u128(5)), Role::EventManager);
        let seen = mails::mailbox(&app.desk, &app.permit_of(manager)).await.expect("a mailbox");
        assert!(seen.is_empty());
        let all = mails::mailbox(&app.desk, &app.permit()).await.expect("a mailbox");
        assert_eq!(all.len(), 1);
        let one = mails::mail_of(&app.desk, &app.permit_of(manager), all[0].id).await;
        assert!(matches!(one, Err(Failure::NotFound)));
    }
}
