//! Second factors: an app, recovery codes, passkeys as far as no browser is needed; proving once more who one is.

use backend::{
    accounts::{self, FactorError, PasswordError, Proof, Session, SignInError, SignedIn},
    team,
};
use data_encoding::BASE32_NOPAD;
use domain::{Instant, access::act};
use testkit::{TestApp, both_engines};
use totp_rs::{Builder, Secret};

const OLIVIA: &str = "olivia@foyer.example";

async fn sign_in(app: &TestApp) -> SignedIn {
    accounts::sign_in(&app.desk, &TestApp::origin(), OLIVIA, TestApp::PASSWORD, "")
        .await
        .expect("address and password fit")
}

async fn session(app: &TestApp, token: &str) -> Option<Session> {
    accounts::find_session(&app.desk, token)
        .await
        .expect("the lookup works")
}

/// Signs in without a second factor.
async fn signed_in(app: &TestApp) -> (String, Session) {
    let token = sign_in(app).await.session().expect("in").expose();
    let session = session(app, &token).await.expect("signed in");
    (token, session)
}

/// Signs in as far as the second factor.
async fn half_in(app: &TestApp) -> String {
    match sign_in(app).await {
        SignedIn::Factor(token) => token.expose(),
        SignedIn::In(_) => panic!("let in without a second factor"),
    }
}

async fn by_code(app: &TestApp, token: &str, code: &str) -> Result<String, SignInError> {
    accounts::sign_in_by_code(&app.desk, &TestApp::origin(), token, code, "")
        .await
        .map(|token| token.expose())
}

fn code(app: &TestApp, secret: &[u8]) -> String {
    let totp = Builder::new().with_secret(Secret::new(secret.into()));
    let seconds = u64::try_from(app.desk.now().0 / 1_000).expect("after 1970");
    let totp = totp.build().expect("a good secret");
    totp.generate(seconds).to_string()
}

/// Sets up an app; gives its secret and the recovery codes.
async fn set_up(app: &TestApp, session: &Session) -> (Vec<u8>, Vec<String>) {
    let (desk, permit, origin) = (
        &app.desk,
        app.permit::<act::ManageFactors>(),
        TestApp::origin(),
    );
    accounts::begin_app(desk, &permit, session, &origin)
        .await
        .expect("begun");
    let setup = accounts::app_setup(desk, &permit, session, &origin)
        .await
        .expect("asked")
        .expect("begun");
    assert!(
        setup
            .address
            .starts_with("otpauth://totp/Einlass:olivia%40foyer.example?"),
        "{}",
        setup.address
    );
    let secret = BASE32_NOPAD
        .decode(setup.secret.replace(' ', "").as_bytes())
        .expect("base32");
    let wrong = accounts::confirm_app(desk, &permit, session, &origin, "000000").await;
    assert!(matches!(wrong, Err(FactorError::WrongCode)));
    accounts::confirm_app(desk, &permit, session, &origin, &code(app, &secret))
        .await
        .expect("set up");
    let codes = accounts::kept_codes(desk, &permit, session, &origin)
        .await
        .expect("asked")
        .expect("ten");
    accounts::keep_codes(desk, &permit, session, &origin)
        .await
        .expect("kept");
    assert_eq!(
        accounts::kept_codes(desk, &permit, session, &origin)
            .await
            .expect("asked"),
        None
    );
    app.clock.advance_ms(30_000);
    (secret, codes)
}

async fn codes_left(app: &TestApp, session: &Session) -> i64 {
    let permit = app.permit::<act::ManageOwnAccount>();
    let factors = accounts::factors(&app.desk, &permit, session, &TestApp::origin()).await;
    factors.expect("asked").codes_left
}

both_engines! {
    async fn with_an_app_the_password_alone_opens_nothing(app: TestApp) {
        let (own, own_session) = signed_in(&app).await;
        let (other, _) = signed_in(&app).await;
        let (secret, _) = set_up(&app, &own_session).await;
        assert!(session(&app, &own).await.is_some() && session(&app, &other).await.is_none());
        let half = half_in(&app).await;
        assert!(session(&app, &half).await.is_none(), "half in is not in");
        assert_eq!(accounts::factor_is_asked(&app.desk, &TestApp::origin(), &half).await.expect("asked"), Some(false));
        assert!(matches!(by_code(&app, &half, "123456").await, Err(SignInError::WrongCode)));
        let now = code(&app, &secret);
        let token = by_code(&app, &half, &format!(" {} {}", &now[..3], &now[3..])).await.expect("in");
        assert!(!session(&app, &token).await.expect("in").lacks_factor);
        assert!(matches!(by_code(&app, &half, &now).await, Err(SignInError::Over)), "answered once");
        let again = half_in(&app).await;
        assert!(matches!(by_code(&app, &again, &now).await, Err(SignInError::WrongCode)), "a code counts once");
        app.clock.advance_ms(10 * Instant::MINUTE_MS);
        assert!(matches!(by_code(&app, &again, &code(&app, &secret)).await, Err(SignInError::Over)), "too late");
        assert!(matches!(by_code(&app, "nonsense", &now).await, Err(SignInError::Over)));
    }

    async fn clocks_may_differ_by_one_step(app: TestApp) {
        let (_, session) = signed_in(&app).await;
        let (secret, _) = set_up(&app, &session).await;
        let early = code(&app, &secret);
        app.clock.advance_ms(60_000);
        let half = half_in(&app).await;
        assert!(matches!(by_code(&app, &half, &early).await, Err(SignInError::WrongCode)), "two steps are too many");
        let current = code(&app, &secret);
        app.clock.advance_ms(30_000);
        by_code(&app, &half, &current).await.expect("one step is not");
    }

    async fn wrong_codes_have_a_count_of_their_own(app: TestApp) {
        let (_, session) = signed_in(&app).await;
        let (secret, codes) = set_up(&app, &session).await;
        let half = half_in(&app).await;
        for _ in 0..5 {
            assert!(matches!(by_code(&app, &half, "000000").await, Err(SignInError::WrongCode)));
        }
        let right = code(&app, &secret);
        assert!(matches!(by_code(&app, &half, &right).await, Err(SignInError::TooMany(Some(1_000)))));
        let half = half_in(&app).await;
        assert!(matches!(by_code(&app, &half, &right).await, Err(SignInError::TooMany(_))), "a right password starts nothing anew");
        let operator = app.permit_of_operator();
        accounts::reset_password(&app.desk, &operator, OLIVIA, TestApp::PASSWORD.into(), false).await.expect("set");
        let half = half_in(&app).await;
        assert!(matches!(by_code(&app, &half, &right).await, Err(SignInError::TooMany(_))), "nor does a new one");
        by_code(&app, &half, &codes[0]).await.expect("a recovery code need not wait");
        let half = half_in(&app).await;
        by_code(&app, &half, &right).await.expect("and starts the count anew");
        for _ in 0..6 {
            let wrong = accounts::sign_in(&app.desk, &TestApp::origin(), OLIVIA, "wrong", "").await;
            assert!(wrong.is_err());
        }
        app.clock.advance_ms(30_000);
        let half = half_in(&app).await;
        by_code(&app, &half, &code(&app, &secret)).await.expect("wrong passwords keep nobody waiting for a code");
    }

    async fn after_a_hundred_wrong_codes_only_a_recovery_code_helps(app: TestApp) {
        let (_, session) = signed_in(&app).await;
        let (secret, codes) = set_up(&app, &session).await;
        let mut half = half_in(&app).await;
        let mut wrong = 0;
        while wrong < 100 {
            match by_code(&app, &half, "000000").await {
                Err(SignInError::WrongCode) => wrong += 1,
                Err(SignInError::TooMany(Some(ms))) => app.clock.advance_ms(ms),
                Err(SignInError::Over) => half = half_in(&app).await,
                _ => panic!("let in, or blocked after {wrong}"),
            }
        }
        let half = half_in(&app).await;
        assert!(matches!(by_code(&app, &half, &code(&app, &secret)).await, Err(SignInError::CodesBlocked)));
        by_code(&app, &half, &codes[0]).await.expect("in");
        app.clock.advance_ms(30_000);
        let half = half_in(&app).await;
        by_code(&app, &half, &code(&app, &secret)).await.expect("in");
    }

    async fn whoever_signed_in_while_a_factor_was_being_set_up_is_not_in(app: TestApp) {
        let (token, own) = signed_in(&app).await;
        set_up(&app, &own).await;
        assert!(session(&app, &token).await.is_some());
        app.execute("UPDATE sessions SET factor_at = NULL").await;
        assert!(session(&app, &token).await.is_none(), "a session that saw no factor is worth nothing");
    }

    async fn a_recovery_code_opens_once(app: TestApp) {
        let (_, session) = signed_in(&app).await;
        let (_, codes) = set_up(&app, &session).await;
        assert_eq!((codes.len(), codes[0].len()), (10, 27), "24 characters in four groups");
        let half = half_in(&app).await;
        by_code(&app, &half, &codes[3].to_lowercase().replace('-', " ")).await.expect("in");
        assert_eq!(codes_left(&app, &session).await, 9);
        let half = half_in(&app).await;
        assert!(matches!(by_code(&app, &half, &codes[3]).await, Err(SignInError::WrongCode)));
        let (permit, origin) = (app.permit::<act::ManageFactors>(), TestApp::origin());
        accounts::renew_codes(&app.desk, &permit, &session, &origin).await.expect("renewed");
        assert_eq!(codes_left(&app, &session).await, 10);
        assert!(matches!(by_code(&app, &half, &codes[4]).await, Err(SignInError::WrongCode)), "old codes are void");
        let log = app.count("SELECT count(*) FROM entries WHERE action = 'user.code_used'").await;
        assert_eq!(log, 1);
    }

    async fn without_its_last_factor_an_account_has_no_codes_either(app: TestApp) {
        let (_, session) = signed_in(&app).await;
        set_up(&app, &session).await;
        let (permit, origin) = (app.permit::<act::ManageFactors>(), TestApp::origin());
        let own = app.permit::<act::ManageOwnAccount>();
        let factors = accounts::factors(&app.desk, &own, &session, &origin).await.expect("asked");
        let (id, _) = factors.app.expect("an app");
        accounts::remove_factor(&app.desk, &permit, &session, &origin, id).await.expect("removed");
        assert!(accounts::remove_factor(&app.desk, &permit, &session, &origin, id).await.is_err(), "gone");
        assert_eq!(codes_left(&app, &session).await, 0);
        signed_in(&app).await;
        let renewed = accounts::renew_codes(&app.desk, &permit, &session, &origin).await;
        assert!(renewed.is_err(), "codes for nothing");
    }

    async fn the_operator_lets_somebody_in_who_has_lost_everything(app: TestApp) {
        let (_, session) = signed_in(&app).await;
        set_up(&app, &session).await;
        let permit = app.permit_of_operator();
        accounts::reset_password(&app.desk, &permit, OLIVIA, TestApp::PASSWORD.into(), false).await.expect("set");
        let half = half_in(&app).await;
        accounts::reset_password(&app.desk, &permit, OLIVIA, TestApp::PASSWORD.into(), true).await.expect("set");
        assert!(matches!(by_code(&app, &half, "000000").await, Err(SignInError::Over)), "half a way in ends, too");
        signed_in(&app).await;
    }

    async fn a_tenant_can_want_a_second_factor_of_everybody(app: TestApp) {
        let (token, own) = signed_in(&app).await;
        assert!(!own.lacks_factor);
        team::require_factor(&app.desk, &app.permit(), true).await.expect("wanted");
        let before = app.snapshot().await;
        team::require_factor(&app.desk, &app.permit(), true).await.expect("wanted");
        assert_eq!(app.snapshot().await, before, "wanted already");
        assert!(session(&app, &token).await.expect("in").lacks_factor);
        assert!(team::list(&app.desk, &app.permit()).await.expect("a team").factor_required);
        set_up(&app, &own).await;
        assert!(!session(&app, &token).await.expect("in").lacks_factor);
        let team_now = team::list(&app.desk, &app.permit()).await.expect("a team");
        assert!(team_now.members.iter().any(|member| member.has_factor && member.user == own.user));
        team::require_factor(&app.desk, &app.permit(), false).await.expect("not wanted");
        assert!(!team::list(&app.desk, &app.permit()).await.expect("a team").factor_required);
    }

    async fn an_operator_can_want_a_second_factor_of_every_team(app: TestApp) {
        let (token, _) = signed_in(&app).await;
        let strict = app.strict_desk().await;
        let own = accounts::find_session(&strict, &token).await.expect("asked").expect("in");
        assert!(own.lacks_factor);
        let team = team::list(&strict, &app.permit()).await.expect("a team");
        assert!(team.factor_required && team.factor_by_operator);
        let team = team::list(&app.desk, &app.permit()).await.expect("a team");
        assert!(!team.factor_required && !team.factor_by_operator, "elsewhere each team decides");
        set_up(&app, &own).await;
        let own = accounts::find_session(&strict, &token).await.expect("asked").expect("in");
        assert!(!own.lacks_factor);
    }

    async fn a_proof_puts_the_session_under_a_new_token(app: TestApp) {
        let (token, own) = signed_in(&app).await;
        app.clock.advance_ms(6 * Instant::MINUTE_MS);
        let permit = app.permit::<act::ManageOwnAccount>();
        let prove = async |proof| accounts::prove_again(&app.desk, &permit, &own, &TestApp::origin(), proof).await;
        assert!(matches!(prove(Proof::Password("wrong", "")).await, Err(SignInError::Refused)));
        assert!(matches!(prove(Proof::Passkey("", "{}")).await, Err(SignInError::Over)));
        let new = prove(Proof::Password(TestApp::PASSWORD, "")).await.expect("proved").expose();
        assert!(session(&app, &token).await.is_none(), "the old token is worth nothing");
        let after = session(&app, &new).await.expect("the same session");
        assert_eq!((after.proved_at, own.proved_at), (app.desk.now(), TestApp::START));
        assert!(matches!(prove(Proof::Password(TestApp::PASSWORD, "")).await, Err(SignInError::Over)), "by the old session");
        let lines = accounts::sessions(&app.desk, &permit, &after).await.expect("a list");
        assert_eq!(lines.here.len(), 1);
    }

    async fn with_a_second_factor_the_password_alone_proves_nothing(app: TestApp) {
        let (_, own) = signed_in(&app).await;
        let (_, codes) = set_up(&app, &own).await;
        let permit = app.permit::<act::ManageOwnAccount>();
        app.clock.advance_ms(6 * Instant::MINUTE_MS);
        let prove = async |password, code| accounts::prove_again(&app.desk, &permit, &own, &TestApp::origin(), Proof::Password(password, code)).await;
        assert!(matches!(prove(TestApp::PASSWORD, "").await, Err(SignInError::WrongCode)));
        assert!(matches!(prove(TestApp::PASSWORD, "000000").await, Err(SignInError::WrongCode)));
        assert!(matches!(prove("wrong", &codes[0]).await, Err(SignInError::Refused)));
        let proofs = app.count("SELECT count(*) FROM entries WHERE action = 'user.proved'").await;
        assert_eq!(proofs, 0);
        let origin = TestApp::origin();
        let change = async |code| accounts::change_password(&app.desk, &permit, &own, &origin, (TestApp::PASSWORD, code), "Sommer im Museum, 2028").await;
        assert!(matches!(change("").await, Err(PasswordError::Invalid(errors)) if errors[0].field == "code"));
        let new = prove(TestApp::PASSWORD, &codes[0]).await.expect("proved").expose();
        assert_eq!(session(&app, &new).await.expect("in").proved_at, app.desk.now());
        let used = app.count("SELECT count(*) FROM entries WHERE action = 'user.code_used'").await;
        assert_eq!(used, 1, "the log tells of the code");
    }

    async fn own_passwords_are_not_guessed_faster_from_inside(app: TestApp) {
        let (_, own) = signed_in(&app).await;
        let (permit, origin) = (app.permit::<act::ManageOwnAccount>(), TestApp::origin());
        let change = async |old| {
            accounts::change_password(&app.desk, &permit, &own, &origin, (old, ""), "Sommer im Museum, 2028").await
        };
        for _ in 0..5 {
            assert!(matches!(change("wrong").await, Err(PasswordError::Invalid(_))));
        }
        assert!(matches!(change(TestApp::PASSWORD).await, Err(PasswordError::TooMany(Some(1_000)))));
        let failed = app.count("SELECT count(*) FROM entries WHERE action = 'user.sign_in_failed'").await;
        assert_eq!(failed, 5, "the log tells of each");
    }

    async fn who_showed_the_old_password_is_not_in_after_a_new_one(app: TestApp) {
        let (token, own) = signed_in(&app).await;
        let later = own.proved_at.0 + 1;
        app.execute(&format!("UPDATE users SET password_at = {later}")).await;
        assert!(session(&app, &token).await.is_none());
        app.clock.advance_ms(1);
        signed_in(&app).await;
    }

    async fn what_is_no_answer_of_a_passkey_opens_nothing(app: TestApp) {
        let (desk, origin) = (&app.desk, TestApp::origin());
        let made_up = r#"{"id":"AAAA","rawId":"AAAA","type":"public-key","extensions":{},"response":{"authenticatorData":"AAAA","clientDataJSON":"AAAA","signature":"AAAA","userHandle":"AAAA"}}"#;
        for answer in ["", "{}", "null", made_up] {
            let (question, token) = accounts::ask_passkey(desk, &origin).await.expect("a question");
            assert!(question.contains("\"challenge\"") && !question.contains("allowCredentials\":[{"), "{question}");
            assert!(question.contains("\"userVerification\":\"required\""), "whoever finds the device is not let in");
            let token = token.expose();
            let refused = accounts::sign_in_by_passkey(desk, &origin, "", (&token, answer), "").await;
            assert!(matches!(refused, Err(SignInError::Refused)), "{answer}");
            let again = accounts::sign_in_by_passkey(desk, &origin, "", (&token, answer), "").await;
            assert!(matches!(again, Err(SignInError::Over)), "one answer for each question");
        }
        let (_, token) = accounts::ask_passkey(desk, &origin).await.expect("a question");
        app.clock.advance_ms(10 * Instant::MINUTE_MS);
        let late = accounts::sign_in_by_passkey(desk, &origin, "", (&token.expose(), made_up), "").await;
        assert!(matches!(late, Err(SignInError::Over)));
        let (_, own) = signed_in(&app).await;
        let permit = app.permit::<act::ManageFactors>();
        let (_, token) = accounts::begin_passkey(desk, &permit, &own, &origin).await.expect("a question");
        for answer in ["", "{}", made_up] {
            let made = (token.expose(), answer);
            let refused = accounts::add_passkey(desk, &permit, &own, &origin, (&made.0, made.1, "x")).await;
            assert!(matches!(refused, Err(FactorError::WrongPasskey)), "{answer}");
        }
        assert_eq!(app.rows_in("factors").await, 0);
    }
}
