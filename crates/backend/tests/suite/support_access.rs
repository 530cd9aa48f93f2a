//! The provider's support: let in by a tenant, seen while it is there, out when its time is over.

use backend::{
    Failure,
    access::{Permit, Who, authorise},
    accounts::{self, Session, SignedIn},
    support::{self, GrantError, NewGrant},
};
use domain::{
    Instant,
    access::{Act, Extent, SUPPORT_MS_MAX, Seat, act},
    fields::Problem,
    ids::{SupportGrantId, TenantId, UserId},
};
use testkit::{TestApp, both_engines};

const SAM: &str = "sam@provider.example";
const HOUR: i64 = Instant::HOUR_MS;

async fn sam(app: &TestApp) -> UserId {
    let (operator, password) = (app.permit_of_operator(), TestApp::PASSWORD.to_owned());
    accounts::create_supporter(&app.desk, &operator, "Sam Support", SAM, password)
        .await
        .expect("an account")
}

fn new(user: UserId, extent: Extent) -> NewGrant {
    NewGrant {
        user,
        reason: "Die Liste lädt nicht".to_owned(),
        extent,
        for_ms: HOUR,
    }
}

async fn grant(app: &TestApp, new: &NewGrant) -> Result<SupportGrantId, GrantError> {
    support::grant(&app.desk, &app.permit(), new).await
}

/// Sam signs in; the token of the session.
async fn signed_in(app: &TestApp) -> String {
    let signed = accounts::sign_in(&app.desk, &TestApp::origin(), SAM, TestApp::PASSWORD, "").await;
    let SignedIn::In(token) = signed.expect("they fit") else {
        panic!("sam has no second factor")
    };
    token.expose()
}

async fn session(app: &TestApp, token: &str) -> Option<Session> {
    let found = accounts::find_session(&app.desk, token).await;
    found.expect("asked")
}

/// Sam goes from one tenant to another; the token of the new session.
async fn switch(app: &TestApp, token: &str, to: TenantId) -> Option<String> {
    let session = session(app, token).await.expect("in");
    let permit = permit(&session).expect("everybody has an own account");
    let origin = TestApp::origin();
    let token = accounts::switch(&app.desk, &permit, &session, &origin, to, "").await;
    token.ok().map(|token| token.expose())
}

fn permit<A: Act>(session: &Session) -> Option<Permit<A>> {
    authorise(session.who(), &TestApp::origin()).ok()
}

both_engines! {
    async fn support_is_at_its_desk_until_a_tenant_lets_it_in(app: TestApp) {
        let user = sam(&app).await;
        let token = signed_in(&app).await;
        let at_desk = session(&app, &token).await.expect("in");
        assert_eq!((at_desk.tenant, at_desk.seat), (TenantId::PLATFORM, Seat::SupportDesk));
        assert!(permit::<act::SeeEvents>(&at_desk).is_none());
        let own = permit(&at_desk).expect("its desk");
        assert_eq!(support::workspaces(&app.desk, &own, &at_desk).await.expect("asked"), []);
        assert!(switch(&app, &token, app.team.tenant).await.is_none(), "nobody lets sam in");

        grant(&app, &new(user, Extent::Read)).await.expect("let in");
        let workspaces = support::workspaces(&app.desk, &own, &at_desk).await.expect("asked");
        assert_eq!(workspaces.len(), 1);
        assert_eq!((workspaces[0].name.as_str(), workspaces[0].reason.as_str()), ("Kulturverein Foyer", "Die Liste lädt nicht"));
        let token = switch(&app, &token, app.team.tenant).await.expect("let in");
        let inside = session(&app, &token).await.expect("in");
        assert_eq!((inside.tenant, inside.seat), (app.team.tenant, Seat::Support(Extent::Read)));
        assert!(permit::<act::SeeGuests>(&inside).is_some() && permit::<act::EditGuests>(&inside).is_none());
        assert!(switch(&app, &token, app.others.tenant).await.is_none(), "the other tenant does not");
    }

    async fn the_team_sees_who_is_let_in_and_for_how_long(app: TestApp) {
        let user = sam(&app).await;
        let owner = accounts::sign_in(&app.desk, &TestApp::origin(), "olivia@foyer.example", TestApp::PASSWORD, "").await;
        let owner = owner.expect("in").session().expect("in").expose();
        assert_eq!(session(&app, &owner).await.expect("in").support, []);
        grant(&app, &new(user, Extent::Edit)).await.expect("let in");
        let let_in = session(&app, &owner).await.expect("in").support;
        assert_eq!(let_in.len(), 1);
        assert_eq!((let_in[0].name.as_str(), let_in[0].extent, let_in[0].until), ("Sam Support", Extent::Edit, TestApp::START.plus_ms(HOUR)));
        app.clock.advance_ms(29 * Instant::MINUTE_MS);
        assert_eq!(session(&app, &owner).await.expect("in").support.len(), 1);
        app.clock.advance_ms(29 * Instant::MINUTE_MS);
        assert_eq!(session(&app, &owner).await.expect("in").support.len(), 1);
        app.clock.advance_ms(2 * Instant::MINUTE_MS);
        assert_eq!(session(&app, &owner).await.expect("in").support, []);
    }

    async fn when_the_time_is_over_support_is_out_with_the_next_request(app: TestApp) {
        let user = sam(&app).await;
        grant(&app, &NewGrant { for_ms: 1_000, ..new(user, Extent::Read) }).await.expect("let in");
        let token = switch(&app, &signed_in(&app).await, app.team.tenant).await.expect("let in");
        app.clock.advance_ms(999);
        assert!(session(&app, &token).await.is_some());
        app.clock.advance_ms(1);
        assert!(session(&app, &token).await.is_none());
        let list = support::list(&app.desk, &app.permit()).await.expect("asked");
        assert!(!list[0].lasts);
    }

    async fn a_tenant_can_end_it_at_any_moment(app: TestApp) {
        let user = sam(&app).await;
        let id = grant(&app, &new(user, Extent::Read)).await.expect("let in");
        let token = switch(&app, &signed_in(&app).await, app.team.tenant).await.expect("let in");
        let foreign = support::end(&app.desk, &app.permit_in(app.others), id).await;
        assert!(matches!(foreign, Err(Failure::NotFound)));
        app.clock.advance_ms(10);
        support::end(&app.desk, &app.permit(), id).await.expect("ended");
        support::end(&app.desk, &app.permit(), id).await.expect("twice is once");
        assert!(session(&app, &token).await.is_none());
        assert!(switch(&app, &signed_in(&app).await, app.team.tenant).await.is_none());
        assert_eq!(app.count("SELECT count(*) FROM entries WHERE action = 'support.ended'").await, 1);
    }

    async fn what_support_looked_at_and_changed_is_counted_and_in_the_log(app: TestApp) {
        let user = sam(&app).await;
        grant(&app, &new(user, Extent::Edit)).await.expect("let in");
        let token = switch(&app, &signed_in(&app).await, app.team.tenant).await.expect("let in");
        let inside = session(&app, &token).await.expect("in");
        let event = app.event().make().await;
        support::note_look(&app.desk, &inside, &TestApp::origin(), (Some(event), None)).await.expect("noted");
        let plan = permit::<act::CreateEvents>(&inside).expect("may edit");
        backend::events::create(&app.desk, &plan, &testkit::plan()).await.expect("created");
        let list = support::list(&app.desk, &app.permit()).await.expect("asked");
        assert_eq!((list[0].looks, list[0].changes), (1, 1));
        assert_eq!((list[0].name.as_str(), list[0].by.as_str()), ("Sam Support", "Olivia Organiser"));
        let by_support = "SELECT count(*) FROM entries WHERE actor_kind = 'support' AND action IN ('access.support_looked', 'event.created')";
        assert_eq!(app.count(by_support).await, 2);
    }

    async fn nobody_is_let_in_for_longer_than_four_hours_or_without_a_reason(app: TestApp) {
        let user = sam(&app).await;
        let before = app.snapshot().await;
        for (for_ms, reason, field, problem) in [
            (SUPPORT_MS_MAX + 1, "x", "minutes", Problem::UnknownChoice),
            (0, "x", "minutes", Problem::UnknownChoice),
            (HOUR, " ", "reason", Problem::Missing),
        ] {
            let wrong = NewGrant { for_ms, reason: reason.to_owned(), ..new(user, Extent::Read) };
            let Err(GrantError::Invalid(errors)) = grant(&app, &wrong).await else {
                panic!("{field} is wrong")
            };
            assert_eq!((errors[0].field.as_str(), errors[0].problem), (field, problem));
        }
        let none = grant(&app, &new(app.team.owner, Extent::Read)).await;
        assert!(matches!(none, Err(GrantError::Failure(Failure::NotFound))), "an owner is no support");
        assert_eq!(app.snapshot().await, before);
        grant(&app, &NewGrant { for_ms: SUPPORT_MS_MAX, ..new(user, Extent::Read) }).await.expect("four hours");
    }

    async fn letting_in_anew_replaces_what_was_granted_before(app: TestApp) {
        let user = sam(&app).await;
        grant(&app, &new(user, Extent::Edit)).await.expect("let in");
        let token = switch(&app, &signed_in(&app).await, app.team.tenant).await.expect("let in");
        app.clock.advance_ms(1);
        grant(&app, &new(user, Extent::Read)).await.expect("let in");
        assert_eq!(session(&app, &token).await.expect("in").seat, Seat::Support(Extent::Read));
    }

    async fn an_ended_account_of_support_is_out_everywhere(app: TestApp) {
        let user = sam(&app).await;
        grant(&app, &new(user, Extent::Read)).await.expect("let in");
        let token = switch(&app, &signed_in(&app).await, app.team.tenant).await.expect("let in");
        accounts::disable(&app.desk, &app.permit_of_operator(), SAM).await.expect("ended");
        assert!(session(&app, &token).await.is_none());
        let candidates = support::candidates(&app.desk, &app.permit()).await.expect("asked");
        assert_eq!(candidates, []);
    }
}

#[test]
fn support_asks_as_support() {
    let tenant = TenantId::from_uuid(uuid::Uuid::from_u128(1));
    let user = UserId::from_uuid(uuid::Uuid::from_u128(2));
    let seats = [Seat::Support(Extent::Read), Seat::SupportDesk];
    for seat in seats {
        assert!(matches!(
            Who::with_account(tenant, user, seat),
            Who::Support(..)
        ));
    }
}
