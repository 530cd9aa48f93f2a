//! The life of an event: opening, closing, calling off, putting away, and telling the guests.

use backend::{
    events::{self, StepError},
    guests,
    mailings::{self, TellError},
    registrations::{AnswerFailure, RegisterError},
};
use domain::{
    Locale,
    access::act,
    events::{EventText, PageEdit, Stage, Step},
    fields::{FieldError, Problem},
    guests::Standing,
    ids::EventId,
    mailings::{Mailing, News},
    registrations::AnswerError,
};
use testkit::{TestApp, both_engines, no, plan, registration, yes};

use crate::suite::support::subjects_to;

async fn take(app: &TestApp, event: EventId, step: Step) -> Result<(), StepError> {
    events::step(&app.desk, &app.permit(), event, step).await
}

async fn stamp(app: &TestApp, event: EventId) -> String {
    let untold = mailings::untold(&app.desk, &app.permit(), event).await;
    untold
        .expect("counted")
        .map_or(String::new(), |untold| untold.stamp)
}

async fn tell(app: &TestApp, event: EventId, message: &str) -> u32 {
    let stamp = stamp(app, event).await;
    mailings::tell(&app.desk, &app.permit(), event, &stamp, message)
        .await
        .expect("told")
}

async fn untold(app: &TestApp, event: EventId) -> Option<(News, u32)> {
    let untold = mailings::untold(&app.desk, &app.permit(), event).await;
    untold
        .expect("counted")
        .map(|untold| (untold.news, untold.guests))
}

async fn postpone(app: &TestApp, event: EventId) {
    let mut input = plan();
    input.starts = "2027-06-13T18:00".into();
    input.ends = "2027-06-13T23:00".into();
    events::change(&app.desk, &app.permit(), event, &input)
        .await
        .expect("changed");
}

both_engines! {
    async fn a_closed_event_takes_no_yes_lets_guests_go_and_opens_again(app: TestApp) {
        let event = app.event().make().await;
        let [anna, ben] = app.invited(event, &["Anna;Huber;anna@x.example", "Ben;Berger;ben@x.example"]).await[..]
        else { panic!("two guests") };
        app.answer(anna, &yes(&[])).await.expect("accepted");
        take(&app, event, Step::Close).await.expect("closed");
        let late = app.answer(ben, &yes(&[])).await;
        assert!(matches!(late, Err(AnswerFailure::Rejected(AnswerError::NotOpen(Stage::Closed)))), "{late:?}");
        assert_eq!(app.answer(anna, &no()).await.expect("a place is given back"), Standing::Cancelled);
        take(&app, event, Step::Reopen).await.expect("open again");
        app.answer(ben, &yes(&[])).await.expect("accepted");
        let actions = app.actions().await;
        assert_eq!((actions.get("event.closed"), actions.get("event.reopened")), (Some(&1), Some(&1)));
    }

    async fn nobody_registers_before_an_event_opens_or_after_its_deadline(app: TestApp) {
        let event = app.event().make().await;
        let mut input = plan();
        input.opens = "2027-05-01T09:00".into();
        input.answer_until = "2027-05-31T20:00".into();
        events::change(&app.desk, &app.permit(), event, &input).await.expect("changed");
        let plan = app.event_now(event).await;
        let early = app.register(event, &registration("anna@x.example")).await;
        assert!(matches!(early, Err(RegisterError::Rejected(AnswerError::TooEarly))), "{early:?}");
        app.clock.advance_ms(plan.opens_at.expect("it opens").0 - app.desk.now().0);
        app.register(event, &registration("anna@x.example")).await.expect("now it is open");
        app.clock.advance_ms(plan.answer_until.0 - app.desk.now().0);
        let late = app.register(event, &registration("ben@x.example")).await;
        assert!(matches!(late, Err(RegisterError::Rejected(AnswerError::TooLate))), "{late:?}");
    }

    async fn a_step_taken_twice_or_at_once_is_taken_once_and_a_wrong_one_not_at_all(app: TestApp) {
        let event = app.event().make().await;
        for step in [Step::Close, Step::Cancel, Step::Archive, Step::Unarchive] {
            for result in futures::future::join_all((0..4).map(|_| take(&app, event, step))).await {
                result.expect("each of them is the same");
            }
        }
        let before = app.snapshot().await;
        for step in [Step::Publish, Step::Reopen] {
            let result = take(&app, event, step).await;
            assert!(matches!(result, Err(StepError::NotNow(Stage::Cancelled))), "{step:?}: {result:?}");
        }
        let draft = app.event().draft().make().await;
        for step in [Step::Close, Step::Cancel] {
            let result = take(&app, draft, step).await;
            assert!(matches!(result, Err(StepError::NotNow(Stage::Draft))), "{step:?}: {result:?}");
        }
        let open = app.event().make().await;
        let result = take(&app, open, Step::Archive).await;
        assert!(matches!(result, Err(StepError::NotNow(Stage::Published))), "{result:?}");
        let actions = app.actions().await;
        for action in ["event.closed", "event.cancelled", "event.archived", "event.unarchived"] {
            assert_eq!(actions.get(action), Some(&1), "{action}");
        }
        assert!(before.len() <= app.snapshot().await.len());
    }

    async fn a_cancellation_reaches_everybody_who_comes_or_was_asked_once(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &[
            "Anna;Huber;anna@x.example", "Ben;Berger;ben@x.example", "Cleo;Maier;cleo@x.example",
        ]).await;
        app.guests(event, &["Dora;Gruber;dora@x.example"]).await;
        app.answer(guests[0], &yes(&[])).await.expect("accepted");
        app.answer(guests[1], &no()).await.expect("declined");
        assert_eq!(untold(&app, event).await, None, "nothing happened");
        take(&app, event, Step::Cancel).await.expect("called off");
        assert_eq!(untold(&app, event).await, Some((News::Cancelled, 2)));
        assert_eq!(tell(&app, event, "Der Saal {ist} überflutet.").await, 2);
        assert_eq!(tell(&app, event, "Noch einmal").await, 0, "everybody knows");
        assert_eq!(untold(&app, event).await, Some((News::Cancelled, 0)));
        for (address, expected) in [("anna@x.example", 1), ("ben@x.example", 0), ("cleo@x.example", 1), ("dora@x.example", 0)] {
            let told = subjects_to(&app, address).await.into_iter().filter(|subject| subject.starts_with("Abgesagt:")).count();
            assert_eq!(told, expected, "{address}");
        }
        let mails = app.mails().await;
        let told = |address: &str| mails.iter().find(|mail| mail.to == address && mail.subject.starts_with("Abgesagt:")).expect("a mail");
        assert!(told("anna@x.example").text.contains("Der Saal {ist} überflutet."), "{}", told("anna@x.example").text);
        let calendar = told("anna@x.example").calendar.clone().expect("whoever comes has it in the calendar");
        for line in ["METHOD:CANCEL", "STATUS:CANCELLED"] {
            assert!(calendar.contains(line), "{line}: {calendar}");
        }
        assert_eq!(told("cleo@x.example").calendar, None);
        assert_eq!(app.actions().await.get("guest.told"), Some(&2));
    }

    async fn a_move_is_told_again_when_it_moves_again_and_raises_the_calendar_entry(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        app.answer(guests[0], &yes(&[])).await.expect("accepted");
        let sequence = |calendar: &str| -> u32 {
            let line = calendar.lines().find_map(|line| line.strip_prefix("SEQUENCE:"));
            line.and_then(|number| number.trim().parse().ok()).expect("a sequence")
        };
        let latest = async || {
            let mails = app.mails().await;
            let with = mails.iter().filter_map(|mail| mail.calendar.clone());
            with.map(|calendar| sequence(&calendar)).max().expect("a calendar file")
        };
        let first = latest().await;
        app.clock.advance_ms(60_000);
        postpone(&app, event).await;
        assert_eq!(untold(&app, event).await, Some((News::Moved, 1)));
        assert_eq!(tell(&app, event, "").await, 1);
        assert!(latest().await > first, "a later file replaces an earlier one");
        app.clock.advance_ms(60_000);
        events::change(&app.desk, &app.permit(), event, &plan()).await.expect("and back");
        assert_eq!(untold(&app, event).await, Some((News::Moved, 1)));
        assert_eq!(tell(&app, event, "").await, 1);
        let subjects = subjects_to(&app, "anna@x.example").await;
        assert_eq!(subjects.iter().filter(|subject| subject.starts_with("Neuer Termin")).count(), 2);
    }

    async fn a_word_for_a_move_does_not_go_out_with_a_cancellation(app: TestApp) {
        let event = app.event().make().await;
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        app.clock.advance_ms(1_000);
        postpone(&app, event).await;
        let seen = stamp(&app, event).await;
        take(&app, event, Step::Cancel).await.expect("called off");
        let before = app.snapshot().await;
        let late = mailings::tell(&app.desk, &app.permit(), event, &seen, "Bis bald!").await;
        assert!(matches!(late, Err(TellError::Other)), "{late:?}");
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_place_that_changed_is_told_in_english_too(app: TestApp) {
        let event = app.event().make().await;
        let english = EventText { place: "Great Hall".into(), ..EventText::default() };
        let texts = PageEdit::Texts { description: String::new(), english };
        events::edit_page(&app.desk, &app.permit(), event, texts.clone()).await.expect("texts");
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        app.clock.advance_ms(1_000);
        let mut input = plan();
        input.text.place = "Kleiner Saal".into();
        events::change(&app.desk, &app.permit(), event, &input).await.expect("changed");
        assert_eq!(app.event_now(event).await.place(Locale::En), "Kleiner Saal");
        assert_eq!(tell(&app, event, "").await, 1);
        app.clock.advance_ms(1_000);
        events::edit_page(&app.desk, &app.permit(), event, texts).await.expect("texts");
        assert_eq!(untold(&app, event).await, Some((News::Moved, 1)), "another place in English");
    }

    async fn guests_are_invited_before_answers_begin_and_can_go_before_too(app: TestApp) {
        let event = app.event().make().await;
        app.register(event, &registration("cleo@x.example")).await.expect("registered");
        let mut input = plan();
        input.opens = "2027-05-01T09:00".into();
        events::change(&app.desk, &app.permit(), event, &input).await.expect("changed");
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        let list = guests::list(&app.desk, &app.permit(), event, &guests::GuestFilter::default()).await.expect("a list");
        let cleo = list.guests.iter().find(|guest| guest.places > 0).expect("she comes").id;
        assert_eq!(app.answer(cleo, &no()).await.expect("a place is given back"), Standing::Cancelled);
    }

    async fn whoever_was_asked_or_answered_after_a_move_knows_it(app: TestApp) {
        let event = app.event().make().await;
        let early = app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        app.clock.advance_ms(60_000);
        postpone(&app, event).await;
        app.clock.advance_ms(60_000);
        app.invited(event, &["Ben;Berger;ben@x.example"]).await;
        app.register(event, &registration("cleo@x.example")).await.expect("registered");
        assert_eq!(untold(&app, event).await, Some((News::Moved, 1)), "Anna alone");
        app.answer(early[0], &yes(&[])).await.expect("accepted");
        assert_eq!(untold(&app, event).await, Some((News::Moved, 0)), "she has seen the page");
    }

    async fn a_draft_and_other_changes_are_no_news(app: TestApp) {
        let event = app.event().draft().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        postpone(&app, event).await;
        assert_eq!(untold(&app, event).await, None);
        let published = app.event().make().await;
        let mut input = plan();
        input.text.title = "Herbstfest".into();
        events::change(&app.desk, &app.permit(), published, &input).await.expect("changed");
        assert_eq!(untold(&app, published).await, None);
    }

    async fn too_long_a_word_is_refused_and_nobody_is_told(app: TestApp) {
        let event = app.event().make().await;
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        take(&app, event, Step::Cancel).await.expect("called off");
        let before = app.snapshot().await;
        let result = mailings::tell(&app.desk, &app.permit(), event, "", &"x".repeat(2_001)).await;
        let Err(TellError::Invalid(errors)) = result else { panic!("{result:?}") };
        assert_eq!(errors, [FieldError::new("message", Problem::TooLong { max: 2_000 })]);
        assert_eq!(app.snapshot().await, before);
    }

    async fn the_other_tenant_takes_no_step_and_tells_nobody(app: TestApp) {
        let event = app.event().make().await;
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        take(&app, event, Step::Cancel).await.expect("called off");
        let before = app.snapshot().await;
        let plan_theirs = app.permit_in::<act::PlanEvents>(app.others);
        let mail_theirs = app.permit_in::<act::SendMailings>(app.others);
        assert!(events::step(&app.desk, &plan_theirs, event, Step::Archive).await.is_err());
        assert!(mailings::tell(&app.desk, &mail_theirs, event, "", "").await.is_err());
        assert!(mailings::untold(&app.desk, &mail_theirs, event).await.is_err());
        let theirs = app.event().of_others().make().await;
        assert!(mailings::take_over(&app.desk, &mail_theirs, event, theirs).await.is_err());
        assert_eq!(app.snapshot().await.get("guests"), before.get("guests"));
    }

    async fn a_new_event_takes_over_the_invitation_of_its_model(app: TestApp) {
        let (model, new) = (app.event().make().await, app.event().draft().make().await);
        let mut letter = mailings::default_letter(Mailing::Invitation);
        mailings::take_over(&app.desk, &app.permit(), model, new).await.expect("nothing to take over");
        let of_new = async || mailings::letter(&app.desk, &app.permit(), new, Mailing::Invitation).await.expect("a letter");
        assert_eq!(of_new().await.changed_at, None);
        letter.subject_de = "Wie jedes Jahr".into();
        mailings::save(&app.desk, &app.permit(), model, Mailing::Invitation, &letter).await.expect("saved");
        mailings::take_over(&app.desk, &app.permit(), model, new).await.expect("taken over");
        assert_eq!(of_new().await.letter, letter);
        letter.subject_de = "Etwas Eigenes".into();
        mailings::save(&app.desk, &app.permit(), new, Mailing::Invitation, &letter).await.expect("saved");
        mailings::take_over(&app.desk, &app.permit(), model, new).await.expect("left alone");
        assert_eq!(of_new().await.letter, letter);
    }
}

both_engines! {
    async fn answers_are_counted_day_by_day_in_the_zone_of_the_event(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let days = || async { events::answers_by_day(&app.desk, &app.permit(), event).await.expect("days").days };
        assert_eq!(days().await, []);
        let guests = app.invited(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example", "Cleo;Wolf;cleo@x.example"]).await;
        let counts = |days: Vec<events::DayOfAnswers>| days.iter().map(|day| (day.yes, day.no)).collect::<Vec<_>>();
        app.answer(guests[0], &yes(&[])).await.expect("taken");
        app.answer(guests[1], &yes(&[])).await.expect("taken");
        assert_eq!(counts(days().await), [(2, 0)]);
        app.clock.advance_ms(2 * domain::Instant::DAY_MS);
        app.answer(guests[2], &no()).await.expect("taken");
        assert_eq!(counts(days().await), [(2, 0), (2, 0), (2, 1)]);
        // Whoever takes a yes back counts as a no, from that day on.
        app.answer(guests[1], &no()).await.expect("taken back");
        app.clock.advance_ms(domain::Instant::DAY_MS);
        assert_eq!(counts(days().await), [(1, 0), (1, 0), (1, 2), (1, 2)]);
        // In Vienna it is another day two hours before it is in UTC, in summer.
        let summer = words::instant_of("2027-06-11T23:30", "Europe/Vienna").expect("a time");
        app.clock.advance_ms(summer.0 - app.desk.now().0);
        app.answer(guests[2], &yes(&[])).await.expect("changed");
        app.clock.advance_ms(domain::Instant::HOUR_MS);
        app.answer(guests[1], &yes(&[])).await.expect("changed");
        let ends = counts(days().await);
        assert_eq!(ends[ends.len() - 3..], [(1, 0), (2, 0), (3, 0)]);
        let last = days().await.last().expect("a day").at;
        assert_eq!(words::local_of(last, "Europe/Vienna")[..10], words::local_of(app.desk.now(), "Europe/Vienna")[..10]);
    }
}
