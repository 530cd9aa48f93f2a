//! Tenants never see each other: through every use case that takes an id.

use backend::{
    Failure,
    access::Who,
    events::{self, PlanError, StepError},
    guests::{self, GuestFilter},
    history,
    imports::{self, Adjustment, ConfirmError, UploadError},
    mailings::{self, SaveError, SendAllError, default_letter},
    mails, mutations,
    registrations::{self, AnswerFailure, RegisterError},
};
use domain::{
    Locale,
    access::act,
    events::Step,
    ids::{EventId, GuestId, ImportId, MailId},
    mailings::Mailing,
};
use testkit::{TestApp, as_csv, both_engines, plan, registration, yes};

/// Things of the other tenant.
struct Theirs {
    event: EventId,
    guest: GuestId,
    import: ImportId,
    mail: MailId,
}

async fn theirs(app: &TestApp) -> Theirs {
    let others = app.others;
    let event = app.event().of_others().make().await;
    let guest = app
        .guests_in(others, event, &["Berta;Andere;berta@x.example"])
        .await[0];
    mailings::send_all(
        &app.desk,
        &app.permit_in(others),
        event,
        Mailing::Invitation,
    )
    .await
    .expect("sent");
    let list = b"Vorname;Nachname;E-Mail\nCarl;Andere;carl@x.example\n".to_vec();
    let edit = app.permit_in::<act::EditGuests>(others);
    let import = imports::upload(&app.desk, &edit, event, String::new(), list)
        .await
        .expect("read");
    let see = app.permit_in::<act::SeeMailbox>(others);
    let mail = mails::mailbox(&app.desk, &see).await.expect("the mailbox")[0].id;
    Theirs {
        event,
        guest,
        import,
        mail,
    }
}

trait OrFailure {
    /// The failure beneath a use case's own errors.
    fn failure(self) -> Failure;
}

macro_rules! failures {
    ($($error:ty = $variant:path;)*) => {$(
        impl OrFailure for $error {
            fn failure(self) -> Failure {
                match self {
                    $variant(failure) => failure,
                    other => panic!("{other:?}"),
                }
            }
        }
    )*};
}

failures! {
    PlanError = PlanError::Failure;
    StepError = StepError::Failure;
    RegisterError = RegisterError::Failure;
    AnswerFailure = AnswerFailure::Failure;
    UploadError = UploadError::Failure;
    ConfirmError = ConfirmError::Failure;
    SaveError = SaveError::Failure;
    SendAllError = SendAllError::Failure;
}

impl OrFailure for Failure {
    fn failure(self) -> Failure {
        self
    }
}

fn check<T, E: OrFailure>(use_case: &str, result: Result<T, E>) {
    match result.map_err(OrFailure::failure) {
        Err(Failure::NotFound) => {}
        Err(other) => panic!("{use_case}: {other:?}"),
        Ok(_) => panic!("{use_case} works with an id of another tenant"),
    }
}

async fn try_events_and_guests(app: &TestApp, theirs: &Theirs) {
    let (desk, event, guest) = (&app.desk, theirs.event, theirs.guest);
    check("load", events::load(desk, &app.permit(), event).await);
    check(
        "load_public",
        events::load_public(desk, &app.permit_of_visitor(), event).await,
    );
    check(
        "publish",
        events::step(desk, &app.permit(), event, Step::Publish).await,
    );
    check(
        "change",
        events::change(desk, &app.permit(), event, &plan()).await,
    );
    check(
        "list",
        guests::list(desk, &app.permit(), event, &GuestFilter::default()).await,
    );
    check("load guest", guests::load(desk, &app.permit(), guest).await);
    check(
        "export",
        guests::export(desk, &app.permit(), None, event, as_csv(Locale::De)).await,
    );
    check(
        "history",
        history::of_guest(desk, &app.permit(), guest).await,
    );
    check(
        "mail",
        mails::mail_of(desk, &app.permit(), theirs.mail).await,
    );
}

async fn try_imports(app: &TestApp, theirs: &Theirs) {
    let (desk, event, import) = (&app.desk, theirs.event, theirs.import);
    let list = b"Vorname;Nachname;E-Mail\nEve;Spy;eve@x.example\n".to_vec();
    check(
        "upload",
        imports::upload(desk, &app.permit(), event, String::new(), list).await,
    );
    check(
        "preview",
        imports::preview(desk, &app.permit(), event, import).await,
    );
    check(
        "adjust",
        imports::adjust(desk, &app.permit(), event, import, Adjustment::default()).await,
    );
    check(
        "status",
        imports::status(desk, &app.permit(), event, import).await,
    );
    check(
        "confirm",
        imports::confirm(desk, &app.permit(), event, import).await,
    );
    check(
        "undo",
        imports::undo(desk, &app.permit(), event, import).await,
    );
    let own = app.event().make().await;
    check(
        "own event",
        imports::confirm(desk, &app.permit(), own, import).await,
    );
}

async fn try_mailings(app: &TestApp, theirs: &Theirs) {
    let (desk, event) = (&app.desk, theirs.event);
    let own = app.event().make().await;
    let letter = default_letter(Mailing::Invitation);
    check(
        "audience",
        mailings::audience(desk, &app.permit(), event, Mailing::Reminder).await,
    );
    check(
        "letter",
        mailings::letter(desk, &app.permit(), event, Mailing::Invitation).await,
    );
    check(
        "save",
        mailings::save(desk, &app.permit(), event, Mailing::Invitation, &letter).await,
    );
    check(
        "send_all",
        mailings::send_all(desk, &app.permit(), event, Mailing::Invitation).await,
    );
    let (session, guest, de) = (app.session(), Some(theirs.guest), Locale::De);
    for (event, guest) in [(event, None), (event, guest), (own, guest)] {
        let letter = mailings::preview(
            desk,
            &app.permit(),
            event,
            Mailing::Invitation,
            &letter,
            guest,
            de,
        )
        .await;
        check("preview letter", letter);
        let test = mailings::send_test(
            desk,
            &app.permit(),
            &session,
            event,
            Mailing::Invitation,
            guest,
            de,
        )
        .await;
        check("send_test", test);
    }
}

async fn try_registrations(app: &TestApp, theirs: &Theirs) {
    let (desk, guest) = (&app.desk, theirs.guest);
    check(
        "register",
        app.register(theirs.event, &registration("eve@x.example"))
            .await,
    );
    // A link of the own tenant that would name a guest of the other.
    let permit = app.permit_of_guest::<act::SeeInvitation>(guest);
    check(
        "invitation",
        registrations::invitation(desk, &permit, guest).await,
    );
    check("answer", app.answer(guest, &yes(&[])).await);
}

/// Looks for what is the other tenant's by its ids, and in lists.
async fn look_for(app: &TestApp, theirs: &Theirs) {
    try_events_and_guests(app, theirs).await;
    try_registrations(app, theirs).await;
    let events = events::list(&app.desk, &app.permit()).await;
    assert_eq!(events.expect("a list").len(), 0);
    assert_eq!(app.mails().await.len(), 0);
}

both_engines! {
    async fn nothing_of_another_tenant_is_found_or_changed(app: TestApp) {
        let theirs = theirs(&app).await;
        let before = app.snapshot().await;
        try_events_and_guests(&app, &theirs).await;
        try_registrations(&app, &theirs).await;
        assert_eq!(app.snapshot().await, before);
        try_imports(&app, &theirs).await;
        try_mailings(&app, &theirs).await;
        let others = app.literal(app.others.tenant.uuid());
        let of_others = |snapshot: &testkit::Snapshot, needle: &str| -> Vec<String> {
            snapshot.values().flatten().filter(|row| row.to_lowercase().contains(needle)).cloned().collect()
        };
        let needle = others.trim_start_matches("x'").trim_end_matches("::uuid").trim_matches('\'').to_owned();
        let after = app.snapshot().await;
        assert!(of_others(&before, &needle).len() > 10, "the test looks at nothing");
        assert_eq!(of_others(&after, &needle), of_others(&before, &needle));
    }

    async fn lists_show_the_own_tenant_only(app: TestApp) {
        theirs(&app).await;
        assert_eq!(events::list(&app.desk, &app.permit()).await.expect("a list").len(), 0);
        assert_eq!(app.mails().await.len(), 0);
        assert_eq!(app.mails_in(app.others).await.len(), 1);
    }

    async fn the_same_address_in_two_tenants_is_two_people(app: TestApp) {
        let own = app.event().make().await;
        let event = app.event().of_others().make().await;
        app.guests(own, &["Anna;Huber;anna@x.example"]).await;
        app.guests_in(app.others, event, &["Anna;Huber;anna@x.example"]).await;
        assert_eq!(app.rows_in("people").await, 2);
        let sql = match app.engine {
            testkit::Engine::Sqlite => "SELECT DISTINCT hex(email_index) FROM people",
            testkit::Engine::Postgres => "SELECT DISTINCT encode(email_index, 'hex') FROM people",
        };
        assert_eq!(app.texts(sql).await.len(), 2, "their indexes cannot be compared");
    }

    async fn deleting_what_is_over_in_one_tenant_leaves_the_others(app: TestApp) {
        theirs(&app).await;
        let before = app.snapshot().await;
        app.clock.advance_ms(365 * domain::Instant::DAY_MS);
        let deleted = backend::retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!(deleted, backend::retention::Deleted::default());
        assert_eq!(app.snapshot().await, before);
        let deleted = backend::retention::run(&app.desk, app.others.tenant).await.expect("a round");
        assert_eq!(deleted, backend::retention::Deleted { guests: 1, lapsed: 0, special: 0, uploads: 1, invitations: 0 });
    }

    async fn the_holder_of_a_link_is_no_other_guest(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"]).await;
        let before = app.snapshot().await;
        let see = app.permit_of_guest::<act::SeeInvitation>(guests[0]);
        check("invitation", registrations::invitation(&app.desk, &see, guests[1]).await);
        let answer = app.permit_of(Who::Participant(app.team.tenant, guests[0]));
        check("answer", registrations::answer(&app.desk, &answer, guests[1], &yes(&[])).await);
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_statement_that_forgets_its_tenant_meets_the_other_wall_or_is_noticed(app: TestApp) {
        let found = theirs(&app).await;
        let statements = mutations::statements_of(Box::pin(look_for(&app, &found))).await;
        assert!(statements.len() > 5, "{statements:#?}");
        let engine = app.engine;
        let mut unnoticed = Vec::new();
        for &statement in &statements {
            let app = TestApp::start(engine).await;
            let found = theirs(&app).await;
            let before = app.snapshot().await;
            let looked = tokio::spawn(async move {
                mutations::without_tenant(statement, Box::pin(look_for(&app, &found))).await;
                assert_eq!(app.snapshot().await, before, "something was changed");
            });
            if looked.await.is_ok() {
                unnoticed.push(statement);
            }
        }
        match engine {
            testkit::Engine::Sqlite => assert_eq!(unnoticed, [""; 0]),
            testkit::Engine::Postgres => assert_eq!(unnoticed, statements, "row-level security holds alone"),
        }
    }
}
