//! Registering for an open event.

use backend::registrations::{RegisterError, RegisterInput};
use domain::{
    Instant, Locale, events::Stage, fields::Problem, guests::Standing, people::RawDetails,
    registrations::AnswerError,
};
use testkit::{TestApp, both_engines, details, registration};
use uuid::Uuid;

use crate::suite::support::{problems, stamp, subjects_to};

const LISTED: &str = "Ihre persönliche Seite: Sommerfest";
const CONFIRM: &str = "Bitte bestätigen Sie Ihre Anmeldung: Sommerfest";

both_engines! {
    async fn who_registers_is_on_the_list_and_gets_one_mail_with_a_link(app: TestApp) {
        let event = app.event().capacity(10).make().await;
        let input = RegisterInput {
            companions: vec!["Ben Huber".into()],
            language: Locale::En,
            ..registration("anna@x.example")
        };
        app.register_only(event, &input).await.expect("there are places");
        let guests = app.list(event).await;
        let [guest] = guests.as_slice() else { panic!("one guest") };
        assert_eq!((guest.standing(), guest.places), (Standing::Unconfirmed, 2));
        assert_eq!(guest.file.details.given_name, "Anna");
        assert_eq!(guest.file.details.language, Some(Locale::En));
        assert_eq!(guest.file.answers.companions, ["Ben Huber"]);
        assert_eq!(app.event_now(event).await.taken, 2);
        let mails = app.mails().await;
        let [mail] = mails.as_slice() else { panic!("one mail") };
        assert_eq!((mail.to.as_str(), mail.to_name.as_str()), ("anna@x.example", "Anna Huber"));
        assert_eq!(mail.subject, "Please confirm your registration: Sommerfest");
        assert!(mail.calendar.is_none());
        assert_eq!(app.guest_of_link(&mail.text).await, guest.id);
    }

    async fn the_same_form_sent_twice_is_one_guest(app: TestApp) {
        let event = app.event().make().await;
        let input = registration("anna@x.example");
        app.register(event, &input).await.expect("there are places");
        let before = app.snapshot().await;
        app.register(event, &input).await.expect("the same form again is fine");
        assert_eq!(app.snapshot().await, before);
    }

    async fn the_same_form_sent_at_once_is_one_guest_and_one_mail(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        let input = registration("anna@x.example");
        let tries = (0..8).map(|_| app.register_only(event, &input));
        for result in futures::future::join_all(tries).await {
            result.expect("each of them is the same registration");
        }
        assert_eq!(app.list(event).await.len(), 1);
        assert_eq!(subjects_to(&app, "anna@x.example").await, [CONFIRM]);
        assert_eq!(app.event_now(event).await.taken, 1);
    }

    async fn a_listed_address_gets_the_same_reply_and_its_link_by_mail(app: TestApp) {
        let event = app.event().capacity(10).make().await;
        let guests = app.guests(event, &["Anna;Huber;Anna.Huber@bücher.example"]).await;
        let taken = app.event_now(event).await.taken;
        let before = app.actions().await;
        let input = RegisterInput {
            details: details("Eve", "Spy", "  anna.HUBER@BÜCHER.example\u{a0}"),
            ..registration("")
        };
        assert!(app.register(event, &input).await.is_ok());
        let listed = app.list(event).await;
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].file.details.given_name, "Anna", "nothing of the form is taken over");
        assert_eq!(listed[0].standing(), Standing::Listed);
        assert_eq!(app.event_now(event).await.taken, taken);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!((mails[0].to.as_str(), mails[0].subject.as_str()), ("Anna.Huber@bücher.example", LISTED));
        assert!(!mails[0].text.contains("Eve") && !mails[0].html.contains("Eve"));
        assert_eq!(app.guest_of_link(&mails[0].text).await, guests[0]);
        let after = app.actions().await;
        assert_eq!(after.get("guest.link_sent"), Some(&1));
        assert_eq!(after.values().sum::<usize>(), before.values().sum::<usize>() + 1);
    }

    async fn a_listed_address_gets_at_most_one_mail_in_ten_minutes(app: TestApp) {
        let event = app.event().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        // Just before the turn of a ten-minute window of the clock …
        app.clock.advance_ms(10 * Instant::MINUTE_MS - 1_000);
        app.register(event, &registration("anna@x.example")).await.expect("same reply");
        // … and just after it.
        app.clock.advance_ms(2_000);
        app.register(event, &registration("anna@x.example")).await.expect("same reply");
        app.clock.advance_ms(10 * Instant::MINUTE_MS - 2_001);
        app.register(event, &registration("ANNA@x.example")).await.expect("same reply");
        assert_eq!(subjects_to(&app, "anna@x.example").await, [LISTED]);
        assert_eq!(app.actions().await.get("guest.link_sent"), Some(&1));
        app.clock.advance_ms(1);
        app.register(event, &registration("anna@x.example")).await.expect("same reply");
        assert_eq!(subjects_to(&app, "anna@x.example").await, [LISTED, LISTED]);
        assert_eq!(app.actions().await.get("guest.link_sent"), Some(&2));
    }

    async fn one_address_registered_by_many_at_once_is_one_guest_and_one_reminder(app: TestApp) {
        let event = app.event().capacity(10).make().await;
        let inputs: Vec<_> = (0..8).map(|_| registration("anna@x.example")).collect();
        let tries = inputs.iter().map(|input| app.register_only(event, input));
        for result in futures::future::join_all(tries).await {
            result.expect("nobody learns that the address is listed");
        }
        assert_eq!(app.list(event).await.len(), 1);
        assert_eq!(app.event_now(event).await.taken, 1);
        assert_eq!(subjects_to(&app, "anna@x.example").await, [CONFIRM, CONFIRM]);
    }

    async fn a_person_who_is_known_from_another_event_keeps_one_key(app: TestApp) {
        let first = app.event().make().await;
        let second = app.event().title("Winterfest").make().await;
        for event in [first, second] {
            app.register(event, &registration("anna@x.example")).await.expect("there are places");
        }
        assert_eq!((app.rows_in("guests").await, app.rows_in("people").await), (2, 1));
    }

    async fn only_invited_guests_take_part_in_an_event_by_invitation(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        refused(&app, event, |error| matches!(error, RegisterError::InvitationOnly)).await;
    }

    async fn nobody_registers_for_a_draft(app: TestApp) {
        let event = app.event().draft().make().await;
        refused(&app, event, |error| is_not_open(error, Stage::Draft)).await;
    }

    async fn nobody_registers_for_a_closed_event(app: TestApp) {
        let event = app.event().make().await;
        stamp(&app, event, "closed_at").await;
        refused(&app, event, |error| is_not_open(error, Stage::Closed)).await;
    }

    async fn nobody_registers_for_an_event_that_was_called_off(app: TestApp) {
        let event = app.event().make().await;
        stamp(&app, event, "cancelled_at").await;
        refused(&app, event, |error| is_not_open(error, Stage::Cancelled)).await;
    }

    async fn nobody_registers_from_the_deadline_on(app: TestApp) {
        let event = app.event().make().await;
        let until = app.event_now(event).await.answer_until;
        app.clock.advance_ms(until.0 - app.desk.now().0 - 1);
        app.register(event, &registration("early@x.example")).await.expect("just in time");
        app.clock.advance_ms(1);
        refused(&app, event, |error| {
            matches!(error, RegisterError::Rejected(AnswerError::TooLate))
        })
        .await;
    }

    async fn nobody_registers_for_a_past_event(app: TestApp) {
        let event = app.event().make().await;
        let ends = app.event_now(event).await.schedule.ends_at;
        app.clock.advance_ms(ends.0 - app.desk.now().0);
        refused(&app, event, |error| is_not_open(error, Stage::Past)).await;
    }

    async fn more_companions_than_allowed_are_refused(app: TestApp) {
        let event = app.event().companions(1).make().await;
        let before = app.snapshot().await;
        let input = RegisterInput {
            companions: vec!["Ben".into(), String::new()],
            ..registration("anna@x.example")
        };
        let error = app.register(event, &input).await.expect_err("one too many");
        assert!(
            matches!(error, RegisterError::Rejected(AnswerError::TooManyCompanions { max: 1 })),
            "{error:?}"
        );
        assert_eq!(app.snapshot().await, before);
    }

    async fn every_wrong_field_is_told_at_once(app: TestApp) {
        let event = app.event().make().await;
        let before = app.snapshot().await;
        let input = RegisterInput {
            workshops: domain::workshops::Wishes::default(),
            replies: domain::questions::RawReplies::default(),
            details: RawDetails {
                email: "anna@".into(),
                company: "x".repeat(201),
                ..RawDetails::default()
            },
            waits: false,
            companions: vec!["Ben".into(), "y".repeat(101)],
            language: Locale::De,
            request_key: Uuid::from_u128(1),
        };
        let error = app.register(event, &input).await.expect_err("four fields are wrong");
        let RegisterError::Invalid(errors) = error else { panic!("{error:?}") };
        assert_eq!(
            problems(&errors),
            [
                ("organization", Problem::TooLong { max: 200 }),
                ("family-name", Problem::Missing),
                ("email", Problem::NotAnAddress),
                ("companion-2", Problem::TooLong { max: 100 }),
            ]
        );
        assert_eq!(app.snapshot().await, before);
    }
}

fn is_not_open(error: &RegisterError, stage: Stage) -> bool {
    matches!(error, RegisterError::Rejected(AnswerError::NotOpen(found)) if *found == stage)
}

/// Registering is refused and leaves no trace.
async fn refused(
    app: &TestApp,
    event: domain::ids::EventId,
    is_expected: impl Fn(&RegisterError) -> bool,
) {
    let before = app.snapshot().await;
    let error = app
        .register(event, &registration("late@x.example"))
        .await
        .expect_err("it is refused");
    assert!(is_expected(&error), "{error:?}");
    assert_eq!(app.snapshot().await, before);
}
