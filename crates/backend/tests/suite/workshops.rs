//! Workshops: places of their own, no two at once, a waiting list, and word of what changes.

use backend::{
    events::{self, PlanInput},
    guests,
    registrations::{AnswerFailure, AnswerInput, RegisterError, RegisterInput},
    workshops::{self, Filled, WorkshopError},
};
use domain::{
    Instant, Locale,
    fields::{FieldError, Problem},
    guests::Standing,
    ids::{EventId, GuestId},
    workshops::Wishes,
};
use testkit::{TestApp, as_csv, both_engines, no, plan, registration, workshop, yes};

fn choosing(numbers: &[u32]) -> AnswerInput {
    let places = numbers.to_vec();
    let workshops = Wishes {
        places,
        waits: Vec::new(),
    };
    AnswerInput {
        workshops,
        ..yes(&[])
    }
}

fn waiting_for(numbers: &[u32]) -> AnswerInput {
    let waits = numbers.to_vec();
    let workshops = Wishes {
        places: Vec::new(),
        waits,
    };
    AnswerInput {
        workshops,
        ..yes(&[])
    }
}

/// A party with a tour from 18:00 to 19:00 for so many (number 1), a talk from 18:30 to 19:30 (2) and a dance from 20:00 to
/// 21:00 (3); and three guests.
async fn party(app: &TestApp, places: &str) -> (EventId, Vec<GuestId>) {
    let event = app.event().companions(3).make().await;
    for (title, from, until, capacity) in [
        ("Führung", "18:00", "19:00", places),
        ("Vortrag", "18:30", "19:30", ""),
        ("Tanz", "20:00", "21:00", "50"),
    ] {
        app.workshop(app.team, event, &workshop(title, from, until, capacity))
            .await;
    }
    let lines = [
        "Anna;Eins;a@x.example",
        "Berta;Zwei;b@x.example",
        "Cora;Drei;c@x.example",
    ];
    (event, app.invited(event, &lines).await)
}

/// What a guest has chosen: numbers of places, and of those that the guest waits for.
async fn has(app: &TestApp, guest: GuestId) -> (Vec<u32>, Vec<u32>) {
    let picks = app.invitation(guest).await.picks;
    let of = |waits| {
        let picks = picks.iter().filter(move |pick| pick.waits == waits);
        picks.map(|pick| pick.workshop).collect()
    };
    (of(false), of(true))
}

async fn taken(app: &TestApp, event: EventId, number: u32) -> u32 {
    let (_, seating) = workshops::load(&app.desk, &app.permit(), event)
        .await
        .expect("seen");
    seating.of(number).taken
}

fn refused(number: u32, problem: Problem) -> Vec<FieldError> {
    vec![FieldError::new(format!("workshop-{number}"), problem)]
}

/// Whether somebody got a mail that says this.
async fn is_told(app: &TestApp, address: &str, words: &str) -> bool {
    let mails = app.mails().await;
    let mut to = mails.into_iter().filter(|mail| mail.to == address);
    to.any(|mail| mail.text.contains(words))
}

both_engines! {
    async fn a_guest_chooses_with_the_answer_changes_and_gives_all_back_with_a_no(app: TestApp) {
        let (event, guests) = party(&app, "2").await;
        app.answer(guests[0], &choosing(&[1, 3])).await.expect("taken");
        assert_eq!(has(&app, guests[0]).await, (vec![1, 3], vec![]));
        assert!(is_told(&app, "a@x.example", "Ihre Workshops:\nFührung\nTanz\n").await);
        app.answer(guests[0], &choosing(&[3])).await.expect("changed");
        assert_eq!(has(&app, guests[0]).await, (vec![3], vec![]));
        let mails = app.mails().await.len();
        app.answer(guests[0], &choosing(&[3])).await.expect("the same");
        assert_eq!(app.mails().await.len(), mails, "the same answer twice is one");
        assert_eq!(taken(&app, event, 3).await, 1);
        app.answer(guests[0], &no()).await.expect("cancelled");
        assert_eq!(has(&app, guests[0]).await, (vec![], vec![]));
        assert_eq!(taken(&app, event, 3).await, 0);
        assert_eq!(app.rows_in("guest_workshops").await, 0);
    }

    async fn places_of_a_workshop_are_never_given_twice_and_companions_count(app: TestApp) {
        let (event, guests) = party(&app, "2").await;
        let two = AnswerInput { companions: vec!["Dora".into()], ..choosing(&[1]) };
        app.answer(guests[0], &two).await.expect("both");
        assert_eq!(taken(&app, event, 1).await, 2);
        let full = app.answer(guests[1], &choosing(&[1])).await;
        assert!(matches!(full, Err(AnswerFailure::Invalid(errors)) if errors == refused(1, Problem::NoPlaces)));
        assert_eq!(app.guest_now(guests[1]).await.standing(), Standing::Open, "nothing is half written");
        let three = AnswerInput { companions: vec![String::new(); 2], ..choosing(&[1]) };
        let more = app.answer(guests[0], &three).await;
        assert!(matches!(more, Err(AnswerFailure::Invalid(errors)) if errors == refused(1, Problem::GroupTooLarge { max: 2 })));
        let both = app.answer(guests[1], &choosing(&[1, 2])).await;
        assert!(matches!(both, Err(AnswerFailure::Invalid(errors)) if errors[0] == refused(1, Problem::NoPlaces)[0]));
        let clash = app.answer(guests[1], &choosing(&[2])).await;
        clash.expect("the talk has no limit");
    }

    async fn ten_at_once_share_three_places(app: TestApp) {
        let event = app.event().make().await;
        app.workshop(app.team, event, &workshop("Führung", "18:00", "19:00", "3")).await;
        let desks = [app.another_desk().await, app.desk.clone()];
        let tries = (0..10).map(|at| {
            let desk = desks[at % 2].clone();
            let permit = app.permit_of_visitor();
            let input = RegisterInput {
                workshops: Wishes { places: vec![1], waits: Vec::new() },
                ..registration(&format!("gast{at}@x.example"))
            };
            async move { backend::registrations::register(&desk, &permit, event, &input).await }
        });
        let done = futures::future::join_all(tries).await;
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 3);
        let full = |done: &&Result<(), RegisterError>| {
            matches!(done, Err(RegisterError::Invalid(errors)) if *errors == refused(1, Problem::NoPlaces))
        };
        assert_eq!(done.iter().filter(full).count(), 7);
        assert_eq!(taken(&app, event, 1).await, 3);
    }

    async fn whoever_waits_longest_gets_what_is_free_and_leaves_what_overlaps(app: TestApp) {
        let (event, guests) = party(&app, "1").await;
        app.answer(guests[0], &choosing(&[1])).await.expect("the only place");
        app.clock.advance_ms(1_000);
        let swap = AnswerInput {
            workshops: Wishes { places: vec![2, 3], waits: vec![1] },
            ..yes(&[])
        };
        app.answer(guests[1], &swap).await.expect("the talk, and in line for the tour");
        app.clock.advance_ms(1_000);
        app.answer(guests[2], &waiting_for(&[1])).await.expect("in line");
        assert_eq!(app.fill_workshops().await, Filled::default());
        app.answer(guests[0], &no()).await.expect("free again");
        let late = app.register(event, &RegisterInput {
            workshops: Wishes { places: vec![1], waits: Vec::new() },
            ..registration("late@x.example")
        }).await;
        assert!(matches!(late, Err(RegisterError::Invalid(_))), "whoever waits comes first");
        assert_eq!(app.fill_workshops().await, Filled { given: 1, told: 0 });
        assert_eq!(has(&app, guests[1]).await, (vec![1, 3], vec![]));
        assert_eq!(has(&app, guests[2]).await, (vec![], vec![1]));
        assert_eq!(taken(&app, event, 2).await, 0);
        let place = "jetzt haben Sie einen Platz:\n\nFührung\nSa., 12.\u{a0}Juni 2027, 18:00–19:00";
        assert!(is_told(&app, "b@x.example", place).await);
        assert_eq!(app.fill_workshops().await, Filled::default(), "once");
        let more = workshop("Führung", "18:00", "19:00", "2");
        workshops::put(&app.desk, &app.permit(), event, 1, &more).await.expect("more places");
        assert_eq!(app.fill_workshops().await, Filled { given: 1, told: 0 });
        assert_eq!(has(&app, guests[2]).await, (vec![1], vec![]));
    }

    async fn three_rounds_at_once_give_each_place_once(app: TestApp) {
        let (event, guests) = party(&app, "1").await;
        app.answer(guests[0], &choosing(&[1])).await.expect("the only place");
        for guest in &guests[1..] {
            app.answer(*guest, &waiting_for(&[1])).await.expect("in line");
        }
        app.answer(guests[0], &no()).await.expect("free again");
        let other = app.another_desk().await;
        let rounds = [&app.desk, &other, &app.desk].map(|desk| workshops::fill(desk, app.team.tenant));
        let given = futures::future::join_all(rounds).await;
        let given: u32 = given.into_iter().map(|filled| filled.expect("a round").given).sum();
        assert_eq!((given, taken(&app, event, 1).await), (1, 1));
    }

    async fn guests_hear_of_a_workshop_that_is_moved_or_called_off_once(app: TestApp) {
        let (event, guests) = party(&app, "5").await;
        app.answer(guests[0], &choosing(&[1, 3])).await.expect("taken");
        app.answer(guests[1], &choosing(&[1])).await.expect("taken");
        app.answer(guests[1], &no()).await.expect("not any more");
        let renamed = workshop("Rundgang", "18:00", "19:00", "5");
        workshops::put(&app.desk, &app.permit(), event, 1, &renamed).await.expect("renamed");
        assert_eq!(app.fill_workshops().await, Filled::default(), "a name is no news");
        let moved = workshop("Rundgang", "19:00", "20:00", "5");
        workshops::put(&app.desk, &app.permit(), event, 1, &moved).await.expect("moved");
        assert_eq!(app.fill_workshops().await, Filled { given: 0, told: 1 });
        assert!(is_told(&app, "a@x.example", "Rundgang\nSa., 12.\u{a0}Juni 2027, 19:00–20:00").await);
        workshops::remove(&app.desk, &app.permit(), event, 1).await.expect("called off");
        let again = workshops::remove(&app.desk, &app.permit(), event, 1).await;
        assert!(matches!(again, Err(WorkshopError::Failure(backend::Failure::NotFound))));
        assert_eq!(app.fill_workshops().await, Filled { given: 0, told: 1 });
        assert_eq!(app.fill_workshops().await, Filled::default());
        assert_eq!(has(&app, guests[0]).await, (vec![3], vec![]));
        assert!(is_told(&app, "a@x.example", "findet leider nicht statt").await);
        let history = backend::history::of_guest(&app.desk, &app.permit(), guests[0]).await.expect("seen");
        let fields: Vec<_> = history.iter().find(|entry| entry.action == "guest.workshop_off").expect("told").fields.clone();
        assert_eq!((fields[0].before.as_str(), fields[0].after.as_str()), ("Rundgang, Tanz", "Tanz"));
    }

    async fn what_nobody_chose_disappears_and_numbers_are_not_used_again(app: TestApp) {
        let (event, guests) = party(&app, "5").await;
        workshops::remove(&app.desk, &app.permit(), event, 2).await.expect("gone");
        assert_eq!(app.event_now(event).await.programme.workshop(2), None);
        app.answer(guests[0], &choosing(&[2, 77])).await.expect("what is not there is not chosen");
        assert_eq!(has(&app, guests[0]).await, (vec![], vec![]));
        assert_eq!(app.workshop(app.team, event, &workshop("Neu", "21:00", "22:00", "")).await, 4);
    }

    async fn a_workshop_keeps_to_the_time_of_the_event_and_to_the_places_taken(app: TestApp) {
        let (event, guests) = party(&app, "5").await;
        app.answer(guests[0], &AnswerInput { companions: vec![String::new()], ..choosing(&[1]) }).await.expect("taken");
        let put = async |input| match workshops::put(&app.desk, &app.permit(), event, 1, &input).await {
            Err(WorkshopError::Invalid(errors)) => errors,
            other => panic!("{other:?}"),
        };
        let wrong = |field: &str, problem| vec![FieldError::new(field, problem)];
        assert_eq!(put(workshop("Führung", "18:00", "19:00", "1")).await, wrong("capacity", Problem::BelowTaken { taken: 2 }));
        assert_eq!(put(workshop("Führung", "22:30", "23:30", "")).await, wrong("ends", Problem::AfterTheEnd));
        assert_eq!(put(workshop("", "x", "", "")).await.len(), 3);
    }

    async fn workshops_move_with_their_event_and_are_copied_with_it(app: TestApp) {
        let (event, _) = party(&app, "5").await;
        let day = Instant::DAY_MS;
        let start = app.event_now(event).await.programme.workshops[0].starts_at;
        let later = PlanInput { starts: "2027-06-13T18:00".into(), ends: "2027-06-13T23:00".into(), companions: "3".into(), ..plan() };
        events::change(&app.desk, &app.permit(), event, &later).await.expect("moved");
        assert_eq!(app.event_now(event).await.programme.workshops[0].starts_at, start.plus_ms(day));
        let copy = PlanInput { from: Some(event), starts: "2027-06-20T18:00".into(), ends: "2027-06-20T23:00".into(), ..plan() };
        let copy = events::create(&app.desk, &app.permit(), &copy).await.expect("a copy");
        let copied = app.event_now(copy).await.programme;
        assert_eq!((copied.workshops.len(), copied.workshops[0].starts_at), (3, start.plus_ms(8 * day)));
    }

    async fn a_longer_event_leaves_its_workshops_and_a_shorter_one_is_refused(app: TestApp) {
        let (event, _) = party(&app, "5").await;
        let before = app.event_now(event).await.programme;
        let change = async |starts: &str, ends: &str| {
            let input = PlanInput { starts: starts.into(), ends: ends.into(), companions: "3".into(), ..plan() };
            events::change(&app.desk, &app.permit(), event, &input).await
        };
        change("2027-06-12T17:00", "2027-06-12T23:00").await.expect("doors open earlier");
        assert_eq!(app.event_now(event).await.programme, before);
        let short = change("2027-06-12T17:00", "2027-06-12T20:30").await;
        assert!(matches!(short, Err(events::PlanError::Invalid(errors)) if errors == [FieldError::new("ends", Problem::BeforeWorkshops)]));
        let copy = PlanInput { from: Some(event), ends: "2027-06-12T19:30".into(), ..plan() };
        let copy = events::create(&app.desk, &app.permit(), &copy).await.expect("a shorter copy");
        assert!(app.event_now(copy).await.programme.workshops.iter().all(|workshop| workshop.number != 3));
    }

    async fn whoever_has_not_confirmed_hears_of_a_change_afterwards(app: TestApp) {
        let event = app.event().make().await;
        app.workshop(app.team, event, &workshop("Führung", "18:00", "19:00", "")).await;
        let input = RegisterInput { workshops: Wishes { places: vec![1], waits: Vec::new() }, ..registration("a@x.example") };
        app.register_only(event, &input).await.expect("registered");
        workshops::remove(&app.desk, &app.permit(), event, 1).await.expect("called off");
        assert_eq!(app.fill_workshops().await, Filled::default());
        let guest = app.unconfirmed(event).await[0];
        backend::registrations::confirm(&app.desk, &app.permit_of_guest(guest), guest).await.expect("confirmed");
        assert_eq!(app.fill_workshops().await, Filled { given: 0, told: 1 });
    }

    async fn nobody_is_called_away_from_what_has_begun(app: TestApp) {
        let (event, guests) = party(&app, "1").await;
        let late = workshop("Spätes", "19:00", "20:00", "1");
        let late = app.workshop(app.team, event, &late).await;
        app.answer(guests[0], &choosing(&[late])).await.expect("the only place");
        let wishes = Wishes { places: vec![2], waits: vec![late] };
        app.answer(guests[1], &AnswerInput { workshops: wishes, ..yes(&[]) }).await.expect("the talk, and in line");
        let begun = app.event_now(event).await.programme.workshop(2).expect("the talk").starts_at;
        app.clock.advance_ms(begun.0 - app.desk.now().0 + 1);
        guests::take_off(&app.desk, &app.permit(), event, guests[0]).await.expect("free again");
        assert_eq!(app.fill_workshops().await, Filled::default());
        assert_eq!(has(&app, guests[1]).await, (vec![2], vec![late]));
    }

    async fn lists_and_files_know_the_workshops(app: TestApp) {
        let (event, guests) = party(&app, "1").await;
        app.answer(guests[0], &choosing(&[1])).await.expect("taken");
        app.answer(guests[1], &waiting_for(&[1])).await.expect("in line");
        let filter = guests::GuestFilter { workshop: Some(1), ..guests::GuestFilter::default() };
        let page = guests::list(&app.desk, &app.permit(), event, &filter).await.expect("a page");
        assert_eq!(page.guests.len(), 2);
        let file = app.exported(None, event, as_csv(Locale::De)).await;
        let file = String::from_utf8_lossy(&file).into_owned();
        assert!(file.contains("Workshops") && file.contains("Führung (Warteliste)"), "{file}");
        let narrowed = guests::ExportInput { filter, ..as_csv(Locale::De) };
        let file = app.exported(None, event, narrowed).await;
        assert!(!String::from_utf8_lossy(&file).contains("c@x.example"));
    }

    async fn whoever_is_erased_or_taken_off_leaves_the_place(app: TestApp) {
        let (event, list) = party(&app, "1").await;
        app.answer(list[0], &choosing(&[1])).await.expect("taken");
        app.answer(list[1], &waiting_for(&[1])).await.expect("in line");
        backend::erasures::erase(&app.desk, &app.permit(), event, list[0]).await.expect("erased");
        assert_eq!(app.fill_workshops().await, Filled { given: 1, told: 0 });
        guests::take_off(&app.desk, &app.permit(), event, list[1]).await.expect("off");
        assert_eq!(app.rows_in("guest_workshops").await, 0);
    }

    async fn whoever_waits_for_the_event_has_no_workshop_yet(app: TestApp) {
        let event = app.event().capacity(1).waiting_list().make().await;
        app.workshop(app.team, event, &workshop("Führung", "18:00", "19:00", "")).await;
        let with = |email: &str, waits| RegisterInput {
            waits,
            workshops: Wishes { places: vec![1], waits: Vec::new() },
            ..registration(email)
        };
        app.register(event, &with("first@x.example", false)).await.expect("a place");
        app.register(event, &with("second@x.example", true)).await.expect("in line");
        assert_eq!(taken(&app, event, 1).await, 1);
        assert_eq!(app.rows_in("guest_workshops").await, 1);
    }

    async fn what_is_said_of_a_workshop_does_not_tell_who_is_registered(app: TestApp) {
        let event = app.event().make().await;
        app.workshop(app.team, event, &workshop("Führung", "18:00", "19:00", "1")).await;
        let with = |email: &str| RegisterInput {
            workshops: Wishes { places: vec![1], waits: Vec::new() },
            ..registration(email)
        };
        app.register(event, &with("known@x.example")).await.expect("a place");
        for email in ["known@x.example", "unknown@x.example"] {
            let full = app.register(event, &with(email)).await;
            assert!(matches!(full, Err(RegisterError::Invalid(errors)) if errors == refused(1, Problem::NoPlaces)));
        }
    }
}
