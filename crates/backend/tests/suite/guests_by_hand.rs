//! Guests that organisers put on the list, change and take off by hand.

use backend::{
    Failure,
    access::Who,
    guests::{self, GuestError, GuestInput},
};
use domain::{
    access::{Role, act},
    fields::{FieldError, Problem},
    guests::Standing,
    ids::{EventId, GuestId},
    people::EmailAddress,
};
use testkit::{TestApp, both_engines, details, registration, yes};

fn input(given_name: &str, email: &str) -> GuestInput {
    GuestInput {
        details: details(given_name, "Huber", email),
        request_key: uuid::Uuid::from_bytes(backend::chance::make_bytes()),
        ..GuestInput::default()
    }
}

async fn add(app: &TestApp, event: EventId, input: &GuestInput) -> Result<GuestId, GuestError> {
    guests::add(&app.desk, &app.permit(), event, input).await
}

async fn edit(
    app: &TestApp,
    event: EventId,
    guest: GuestId,
    input: &GuestInput,
) -> Result<Vec<GuestId>, GuestError> {
    guests::edit(&app.desk, &app.permit(), event, guest, input).await
}

async fn email_of(app: &TestApp, guest: GuestId) -> String {
    let guest = guests::load(&app.desk, &app.permit(), guest)
        .await
        .expect("a guest");
    guest
        .file
        .details
        .email
        .as_ref()
        .map_or("", EmailAddress::as_str)
        .to_owned()
}

fn problems<T: std::fmt::Debug>(result: Result<T, GuestError>) -> Vec<FieldError> {
    match result {
        Err(GuestError::Invalid(errors)) => errors,
        other => panic!("{other:?}"),
    }
}

both_engines! {
    async fn a_guest_is_added_once_and_the_log_tells_it(app: TestApp) {
        let event = app.event().make().await;
        let anna = input("Anna", "anna@x.example");
        let (first, second) = futures::future::join(add(&app, event, &anna), add(&app, event, &anna)).await;
        let guest = first.expect("added");
        assert_eq!(second.expect("the same form"), guest);
        let known = guests::load(&app.desk, &app.permit(), guest).await.expect("a guest");
        assert_eq!((known.standing(), known.places), (Standing::Listed, 0));
        assert_eq!(app.rows_in("guests").await, 1);
        assert_eq!(app.actions().await.get("guest.added"), Some(&1));
    }

    async fn whoever_comes_takes_a_place_and_never_one_too_many(app: TestApp) {
        let event = app.event().capacity(2).make().await;
        let coming: Vec<GuestInput> = (0..4)
            .map(|at| GuestInput { comes: true, ..input("Gast", &format!("g{at}@x.example")) })
            .collect();
        let results = futures::future::join_all(coming.iter().map(|input| add(&app, event, input))).await;
        let full = results.iter().filter(|result| matches!(result, Err(GuestError::Full))).count();
        assert_eq!((results.iter().filter(|result| result.is_ok()).count(), full), (2, 2));
        assert_eq!((app.event_now(event).await.taken, app.rows_in("guests").await), (2, 2));
    }

    async fn an_address_stands_on_a_list_once(app: TestApp) {
        let event = app.event().make().await;
        add(&app, event, &input("Anna", "anna@x.example")).await.expect("added");
        let before = app.snapshot().await;
        let again = add(&app, event, &input("Anni", "ANNA@x.example")).await;
        assert_eq!(problems(again), [FieldError::new("email", Problem::AlreadyListed)]);
        assert_eq!(app.snapshot().await, before);
        let twins = [input("Ben", "ben@x.example"), input("Benno", "ben@x.example")];
        let (one, other) = futures::future::join(add(&app, event, &twins[0]), add(&app, event, &twins[1])).await;
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    }

    async fn people_without_an_address_are_added_and_slips_are_told(app: TestApp) {
        let event = app.event().make().await;
        add(&app, event, &input("Anna", "")).await.expect("no address is needed");
        let before = app.snapshot().await;
        let mut nobody = input("", "nobody");
        nobody.details.family_name = " ".into();
        nobody.companions_max = "21".into();
        let expected = [
            ("family-name", Problem::Missing),
            ("email", Problem::NotAnAddress),
            ("companions-max", Problem::OutOfRange { min: 0, max: 20 }),
        ]
        .map(|(field, problem)| FieldError::new(field, problem));
        assert_eq!(problems(add(&app, event, &nobody).await), expected);
        assert_eq!(app.snapshot().await, before);
    }

    async fn a_new_address_is_the_persons_at_every_event(app: TestApp) {
        let (ball, fair) = (app.event().make().await, app.event().make().await);
        let at_ball = add(&app, ball, &input("Anna", "anna@x.example")).await.expect("added");
        let at_fair = add(&app, fair, &input("Anna", "anna@x.example")).await.expect("added");
        edit(&app, ball, at_ball, &input("Anna", "huber@x.example")).await.expect("changed");
        assert_eq!((email_of(&app, at_ball).await, email_of(&app, at_fair).await), ("huber@x.example".into(), "huber@x.example".into()));
        let again = add(&app, fair, &input("Anna", "huber@x.example")).await;
        assert_eq!(problems(again), [FieldError::new("email", Problem::AlreadyListed)]);
        let free = add(&app, fair, &input("Andere", "anna@x.example")).await;
        free.expect("the old address belongs to nobody");
        assert_eq!(app.actions().await.get("guest.edited"), Some(&2));
    }

    async fn whoever_works_at_one_event_changes_nobody_at_others(app: TestApp) {
        let (ball, fair) = (app.event().make().await, app.event().make().await);
        let anna = add(&app, ball, &input("Anna", "anna@x.example")).await.expect("added");
        add(&app, fair, &input("Anna", "anna@x.example")).await.expect("added");
        let alone = add(&app, ball, &input("Ben", "ben@x.example")).await.expect("added");
        let who = Who::AtEvent(app.team.tenant, app.team.owner, Role::EventManager, ball);
        let permit = app.permit_of::<act::EditGuests>(who);
        let before = app.snapshot().await;
        let moved = guests::edit(&app.desk, &permit, ball, anna, &input("Anna", "huber@x.example")).await;
        assert_eq!(problems(moved), [FieldError::new("email", Problem::NotYours)]);
        assert!(guests::add(&app.desk, &permit, fair, &input("Cleo", "cleo@x.example")).await.is_err());
        assert_eq!(app.snapshot().await, before);
        let name = GuestInput { details: details("Anne", "Huber", "anna@x.example"), ..GuestInput::default() };
        guests::edit(&app.desk, &permit, ball, anna, &name).await.expect("the name is of this event");
        // Nor does the answer tell who is known elsewhere.
        for email in ["berger@x.example", "anna@x.example", ""] {
            let result = guests::edit(&app.desk, &permit, ball, alone, &input("Ben", email)).await;
            assert_eq!(problems(result), [FieldError::new("email", Problem::NotYours)], "{email}");
        }
    }

    async fn somebody_elses_address_is_refused(app: TestApp) {
        let (ball, fair) = (app.event().make().await, app.event().make().await);
        let anna = add(&app, ball, &input("Anna", "anna@x.example")).await.expect("added");
        add(&app, ball, &input("Ben", "ben@x.example")).await.expect("added");
        add(&app, fair, &input("Cleo", "cleo@x.example")).await.expect("added");
        let before = app.snapshot().await;
        for (email, problem) in [("ben@x.example", Problem::AlreadyListed), ("cleo@x.example", Problem::SomebodyElses)] {
            let result = edit(&app, ball, anna, &input("Anna", email)).await;
            assert_eq!(problems(result), [FieldError::new("email", problem)], "{email}");
        }
        assert_eq!(app.snapshot().await, before);
    }

    async fn an_answer_survives_a_change_and_no_change_leaves_no_trace(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        app.answer(guests[0], &yes(&["Ben"])).await.expect("accepted");
        let mut changed = input("Anna", "anna@x.example");
        changed.details.company = "Verein Foyer".into();
        changed.companions_max = "3".into();
        edit(&app, event, guests[0], &changed).await.expect("changed");
        let guest = guests::load(&app.desk, &app.permit(), guests[0]).await.expect("a guest");
        assert_eq!((guest.standing(), guest.places, guest.companions_max), (Standing::Accepted, 2, Some(3)));
        assert_eq!(guest.file.answers.companions, ["Ben"]);
        let mut same = GuestInput { companions_max: "3".into(), ..input("", "") };
        same.details = changed.details.clone();
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        edit(&app, event, guests[0], &same).await.expect("the same");
        assert_eq!(app.snapshot().await, before);
    }

    async fn another_address_makes_old_links_and_waiting_mails_void_and_can_be_invited(app: TestApp) {
        let event = app.event().make().await;
        let guests = app.invited(event, &["Anna;Huber;wrong@x.example", "Ben;Berger;ben@x.example"]).await;
        app.answer(guests[1], &yes(&[])).await.expect("accepted");
        let link = |text: &str| text.split_whitespace().find_map(|word| word.rsplit_once("/i/")).map(|(_, token)| token.to_owned());
        let mails = app.mails().await;
        let old = mails.iter().find(|mail| mail.to == "wrong@x.example").and_then(|mail| link(&mail.text)).expect("a link");
        assert!(backend::routing::guest_of(&app.desk, &old).await.expect("looked up").is_some());
        let coming = edit(&app, event, guests[0], &input("Anna", "anna@x.example")).await.expect("changed");
        assert_eq!(coming, [], "she has not answered");
        assert!(backend::routing::guest_of(&app.desk, &old).await.expect("looked up").is_none(), "the link is void");
        assert!(!app.mails().await.iter().any(|mail| mail.to == "wrong@x.example"), "what waited is gone");
        assert_eq!(app.send_all(event).await, 1, "she can be invited");
        let mails = app.mails().await;
        let new = mails.iter().find(|mail| mail.to == "anna@x.example").and_then(|mail| link(&mail.text)).expect("a link");
        assert_ne!(new, old);
        let coming = edit(&app, event, guests[1], &input("Ben", "berger@x.example")).await.expect("changed");
        assert_eq!(coming, [guests[1]], "he comes");
        backend::registrations::send_link(&app.desk, &app.permit(), guests[1]).await.expect("sent");
        assert!(app.mails().await.iter().any(|mail| mail.to == "berger@x.example"));
    }

    async fn whoever_is_taken_off_two_lists_at_once_leaves_no_key(app: TestApp) {
        let (ball, fair) = (app.event().make().await, app.event().make().await);
        let at_ball = add(&app, ball, &input("Anna", "anna@x.example")).await.expect("added");
        let at_fair = add(&app, fair, &input("Anna", "anna@x.example")).await.expect("added");
        let permit = app.permit();
        let (one, other) = futures::future::join(
            guests::take_off(&app.desk, &permit, ball, at_ball),
            guests::take_off(&app.desk, &permit, fair, at_fair),
        ).await;
        one.expect("taken off");
        other.expect("taken off");
        assert_eq!((app.rows_in("guests").await, app.rows_in("people").await), (0, 0));
    }

    async fn whoever_is_taken_off_gives_gives_the_places_back_and_is_erased(app: TestApp) {
        let event = app.event().capacity(2).make().await;
        app.register(event, &registration("anna@x.example")).await.expect("registered");
        let list = guests::list(&app.desk, &app.permit(), event, &guests::GuestFilter::default()).await.expect("a list");
        let anna = list.guests[0].id;
        assert!(app.event_now(event).await.taken > 0);
        guests::take_off(&app.desk, &app.permit(), event, anna).await.expect("taken off");
        assert_eq!((app.event_now(event).await.taken, app.rows_in("guests").await, app.rows_in("people").await), (0, 0, 0));
        let again = guests::take_off(&app.desk, &app.permit(), event, anna).await;
        assert!(matches!(again, Err(Failure::NotFound)), "{again:?}");
    }

    async fn another_event_and_the_other_tenant_change_nobody(app: TestApp) {
        let (event, other) = (app.event().make().await, app.event().make().await);
        let anna = add(&app, event, &input("Anna", "anna@x.example")).await.expect("added");
        let theirs = app.event().of_others().make().await;
        let before = app.snapshot().await;
        let permit = app.permit_in::<act::EditGuests>(app.others);
        let someone = input("Fremd", "fremd@x.example");
        assert!(guests::add(&app.desk, &permit, event, &someone).await.is_err());
        let off = app.permit_in::<act::TakeOffGuests>(app.others);
        for (event, permit) in [(other, app.permit()), (event, off.clone()), (theirs, off)] {
            assert!(guests::take_off(&app.desk, &permit, event, anna).await.is_err());
        }
        for (event, permit) in [(other, app.permit()), (event, permit.clone()), (theirs, permit)] {
            let changed = guests::edit(&app.desk, &permit, event, anna, &someone).await;
            assert!(matches!(changed, Err(GuestError::Failure(Failure::NotFound))), "{changed:?}");
        }
        assert_eq!(app.snapshot().await, before);
    }
}
