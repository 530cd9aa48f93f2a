//! Asking for the personal link.

use backend::registrations;
use domain::{events::Step, ids::EventId, people::EmailAddress};
use testkit::{TestApp, both_engines, yes};

async fn ask(app: &TestApp, event: EventId, email: &str) {
    let email: EmailAddress = email.parse().expect("an address");
    registrations::ask_for_link(&app.desk, &app.permit_of_visitor(), event, &email)
        .await
        .expect("asked");
}

/// How many mails with a link went out that somebody asked for.
async fn links(app: &TestApp) -> usize {
    let mails = app.mails().await;
    mails
        .iter()
        .filter(|mail| mail.subject.starts_with("Ihr persönlicher Link"))
        .count()
}

both_engines! {
    async fn who_is_invited_gets_the_link_and_it_works(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        ask(&app, event, " Anna@X.example ").await;
        let mails = app.mails().await;
        let mail = mails.iter().find(|mail| mail.subject.starts_with("Ihr persönlicher Link")).expect("a mail");
        assert_eq!(app.guest_of_link(&mail.text).await, guest);
        assert_eq!(app.actions().await.get("guest.link_sent"), Some(&1));
    }

    async fn nobody_else_gets_anything_and_nothing_is_written(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        let other = app.event().by_invitation().of_others().make().await;
        app.guests_in(app.others, other, &["Bert;Maier;bert@x.example"]).await;
        let before = app.snapshot().await;
        // Not on the list; on it, but not invited yet; on that of somebody else.
        for email in ["fremd@x.example", "anna@x.example", "bert@x.example"] {
            ask(&app, event, email).await;
        }
        assert_eq!(app.snapshot().await, before);
    }

    async fn the_link_goes_out_once_in_ten_minutes_however_often_it_is_asked_for(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        for _ in 0..3 {
            ask(&app, event, "anna@x.example").await;
        }
        assert_eq!(links(&app).await, 1);
        app.clock.advance_ms(10 * 60_000 + 1);
        ask(&app, event, "anna@x.example").await;
        assert_eq!(links(&app).await, 2);
    }

    async fn a_guest_who_has_answered_gets_it_too_but_not_for_an_event_that_is_off(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(guest, &yes(&[])).await.expect("taken");
        ask(&app, event, "anna@x.example").await;
        assert_eq!(links(&app).await, 1);
        app.clock.advance_ms(11 * 60_000);
        backend::events::step(&app.desk, &app.permit(), event, Step::Cancel).await.expect("off");
        ask(&app, event, "anna@x.example").await;
        assert_eq!(links(&app).await, 1);
    }
}
