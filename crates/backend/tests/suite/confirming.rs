//! Confirming a registration: the place is held, and what nobody confirms deletes itself.

use backend::{
    Failure, events, guests,
    registrations::{self, AnswerFailure, RegisterInput},
    retention,
};
use domain::{Instant, events::Step, guests::Standing, ids::EventId};
use testkit::{TestApp, both_engines, details, registration};

/// Registers somebody and returns the guest of the link in the mail.
async fn registered(app: &TestApp, event: EventId, email: &str) -> domain::ids::GuestId {
    app.register_only(event, &registration(email))
        .await
        .expect("registered");
    let mails = app.mails().await;
    let mail = mails
        .iter()
        .rfind(|mail| mail.to == email && mail.subject.starts_with("Bitte bestätigen"));
    app.guest_of_link(&mail.expect("a mail").text).await
}

async fn confirm(app: &TestApp, guest: domain::ids::GuestId) -> Result<(), AnswerFailure> {
    registrations::confirm(&app.desk, &app.permit_of_guest(guest), guest).await
}

both_engines! {
    async fn a_place_is_held_until_the_address_is_confirmed_by_the_mail(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        let guest = registered(&app, event, "anna@x.example").await;
        assert_eq!(app.guest_now(guest).await.standing(), Standing::Unconfirmed);
        let figures = app.figures(event).await;
        assert_eq!((figures.standings.of(Standing::Unconfirmed), figures.standings.of(Standing::Accepted), figures.standings.of(Standing::Listed)), (1, 0, 0));
        assert_eq!(app.event_now(event).await.taken, 1);
        assert!(app.register_only(event, &registration("ben@x.example")).await.is_err(), "the place is held");
        assert_eq!(app.invitation(guest).await.tickets, []);
        confirm(&app, guest).await.expect("confirmed");
        assert_eq!(app.guest_now(guest).await.standing(), Standing::Accepted);
        assert_eq!((app.figures(event).await.standings.of(Standing::Accepted), app.event_now(event).await.taken), (1, 1));
        let mails = app.mails().await;
        let coming = mails.iter().find(|mail| mail.subject.starts_with("Sie sind dabei"));
        assert!(coming.is_some_and(|mail| mail.calendar.is_some()));
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        confirm(&app, guest).await.expect("once more");
        assert_eq!(app.snapshot().await, before);
        let actions = app.actions().await;
        assert_eq!((actions.get("guest.registered"), actions.get("guest.confirmed")), (Some(&1), Some(&1)));
    }

    async fn what_nobody_confirms_deletes_itself_and_frees_the_place(app: TestApp) {
        let event = app.event().capacity(1).companions(0).make().await;
        let (keys, people) = (app.rows_in("keys").await, app.rows_in("people").await);
        let guest = registered(&app, event, "anna@x.example").await;
        app.clock.advance_ms(Instant::DAY_MS - 1);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").lapsed, 0);
        app.clock.advance_ms(1);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").lapsed, 1);
        let gone = confirm(&app, guest).await;
        assert!(matches!(gone, Err(AnswerFailure::Failure(Failure::NotFound))), "{gone:?}");
        assert_eq!(app.event_now(event).await.taken, 0);
        for table in ["guests", "mails", "links"] {
            assert_eq!(app.rows_in(table).await, 0, "{table}");
        }
        assert_eq!((app.rows_in("keys").await, app.rows_in("people").await), (keys, people));
        assert_eq!(app.actions().await.get("guest.lapsed"), Some(&1));
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").lapsed, 0);
        registered(&app, event, "ben@x.example").await;
    }

    async fn whoever_confirmed_does_not_lapse(app: TestApp) {
        let event = app.event().make().await;
        let guest = registered(&app, event, "anna@x.example").await;
        confirm(&app, guest).await.expect("confirmed");
        app.clock.advance_ms(2 * Instant::DAY_MS);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").lapsed, 0);
        assert_eq!(app.guest_now(guest).await.standing(), Standing::Accepted);
    }

    async fn whoever_did_not_register_discards_it_and_nothing_is_left(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        let guest = registered(&app, event, "anna@x.example").await;
        registrations::discard(&app.desk, &app.permit_of_guest(guest), guest).await.expect("discarded");
        assert_eq!((app.rows_in("guests").await, app.rows_in("links").await), (0, 0));
        assert_eq!(app.event_now(event).await.taken, 0);
        let again = registrations::discard(&app.desk, &app.permit_of_guest(guest), guest).await;
        assert!(matches!(again, Err(Failure::NotFound)), "{again:?}");
    }

    async fn a_guest_who_comes_cannot_be_discarded(app: TestApp) {
        let event = app.event().make().await;
        let guest = registered(&app, event, "anna@x.example").await;
        confirm(&app, guest).await.expect("confirmed");
        let result = registrations::discard(&app.desk, &app.permit_of_guest(guest), guest).await;
        assert!(matches!(result, Err(Failure::NotFound)), "{result:?}");
        assert_eq!(app.guest_now(guest).await.standing(), Standing::Accepted);
    }

    async fn nobody_confirms_for_somebody_else_or_an_event_that_is_off(app: TestApp) {
        let event = app.event().make().await;
        let anna = registered(&app, event, "anna@x.example").await;
        let ben = registered(&app, event, "ben@x.example").await;
        let result = registrations::confirm(&app.desk, &app.permit_of_guest(anna), ben).await;
        assert!(matches!(result, Err(AnswerFailure::Failure(Failure::NotFound))), "{result:?}");
        events::step(&app.desk, &app.permit(), event, Step::Cancel).await.expect("off");
        assert!(matches!(confirm(&app, anna).await, Err(AnswerFailure::Rejected(_))));
        assert_eq!(app.guest_now(anna).await.standing(), Standing::Unconfirmed);
    }

    async fn whoever_registers_again_gets_the_link_to_confirm_again(app: TestApp) {
        let event = app.event().make().await;
        registered(&app, event, "anna@x.example").await;
        app.clock.advance_ms(11 * Instant::MINUTE_MS);
        app.register_only(event, &registration("anna@x.example")).await.expect("same reply");
        let mails = app.mails().await;
        let asked = mails.iter().filter(|mail| mail.subject.starts_with("Bitte bestätigen")).count();
        assert_eq!((asked, app.rows_in("guests").await), (2, 1));
    }

    async fn an_invitation_goes_to_nobody_who_has_not_confirmed(app: TestApp) {
        let event = app.event().make().await;
        let guest = registered(&app, event, "anna@x.example").await;
        assert_eq!(app.send_all(event).await, 0);
        assert_eq!(app.guest_now(guest).await.invited_at, None);
    }

    async fn whom_an_organiser_puts_on_the_list_takes_the_place_of_what_is_not_confirmed(app: TestApp) {
        let event = app.event().capacity(2).make().await;
        let (anna, ben) = (registered(&app, event, "anna@x.example").await, registered(&app, event, "ben@x.example").await);
        let listed = app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        assert!(listed.len() == 1 && listed[0] != anna);
        let input = guests::GuestInput {
            details: details("Ben", "Maier", "ben@x.example"),
            comes: true,
            request_key: uuid::Uuid::from_u128(1),
            ..guests::GuestInput::default()
        };
        guests::add(&app.desk, &app.permit(), event, &input).await.expect("added");
        assert!(matches!(confirm(&app, ben).await, Err(AnswerFailure::Failure(Failure::NotFound))));
        let figures = app.figures(event).await;
        assert_eq!((figures.standings.of(Standing::Unconfirmed), figures.standings.of(Standing::Listed), figures.standings.of(Standing::Accepted)), (0, 1, 1));
        assert_eq!(app.event_now(event).await.taken, 1);
        let again = guests::GuestInput { request_key: uuid::Uuid::from_u128(2), ..input };
        assert!(guests::add(&app.desk, &app.permit(), event, &again).await.is_err(), "listed already");
    }

    async fn a_corrected_address_gets_a_link_to_confirm_and_another_day(app: TestApp) {
        let event = app.event().make().await;
        let guest = registered(&app, event, "anan@x.example").await;
        app.clock.advance_ms(Instant::DAY_MS - 1_000);
        let input = guests::GuestInput { details: details("Anna", "Huber", "anna@x.example"), ..guests::GuestInput::default() };
        let coming = guests::edit(&app.desk, &app.permit(), event, guest, &input).await.expect("changed");
        assert_eq!(coming, [guest]);
        registrations::send_link(&app.desk, &app.permit(), guest).await.expect("sent");
        app.clock.advance_ms(2_000);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").lapsed, 0);
        let mails = app.mails().await;
        let mail = mails.iter().find(|mail| mail.to == "anna@x.example").expect("a mail");
        assert!(mail.subject.starts_with("Bitte bestätigen"));
        assert_eq!(app.guest_of_link(&mail.text).await, guest);
        confirm(&app, guest).await.expect("confirmed");
    }

    async fn the_same_form_with_another_address_is_another_registration(app: TestApp) {
        let event = app.event().make().await;
        let wrong = registration("anan@x.example");
        app.register_only(event, &wrong).await.expect("registered");
        let right = RegisterInput { details: details("Anna", "Huber", "anna@x.example"), ..wrong.clone() };
        app.register_only(event, &right).await.expect("registered");
        app.register_only(event, &wrong).await.expect("the same as before");
        assert_eq!(app.unconfirmed(event).await.len(), 2);
        let mails = app.mails().await;
        assert_eq!(mails.iter().filter(|mail| mail.to == "anna@x.example").count(), 1);
    }

    async fn confirmed_and_lapsed_at_once_is_one_of_both(app: TestApp) {
        let event = app.event().make().await;
        let guest = registered(&app, event, "anna@x.example").await;
        app.clock.advance_ms(Instant::DAY_MS);
        let (confirmed, lapsed) =
            futures::future::join(confirm(&app, guest), retention::run(&app.desk, app.team.tenant)).await;
        let lapsed = lapsed.expect("a round").lapsed;
        assert_eq!(u32::from(confirmed.is_ok()) + lapsed, 1, "{confirmed:?}");
        assert_eq!(i64::from(app.event_now(event).await.taken), app.rows_in("guests").await);
    }
}
