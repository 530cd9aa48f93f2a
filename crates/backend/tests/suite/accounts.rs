//! Accounts: creating, signing in and out, sessions and their limits.

use backend::{
    Failure,
    accounts::{self, CreateUserError, NewUser, PasswordError, Session, SignInError},
};
use domain::{
    Instant, Locale,
    access::{Role, Seat, act},
    fields::Problem,
    ids::{TenantId, UserId},
};
use testkit::{TestApp, both_engines};

use crate::suite::support::problems;

const OLIVIA: &str = "olivia@foyer.example";

async fn sign_in(app: &TestApp, email: &str, password: &str) -> Result<String, SignInError> {
    accounts::sign_in(
        &app.desk,
        &TestApp::origin(),
        email,
        password,
        "Firefox, Linux",
    )
    .await
    .map(|signed| signed.session().expect("no second factor").expose())
}

async fn signed_in(app: &TestApp) -> String {
    sign_in(app, OLIVIA, TestApp::PASSWORD)
        .await
        .expect("address and password fit")
}

async fn session(app: &TestApp, token: &str) -> Option<Session> {
    accounts::find_session(&app.desk, token)
        .await
        .expect("the lookup works")
}

async fn sign_out(app: &TestApp, token: &str) {
    accounts::sign_out(&app.desk, &TestApp::origin(), token)
        .await
        .expect("signing out works");
}

async fn refused(app: &TestApp, email: &str, password: &str) {
    let result = sign_in(app, email, password).await;
    assert!(matches!(result, Err(SignInError::Refused)), "{email}");
}

fn new_user(app: &TestApp, email: &str) -> NewUser {
    NewUser {
        name: "Ben Helper".into(),
        email: email.into(),
        password: TestApp::PASSWORD.into(),
        organiser: app.team.tenant,
        role: Role::CheckIn,
    }
}

async fn create(app: &TestApp, new: NewUser) -> Result<UserId, CreateUserError> {
    accounts::create(&app.desk, &app.permit_of_operator(), new).await
}

/// The secret in the newest mail of the installation itself.
async fn reset_token(app: &TestApp) -> Option<String> {
    let installation = testkit::Team {
        tenant: TenantId::PLATFORM,
        owner: app.team.owner,
    };
    let mails = app.mails_in(installation).await;
    let text = &mails.first()?.text;
    let link = text
        .split_whitespace()
        .find_map(|word| word.split_once("/app/reset/"));
    link.map(|(_, token)| token.to_owned())
}

both_engines! {
    async fn who_signs_in_has_a_session_until_signing_out(app: TestApp) {
        let token = sign_in(&app, " OLIVIA@foyer.example ", TestApp::PASSWORD).await.expect("they fit");
        let session_now = session(&app, &token).await.expect("signed in");
        assert_eq!((session_now.user, session_now.tenant), (app.team.owner, app.team.tenant));
        assert_eq!(session_now.seat, Seat::Team(Role::Owner));
        assert_eq!(
            [&session_now.name, &session_now.email, &session_now.tenant_name],
            ["Olivia Organiser", OLIVIA, "Kulturverein Foyer"]
        );
        sign_out(&app, &token).await;
        assert!(session(&app, &token).await.is_none());
        let before = app.snapshot().await;
        sign_out(&app, &token).await;
        sign_out(&app, "unknown").await;
        assert_eq!(app.snapshot().await, before, "signed out is signed out");
    }

    async fn nobody_is_let_in_without_the_right_address_and_password(app: TestApp) {
        refused(&app, OLIVIA, "correct horse battery?").await;
        refused(&app, OLIVIA, "").await;
        refused(&app, "nobody@foyer.example", TestApp::PASSWORD).await;
        refused(&app, "not an address", TestApp::PASSWORD).await;
        assert_eq!(app.rows_in("sessions").await, 0);
        let logged = app.count("SELECT count(*) FROM entries WHERE action = 'user.sign_in_failed'").await;
        assert_eq!(logged, 4, "each one is in the log");
    }

    async fn a_made_up_token_is_no_session(app: TestApp) {
        let token = signed_in(&app).await;
        let other = if token.starts_with('A') { "B" } else { "A" };
        let forged = format!("{other}{}", &token[1..]);
        for text in ["", "x", forged.as_str(), &token[1..]] {
            assert!(session(&app, text).await.is_none(), "{text}");
        }
        let hashes = app.texts(match app.engine {
            testkit::Engine::Sqlite => "SELECT hex(token_hash) FROM sessions",
            testkit::Engine::Postgres => "SELECT encode(token_hash, 'hex') FROM sessions",
        });
        assert_eq!(hashes.await[0].len(), 64, "a hash is stored, not the token");
    }

    async fn a_session_ends_after_half_an_hour_without_a_request(app: TestApp) {
        let token = signed_in(&app).await;
        app.clock.advance_ms(30 * Instant::MINUTE_MS - 1);
        assert!(session(&app, &token).await.is_some());
        app.clock.advance_ms(30 * Instant::MINUTE_MS - 1);
        assert!(session(&app, &token).await.is_some(), "the request before counted");
        app.clock.advance_ms(30 * Instant::MINUTE_MS);
        assert!(session(&app, &token).await.is_none());
    }

    async fn a_session_ends_after_twelve_hours_in_any_case(app: TestApp) {
        let token = signed_in(&app).await;
        for _ in 0..(12 * 3 - 1) {
            app.clock.advance_ms(20 * Instant::MINUTE_MS);
            assert!(session(&app, &token).await.is_some());
        }
        app.clock.advance_ms(20 * Instant::MINUTE_MS - 1);
        assert!(session(&app, &token).await.is_some());
        app.clock.advance_ms(1);
        assert!(session(&app, &token).await.is_none());
    }

    async fn a_disabled_account_is_out_at_once_and_stays_out(app: TestApp) {
        let (first, second) = (signed_in(&app).await, signed_in(&app).await);
        accounts::disable(&app.desk, &app.permit_of_operator(), OLIVIA).await.expect("disabled");
        assert!(session(&app, &first).await.is_none() && session(&app, &second).await.is_none());
        app.execute("UPDATE sessions SET ended_at = NULL").await;
        assert!(session(&app, &first).await.is_none(), "not even with a session that lasts");
        refused(&app, OLIVIA, TestApp::PASSWORD).await;
        let lines = accounts::list(&app.desk, &app.permit_of_operator()).await.expect("the list");
        assert_eq!(lines.iter().map(|line| line.disabled).collect::<Vec<_>>(), [true]);
        let again = accounts::disable(&app.desk, &app.permit_of_operator(), OLIVIA).await;
        assert!(matches!(again, Err(Failure::NotFound)), "{again:?}");
    }

    async fn a_new_password_ends_the_sessions_and_the_old_password(app: TestApp) {
        let token = signed_in(&app).await;
        let new = "Sommer im Museum, 2028".to_owned();
        accounts::reset_password(&app.desk, &app.permit_of_operator(), OLIVIA, new.clone(), false)
            .await
            .expect("the account is there");
        assert!(session(&app, &token).await.is_none());
        refused(&app, OLIVIA, TestApp::PASSWORD).await;
        assert!(sign_in(&app, OLIVIA, &new).await.is_ok());
        let unknown =
            accounts::reset_password(&app.desk, &app.permit_of_operator(), "x@x.example", new, false).await;
        assert!(matches!(unknown, Err(PasswordError::Failure(Failure::NotFound))), "{unknown:?}");
        let weak = accounts::reset_password(&app.desk, &app.permit_of_operator(), OLIVIA, "Passwort1234!".into(), false).await;
        assert!(matches!(weak, Err(PasswordError::Invalid(_))), "{weak:?}");
    }

    async fn a_changed_role_counts_with_the_next_request(app: TestApp) {
        let token = signed_in(&app).await;
        app.execute("UPDATE grants SET role = 'analyst'").await;
        assert_eq!(session(&app, &token).await.map(|session| session.seat), Some(Seat::Team(Role::Analyst)));
        app.execute("UPDATE grants SET ended_at = 1").await;
        assert!(session(&app, &token).await.is_none(), "an ended grant opens nothing");
        refused(&app, OLIVIA, TestApp::PASSWORD).await;
    }

    async fn an_address_has_one_account(app: TestApp) {
        let before = app.snapshot().await;
        let taken = create(&app, new_user(&app, "Olivia@FOYER.example")).await;
        assert!(matches!(taken, Err(CreateUserError::Taken)), "{taken:?}");
        assert_eq!(app.snapshot().await, before);
        let user = create(&app, new_user(&app, "ben@foyer.example")).await.expect("a new address");
        let token = sign_in(&app, "ben@foyer.example", TestApp::PASSWORD).await.expect("they fit");
        let session = session(&app, &token).await.expect("signed in");
        assert_eq!((session.user, session.seat), (user, Seat::Team(Role::CheckIn)));
    }

    async fn wrong_fields_of_an_account_are_told_and_nothing_is_made(app: TestApp) {
        let before = app.snapshot().await;
        let new = NewUser { password: "x".repeat(11), ..new_user(&app, "ben") };
        let error = create(&app, new).await.expect_err("two fields are wrong");
        let CreateUserError::Invalid(errors) = error else { panic!("{error:?}") };
        assert_eq!(
            problems(&errors),
            [("email", Problem::NotAnAddress), ("password", Problem::PasswordTooShort { min: 12 })]
        );
        let new = NewUser {
            organiser: TenantId::from_uuid(uuid::Uuid::from_u128(9)),
            ..new_user(&app, "ben@foyer.example")
        };
        let error = create(&app, new).await.expect_err("there is no such tenant");
        assert!(matches!(error, CreateUserError::Failure(_)), "{error:?}");
        assert_eq!(app.snapshot().await, before);
    }

    async fn guessing_takes_longer_and_longer_and_others_cannot_prolong_it(app: TestApp) {
        for email in [OLIVIA, "nobody@x.example"] {
            for _ in 0..5 {
                refused(&app, email, "wrong").await;
            }
            let wait = |result| match result {
                Err(SignInError::TooMany(Some(ms))) => ms,
                other => panic!("{email} does not wait: {:?}", other.map(|_: String| "let in")),
            };
            assert_eq!(wait(sign_in(&app, email, TestApp::PASSWORD).await), 1_000, "right or wrong");
            app.clock.advance_ms(999);
            assert_eq!(wait(sign_in(&app, email, "wrong").await), 1, "what comes too early is not counted");
            app.clock.advance_ms(1);
            refused(&app, email, "wrong").await;
            assert_eq!(wait(sign_in(&app, email, "wrong").await), 2_000);
        }
        app.clock.advance_ms(2_000);
        signed_in(&app).await;
        refused(&app, OLIVIA, "wrong").await;
        signed_in(&app).await;
    }

    async fn after_a_hundred_wrong_passwords_only_a_new_one_helps(app: TestApp) {
        refused(&app, OLIVIA, "wrong").await;
        app.execute("UPDATE attempts SET failures = 100").await;
        app.clock.advance_ms(30 * Instant::DAY_MS);
        let stopped = sign_in(&app, OLIVIA, TestApp::PASSWORD).await;
        assert!(matches!(stopped, Err(SignInError::TooMany(None))));
        let new = "Sommer im Museum, 2028";
        accounts::ask_for_reset(&app.desk, &TestApp::origin(), Locale::De, OLIVIA).await.expect("asked");
        let token = reset_token(&app).await.expect("a mail");
        accounts::reset_by_token(&app.desk, &TestApp::origin(), &token, new).await.expect("set");
        assert!(sign_in(&app, OLIVIA, new).await.is_ok());
        app.execute("INSERT INTO attempts SELECT tenant_id, email_index, 100, 0 FROM users").await;
        assert!(matches!(sign_in(&app, OLIVIA, new).await, Err(SignInError::TooMany(None))));
        app.clock.advance_ms(5 * Instant::MINUTE_MS);
        accounts::ask_for_reset(&app.desk, &TestApp::origin(), Locale::De, OLIVIA).await.expect("asked");
        let open = reset_token(&app).await.expect("a mail");
        let operator = app.permit_of_operator();
        accounts::reset_password(&app.desk, &operator, OLIVIA, TestApp::PASSWORD.into(), false).await.expect("set");
        signed_in(&app).await;
        assert!(!accounts::reset_is_open(&app.desk, &TestApp::origin(), &open).await.expect("asked"));
    }

    async fn a_new_password_comes_by_mail_once_within_an_hour(app: TestApp) {
        let (desk, origin) = (&app.desk, TestApp::origin());
        let token = signed_in(&app).await;
        for email in ["nobody@x.example", "not an address", " OLIVIA@foyer.example ", OLIVIA] {
            accounts::ask_for_reset(desk, &origin, Locale::En, email).await.expect("the same for all");
        }
        assert_eq!(app.rows_in("password_resets").await, 1, "one mail in five minutes");
        let link = reset_token(&app).await.expect("a mail");
        assert!(accounts::reset_is_open(desk, &origin, &link).await.expect("asked"));
        let weak = accounts::reset_by_token(desk, &origin, &link, "olivia@foyer.example").await;
        assert!(matches!(weak, Err(PasswordError::Invalid(_))));
        let new = "Sommer im Museum, 2028";
        accounts::reset_by_token(desk, &origin, &link, new).await.expect("set");
        assert!(session(&app, &token).await.is_none(), "all sessions end");
        refused(&app, OLIVIA, TestApp::PASSWORD).await;
        assert!(sign_in(&app, OLIVIA, new).await.is_ok());
        for used in [link.as_str(), "", "AAAAAAAAAAAAAAAAAAAAAA"] {
            assert!(!accounts::reset_is_open(desk, &origin, used).await.expect("asked"));
            let again = accounts::reset_by_token(desk, &origin, used, new).await;
            assert!(matches!(again, Err(PasswordError::Failure(Failure::NotFound))));
        }
        app.clock.advance_ms(5 * Instant::MINUTE_MS);
        accounts::ask_for_reset(desk, &origin, Locale::De, OLIVIA).await.expect("asked");
        let late = reset_token(&app).await.expect("a mail");
        app.clock.advance_ms(Instant::HOUR_MS);
        assert!(!accounts::reset_is_open(desk, &origin, &late).await.expect("asked"));
    }

    async fn sessions_are_listed_and_ended(app: TestApp) {
        let (first, second) = (signed_in(&app).await, signed_in(&app).await);
        let own = session(&app, &first).await.expect("signed in");
        let permit = app.permit::<act::ManageOwnAccount>();
        let lines = accounts::sessions(&app.desk, &permit, &own).await.expect("a list").here;
        assert_eq!(lines.len(), 2);
        assert_eq!(lines.iter().filter(|line| line.is_this).count(), 1);
        assert!(lines.iter().all(|line| line.device == "Firefox, Linux" && !first.contains(&line.id)));
        let other = lines.iter().find(|line| !line.is_this).expect("the other one");
        let permit = app.permit();
        accounts::end_sessions(&app.desk, &permit, &own, Some(&other.id)).await.expect("ended");
        assert!(session(&app, &second).await.is_none() && session(&app, &first).await.is_some());
        let again = accounts::end_sessions(&app.desk, &permit, &own, Some(&other.id)).await;
        assert!(matches!(again, Err(Failure::NotFound)));
        let third = signed_in(&app).await;
        accounts::end_sessions(&app.desk, &permit, &own, None).await.expect("ended");
        assert!(session(&app, &third).await.is_none() && session(&app, &first).await.is_some());
    }

    async fn a_password_is_changed_by_whoever_knows_it(app: TestApp) {
        let (first, second) = (signed_in(&app).await, signed_in(&app).await);
        let own = session(&app, &first).await.expect("signed in");
        let (permit, origin) = (app.permit::<act::ManageOwnAccount>(), TestApp::origin());
        let change = async |old, new| accounts::change_password(&app.desk, &permit, &own, &origin, (old, ""), new).await;
        let Err(PasswordError::Invalid(errors)) = change("wrong", "kurz").await else { panic!("changed") };
        assert_eq!(
            problems(&errors),
            [("password", Problem::WrongPassword), ("new-password", Problem::PasswordTooShort { min: 12 })]
        );
        change(TestApp::PASSWORD, "Sommer im Museum, 2028").await.expect("changed");
        assert!(session(&app, &first).await.is_some() && session(&app, &second).await.is_none());
        refused(&app, OLIVIA, TestApp::PASSWORD).await;
        assert!(sign_in(&app, OLIVIA, "Sommer im Museum, 2028").await.is_ok());
    }

    async fn the_operator_sees_every_tenant_but_the_platform(app: TestApp) {
        let permit = app.permit_of_operator::<act::ManageTenants>();
        let lines = backend::tenants::list(&app.desk, &permit).await.expect("the list");
        let mut names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Andere GmbH", "Kulturverein Foyer"]);
    }

    async fn a_second_start_makes_no_second_platform(app: TestApp) {
        let before = app.snapshot().await;
        backend::tenants::ensure_platform(&app.desk).await.expect("it is there");
        app.desk.store().migrate().await.ok();
        assert_eq!(app.snapshot().await, before);
        assert!(app.desk.store().is_current().await && app.desk.store().answers().await);
    }
}
