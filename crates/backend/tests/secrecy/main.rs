//! What people enter is nowhere in the clear: not in the database's files, not in the trace of the program.
//!
//! A program of its own, because it listens to everything that is traced.

mod canaries;
mod columns;
mod trace;

use std::path::Path;

use backend::{
    accounts,
    events::{self, PlanInput},
    guests::{self, GuestFilter},
    imports, mailings,
    mails::{Smtp, deliver_due},
    questions,
    registrations::{AnswerInput, RegisterInput},
    sign_on, support, team,
};
use domain::{
    Bilingual, Locale,
    access::{Extent, Role, act},
    events::{EventText, Step},
    mailings::{Letter, Mailing},
    people::RawDetails,
    questions::{QuestionEdit, RawQuestion, RawReplies},
};
use testkit::{
    Engine, MailServer, Reply, TestApp, as_csv, both_engines, photo, plan, provider_of_sign_on,
    registration, workshop,
};

use crate::canaries::{Canaries, contains};

/// All bytes that the database keeps: its files, or what a backup of it holds.
fn stored(app: &TestApp) -> Vec<u8> {
    match app.engine {
        Engine::Sqlite => bytes_of(app.folder.path()),
        Engine::Postgres => app.dump(),
    }
}

fn bytes_of(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            bytes.extend(bytes_of(&path));
        } else {
            bytes.extend(path.file_name().expect("a name").as_encoded_bytes());
            bytes.extend(std::fs::read(&path).expect("a file"));
        }
    }
    bytes
}

/// An event whose every text is a secret. The title stands in the public address as far as it is ASCII, so it is not.
async fn secret_event(app: &TestApp, canaries: &mut Canaries) -> domain::ids::EventId {
    let title = format!("Канарейка{}", canaries.0.len());
    let input = PlanInput {
        text: EventText {
            title: canaries.add(&title),
            place: canaries.make("Ort"),
            description: canaries.make("Beschreibung"),
        },
        companions: "2".into(),
        ..plan()
    };
    let event = events::create(&app.desk, &app.permit(), &input)
        .await
        .expect("created");
    events::step(&app.desk, &app.permit(), event, Step::Publish)
        .await
        .expect("published");
    let letter = Letter {
        subject_de: canaries.make("Betreff"),
        text_de: format!("{} {{link}}", canaries.make("Text")),
        subject_en: canaries.make("Subject"),
        text_en: format!("{} {{link}}", canaries.make("Letter")),
    };
    mailings::save(
        &app.desk,
        &app.permit(),
        event,
        Mailing::Invitation,
        &letter,
    )
    .await
    .expect("saved");
    for is_special in [false, true] {
        let mut both = |of: &str| Bilingual {
            main: canaries.make(of),
            english: canaries.make(of),
        };
        let question = RawQuestion {
            kind: "text".into(),
            label: both("Frage"),
            help: both("Hilfe"),
            why: both("Zweck"),
            is_special,
            ..RawQuestion::default()
        };
        let put = QuestionEdit::Put(0, Box::new(question));
        questions::edit(&app.desk, &app.permit(), event, put)
            .await
            .expect("asked");
    }
    let mut secret = workshop(&canaries.make("Kurs"), "18:00", "19:00", "");
    secret.raw.title.english = canaries.make("Course");
    secret.raw.place = canaries.make("Raum");
    secret.raw.text = Bilingual {
        main: canaries.make("Inhalt"),
        english: canaries.make("Content"),
    };
    app.workshop(app.team, event, &secret).await;
    let (picture, alt) = (
        photo(400, 200, &canaries.make("Kamera")),
        Bilingual {
            main: canaries.make("Bild"),
            english: canaries.make("Picture"),
        },
    );
    backend::covers::put(&app.desk, &app.permit(), event, picture, &alt)
        .await
        .expect("a picture");
    event
}

/// A secret reply to each question of the event.
fn secret_replies(canaries: &mut Canaries) -> RawReplies {
    let mut secret = |of: &str| vec![canaries.make(of)];
    RawReplies(vec![(1, secret("Auskunft")), (2, secret("Allergie"))])
}

/// A list with a secret in each column, one in a row that is not good and one in the file's name.
fn secret_list(canaries: &mut Canaries) -> (String, Vec<u8>) {
    let mut cells = Vec::new();
    for column in [
        "Titel", "Vorname", "Nachname", "Danach", "Firma", "Funktion", "Telefon",
    ] {
        cells.push(canaries.make(column));
    }
    let list = format!(
        "Titel;Vorname;Nachname;Titel nachgestellt;Firma;Funktion;Telefon;{};E-Mail\n{};x;{}\n;{};;;;;;;keine\n",
        canaries.make("Spalte"),
        cells.join(";"),
        canaries.address("Gast"),
        canaries.make("Schlecht"),
    );
    (format!("{}.csv", canaries.make("Datei")), list.into_bytes())
}

async fn guests_come(app: &TestApp, event: domain::ids::EventId, canaries: &mut Canaries) {
    let (name, list) = secret_list(canaries);
    let import = imports::upload(&app.desk, &app.permit(), event, name, list)
        .await
        .expect("read");
    imports::confirm(&app.desk, &app.permit(), event, import)
        .await
        .expect("confirmed");
    let (name, list) = secret_list(canaries);
    imports::upload(&app.desk, &app.permit(), event, name, list)
        .await
        .expect("kept as a draft");
    app.send_all(event).await;
    let input = RegisterInput {
        details: RawDetails {
            given_name: canaries.make("Vor"),
            family_name: canaries.make("Nach"),
            email: canaries.address("Anmeldung"),
            phone: canaries.make("Tel"),
            company: canaries.make("Werk"),
            ..RawDetails::default()
        },
        companions: vec![canaries.make("Begleitung")],
        replies: secret_replies(canaries),
        ..registration("")
    };
    app.register(event, &input).await.expect("registered");
    let again = RegisterInput {
        request_key: uuid::Uuid::from_u128(5),
        ..input
    };
    app.register(event, &again).await.expect("same reply");
    let wrong = RegisterInput {
        details: RawDetails {
            family_name: canaries.make("Falsch"),
            email: canaries.make("ohne"),
            ..RawDetails::default()
        },
        ..registration("")
    };
    app.register(event, &wrong).await.expect_err("no address");
    let guest = app.list(event).await[0].id;
    let answer = AnswerInput {
        rsvp: domain::registrations::Rsvp::Yes,
        given_name: Some(canaries.make("Neu")),
        family_name: Some(canaries.make("Anders")),
        companions: vec![canaries.make("Freund")],
        message: canaries.make("Wort"),
        replies: secret_replies(canaries),
        workshops: domain::workshops::Wishes {
            places: vec![1],
            waits: Vec::new(),
        },
        language: Some(Locale::En),
    };
    app.answer(guest, &answer).await.expect("taken");
    for code in app.invitation(guest).await.tickets {
        let code = code.expose();
        canaries.add(&code.replace('-', ""));
        canaries.add(&code);
    }
}

async fn team_works(app: &TestApp, event: domain::ids::EventId, canaries: &mut Canaries) {
    let (email, password) = (
        canaries.address("Konto"),
        format!("{} !", canaries.make("Passwort")),
    );
    let new = accounts::NewUser {
        name: canaries.make("Mitarbeit"),
        email: email.clone(),
        password: password.clone(),
        organiser: app.team.tenant,
        role: Role::Admin,
    };
    accounts::create(&app.desk, &app.permit_of_operator(), new)
        .await
        .expect("created");
    let origin = TestApp::origin();
    let token = accounts::sign_in(
        &app.desk,
        &origin,
        &email,
        &password,
        &canaries.make("Geraet"),
    )
    .await
    .expect("they fit")
    .session()
    .expect("in");
    canaries.add(&token.expose());
    let session = accounts::find_session(&app.desk, &token.expose())
        .await
        .expect("found")
        .expect("signed in");
    factors_are_set_up(app, canaries, &session).await;
    let stranger = (canaries.address("Fremd"), canaries.make("Geraten"));
    assert!(
        accounts::sign_in(&app.desk, &origin, &stranger.0, &stranger.1, "")
            .await
            .is_err()
    );
    accounts::ask_for_reset(&app.desk, &origin, Locale::De, &email)
        .await
        .expect("mailed");
    team_grows(app, canaries).await;
    others_are_let_in(app, canaries).await;
    let name = canaries.make("Verein");
    backend::tenants::create(&app.desk, &app.permit_of_operator(), &name)
        .await
        .expect("created");
    let filter = GuestFilter {
        search: canaries.make("Suche"),
        ..GuestFilter::default()
    };
    let everybody = guests::Chosen::All(GuestFilter::default());
    let tag = canaries.make("Wort");
    backend::tags::put(&app.desk, &app.permit(), event, &everybody, &tag)
        .await
        .expect("tagged");
    guests::list(&app.desk, &app.permit::<act::SeeGuests>(), event, &filter)
        .await
        .expect("a page");
    app.exported(Some(&app.permit()), event, as_csv(Locale::De))
        .await;
}

/// Somebody sets up an app and keeps the codes.
async fn factors_are_set_up(app: &TestApp, canaries: &mut Canaries, session: &accounts::Session) {
    let (desk, origin) = (&app.desk, TestApp::origin());
    let permit = app.permit::<act::ManageFactors>();
    accounts::begin_app(desk, &permit, session, &origin)
        .await
        .expect("begun");
    let setup = accounts::app_setup(desk, &permit, session, &origin).await;
    let secret = setup
        .expect("asked")
        .expect("begun")
        .secret
        .replace(' ', "");
    canaries.add(&secret);
    let secret = data_encoding::BASE32_NOPAD.decode(secret.as_bytes());
    let totp = totp_rs::Builder::new()
        .with_secret(totp_rs::Secret::new(secret.expect("base32").into()))
        .build()
        .expect("a good secret");
    let seconds = u64::try_from(desk.now().0 / 1_000).expect("after 1970");
    let code = totp.generate(seconds).to_string();
    accounts::confirm_app(desk, &permit, session, &origin, &code)
        .await
        .expect("set up");
    let codes = accounts::kept_codes(desk, &permit, session, &origin).await;
    for code in codes.expect("asked").expect("ten") {
        canaries.add(&code);
    }
}

async fn team_grows(app: &TestApp, canaries: &mut Canaries) {
    for role in [Role::Analyst, Role::CheckIn] {
        let new = team::NewMember {
            name: canaries.make("Eingeladen"),
            email: canaries.address("Team"),
            role,
            until: None,
            event: None,
        };
        team::invite(&app.desk, &app.permit(), Locale::De, &new)
            .await
            .expect("invited");
    }
    let mails = app.mails().await;
    let mut words = mails.iter().flat_map(|mail| mail.text.split_whitespace());
    let token = words.find_map(|word| word.split_once("/app/join/"));
    let token = token.expect("a link").1;
    canaries.add(token);
    let (name, password) = (
        canaries.make("Beigetreten"),
        format!("{} !", canaries.make("Neu")),
    );
    team::join(
        &app.desk,
        &TestApp::origin(),
        token,
        (&name, &password),
        &canaries.make("Telefon"),
    )
    .await
    .expect("joined");
}

/// Support is let in, and a provider of single sign-on is set.
async fn others_are_let_in(app: &TestApp, canaries: &mut Canaries) {
    let (name, email) = (canaries.make("Support"), canaries.address("Hilfe"));
    let password = format!("{} !", canaries.make("Losung"));
    let operator = app.permit_of_operator();
    let user = accounts::create_supporter(&app.desk, &operator, &name, &email, password)
        .await
        .expect("an account");
    let new = support::NewGrant {
        user,
        reason: canaries.make("Grund"),
        extent: Extent::Read,
        for_ms: 1,
    };
    support::grant(&app.desk, &app.permit(), &new)
        .await
        .expect("let in");
    let new = sign_on::NewSettings {
        issuer: provider_of_sign_on().await,
        client_id: canaries.make("Dienst"),
        client_secret: canaries.make("Geheimnis"),
    };
    sign_on::save(&app.desk, &app.permit(), &new)
        .await
        .expect("saved");
}

async fn mails_go(app: &TestApp, canaries: &mut Canaries) {
    for mail in app.mails().await {
        let links = mail
            .text
            .split_whitespace()
            .filter_map(|word| word.rsplit_once('/'));
        for (_, token) in
            links.filter(|(base, _)| ["/i", "/m", "/u"].iter().any(|end| base.ends_with(end)))
        {
            canaries.add(token);
        }
    }
    let server = MailServer::start().await;
    server.then([
        Reply::RefuseRecipient(550),
        Reply::Refuse(451),
        Reply::HangUp,
    ]);
    let smtp = Smtp::new(&server.url, "Einlass <no-reply@einlass.example>").expect("an address");
    deliver_due(&app.desk, app.team.tenant, &smtp)
        .await
        .expect("the round ends");
    app.clock.advance_ms(60_000);
    deliver_due(&app.desk, app.team.tenant, &smtp)
        .await
        .expect("the round ends");
}

both_engines! {
    async fn what_people_enter_is_nowhere_in_the_clear(app: TestApp) {
        trace::listen();
        let mut canaries = Canaries(Vec::new());
        let event = secret_event(&app, &mut canaries).await;
        guests_come(&app, event, &mut canaries).await;
        team_works(&app, event, &mut canaries).await;
        app.object(app.team).await;
        mails_go(&app, &mut canaries).await;
        backend::audit::sequence(&app.desk, app.team.tenant).await.expect("the log is signed");
        assert!(canaries.0.len() > 50, "{}", canaries.0.len());

        let guest = &app.list(event).await[0];
        assert!(guest.file.answers.message.contains("Wort"), "everything is there for who may see it");
        Box::pin(columns::check(&app, &canaries)).await;
        let stored = stored(&app);
        let slug = app.event_now(event).await.slug;
        let slug = if app.engine == Engine::Sqlite { slug } else { app.team.tenant.uuid().to_string() };
        assert!(contains(&stored, slug.as_bytes()), "the test looks at nothing");
        assert_eq!(canaries.found_in(&stored), [""; 0], "in the database");
        let (mut data, mut keys) = (Vec::new(), Vec::new());
        backend::backups::create(&app.desk, &app.permit_of_operator(), &mut data, &mut keys).await.expect("a backup");
        assert!(data.len() > 10_000 && contains(&keys, b"einlass-backup/1"), "the test looks at nothing");
        assert_eq!(canaries.found_in(&data), [""; 0], "in the data of a backup");
        assert_eq!(canaries.found_in(&keys), [""; 0], "in the keys of a backup");
        app.desk.store().close().await;
        if app.engine == Engine::Sqlite {
            assert_eq!(canaries.found_in(&bytes_of(app.folder.path())), [""; 0], "in its files");
        }

        let trace = trace::heard();
        assert!(contains(&trace, b"INSERT INTO guests"), "the test hears nothing");
        for told in [&b"user.signed_in"[..], b"user.sign_in_failed", b"a mail was not delivered"] {
            assert!(contains(&trace, told), "systems outside are not told of {}", String::from_utf8_lossy(told));
        }
        assert_eq!(canaries.found_in(&trace), [""; 0], "in the trace");
    }
}
