//! Objections to mailings: who objects gets none, whatever list they stand on, and may change their mind.

use backend::{
    Failure,
    access::Permit,
    events, guests, mailings,
    mails::{Smtp, deliver_due},
    objections::{self, Recipient},
};
use data_encoding::BASE64URL_NOPAD;
use domain::{Instant, access::act, events::Step, ids::EventId, mailings::Mailing};
use testkit::{MailServer, TestApp, both_engines, details, yes};

const GUESTS: [&str; 2] = ["Anna;Eins;a@x.example", "Berta;Zwei;b@x.example"];

async fn send(app: &TestApp, event: EventId, mailing: Mailing) -> u32 {
    let sent = mailings::send_all(&app.desk, &app.permit(), event, mailing).await;
    sent.expect("sent")
}

/// What the link in a mail to an address leads to.
async fn holder(app: &TestApp, email: &str) -> (Permit<act::ObjectToMailings>, Recipient) {
    let mails = app.mails().await;
    let mail = mails.iter().find(|mail| mail.to == email).expect("a mail");
    app.holder_of(mail).await
}

async fn object(app: &TestApp, email: &str) {
    let (permit, recipient) = holder(app, email).await;
    let objected = objections::object(&app.desk, &permit, &recipient).await;
    objected.expect("objected");
}

async fn audience(app: &TestApp, event: EventId, mailing: Mailing) -> mailings::Audience {
    let audience = mailings::audience(&app.desk, &app.permit(), event, mailing).await;
    audience.expect("counted")
}

/// The secret in the link by which a mail is objected to.
fn token_in(text: &str) -> String {
    let link = text
        .split_whitespace()
        .find_map(|word| word.split_once("/u/"));
    link.expect("a link").1.to_owned()
}

both_engines! {
    async fn who_objects_gets_no_mailing_of_any_event_and_is_counted(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.guests(event, &GUESTS).await;
        assert_eq!(send(&app, event, Mailing::SaveTheDate).await, 2);
        object(&app, "a@x.example").await;
        let before = app.snapshot().await;
        object(&app, "a@x.example").await;
        assert_eq!(app.snapshot().await, before, "twice is once");
        let counted = audience(&app, event, Mailing::Invitation).await;
        assert_eq!((counted.reached, counted.objecting), (1, 1));
        assert_eq!(send(&app, event, Mailing::Invitation).await, 1);
        let invited = app.count("SELECT count(*) FROM guests WHERE invited_at IS NOT NULL").await;
        assert_eq!(invited, 1, "nobody counts as invited who was not written to");
        let next = app.event().by_invitation().make().await;
        let again = app.guests(next, &GUESTS).await;
        assert_eq!(send(&app, next, Mailing::Invitation).await, 1, "on another list as well");
        let since = objections::since(&app.desk, &app.permit(), again[0]).await.expect("asked");
        assert_eq!(since, Some(TestApp::START), "the team sees it there");
        let (permit, recipient) = holder(&app, "a@x.example").await;
        objections::allow(&app.desk, &permit, &recipient).await.expect("allowed");
        objections::allow(&app.desk, &permit, &recipient).await.expect("twice is once");
        assert_eq!(send(&app, next, Mailing::Invitation).await, 1, "to whoever changed their mind");
        let actions = app.actions().await;
        assert_eq!((actions.get("person.objected"), actions.get("person.objection_ended")), (Some(&1), Some(&1)));
    }

    async fn an_answer_is_confirmed_all_the_same_and_who_is_silent_hears_nothing(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &GUESTS).await;
        object(&app, "a@x.example").await;
        object(&app, "b@x.example").await;
        app.answer(guests[0], &yes(&[])).await.expect("a yes");
        let confirmed = app.texts("SELECT kind FROM mails WHERE kind = 'confirmation'").await;
        assert_eq!(confirmed.len(), 1);
        app.clock.advance_ms(Mailing::PAUSE_MS + 1);
        assert_eq!(send(&app, event, Mailing::Reminder).await, 0);
        events::step(&app.desk, &app.permit(), event, Step::Cancel).await.expect("called off");
        let untold = mailings::untold(&app.desk, &app.permit(), event).await.expect("counted");
        assert_eq!(untold.map(|untold| untold.guests), Some(1), "only who said yes");
    }

    async fn an_objection_outlives_erasure_and_concerns_one_organiser(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.guests(event, &GUESTS).await;
        send(&app, event, Mailing::SaveTheDate).await;
        let (permit, recipient) = holder(&app, "a@x.example").await;
        backend::erasures::erase(&app.desk, &app.permit(), event, guests[0]).await.expect("erased");
        objections::object(&app.desk, &permit, &recipient).await.expect("the link works without the guest");
        app.guests(event, &GUESTS[..1]).await;
        assert_eq!(send(&app, event, Mailing::Invitation).await, 1, "to the other one");
        let others = app.event().of_others().by_invitation().make().await;
        app.guests_in(app.others, others, &GUESTS[..1]).await;
        let sent = mailings::send_all(&app.desk, &app.permit_in(app.others), others, Mailing::Invitation).await;
        assert_eq!(sent.expect("sent"), 1, "another organiser is not concerned");
    }

    async fn what_waits_is_dropped_and_the_guest_is_not_invited(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        app.invited(event, &GUESTS).await;
        object(&app, "a@x.example").await;
        let server = MailServer::start().await;
        let smtp = Smtp::new(&server.url, "Einlass <no-reply@einlass.example>").expect("an address");
        let sent = deliver_due(&app.desk, app.team.tenant, &smtp).await.expect("sent");
        assert_eq!((sent.sent, server.received().len()), (1, 1));
        assert_eq!(app.actions().await.get("mail.unwanted"), Some(&1));
        let invited = app.count("SELECT count(*) FROM guests WHERE invited_at IS NOT NULL").await;
        assert_eq!(invited, 1);
        let raw = String::from_utf8_lossy(&server.received()[0].raw).replace("\r\n ", "");
        let link = format!("List-Unsubscribe: <{}/u/", TestApp::BASE_URL);
        assert!(raw.contains(&link), "{raw}");
        assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{raw}");
    }

    async fn the_link_of_a_mail_is_for_its_address_and_nothing_else(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &GUESTS).await;
        let mail = app.mails().await.into_iter().find(|mail| mail.to == "a@x.example").expect("a mail");
        let (token, origin) = (token_in(&mail.text), TestApp::origin());
        let found = backend::routing::guest_of(&app.desk, &token).await.expect("asked");
        assert!(found.is_none(), "it is no personal link");
        let input = guests::GuestInput { details: details("Anna", "Eins", "new@x.example"), ..guests::GuestInput::default() };
        guests::edit(&app.desk, &app.permit(), event, guests[0], &input).await.expect("another address");
        app.clock.advance_ms(400 * Instant::DAY_MS);
        let (permit, recipient) = objections::holder(&app.desk, &origin, &token).await.expect("it does not end");
        objections::object(&app.desk, &permit, &recipient).await.expect("objected");
        let since = objections::since(&app.desk, &app.permit(), guests[0]).await.expect("asked");
        assert_eq!(since, None, "the new address is somebody else");
        let mut foreign = BASE64URL_NOPAD.decode(&token.as_bytes()[1..]).expect("a token");
        foreign[..16].copy_from_slice(&app.others.tenant.bytes());
        let foreign = format!("{}{}", &token[..1], BASE64URL_NOPAD.encode(&foreign));
        let mut forged = token.clone();
        forged.replace_range(60..61, if &token[60..61] == "A" { "B" } else { "A" });
        for wrong in [forged.as_str(), &foreign, "", "x", &token[1..], &token[..40]] {
            let held = objections::holder(&app.desk, &origin, wrong).await.err();
            assert!(matches!(held, Some(Failure::NotFound)), "{wrong}");
        }
    }
}
