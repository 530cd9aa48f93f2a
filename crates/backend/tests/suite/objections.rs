//! Objections to mailings: who objects gets none, whatever list they stand on, and may change their mind.

use backend::{
    Failure, mailings,
    mails::{Smtp, deliver_due},
    objections,
};
use domain::{
    Instant,
    access::act,
    ids::{EventId, GuestId},
    mailings::{LetterKind, Mailing},
};
use testkit::{MailServer, TestApp, both_engines, yes};

const GUESTS: [&str; 2] = ["Anna;Eins;a@x.example", "Berta;Zwei;b@x.example"];

async fn send(app: &TestApp, event: EventId, mailing: Mailing) -> u32 {
    let sent = mailings::send_all(&app.desk, &app.permit(), event, mailing).await;
    sent.expect("sent")
}

async fn object(app: &TestApp, guest: GuestId) {
    let permit = app.permit_of_guest::<act::ObjectToMailings>(guest);
    let objected = objections::object(&app.desk, &permit, guest).await;
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
        let guests = app.guests(event, &GUESTS).await;
        object(&app, guests[0]).await;
        let before = app.snapshot().await;
        object(&app, guests[0]).await;
        assert_eq!(app.snapshot().await, before, "twice is once");
        for mailing in [Mailing::SaveTheDate, Mailing::Invitation] {
            let counted = audience(&app, event, mailing).await;
            assert_eq!((counted.reached, counted.objecting), (1, 1), "{mailing:?}");
            assert_eq!(send(&app, event, mailing).await, 1, "{mailing:?}");
        }
        let invited = app.count("SELECT count(*) FROM guests WHERE invited_at IS NOT NULL").await;
        assert_eq!(invited, 1, "nobody counts as invited who was not written to");
        let next = app.event().by_invitation().make().await;
        let again = app.guests(next, &GUESTS).await;
        assert_eq!(send(&app, next, Mailing::Invitation).await, 1, "on another list as well");
        let since = objections::since(&app.desk, &app.permit(), again[0]).await.expect("asked");
        assert_eq!(since, Some(TestApp::START), "the team sees it there");
        assert!(app.mails().await.iter().all(|mail| mail.to == "b@x.example"));
        let permit = app.permit_of_guest::<act::ObjectToMailings>(again[0]);
        objections::allow(&app.desk, &permit, again[0]).await.expect("allowed");
        objections::allow(&app.desk, &permit, again[0]).await.expect("twice is once");
        assert_eq!(send(&app, next, Mailing::Invitation).await, 1, "to whoever changed their mind");
        let actions = app.actions().await;
        assert_eq!((actions.get("person.objected"), actions.get("person.objection_ended")), (Some(&1), Some(&1)));
    }

    async fn an_answer_is_confirmed_all_the_same(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &GUESTS).await;
        object(&app, guests[0]).await;
        app.answer(guests[0], &yes(&[])).await.expect("a yes");
        let confirmed = app.texts("SELECT kind FROM mails WHERE kind = 'confirmation'").await;
        assert_eq!(confirmed.len(), 1);
        app.clock.advance_ms(Mailing::PAUSE_MS + 1);
        object(&app, guests[1]).await;
        assert_eq!(send(&app, event, Mailing::Reminder).await, 0);
    }

    async fn an_objection_outlives_erasure_and_holds_when_the_list_comes_anew(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.guests(event, &GUESTS).await;
        object(&app, guests[0]).await;
        backend::erasures::erase(&app.desk, &app.permit(), event, guests[0]).await.expect("erased");
        let anew = app.guests(event, &GUESTS[..1]).await;
        assert_ne!(anew[0], guests[0]);
        assert_eq!(send(&app, event, Mailing::Invitation).await, 1, "to the other one");
        assert_eq!(app.rows_in("objections").await, 1);
        let others = app.event().of_others().make().await;
        assert_ne!(others, event);
        let elsewhere = app.count("SELECT count(DISTINCT tenant_id) FROM objections").await;
        assert_eq!(elsewhere, 1, "another organiser is not concerned");
    }

    async fn what_waits_to_be_sent_is_taken_back(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &GUESTS).await;
        let kind = LetterKind::Invitation.code();
        let waiting = format!("SELECT kind FROM mails WHERE kind = '{kind}' AND sent_at IS NULL");
        assert_eq!(app.texts(&waiting).await.len(), 2);
        object(&app, guests[0]).await;
        assert_eq!(app.texts(&waiting).await.len(), 1);
        let server = MailServer::start().await;
        let smtp = Smtp::new(&server.url, "Einlass <no-reply@einlass.example>").expect("an address");
        let sent = deliver_due(&app.desk, app.team.tenant, &smtp).await.expect("sent");
        assert_eq!(sent.sent, 1);
        let received = server.received();
        let raw = String::from_utf8_lossy(&received[0].raw).replace("\r\n ", "");
        let link = format!("List-Unsubscribe: <{}/u/", TestApp::BASE_URL);
        assert!(raw.contains(&link), "{raw}");
        assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{raw}");
    }

    async fn the_link_of_a_mail_objects_and_does_nothing_else(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let guests = app.invited(event, &GUESTS).await;
        let mail = app.mails().await.into_iter().find(|mail| mail.to == "a@x.example").expect("a mail");
        let token = token_in(&mail.text);
        let origin = TestApp::origin();
        let (permit, guest) = objections::holder(&app.desk, &origin, &token).await.expect("a holder");
        assert_eq!(guest, guests[0]);
        assert!(objections::object(&app.desk, &permit, guests[1]).await.is_err(), "not for another guest");
        let found = backend::routing::guest_of(&app.desk, &token).await.expect("asked");
        assert!(found.is_none(), "it is no personal link");
        app.clock.advance_ms(400 * Instant::DAY_MS);
        assert!(objections::holder(&app.desk, &origin, &token).await.is_ok(), "it does not end");
        let mut forged = token.clone().into_bytes();
        let last = forged.len() - 1;
        forged[last] = if forged[last] == b'A' { b'B' } else { b'A' };
        let forged = String::from_utf8(forged).expect("text");
        for wrong in [forged.as_str(), "", "x", &token[1..], &token[..40]] {
            let held = objections::holder(&app.desk, &origin, wrong).await.err();
            assert!(matches!(held, Some(Failure::NotFound)), "{wrong}");
        }
    }
}
