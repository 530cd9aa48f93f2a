//! The access review.

use std::collections::BTreeMap;

use backend::{
    access::Who,
    accounts,
    team::{self, Decisions, ReviewError},
};
use domain::{
    Instant,
    access::{ReviewInterval, Role, act},
    ids::UserId,
};
use testkit::{TestApp, both_engines};

/// Somebody else in the team.
async fn member(app: &TestApp, name: &str, role: Role) -> UserId {
    let new = accounts::NewUser {
        name: name.to_owned(),
        email: format!("{}@foyer.example", name.to_lowercase()),
        password: TestApp::PASSWORD.to_owned(),
        organiser: app.team.tenant,
        role,
    };
    accounts::create(&app.desk, &app.permit_of_operator(), new)
        .await
        .expect("an account")
}

async fn signed_in(app: &TestApp, name: &str) -> Option<String> {
    let email = format!("{name}@foyer.example");
    let origin = TestApp::origin();
    let token = accounts::sign_in(&app.desk, &origin, &email, TestApp::PASSWORD, "").await;
    Some(token.ok()?.session()?.expose())
}

async fn review(app: &TestApp, keep: &[(UserId, bool)]) -> Result<(), ReviewError> {
    let roles = keep.iter().copied().collect();
    let decisions = Decisions {
        roles,
        ..Decisions::default()
    };
    team::review(&app.desk, &app.permit(), &decisions).await
}

async fn due(app: &TestApp) -> Instant {
    let standing = team::review_standing(&app.desk, &app.permit()).await;
    standing.expect("asked").due_at
}

fn asked<'a>(mails: &'a [backend::mails::Mail], to: &str) -> Vec<&'a backend::mails::Mail> {
    let of_review = mails
        .iter()
        .filter(|mail| mail.text.contains("/app/team/review"));
    of_review.filter(|mail| mail.to == to).collect()
}

both_engines! {
    async fn a_review_ends_roles_at_once_and_the_log_holds_the_result(app: TestApp) {
        let (anna, ben) = (member(&app, "Anna", Role::Admin).await, member(&app, "Ben", Role::Analyst).await);
        let token = signed_in(&app, "ben").await.expect("in");
        app.clock.advance_ms(5);
        review(&app, &[(anna, true), (ben, false)]).await.expect("reviewed");
        let session = accounts::find_session(&app.desk, &token).await.expect("asked");
        assert!(session.is_none(), "out with the next request");
        assert!(signed_in(&app, "ben").await.is_none());
        assert!(signed_in(&app, "anna").await.is_some());
        let standing = team::review_standing(&app.desk, &app.permit()).await.expect("asked");
        let last = &standing.past[0];
        assert_eq!((last.by.as_str(), last.kept, last.ended), ("Olivia Organiser", 2, 1));
        assert_eq!(last.at, TestApp::START.plus_ms(5));
        let entries = "SELECT count(*) FROM entries WHERE action = 'team.reviewed' AND fields = 'kept ended'";
        assert_eq!(app.count(entries).await, 1);
        assert_eq!(app.count("SELECT count(*) FROM entries WHERE action = 'team.ended'").await, 1);
    }

    async fn a_review_that_forgets_somebody_changes_nothing(app: TestApp) {
        let (anna, ben) = (member(&app, "Anna", Role::Admin).await, member(&app, "Ben", Role::Analyst).await);
        let before = app.snapshot().await;
        let Err(ReviewError::Invalid(errors)) = review(&app, &[(ben, false)]).await else {
            panic!("anna is not decided on")
        };
        let fields: Vec<_> = errors.iter().map(|error| error.field.clone()).collect();
        assert_eq!(fields, [format!("grant-{anna}")]);
        assert_eq!(app.snapshot().await, before);
    }

    async fn an_owner_who_leaves_cannot_end_the_last_one_who_stays(app: TestApp) {
        let zoe = member(&app, "Zoe", Role::Owner).await;
        let until = Some(TestApp::START.plus_ms(Instant::DAY_MS));
        team::change_role(&app.desk, &app.permit(), zoe, Role::Owner, until).await.expect("changed");
        let permit = app.permit_of::<act::ReviewAccess>(Who::User(app.team.tenant, zoe, Role::Owner));
        let keep = Decisions { roles: BTreeMap::from([(app.team.owner, false)]), ..Decisions::default() };
        let reviewed = team::review(&app.desk, &permit, &keep).await;
        assert!(matches!(reviewed, Err(ReviewError::LastOwner)), "{reviewed:?}");
        team::end(&app.desk, &app.permit(), zoe).await.expect("ended");
        let gone = team::review(&app.desk, &permit, &keep).await;
        assert!(matches!(gone, Err(ReviewError::Failure(backend::Failure::NotFound))), "{gone:?}");
    }

    async fn who_reviews_stays_and_so_does_the_last_owner(app: TestApp) {
        review(&app, &[(app.team.owner, false)]).await.expect("reviewed");
        let team = team::list(&app.desk, &app.permit()).await.expect("a team");
        assert_eq!(team.members.len(), 1);
    }

    async fn nobody_outside_the_team_is_touched_by_a_review(app: TestApp) {
        let new = accounts::NewUser {
            name: "Fremde Leitung".into(),
            email: "fremd@foyer.example".into(),
            password: TestApp::PASSWORD.into(),
            organiser: app.others.tenant,
            role: Role::Admin,
        };
        let foreign = accounts::create(&app.desk, &app.permit_of_operator(), new).await.expect("an account");
        review(&app, &[(foreign, false)]).await.expect("reviewed");
        assert!(signed_in(&app, "fremd").await.is_some());
    }

    async fn a_review_is_due_a_quarter_after_the_beginning_and_after_the_last_one(app: TestApp) {
        let quarter = 90 * Instant::DAY_MS;
        assert_eq!(due(&app).await, TestApp::START.plus_ms(quarter));
        app.clock.advance_ms(Instant::DAY_MS);
        review(&app, &[]).await.expect("reviewed");
        assert_eq!(due(&app).await, TestApp::START.plus_ms(quarter + Instant::DAY_MS));
        let month = ReviewInterval::of_days(30).expect("a month");
        team::set_review_interval(&app.desk, &app.permit(), month).await.expect("set");
        assert_eq!(due(&app).await, TestApp::START.plus_ms(31 * Instant::DAY_MS));
    }

    async fn owners_are_asked_by_mail_once_for_each_due_day(app: TestApp) {
        member(&app, "Anna", Role::Admin).await;
        let tenant = app.team.tenant;
        app.clock.advance_ms(90 * Instant::DAY_MS - 1);
        assert_eq!(team::remind(&app.desk, tenant).await.expect("asked"), 0, "not yet");
        app.clock.advance_ms(1);
        assert_eq!(team::remind(&app.desk, tenant).await.expect("asked"), 1);
        assert_eq!(team::remind(&app.desk, tenant).await.expect("asked"), 0, "once");
        let mails = app.mails().await;
        assert_eq!(asked(&mails, "olivia@foyer.example").len(), 1);
        assert_eq!(asked(&mails, "anna@foyer.example").len(), 0, "an admin cannot review");
        review(&app, &[]).await.expect_err("anna is not decided on");
        app.clock.advance_ms(Instant::DAY_MS);
        assert_eq!(team::remind(&app.desk, tenant).await.expect("asked"), 0);
    }
}

#[test]
fn only_an_owner_reviews() {
    use backend::access::{Origin, authorise};
    let tenant = domain::ids::TenantId::from_uuid(uuid::Uuid::from_u128(1));
    for role in Role::ALL {
        let who = Who::User(tenant, UserId::from_uuid(uuid::Uuid::from_u128(2)), role);
        let permit = authorise::<act::ReviewAccess>(who, &Origin::default());
        assert_eq!(permit.is_ok(), role == Role::Owner, "{role:?}");
    }
}
