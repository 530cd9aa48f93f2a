//! The invitation: its text, seen beforehand, tested, sent to all.

use backend::{
    Failure,
    mailings::{self, EventLetter, SaveError, SendAllError},
};
use domain::{
    Locale,
    events::Stage,
    fields::Problem,
    guests::Standing,
    ids::{EventId, GuestId},
    mailings::{Letter, Mailing},
};
use testkit::{TestApp, both_engines};

use crate::suite::support::{problems, stamp, subjects_to, upload};

fn own_letter() -> Letter {
    Letter {
        subject_de: "Hallo {vorname|zusammen}!".into(),
        text_de: "{anrede},\n\nkommen <Sie> & feiern?\n\n{link}".into(),
        subject_en: "Hello {first-name|all}!".into(),
        text_en: "{salutation},\n\n{link}".into(),
    }
}

async fn letter_of(app: &TestApp, event: EventId) -> EventLetter {
    mailings::letter(&app.desk, &app.permit(), event, Mailing::Invitation)
        .await
        .expect("the letter is there")
}

async fn save(app: &TestApp, event: EventId, letter: &Letter) -> Result<(), SaveError> {
    mailings::save(&app.desk, &app.permit(), event, Mailing::Invitation, letter).await
}

/// Puts Dr. Anna Huber, who reads English if anything, on the list.
async fn doctor_huber(app: &TestApp, event: EventId) -> GuestId {
    let list =
        "Anrede;Titel;Vorname;Nachname;E-Mail;Sprache\nFrau;Dr.;Anna;Huber;anna@x.example;en\n";
    let import = upload(app, event, "", list.into()).await;
    backend::imports::confirm(&app.desk, &app.permit(), event, import)
        .await
        .expect("confirmed");
    app.search(event, "huber").await[0].id
}

#[test]
fn the_letter_to_start_with_is_a_good_one_in_both_languages() {
    let letter = mailings::default_letter(Mailing::Invitation);
    assert_eq!(letter.check(Mailing::Invitation), Ok(letter.clone()));
    for locale in Locale::ALL {
        let (subject, text) = letter.in_language(locale);
        assert!(
            !subject.is_empty() && !text.contains("letter-invitation"),
            "{text}"
        );
    }
    assert_ne!(letter.text_de, letter.text_en);
}

both_engines! {
    async fn a_preview_is_the_mail_of_a_named_guest_in_either_language(app: TestApp) {
        let event = app.event().make().await;
        let anna = doctor_huber(&app, event).await;
        let before = app.snapshot().await;
        let letter = mailings::default_letter(Mailing::Invitation);
        let written = async |locale| {
            mailings::preview(&app.desk, &app.permit(), event, Mailing::Invitation, &letter, Some(anna), locale)
                .await
                .expect("the guest is there")
        };
        let german = written(Locale::De).await;
        assert_eq!((german.to.as_str(), german.to_name.as_str()), ("anna@x.example", "Anna Huber"));
        assert_eq!(german.subject, "Einladung: Sommerfest");
        assert!(german.text.starts_with("Sehr geehrte Frau Dr. Huber,\n"), "{}", german.text);
        for part in ["Sa., 12. Juni 2027", "18:00", "Großer Saal, Wien", "Kulturverein Foyer"] {
            assert!(german.text.replace('\u{a0}', " ").contains(part), "{part}: {}", german.text);
        }
        let english = written(Locale::En).await;
        assert_eq!(english.subject, "Invitation: Sommerfest");
        assert!(english.text.starts_with("Dear Dr. Huber,\n"), "{}", english.text);
        for mail in [german, english] {
            assert!(!mail.text.contains(['{', '}']), "{}", mail.text);
            assert!(mail.text.contains("http://localhost:3000/i/…"), "no link that works");
        }
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_preview_without_guests_shows_an_example(app: TestApp) {
        let event = app.event().draft().make().await;
        let mail = mailings::preview(&app.desk, &app.permit(), event, Mailing::Invitation, &own_letter(), None, Locale::De)
            .await
            .expect("an example is written");
        assert_eq!((mail.subject.as_str(), mail.to.as_str()), ("Hallo Anna!", ""));
        assert!(mail.text.contains("kommen <Sie> & feiern?"));
        assert!(mail.html.contains("kommen &lt;Sie&gt; &amp; feiern?") && !mail.html.contains("<Sie>"));
        assert_eq!(letter_of(&app, event).await.changed_at, None, "nothing is saved");
    }

    async fn a_guest_of_another_event_is_no_example(app: TestApp) {
        let (event, other) = (app.event().make().await, app.event().make().await);
        let anna = doctor_huber(&app, other).await;
        let before = app.snapshot().await;
        let letter = own_letter();
        let seen =
            mailings::preview(&app.desk, &app.permit(), event, Mailing::Invitation, &letter, Some(anna), Locale::De).await;
        assert!(matches!(seen, Err(Failure::NotFound)));
        let session = app.session();
        let sent =
            mailings::send_test(&app.desk, &app.permit(), &session, event, Mailing::Invitation, Some(anna), Locale::De).await;
        assert!(matches!(sent, Err(Failure::NotFound)), "{sent:?}");
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_saved_text_is_sent_and_saving_it_again_changes_nothing(app: TestApp) {
        let event = app.event().make().await;
        save(&app, event, &own_letter()).await.expect("a good text");
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        save(&app, event, &own_letter()).await.expect("the same text");
        assert_eq!(app.snapshot().await, before);
        assert_eq!(letter_of(&app, event).await.letter, own_letter());
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        assert_eq!(subjects_to(&app, "anna@x.example").await, ["Hallo Anna!"]);
    }

    async fn every_slip_in_a_text_is_told_and_nothing_is_saved(app: TestApp) {
        let event = app.event().make().await;
        let before = app.snapshot().await;
        let letter = Letter {
            subject_de: "x".repeat(151),
            text_de: "{vornamen} {link}".into(),
            subject_en: " ".into(),
            text_en: "Come!".into(),
        };
        let error = save(&app, event, &letter).await.expect_err("four slips");
        let SaveError::Invalid(errors) = error else { panic!("{error:?}") };
        assert_eq!(
            problems(&errors),
            [
                ("subject-de", Problem::TooLong { max: 150 }),
                ("text-de", Problem::UnknownVariable),
                ("subject-en", Problem::Missing),
                ("text-en", Problem::LinkMissing),
            ]
        );
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_test_goes_to_whoever_asks_and_to_nobody_else(app: TestApp) {
        let event = app.event().make().await;
        let anna = doctor_huber(&app, event).await;
        save(&app, event, &own_letter()).await.expect("a good text");
        app.clock.advance_ms(1_000);
        let session = app.session();
        mailings::send_test(&app.desk, &app.permit(), &session, event, Mailing::Invitation, Some(anna), Locale::En)
            .await
            .expect("the test is queued");
        let mails = app.mails().await;
        let [mail] = mails.as_slice() else { panic!("one mail") };
        assert_eq!((mail.to.as_str(), mail.to_name.as_str()), ("olivia@foyer.example", "Olivia Organiser"));
        assert_eq!(mail.subject, "[Test] Hello Anna!");
        assert!(mail.text.starts_with("Dear Dr. Huber,"));
        assert!(mail.text.contains("/i/…"), "a test holds no link of a guest");
        assert_eq!(app.guest_now(anna).await.standing(), Standing::Listed);
        assert_eq!(letter_of(&app, event).await.tested_at, Some(app.desk.now()));
        let changed = Letter { subject_en: "Hi!".into(), ..own_letter() };
        save(&app, event, &changed).await.expect("a good text");
        assert_eq!(letter_of(&app, event).await.tested_at, None, "a changed text counts as untested");
    }

    async fn each_guest_is_invited_once_however_often_it_is_sent(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let lines: Vec<String> = (0..501).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let list = format!("Vorname;Nachname;E-Mail\n{}\n", lines.join("\n"));
        let import = upload(&app, event, "", list.into()).await;
        backend::imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        assert_eq!(app.send_all(event).await, 501, "more than one batch");
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        assert_eq!(app.send_all(event).await, 0);
        assert_eq!(app.snapshot().await, before);
        assert_eq!(app.rows_in("mails").await, 501);
        assert_eq!(app.figures(event).await.standings.of(Standing::Open), 501);
        app.guests(event, &["Nach;Zügler;late@x.example"]).await;
        assert_eq!(app.send_all(event).await, 1, "only who came on the list since");
    }

    async fn invitations_sent_by_many_at_once_are_one_each(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let lines: Vec<String> = (0..40).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        app.guests(event, &lines).await;
        let invited = futures::future::join_all((0..4).map(|_| app.send_all(event))).await;
        assert_eq!(invited.iter().sum::<u32>(), 40);
        let mut to: Vec<String> = app.mails().await.into_iter().map(|mail| mail.to).collect();
        to.sort();
        to.dedup();
        assert_eq!((to.len(), app.rows_in("mails").await), (40, 40));
        assert_eq!(app.actions().await.get("guest.invited"), Some(&40));
    }

    async fn a_guest_without_an_address_stays_listed(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.guests(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"]).await;
        app.forget_address(guests[0]).await;
        assert_eq!(app.send_all(event).await, 1);
        assert_eq!(app.guest_now(guests[0]).await.standing(), Standing::Listed);
        assert_eq!(app.guest_now(guests[1]).await.standing(), Standing::Open);
        assert_eq!(app.rows_in("mails").await, 1);
    }

    async fn the_link_of_an_invitation_is_the_guests_own(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example"]).await;
        for mail in app.mails().await {
            let expected = if mail.to == "anna@x.example" { guests[0] } else { guests[1] };
            assert_eq!(app.guest_of_link(&mail.text).await, expected);
            assert!(mail.html.contains("/i/"), "the button leads to the same page");
            assert_eq!(mail.calendar, None);
        }
        let stranger = backend::routing::guest_of(&app.desk, "AAAAAAAAAAAAAAAAAAAAAA").await;
        assert_eq!(stranger.expect("the lookup works"), None);
    }

    async fn a_guest_is_invited_in_the_own_language(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        doctor_huber(&app, event).await;
        app.send_all(event).await;
        assert_eq!(subjects_to(&app, "anna@x.example").await, ["Invitation: Sommerfest"]);
    }

    async fn nobody_is_invited_who_could_not_answer(app: TestApp) {
        let draft = app.event().draft().make().await;
        let closed = app.event().make().await;
        let over = app.event().make().await;
        for (n, event) in [draft, closed, over].into_iter().enumerate() {
            app.guests(event, &[&format!("Anna;Huber;anna{n}@x.example")]).await;
        }
        stamp(&app, closed, "closed_at").await;
        let check = async |event: EventId, stage: Stage| {
            let before = app.snapshot().await;
            let result = mailings::send_all(&app.desk, &app.permit(), event, Mailing::Invitation).await;
            assert!(matches!(result, Err(SendAllError::NotOpen(found)) if found == stage), "{result:?}");
            assert_eq!(app.snapshot().await, before);
        };
        check(draft, Stage::Draft).await;
        check(closed, Stage::Closed).await;
        let until = app.event_now(over).await.answer_until;
        app.clock.advance_ms(until.0 - app.desk.now().0);
        check(over, Stage::Published).await;
    }
}
