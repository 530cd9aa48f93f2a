//! The date, a reminder, thanks: who gets them, when, and never twice.

use backend::{
    events::{self, PlanInput},
    guests,
    mailings::{self, Audience, SendAllError},
};
use domain::{
    Instant,
    events::Step,
    ids::EventId,
    mailings::{Letter, LetterKind, Mailing},
};
use testkit::{TestApp, both_engines, details, no, yes};

const GUESTS: [&str; 3] = [
    "Anna;Eins;a@x.example",
    "Berta;Zwei;b@x.example",
    "Cora;Drei;c@x.example",
];

async fn send(app: &TestApp, event: EventId, mailing: Mailing) -> Result<u32, SendAllError> {
    mailings::send_all(&app.desk, &app.permit(), event, mailing).await
}

async fn audience(app: &TestApp, event: EventId, mailing: Mailing) -> Audience {
    mailings::audience(&app.desk, &app.permit(), event, mailing)
        .await
        .expect("counted")
}

async fn mails(app: &TestApp, kind: LetterKind) -> Vec<String> {
    let code = kind.code();
    app.texts(&format!("SELECT kind FROM mails WHERE kind = '{code}'"))
        .await
}

both_engines! {
    async fn who_is_silent_is_reminded_but_not_again_within_two_days(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &GUESTS).await;
        app.answer(guests[0], &yes(&[])).await.expect("a yes");
        let expected = Audience { reached: 0, without_address: 0, objecting: 0, written_to: 2, is_time: true };
        assert_eq!(audience(&app, event, Mailing::Reminder).await, expected, "they were invited just now");
        assert_eq!(send(&app, event, Mailing::Reminder).await.expect("sent"), 0);
        app.clock.advance_ms(Mailing::PAUSE_MS + 1);
        assert_eq!(audience(&app, event, Mailing::Reminder).await.reached, 2);
        let both = [send(&app, event, Mailing::Reminder), send(&app, event, Mailing::Reminder)];
        let sent: u32 = futures::future::join_all(both).await.into_iter().map(|sent| sent.expect("sent")).sum();
        assert_eq!((sent, mails(&app, LetterKind::Reminder).await.len()), (2, 2), "two people at once");
        app.answer(guests[1], &no()).await.expect("a no");
        app.clock.advance_ms(Mailing::PAUSE_MS + 1);
        assert_eq!(send(&app, event, Mailing::Reminder).await.expect("sent"), 1, "once more, to the one who is left");
        let link = app.mails().await.into_iter().find(|mail| mail.subject.starts_with("Kommen Sie?") && mail.to == "c@x.example");
        assert_eq!(app.guest_of_link(&link.expect("a mail").text).await, guests[2]);
        assert_eq!(app.actions().await.get("guest.reminded"), Some(&3));
    }

    async fn the_date_goes_out_before_the_invitation_also_for_a_draft(app: TestApp) {
        let event = app.event().by_invitation().draft().make().await;
        app.guests(event, &GUESTS).await;
        let without = guests::GuestInput { details: details("Ohne", "Adresse", ""), ..guests::GuestInput::default() };
        guests::add(&app.desk, &app.permit(), event, &without).await.expect("added");
        let expected = Audience { reached: 3, without_address: 1, objecting: 0, written_to: 0, is_time: true };
        assert_eq!(audience(&app, event, Mailing::SaveTheDate).await, expected);
        assert_eq!(send(&app, event, Mailing::SaveTheDate).await.expect("sent"), 3);
        assert_eq!(send(&app, event, Mailing::SaveTheDate).await.expect("nobody is left"), 0);
        let expected = Audience { reached: 0, without_address: 1, objecting: 0, written_to: 3, is_time: true };
        assert_eq!(audience(&app, event, Mailing::SaveTheDate).await, expected);
        assert!(matches!(send(&app, event, Mailing::Reminder).await, Err(SendAllError::NotOpen(_))));
        assert!(app.mails().await.iter().all(|mail| !mail.text.contains("/i/")), "no link yet");
        events::step(&app.desk, &app.permit(), event, Step::Publish).await.expect("published");
        assert_eq!(send(&app, event, Mailing::Invitation).await.expect("sent"), 3, "whoever knows the date is invited all the same");
    }

    async fn thanks_go_to_who_came_when_it_is_over(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &GUESTS).await;
        app.answer(guests[0], &yes(&[])).await.expect("a yes");
        app.answer(guests[1], &no()).await.expect("a no");
        assert!(matches!(send(&app, event, Mailing::Thanks).await, Err(SendAllError::NotNow)));
        assert!(!audience(&app, event, Mailing::Thanks).await.is_time);
        let ends = app.event_now(event).await.schedule.ends_at;
        app.clock.advance_ms(ends.0 - app.desk.now().0 + Instant::HOUR_MS);
        assert_eq!(send(&app, event, Mailing::Thanks).await.expect("sent"), 1);
        assert_eq!(send(&app, event, Mailing::Thanks).await.expect("once"), 0);
        assert_eq!(mails(&app, LetterKind::Thanks).await.len(), 1);
        assert!(matches!(send(&app, event, Mailing::Reminder).await, Err(SendAllError::NotOpen(_))));
    }

    async fn each_mailing_has_a_text_of_its_own_that_goes_along_to_a_copy(app: TestApp) {
        let event = app.event().make().await;
        let text = |subject: &str| Letter { subject_de: subject.to_owned(), ..mailings::default_letter(Mailing::Reminder) };
        for mailing in Mailing::ALL {
            let letter = text(&format!("Betreff {}", mailing.code()));
            mailings::save(&app.desk, &app.permit(), event, mailing, &letter).await.expect("saved");
        }
        let copy = PlanInput { from: Some(event), ..testkit::plan() };
        let copy = events::create(&app.desk, &app.permit(), &copy).await.expect("a copy");
        mailings::take_over(&app.desk, &app.permit(), event, copy).await.expect("taken over");
        for of in [event, copy] {
            for mailing in Mailing::ALL {
                let saved = mailings::letter(&app.desk, &app.permit(), of, mailing).await.expect("seen");
                assert_eq!(saved.letter.subject_de, format!("Betreff {}", mailing.code()));
            }
        }
        let without = Letter { text_de: "Ohne".into(), text_en: "Without".into(), ..text("x") };
        mailings::save(&app.desk, &app.permit(), event, Mailing::Thanks, &without).await.expect("thanks need no link");
        assert!(mailings::save(&app.desk, &app.permit(), event, Mailing::Reminder, &without).await.is_err());
    }
}
