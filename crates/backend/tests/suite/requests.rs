//! Places that are asked for and given by an organiser, and answers that are left open.

use backend::{
    guests::{Chosen, GuestFilter},
    registrations::{self, Admitted, AnswerFailure, Entering, RegisterError, RegisterInput},
    retention,
};
use domain::{
    Instant,
    fields::Problem,
    guests::Standing,
    ids::{EventId, GuestId},
    mailings::Mailing,
    registrations::AnswerError,
};
use testkit::{TestApp, both_engines, maybe, no, registration, yes};

/// Registers somebody who confirms, and thereby asks for a place.
async fn asks(app: &TestApp, event: EventId, email: &str, companions: &[&str]) -> GuestId {
    app.clock.advance_ms(1_000);
    let input = RegisterInput {
        companions: companions.iter().map(|&name| name.to_owned()).collect(),
        ..registration(email)
    };
    app.register(event, &input).await.expect("asked");
    app.guest_with(event, email).await
}

async fn admit(app: &TestApp, event: EventId, guests: &[GuestId]) -> Admitted {
    let chosen = Chosen::These(guests.to_vec());
    registrations::admit(&app.desk, &app.permit(), event, &chosen)
        .await
        .expect("decided")
}

async fn refuse(app: &TestApp, event: EventId, guests: &[GuestId], word: &str) -> u32 {
    let chosen = Chosen::These(guests.to_vec());
    registrations::refuse(&app.desk, &app.permit(), event, &chosen, word)
        .await
        .expect("decided")
}

async fn standing(app: &TestApp, guest: GuestId) -> Standing {
    app.guest_now(guest).await.standing()
}

const fn come(come: u32) -> Admitted {
    Admitted {
        come,
        wait: 0,
        left: 0,
    }
}

both_engines! {
    async fn who_registers_asks_and_holds_no_place_until_an_organiser_gives_it(app: TestApp) {
        let event = app.event().capacity(3).by_approval().make().await;
        let input = RegisterInput { companions: vec!["Bert".into()], ..registration("a@x.example") };
        app.register_only(event, &input).await.expect("asked");
        let guest = app.unconfirmed(event).await[0];
        assert_eq!(app.event_now(event).await.taken, 0);
        assert_eq!(admit(&app, event, &[guest]).await, come(0), "the address is not confirmed");
        registrations::confirm(&app.desk, &app.permit_of_guest(guest), guest).await.expect("confirmed");
        assert_eq!(standing(&app, guest).await, Standing::Requested);
        assert_eq!(app.figures(event).await.standings.of(Standing::Requested), 1);
        assert!(app.invitation(guest).await.tickets.is_empty());
        assert_eq!(admit(&app, event, &[guest]).await, come(1));
        let known = app.guest_now(guest).await;
        assert_eq!((known.standing(), known.places, app.event_now(event).await.taken), (Standing::Accepted, 2, 2));
        assert_eq!(app.invitation(guest).await.tickets.len(), 2);
        assert_eq!(admit(&app, event, &[guest]).await, come(0), "once more changes nothing");
        let subjects: Vec<String> = app.mails().await.into_iter().map(|mail| mail.subject).collect();
        let begins = |start: &str| subjects.iter().filter(|subject| subject.starts_with(start)).count();
        assert_eq!([begins("Bitte bestätigen Sie Ihre Anfrage"), begins("Ihre Anfrage ist da")], [1, 1], "{subjects:?}");
        assert_eq!(app.actions().await.get("guest.admitted"), Some(&1));
    }

    async fn whoever_is_admitted_brings_no_more_than_was_asked_for(app: TestApp) {
        let event = app.event().by_approval().make().await;
        let guest = asks(&app, event, "a@x.example", &["Bert"]).await;
        assert_eq!(admit(&app, event, &[guest]).await, come(1));
        let more = app.answer(guest, &yes(&["Bert", "Carla"])).await;
        let many = AnswerError::TooManyCompanions { max: 1 };
        assert!(matches!(&more, Err(AnswerFailure::Rejected(error)) if *error == many), "{more:?}");
        let page = backend::history::of_guest(&app.desk, &app.permit(), guest).await.expect("a history");
        let admitted = page.iter().find(|entry| entry.action == "guest.admitted").expect("an entry");
        let kept: Vec<&str> = admitted.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(kept, ["places", "companions-max"]);
        assert_eq!(app.answer(guest, &yes(&[])).await.expect("alone"), Standing::Accepted);
        assert_eq!(app.answer(guest, &yes(&["Carla"])).await.expect("as admitted"), Standing::Accepted);
        assert_eq!(app.event_now(event).await.taken, 2);
    }

    async fn a_yes_that_is_entered_for_whoever_asks_admits_as_many_as_were_entered(app: TestApp) {
        let event = app.event().by_approval().make().await;
        let guest = asks(&app, event, "a@x.example", &["Bert"]).await;
        let (permit, input) = (app.permit(), yes(&["Bert"]));
        let entered = registrations::answer_for(&app.desk, &permit, None, event, guest, &input, Entering::default());
        assert_eq!(entered.await.expect("entered"), Standing::Accepted);
        let more = app.answer(guest, &yes(&["Bert", "Carla"])).await;
        let many = AnswerError::TooManyCompanions { max: 1 };
        assert!(matches!(&more, Err(AnswerFailure::Rejected(error)) if *error == many), "{more:?}");
    }

    async fn everybody_does_not_mean_those_who_were_refused(app: TestApp) {
        let event = app.event().by_approval().make().await;
        let refused = asks(&app, event, "a@x.example", &[]).await;
        asks(&app, event, "b@x.example", &[]).await;
        assert_eq!(refuse(&app, event, &[refused], "").await, 1);
        let admitted = registrations::admit(&app.desk, &app.permit(), event, &Chosen::All(GuestFilter::default())).await;
        assert_eq!(admitted.expect("decided"), come(1));
        assert_eq!(standing(&app, refused).await, Standing::Refused);
        let those = Chosen::All(GuestFilter { standing: Some(Standing::Refused), ..GuestFilter::default() });
        let admitted = registrations::admit(&app.desk, &app.permit(), event, &those).await;
        assert_eq!(admitted.expect("decided"), come(1), "asked for as such");
    }

    async fn a_no_that_is_entered_for_whom_one_refused_is_a_no(app: TestApp) {
        let event = app.event().by_approval().make().await;
        let guest = asks(&app, event, "a@x.example", &[]).await;
        assert_eq!(refuse(&app, event, &[guest], "").await, 1);
        let (permit, input) = (app.permit(), no());
        let entered = registrations::answer_for(&app.desk, &permit, None, event, guest, &input, Entering::default());
        assert_eq!(entered.await.expect("entered"), Standing::Declined);
        assert_eq!(app.actions().await.get("guest.declined"), Some(&1));
        assert_eq!(app.answer(guest, &yes(&[])).await.expect("asks again"), Standing::Requested);
    }

    async fn a_refusal_is_told_with_a_word_and_can_be_taken_back(app: TestApp) {
        let event = app.event().by_approval().make().await;
        let guest = asks(&app, event, "a@x.example", &[]).await;
        let other = asks(&app, event, "b@x.example", &[]).await;
        let word = "Diesmal nur {Mitglieder}.";
        assert_eq!(refuse(&app, event, &[guest], word).await, 1);
        assert_eq!((standing(&app, guest).await, standing(&app, other).await), (Standing::Refused, Standing::Requested));
        let mail = app.mails().await.into_iter().find(|mail| mail.subject.starts_with("Leider kein Platz"));
        let mail = mail.expect("told");
        assert!(mail.to == "a@x.example" && mail.text.contains(word), "{}", mail.text);
        for input in [yes(&[]), no()] {
            let answered = app.answer(guest, &input).await;
            assert!(matches!(answered, Err(AnswerFailure::Rejected(AnswerError::Refused))), "{answered:?}");
        }
        assert_eq!(refuse(&app, event, &[guest], "").await, 0, "once is enough");
        assert_eq!(admit(&app, event, &[guest]).await, come(1));
        assert_eq!(standing(&app, guest).await, Standing::Accepted);
        assert_eq!(refuse(&app, event, &[guest], "").await, 0, "who comes is not refused");
        let long = "x".repeat(1_001);
        let chosen = Chosen::These(vec![other]);
        let refused = registrations::refuse(&app.desk, &app.permit(), event, &chosen, &long).await;
        let Err(AnswerFailure::Invalid(errors)) = refused else { panic!("{refused:?}") };
        assert_eq!((errors[0].field.as_str(), errors[0].problem), ("word", Problem::TooLong { max: 1_000 }));
        assert_eq!(standing(&app, other).await, Standing::Requested);
    }

    async fn no_more_are_admitted_than_there_are_places(app: TestApp) {
        let event = app.event().capacity(3).by_approval().make().await;
        let mut guests = Vec::new();
        for at in 0..5 {
            guests.push(asks(&app, event, &format!("g{at}@x.example"), &[]).await);
        }
        let all = Chosen::All(GuestFilter { standing: Some(Standing::Requested), ..GuestFilter::default() });
        let (one, other) = (app.permit(), app.permit());
        let (one, other) = tokio::join!(
            registrations::admit(&app.desk, &one, event, &all),
            registrations::admit(&app.desk, &other, event, &all)
        );
        let (one, other) = (one.expect("decided"), other.expect("decided"));
        assert_eq!((one.come + other.come, app.event_now(event).await.taken), (3, 3));
        assert_eq!(app.figures(event).await.standings.of(Standing::Requested), 2);
        let late = app.register(event, &registration("late@x.example")).await;
        assert!(matches!(late, Err(RegisterError::Rejected(AnswerError::Full { left: 0 }))), "{late:?}");
    }

    async fn where_nobody_else_can_come_who_is_admitted_waits(app: TestApp) {
        let event = app.event().capacity(1).by_approval().waiting_list().make().await;
        let first = asks(&app, event, "a@x.example", &[]).await;
        let second = asks(&app, event, "b@x.example", &[]).await;
        let both = admit(&app, event, &[first, second]).await;
        assert_eq!(both, Admitted { come: 1, wait: 1, left: 0 });
        let [coming, waiting] = if standing(&app, first).await == Standing::Accepted { [first, second] } else { [second, first] };
        assert_eq!(standing(&app, waiting).await, Standing::Waiting);
        app.answer(coming, &no()).await.expect("cancelled");
        assert_eq!(app.move_up().await.offered, 1);
        let permit = app.permit_of_guest(waiting);
        registrations::take_offer(&app.desk, &permit, waiting).await.expect("taken");
        assert_eq!(standing(&app, waiting).await, Standing::Accepted);
        let third = asks(&app, event, "c@x.example", &[]).await;
        assert_eq!(standing(&app, third).await, Standing::Requested, "also of a full event, if one can wait");
    }

    async fn who_asks_can_change_withdraw_and_ask_again_but_not_come_by_saying_so(app: TestApp) {
        let event = app.event().by_approval().with(|plan| plan.rules.maybe = true).make().await;
        let guest = asks(&app, event, "a@x.example", &[]).await;
        app.answer(guest, &yes(&["Bert"])).await.expect("changed");
        let known = app.guest_now(guest).await;
        assert_eq!((known.standing(), known.places, known.places_wanted()), (Standing::Requested, 0, 2));
        assert!(matches!(app.answer(guest, &maybe()).await, Err(AnswerFailure::Invalid(_))));
        assert_eq!(app.answer(guest, &no()).await.expect("withdrawn"), Standing::Declined);
        assert_eq!(admit(&app, event, &[guest]).await, come(0), "who does not ask is left out");
        assert_eq!(app.answer(guest, &yes(&[])).await.expect("again"), Standing::Requested);
        let (permit, input) = (app.permit(), yes(&[]));
        let entered = registrations::answer_for(&app.desk, &permit, None, event, guest, &input, Entering::default());
        assert_eq!(entered.await.expect("an organiser decides"), Standing::Accepted);
        assert_eq!(app.answer(guest, &no()).await.expect("cancelled"), Standing::Cancelled);
        assert_eq!(app.answer(guest, &yes(&[])).await.expect("was admitted once"), Standing::Accepted);
    }

    async fn whom_one_invites_need_not_ask(app: TestApp) {
        let event = app.event().by_approval().make().await;
        let guests = app.invited(event, &["Anna;Eins;a@x.example"]).await;
        assert_eq!(app.answer(guests[0], &yes(&[])).await.expect("a yes"), Standing::Accepted);
    }

    async fn a_request_is_forgotten_that_nobody_confirms_and_nothing_is_decided_when_it_is_over(app: TestApp) {
        let event = app.event().by_approval().make().await;
        app.register_only(event, &registration("a@x.example")).await.expect("asked");
        let guest = asks(&app, event, "b@x.example", &[]).await;
        app.register_only(event, &registration("c@x.example")).await.expect("asked");
        app.clock.advance_ms(Instant::DAY_MS + 1);
        let round = retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!((round.lapsed, app.list(event).await.len()), (1, 2), "the first was confirmed with the second");
        let ends = app.event_now(event).await.schedule.ends_at;
        app.clock.advance_ms(ends.0 - app.desk.now().0);
        let late = registrations::admit(&app.desk, &app.permit(), event, &Chosen::These(vec![guest])).await;
        assert!(matches!(late, Err(AnswerFailure::Rejected(AnswerError::NotOpen(_)))), "{late:?}");
    }

    async fn requests_of_another_event_are_left_alone(app: TestApp) {
        let event = app.event().by_approval().make().await;
        let other = app.event().by_approval().make().await;
        let guest = asks(&app, event, "a@x.example", &[]).await;
        let chosen = Chosen::These(vec![guest]);
        let admitted = registrations::admit(&app.desk, &app.permit(), other, &chosen).await;
        assert!(admitted.is_err(), "{admitted:?}");
        let refused = registrations::refuse(&app.desk, &app.permit(), other, &chosen, "").await;
        assert!(refused.is_err(), "{refused:?}");
        assert_eq!(standing(&app, guest).await, Standing::Requested);
    }

    async fn who_leaves_it_open_holds_no_place_and_is_reminded(app: TestApp) {
        let event = app.event().by_invitation().capacity(1).with(|plan| plan.rules.maybe = true).make().await;
        let guests = app.invited(event, &["Anna;Eins;a@x.example", "Berta;Zwei;b@x.example"]).await;
        assert_eq!(app.answer(guests[0], &maybe()).await.expect("open"), Standing::Maybe);
        assert_eq!(app.answer(guests[1], &yes(&[])).await.expect("the only place"), Standing::Accepted);
        let full = app.answer(guests[0], &yes(&[])).await;
        assert!(matches!(full, Err(AnswerFailure::Rejected(AnswerError::Full { left: 0 }))), "{full:?}");
        assert_eq!(app.answer(guests[1], &maybe()).await.expect("not sure any more"), Standing::Maybe);
        assert_eq!(app.event_now(event).await.taken, 0);
        app.clock.advance_ms(Mailing::PAUSE_MS + 1);
        let sent = backend::mailings::send_all(&app.desk, &app.permit(), event, Mailing::Reminder).await;
        assert_eq!(sent.expect("sent"), 2);
        assert_eq!(app.answer(guests[0], &yes(&[])).await.expect("a place"), Standing::Accepted);
        assert_eq!(app.actions().await.get("guest.maybe"), Some(&2));
        assert_eq!(app.send_all(event).await, 0, "nobody is invited twice");
    }

    async fn where_it_is_not_allowed_nobody_leaves_it_open(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &["Anna;Eins;a@x.example"]).await;
        let answered = app.answer(guests[0], &maybe()).await;
        let Err(AnswerFailure::Invalid(errors)) = answered else { panic!("{answered:?}") };
        assert_eq!((errors[0].field.as_str(), errors[0].problem), ("answer", Problem::UnknownChoice));
    }
}
