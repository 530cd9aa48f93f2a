//! The waiting list: who waits longest and fits is offered what becomes free, for a while.

use backend::{
    events::{self, PlanInput},
    guests,
    registrations::{self, AnswerFailure, Moved, RegisterError, RegisterInput},
    retention,
};
use domain::{
    Instant,
    events::Step,
    fields::{FieldError, Problem},
    guests::Standing,
    ids::{EventId, GuestId},
    registrations::AnswerError,
};
use testkit::{TestApp, both_engines, details, no, plan, registration, wait, yes};

/// Somebody who waits, with companions.
fn queued(email: &str, companions: &[&str]) -> RegisterInput {
    RegisterInput {
        waits: true,
        companions: companions.iter().map(|&name| name.to_owned()).collect(),
        ..registration(email)
    }
}

/// Registers somebody who waits and confirms; a moment passes.
async fn waits(app: &TestApp, event: EventId, email: &str, companions: &[&str]) -> GuestId {
    app.clock.advance_ms(1_000);
    let input = queued(email, companions);
    app.register(event, &input).await.expect("in line");
    app.guest_with(event, email).await
}

/// A full event with a waiting list, and the one who has the only place.
async fn full(app: &TestApp) -> (EventId, GuestId) {
    let event = app
        .event()
        .capacity(1)
        .companions(3)
        .waiting_list()
        .make()
        .await;
    let registered = app.register(event, &registration("first@x.example")).await;
    registered.expect("the first place");
    let first = app.guest_with(event, "first@x.example").await;
    (event, first)
}

/// Likewise with more places; the first takes them all.
async fn full_with(app: &TestApp, places: u32) -> (EventId, GuestId) {
    let event = app
        .event()
        .capacity(places)
        .companions(3)
        .waiting_list()
        .make()
        .await;
    let input = RegisterInput {
        companions: vec![String::new(); places as usize - 1],
        ..registration("first@x.example")
    };
    app.register(event, &input).await.expect("the places");
    (event, app.guest_with(event, "first@x.example").await)
}

async fn standing(app: &TestApp, guest: GuestId) -> Standing {
    app.guest_now(guest).await.standing()
}

async fn take(app: &TestApp, guest: GuestId) -> Result<(), AnswerFailure> {
    registrations::take_offer(&app.desk, &app.permit_of_guest(guest), guest).await
}

async fn mails_with(app: &TestApp, subject: &str) -> Vec<String> {
    let mails = app.mails().await;
    let about = mails
        .iter()
        .filter(|mail| mail.subject.starts_with(subject));
    about.map(|mail| mail.to.clone()).collect()
}

const fn moved(offered: u32, lapsed: u32) -> Moved {
    Moved { offered, lapsed }
}

async fn set_capacity(app: &TestApp, event: EventId, capacity: &str) {
    let input = PlanInput {
        capacity: capacity.to_owned(),
        companions: "3".to_owned(),
        offer_hours: "24".to_owned(),
        ..plan()
    };
    events::change(&app.desk, &app.permit(), event, &input)
        .await
        .expect("changed");
}

async fn step(app: &TestApp, event: EventId, step: Step) {
    events::step(&app.desk, &app.permit(), event, step)
        .await
        .expect("a step");
}

both_engines! {
    async fn a_free_place_is_offered_to_who_waits_longest_and_taken_with_a_click(app: TestApp) {
        let (event, first) = full(&app).await;
        let (anna, ben) = (waits(&app, event, "anna@x.example", &[]).await, waits(&app, event, "ben@x.example", &[]).await);
        assert_eq!(app.move_up().await, moved(0, 0));
        let places = (app.invitation(anna).await.place_in_line, app.invitation(ben).await.place_in_line);
        assert_eq!(places, (Some(1), Some(2)));
        assert_eq!(mails_with(&app, "Sie stehen auf der Warteliste").await, ["anna@x.example", "ben@x.example"]);
        app.answer(first, &no()).await.expect("taken back");
        assert_eq!(app.move_up().await, moved(1, 0));
        assert_eq!((standing(&app, anna).await, standing(&app, ben).await), (Standing::Offered, Standing::Waiting));
        assert_eq!((app.event_now(event).await.taken, app.invitation(ben).await.place_in_line), (1, Some(1)));
        assert_eq!(mails_with(&app, "Ein Platz ist frei").await, ["anna@x.example"]);
        assert_eq!(app.move_up().await, moved(0, 0), "nobody is asked twice");
        assert_eq!(app.invitation(anna).await.tickets, [], "not before it is taken");
        take(&app, anna).await.expect("taken");
        take(&app, anna).await.expect("once more changes nothing");
        assert_eq!((standing(&app, anna).await, app.event_now(event).await.taken), (Standing::Accepted, 1));
        let figures = app.figures(event).await;
        assert_eq!((figures.standings.of(Standing::Accepted), figures.standings.of(Standing::Waiting), figures.standings.of(Standing::Offered), figures.standings.of(Standing::Cancelled)), (1, 1, 0, 1));
        let actions = app.actions().await;
        assert_eq!((actions.get("guest.offered"), actions.get("guest.accepted")), (Some(&1), Some(&1)));
    }

    async fn nobody_overtakes_who_waits(app: TestApp) {
        let (event, first) = full_with(&app, 2).await;
        let anna = waits(&app, event, "anna@x.example", &["Ben"]).await;
        app.answer(first, &yes(&[])).await.expect("one place is given back");
        let new = app.register(event, &registration("new@x.example")).await;
        assert!(matches!(new, Err(RegisterError::Rejected(AnswerError::Full { left: 0 }))), "{new:?}");
        // Two places are wanted and one is free: whoever needs only that is asked instead.
        assert_eq!((app.move_up().await, standing(&app, anna).await), (moved(0, 0), Standing::Waiting));
        let new = waits(&app, event, "new@x.example", &[]).await;
        assert_eq!(app.move_up().await, moved(1, 0));
        assert_eq!((standing(&app, anna).await, standing(&app, new).await), (Standing::Waiting, Standing::Offered));
        assert_eq!(app.invitation(anna).await.place_in_line, Some(1));
    }

    async fn nobody_blocks_the_line_with_more_than_the_event_has(app: TestApp) {
        let (event, first) = full_with(&app, 2).await;
        let three = app.register(event, &queued("three@x.example", &["A", "B"])).await;
        assert!(matches!(three, Err(RegisterError::Rejected(AnswerError::TooManyCompanions { max: 1 }))), "{three:?}");
        let two = waits(&app, event, "two@x.example", &["A"]).await;
        app.answer(first, &no()).await.expect("taken back");
        set_capacity(&app, event, "1").await;
        assert_eq!((app.move_up().await, standing(&app, two).await), (moved(0, 0), Standing::Waiting));
        let new = app.register(event, &registration("new@x.example")).await;
        new.expect("nobody else can have this place");
    }

    async fn an_offer_lapses_and_the_next_one_is_asked(app: TestApp) {
        let (event, first) = full(&app).await;
        let (anna, ben) = (waits(&app, event, "anna@x.example", &[]).await, waits(&app, event, "ben@x.example", &[]).await);
        app.answer(first, &no()).await.expect("taken back");
        app.move_up().await;
        app.clock.advance_ms(Instant::DAY_MS - 1);
        assert_eq!(app.move_up().await, moved(0, 0));
        app.clock.advance_ms(1);
        assert_eq!(app.move_up().await, moved(1, 1));
        assert_eq!((standing(&app, anna).await, standing(&app, ben).await), (Standing::Lapsed, Standing::Offered));
        assert_eq!(mails_with(&app, "Das Angebot ist verfallen").await, ["anna@x.example"]);
        assert!(matches!(take(&app, anna).await, Err(AnswerFailure::Rejected(AnswerError::Full { .. }))));
        app.answer(ben, &no()).await.expect("not needed");
        assert_eq!((standing(&app, ben).await, app.move_up().await), (Standing::Declined, moved(0, 0)), "lapsed is not asked again");
        assert_eq!(app.answer(anna, &wait(&[])).await.expect("in line again"), Standing::Waiting);
        assert_eq!((app.move_up().await, standing(&app, anna).await), (moved(1, 0), Standing::Offered));
        assert_eq!(app.event_now(event).await.taken, 1);
    }

    async fn who_is_no_longer_in_line_is_not_asked(app: TestApp) {
        let (event, first) = full(&app).await;
        let (anna, ben) = (waits(&app, event, "anna@x.example", &[]).await, waits(&app, event, "ben@x.example", &[]).await);
        app.register_only(event, &queued("cleo@x.example", &[])).await.expect("not confirmed");
        assert_eq!(app.answer(anna, &no()).await.expect("left the line"), Standing::Declined);
        guests::take_off(&app.desk, &app.permit(), event, ben).await.expect("taken off");
        assert_eq!(app.answer(first, &no()).await.expect("taken back"), Standing::Cancelled);
        assert_eq!(app.move_up().await, moved(0, 0));
        assert!(!app.event_now(event).await.is_awaited);
        let new = app.register(event, &registration("new@x.example")).await;
        new.expect("nobody waits, so the place is for everybody");
    }

    async fn more_places_move_up_as_many_as_fit(app: TestApp) {
        let (event, first) = full_with(&app, 4).await;
        let pair = waits(&app, event, "pair@x.example", &["Ben"]).await;
        let four = waits(&app, event, "four@x.example", &["A", "B", "C"]).await;
        let one = waits(&app, event, "one@x.example", &[]).await;
        app.answer(first, &yes(&[])).await.expect("three places are given back");
        assert_eq!(app.move_up().await, moved(2, 0));
        let all = (standing(&app, pair).await, standing(&app, four).await, standing(&app, one).await);
        assert_eq!(all, (Standing::Offered, Standing::Waiting, Standing::Offered));
        assert_eq!((app.guest_now(pair).await.places, app.event_now(event).await.taken), (2, 4));
        set_capacity(&app, event, "").await;
        assert_eq!((app.move_up().await, standing(&app, four).await), (moved(1, 0), Standing::Offered));
        assert_eq!(app.event_now(event).await.taken, 8);
        let fewer = app.answer(pair, &yes(&[])).await.expect("one of the two");
        assert_eq!((fewer, app.event_now(event).await.taken), (Standing::Accepted, 7));
    }

    async fn nothing_is_offered_when_it_is_closed_over_or_off_but_what_was_offered_stays(app: TestApp) {
        let (event, first) = full(&app).await;
        let anna = waits(&app, event, "anna@x.example", &[]).await;
        let ben = waits(&app, event, "ben@x.example", &[]).await;
        app.answer(first, &no()).await.expect("taken back");
        app.move_up().await;
        step(&app, event, Step::Close).await;
        set_capacity(&app, event, "5").await;
        assert_eq!(app.move_up().await, moved(0, 0), "closed");
        take(&app, anna).await.expect("it was offered");
        step(&app, event, Step::Reopen).await;
        step(&app, event, Step::Cancel).await;
        assert_eq!(app.move_up().await, moved(0, 0), "called off");
        assert_eq!(standing(&app, ben).await, Standing::Waiting);
        let mails = app.mails().await.len();
        app.clock.advance_ms(2 * Instant::DAY_MS);
        assert_eq!((app.move_up().await, app.mails().await.len()), (moved(0, 0), mails));
    }

    async fn what_is_offered_at_an_event_that_is_called_off_lapses_without_a_word(app: TestApp) {
        let (event, first) = full(&app).await;
        let anna = waits(&app, event, "anna@x.example", &[]).await;
        app.answer(first, &no()).await.expect("taken back");
        app.move_up().await;
        step(&app, event, Step::Cancel).await;
        assert!(matches!(take(&app, anna).await, Err(AnswerFailure::Rejected(AnswerError::NotOpen(_)))));
        let mails = app.mails().await.len();
        app.clock.advance_ms(Instant::DAY_MS);
        assert_eq!((app.move_up().await, app.mails().await.len()), (moved(0, 1), mails));
        assert_eq!(app.event_now(event).await.taken, 0);
    }

    async fn a_list_stays_while_somebody_is_on_it_and_who_is_on_it_can_always_leave(app: TestApp) {
        let (event, first) = full(&app).await;
        let anna = waits(&app, event, "anna@x.example", &[]).await;
        app.register_only(event, &queued("cleo@x.example", &[])).await.expect("not confirmed");
        let without = PlanInput { capacity: "1".to_owned(), companions: "3".to_owned(), ..plan() };
        let plans = app.permit();
        let change = || events::change(&app.desk, &plans, event, &without);
        let refused = |result: Result<(), events::PlanError>| match result {
            Err(events::PlanError::Invalid(errors)) => errors,
            other => panic!("{other:?}"),
        };
        let waiting = [FieldError::new("offer-hours", Problem::StillWaiting)];
        assert_eq!(refused(change().await), waiting);
        step(&app, event, Step::Close).await;
        assert_eq!(app.answer(anna, &no()).await.expect("left the line"), Standing::Declined);
        assert_eq!(refused(change().await), waiting, "somebody may still confirm");
        app.clock.advance_ms(Instant::DAY_MS);
        retention::run(&app.desk, app.team.tenant).await.expect("a round");
        change().await.expect("nobody is on the list");
        assert_eq!(standing(&app, first).await, Standing::Accepted);
    }

    async fn nothing_is_offered_for_less_than_an_hour_and_nobody_is_told_of_a_lapse_too_late(app: TestApp) {
        let (event, first) = full(&app).await;
        let (anna, ben) = (waits(&app, event, "anna@x.example", &[]).await, waits(&app, event, "ben@x.example", &[]).await);
        let until = app.event_now(event).await.answer_until;
        app.clock.advance_ms(until.0 - app.desk.now().0 - Instant::HOUR_MS);
        app.answer(first, &no()).await.expect("taken back");
        assert_eq!((app.move_up().await, standing(&app, anna).await), (moved(1, 0), Standing::Offered));
        assert_eq!(app.guest_now(anna).await.offered_until, Some(until));
        app.answer(anna, &no()).await.expect("not needed");
        app.clock.advance_ms(1);
        assert_eq!((app.move_up().await, standing(&app, ben).await), (moved(0, 0), Standing::Waiting));
        app.clock.advance_ms(2 * Instant::HOUR_MS);
        assert_eq!(app.answer(ben, &no()).await.expect("too late to come, not to leave"), Standing::Declined);
    }

    async fn an_offer_that_ends_with_the_answers_lapses_without_a_word(app: TestApp) {
        let (event, first) = full(&app).await;
        let anna = waits(&app, event, "anna@x.example", &[]).await;
        let until = app.event_now(event).await.answer_until;
        app.clock.advance_ms(until.0 - app.desk.now().0 - 2 * Instant::HOUR_MS);
        app.answer(first, &no()).await.expect("taken back");
        assert_eq!(app.move_up().await, moved(1, 0));
        let mails = app.mails().await.len();
        app.clock.advance_ms(2 * Instant::HOUR_MS);
        assert_eq!((app.move_up().await, standing(&app, anna).await), (moved(0, 1), Standing::Lapsed));
        assert_eq!(app.mails().await.len(), mails);
    }

    async fn who_has_no_address_is_not_asked(app: TestApp) {
        let (event, first) = full(&app).await;
        let (anna, ben) = (waits(&app, event, "anna@x.example", &[]).await, waits(&app, event, "ben@x.example", &[]).await);
        let input = guests::GuestInput { details: details("Anna", "Huber", ""), ..guests::GuestInput::default() };
        guests::edit(&app.desk, &app.permit(), event, anna, &input).await.expect("changed");
        app.answer(first, &no()).await.expect("taken back");
        assert_eq!((app.move_up().await, standing(&app, ben).await), (moved(1, 0), Standing::Offered));
        app.answer(ben, &no()).await.expect("not needed");
        assert_eq!((app.move_up().await, standing(&app, anna).await), (moved(0, 0), Standing::Waiting));
        let new = app.register(event, &registration("new@x.example")).await;
        new.expect("who cannot be asked holds nobody up");
    }

    async fn nobody_waits_where_there_is_no_list(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        app.register(event, &registration("first@x.example")).await.expect("the first place");
        let result = app.register(event, &queued("anna@x.example", &[])).await;
        assert!(matches!(result, Err(RegisterError::Rejected(AnswerError::Full { .. }))), "{result:?}");
        assert_eq!(app.rows_in("guests").await, 1);
    }

    async fn an_invited_guest_waits_too_and_keeps_the_place_in_line_when_something_changes(app: TestApp) {
        let event = app.event().by_invitation().capacity(2).companions(1).waiting_list().make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example", "Ben;Maier;ben@x.example", "Cleo;Wolf;cleo@x.example"]).await;
        app.answer(guests[0], &yes(&["Dora"])).await.expect("both places");
        app.clock.advance_ms(1_000);
        assert_eq!(app.answer(guests[1], &wait(&["Ben"])).await.expect("in line"), Standing::Waiting);
        app.clock.advance_ms(1_000);
        assert_eq!(app.answer(guests[2], &wait(&[])).await.expect("in line"), Standing::Waiting);
        app.clock.advance_ms(1_000);
        app.answer(guests[1], &wait(&[])).await.expect("changed");
        assert_eq!(app.invitation(guests[1]).await.place_in_line, Some(1));
        let more = app.answer(guests[0], &wait(&["Dora"])).await;
        assert!(matches!(more, Err(AnswerFailure::Rejected(AnswerError::Full { .. }))), "who has a place keeps it");
        app.answer(guests[0], &no()).await.expect("taken back");
        assert_eq!((app.move_up().await, standing(&app, guests[1]).await), (moved(2, 0), Standing::Offered));
        let again = app.answer(guests[0], &wait(&[])).await.expect("at the end of the line");
        assert_eq!((again, app.invitation(guests[0]).await.place_in_line), (Standing::Waiting, Some(1)));
        let actions = app.actions().await;
        assert_eq!((actions.get("guest.waits"), actions.get("guest.changed")), (Some(&3), Some(&1)));
    }

    async fn whoever_did_not_confirm_does_not_wait_and_deletes_itself(app: TestApp) {
        let (event, first) = full(&app).await;
        app.register_only(event, &queued("anna@x.example", &[])).await.expect("in line once confirmed");
        let figures = app.figures(event).await;
        assert_eq!((figures.standings.of(Standing::Unconfirmed), figures.standings.of(Standing::Waiting), app.event_now(event).await.is_awaited), (1, 0, false));
        app.answer(first, &no()).await.expect("taken back");
        assert_eq!(app.move_up().await, moved(0, 0));
        app.clock.advance_ms(Instant::DAY_MS);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").lapsed, 1);
        assert_eq!(app.rows_in("guests").await, 1);
    }

    async fn several_rounds_at_once_offer_each_place_once(app: TestApp) {
        let (event, _) = full(&app).await;
        for n in 0..9 {
            waits(&app, event, &format!("g{n}@x.example"), &[]).await;
        }
        set_capacity(&app, event, "6").await;
        let another = app.another_desk().await;
        let tenant = app.team.tenant;
        let (one, two, three) = futures::join!(
            registrations::move_up(&app.desk, tenant),
            registrations::move_up(&another, tenant),
            registrations::move_up(&app.desk, tenant),
        );
        let offered: u32 = [one, two, three].into_iter().map(|round| round.expect("a round").offered).sum();
        let (left, figures) = (app.move_up().await.offered, app.figures(event).await);
        assert_eq!((offered + left, figures.standings.of(Standing::Offered), figures.standings.of(Standing::Waiting)), (5, 5, 4));
        assert_eq!(app.event_now(event).await.taken, 6);
        let mut asked = mails_with(&app, "Ein Platz ist frei").await;
        asked.sort();
        assert_eq!(asked, ["g0@x.example", "g1@x.example", "g2@x.example", "g3@x.example", "g4@x.example"]);
    }

    async fn another_address_of_who_waits_gets_the_link_and_the_place_in_line_stays(app: TestApp) {
        let (event, _) = full(&app).await;
        let anna = waits(&app, event, "anan@x.example", &[]).await;
        waits(&app, event, "ben@x.example", &[]).await;
        let input = guests::GuestInput { details: details("Anna", "Huber", "anna@x.example"), ..guests::GuestInput::default() };
        let told = guests::edit(&app.desk, &app.permit(), event, anna, &input).await.expect("changed");
        assert_eq!((told.as_slice(), app.invitation(anna).await.place_in_line), ([anna].as_slice(), Some(1)));
    }

    async fn those_who_wait_learn_that_it_is_called_off(app: TestApp) {
        let (event, _) = full(&app).await;
        waits(&app, event, "anna@x.example", &[]).await;
        app.register_only(event, &queued("cleo@x.example", &[])).await.expect("not confirmed");
        app.clock.advance_ms(1_000);
        step(&app, event, Step::Cancel).await;
        let untold = backend::mailings::untold(&app.desk, &app.permit(), event).await.expect("asked");
        let untold = untold.expect("something to tell");
        assert_eq!(untold.guests, 2);
        let told = backend::mailings::tell(&app.desk, &app.permit(), event, &untold.stamp, "").await;
        assert_eq!(told.expect("told"), 2);
        let mut reached = mails_with(&app, "Abgesagt").await;
        reached.sort();
        assert_eq!(reached, ["anna@x.example", "first@x.example"]);
    }
}
