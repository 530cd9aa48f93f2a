//! Answering an invitation, changing the answer, cancelling.

use backend::registrations::{AnswerFailure, AnswerInput};
use domain::{
    Locale, events::Stage, fields::Problem, guests::Standing, registrations::AnswerError,
};
use testkit::{both_engines, no, yes};

use crate::suite::support::{problems, stamp, subjects_to};

const ANNA: &str = "Anna;Huber;anna@x.example";
const INVITED: &str = "Einladung: Sommerfest";
const COMING: &str = "Sie sind dabei: Sommerfest";
const NOT_COMING: &str = "Ihre Absage: Sommerfest";

both_engines! {
    async fn a_yes_with_a_companion_takes_two_places(app: TestApp) {
        let event = app.event().by_invitation().capacity(5).make().await;
        let anna = app.invited(event, &[ANNA]).await[0];
        let input = AnswerInput {
            message: "Ich freue mich!".into(),
            language: Some(Locale::En),
            ..yes(&["Ben Huber"])
        };
        assert_eq!(app.answer(anna, &input).await.expect("taken"), Standing::Accepted);
        let guest = app.guest_now(anna).await;
        assert_eq!((guest.standing(), guest.places), (Standing::Accepted, 2));
        assert_eq!(guest.accepted_at, Some(app.desk.now()));
        assert_eq!(guest.file.answers.companions, ["Ben Huber"]);
        assert_eq!(guest.file.answers.message, "Ich freue mich!");
        assert_eq!(app.event_now(event).await.taken, 2);
        assert_eq!(
            subjects_to(&app, "anna@x.example").await,
            [INVITED, "You are coming: Sommerfest"]
        );
    }

    async fn a_changed_answer_moves_the_places_and_is_confirmed_anew(app: TestApp) {
        let event = app.event().capacity(5).companions(3).make().await;
        let anna = app.invited(event, &[ANNA]).await[0];
        app.answer(anna, &yes(&["Ben", "Cleo"])).await.expect("taken");
        let accepted_at = app.guest_now(anna).await.accepted_at;
        app.clock.advance_ms(1_000);
        let input = AnswerInput {
            family_name: Some("Huber-Maier".into()),
            ..yes(&[""])
        };
        assert_eq!(app.answer(anna, &input).await.expect("taken"), Standing::Accepted);
        let guest = app.guest_now(anna).await;
        assert_eq!((guest.places, guest.accepted_at), (2, accepted_at));
        assert_eq!(guest.file.answers.companions, [""], "a companion without a name counts");
        assert_eq!(guest.file.details.family_name, "Huber-Maier");
        assert_eq!(app.event_now(event).await.taken, 2);
        assert_eq!(subjects_to(&app, "anna@x.example").await, [INVITED, COMING, COMING]);
        assert_eq!(app.actions().await.get("guest.changed"), Some(&1));
    }

    async fn a_cancellation_gives_the_places_back(app: TestApp) {
        let event = app.event().capacity(2).make().await;
        let guests = app.invited(event, &[ANNA, "Ben;Maier;ben@x.example"]).await;
        app.answer(guests[0], &yes(&["Cleo"])).await.expect("taken");
        let full = app.answer(guests[1], &yes(&[])).await.expect_err("no place is left");
        assert!(
            matches!(full, AnswerFailure::Rejected(AnswerError::Full { left: 0 })),
            "{full:?}"
        );
        assert_eq!(app.answer(guests[0], &no()).await.expect("taken"), Standing::Cancelled);
        assert_eq!(app.event_now(event).await.taken, 0);
        assert_eq!(app.guest_now(guests[0]).await.places, 0);
        assert_eq!(app.answer(guests[1], &yes(&["Dora"])).await.expect("taken"), Standing::Accepted);
        assert_eq!(subjects_to(&app, "anna@x.example").await, [INVITED, NOT_COMING, COMING]);
    }

    async fn a_no_can_become_a_yes_and_a_cancellation_too(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        let anna = app.invited(event, &[ANNA]).await[0];
        assert_eq!(app.answer(anna, &no()).await.expect("taken"), Standing::Declined);
        assert_eq!(app.event_now(event).await.taken, 0);
        for _ in 0..2 {
            assert_eq!(app.answer(anna, &yes(&[])).await.expect("taken"), Standing::Accepted);
            assert_eq!(app.event_now(event).await.taken, 1);
            assert_eq!(app.answer(anna, &no()).await.expect("taken"), Standing::Cancelled);
            assert_eq!(app.event_now(event).await.taken, 0);
        }
        let mails = app.mails().await;
        for mail in mails {
            assert_eq!(mail.calendar.is_some(), mail.subject == COMING, "{}", mail.subject);
        }
    }

    async fn the_same_answer_twice_is_one_entry_and_one_mail(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &[ANNA, "Ben;Maier;ben@x.example"]).await;
        for (guest, input) in [(guests[0], yes(&["Cleo"])), (guests[1], no())] {
            app.answer(guest, &input).await.expect("taken");
            let before = app.snapshot().await;
            app.clock.advance_ms(1_000);
            app.answer(guest, &input).await.expect("the same again is fine");
            assert_eq!(app.snapshot().await, before);
        }
        app.answer(guests[0], &no()).await.expect("taken");
        let before = app.snapshot().await;
        app.answer(guests[0], &no()).await.expect("cancelled is cancelled");
        assert_eq!(app.snapshot().await, before);
    }

    async fn the_same_answer_at_once_is_one_entry_and_one_mail(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &[ANNA, "Ben;Maier;ben@x.example"]).await;
        for (guest, input, action) in
            [(guests[0], yes(&["Cleo"]), "guest.accepted"), (guests[1], no(), "guest.declined")]
        {
            let tries = (0..8).map(|_| app.answer(guest, &input));
            for result in futures::future::join_all(tries).await {
                result.expect("each of them is the same answer");
            }
            assert_eq!(app.actions().await.get(action), Some(&1));
        }
        assert_eq!(subjects_to(&app, "anna@x.example").await, [INVITED, COMING]);
        assert_eq!(subjects_to(&app, "ben@x.example").await, [INVITED, NOT_COMING]);
    }

    async fn looking_at_an_invitation_changes_nothing(app: TestApp) {
        let event = app.event().make().await;
        let anna = app.invited(event, &[ANNA]).await[0];
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        let invitation = app.invitation(anna).await;
        assert_eq!(invitation.event.id, event);
        assert_eq!(invitation.guest.id, anna);
        assert_eq!(invitation.organiser, "Kulturverein Foyer");
        assert_eq!(invitation.now, app.desk.now());
        assert_eq!(app.snapshot().await, before);
    }

    async fn an_own_number_of_companions_wins(app: TestApp) {
        let event = app.event().companions(1).make().await;
        let anna = app.invited(event, &[ANNA]).await[0];
        let too_many = app.answer(anna, &yes(&["Ben", "Cleo"])).await.expect_err("one is allowed");
        assert!(
            matches!(too_many, AnswerFailure::Rejected(AnswerError::TooManyCompanions { max: 1 })),
            "{too_many:?}"
        );
        let id = app.literal(anna.uuid());
        app.execute(&format!("UPDATE guests SET companions_max = 2 WHERE id = {id}")).await;
        app.answer(anna, &yes(&["Ben", "Cleo"])).await.expect("two are allowed");
        assert_eq!(app.event_now(event).await.taken, 3);
    }

    async fn every_wrong_field_of_an_answer_is_told_at_once(app: TestApp) {
        let event = app.event().make().await;
        let anna = app.invited(event, &[ANNA]).await[0];
        let before = app.snapshot().await;
        let long = "x".repeat(101);
        let input = AnswerInput {
            given_name: Some(" ".into()),
            family_name: Some("\u{200B}".into()),
            message: "m".repeat(1_001),
            ..yes(&[long.as_str()])
        };
        let error = app.answer(anna, &input).await.expect_err("three fields are wrong");
        let AnswerFailure::Invalid(errors) = error else { panic!("{error:?}") };
        assert_eq!(
            problems(&errors),
            [
                ("family-name", Problem::Missing),
                ("companion-1", Problem::TooLong { max: 100 }),
                ("message", Problem::TooLong { max: 1_000 }),
            ]
        );
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_closed_event_takes_cancellations_only(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &[ANNA, "Ben;Maier;ben@x.example"]).await;
        app.answer(guests[0], &yes(&[])).await.expect("taken");
        stamp(&app, event, "closed_at").await;
        let before = app.snapshot().await;
        let error = app.answer(guests[1], &yes(&[])).await.expect_err("it is closed");
        assert!(
            matches!(error, AnswerFailure::Rejected(AnswerError::NotOpen(Stage::Closed))),
            "{error:?}"
        );
        assert_eq!(app.snapshot().await, before);
        assert_eq!(app.answer(guests[0], &no()).await.expect("taken"), Standing::Cancelled);
    }

    async fn nobody_answers_too_late_or_an_event_that_is_over_or_called_off(app: TestApp) {
        let event = app.event().make().await;
        let anna = app.invited(event, &[ANNA]).await[0];
        let schedule = app.event_now(event).await.schedule;
        app.clock.advance_ms(schedule.starts_at.0 - app.desk.now().0);
        let before = app.snapshot().await;
        let late = app.answer(anna, &yes(&[])).await.expect_err("too late");
        assert!(matches!(late, AnswerFailure::Rejected(AnswerError::TooLate)), "{late:?}");
        app.clock.advance_ms(schedule.ends_at.0 - schedule.starts_at.0);
        let past = app.answer(anna, &yes(&[])).await.expect_err("over");
        assert!(
            matches!(past, AnswerFailure::Rejected(AnswerError::NotOpen(Stage::Past))),
            "{past:?}"
        );
        assert_eq!(app.snapshot().await, before);
        stamp(&app, event, "cancelled_at").await;
        let off = app.answer(anna, &no()).await.expect_err("called off");
        assert!(
            matches!(off, AnswerFailure::Rejected(AnswerError::NotOpen(Stage::Cancelled))),
            "{off:?}"
        );
    }
}
