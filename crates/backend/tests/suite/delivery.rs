//! Handing mails to a mail server: once, again, never again.

use std::sync::Arc;

use backend::mails::{Delivered, Smtp, deliver_due, is_due};
use domain::{Instant, ids::EventId, mailings::Mailing};
use testkit::{MailServer, Received, Reply, TestApp, both_engines, registration};

use crate::suite::support::smtp_to;

/// The lease of a mail, and a little more.
const LEASE_OVER_MS: i64 = 5 * Instant::MINUTE_MS + 1;
const YEAR_MS: i64 = 365 * Instant::DAY_MS;

async fn deliver(app: &TestApp, smtp: &Smtp) -> Delivered {
    deliver_due(&app.desk, app.team.tenant, smtp)
        .await
        .expect("the round ends")
}

async fn due(app: &TestApp) -> bool {
    is_due(&app.desk, app.team.tenant)
        .await
        .expect("the lookup works")
}

/// An event with one confirmation waiting to be sent.
async fn confirmation(app: &TestApp) -> EventId {
    let event = app.event().make().await;
    app.register_only(event, &registration("anna@x.example"))
        .await
        .expect("there are places");
    event
}

/// An event with one invitation waiting to be sent.
async fn invitation(app: &TestApp) -> EventId {
    let event = app.event().make().await;
    app.invited(event, &["Anna;Huber;anna@x.example"]).await;
    event
}

fn message_id(received: &Received) -> String {
    let parsed = mail_parser::MessageParser::default().parse(&received.raw);
    parsed
        .expect("a mail")
        .message_id()
        .expect("a Message-ID")
        .to_owned()
}

async fn waiting_and_failed(app: &TestApp, event: EventId) -> (u32, u32) {
    let figures = app.figures(event).await;
    (figures.mails_waiting, figures.mails_failed)
}

const SENT: Delivered = Delivered {
    sent: 1,
    later: 0,
    failed: 0,
};
const LATER: Delivered = Delivered {
    sent: 0,
    later: 1,
    failed: 0,
};
const FAILED: Delivered = Delivered {
    sent: 0,
    later: 0,
    failed: 1,
};
const NOTHING: Delivered = Delivered {
    sent: 0,
    later: 0,
    failed: 0,
};

both_engines! {
    async fn a_mail_to_nobody_who_is_named_is_kept_until_they_are(app: TestApp) {
        let (server, event) = (MailServer::start().await, confirmation(&app).await);
        let others = smtp_to(&server).only_to("@verein.example".parse().expect("a list"));
        assert_eq!(deliver(&app, &others).await, LATER);
        assert_eq!(waiting_and_failed(&app, event).await, (1, 0));
        let kept = backend::mails::mailbox(&app.desk, &app.permit()).await.expect("the mailbox");
        assert_eq!(kept.len(), 1, "it can be read here");
        for _ in 0..10 {
            assert_eq!(deliver(&app, &others).await, NOTHING, "not before an hour");
            app.clock.advance_ms(Instant::HOUR_MS);
            assert_eq!(deliver(&app, &others).await, LATER);
        }
        assert!(server.received().is_empty());
        app.clock.advance_ms(Instant::HOUR_MS);
        assert_eq!(deliver(&app, &smtp_to(&server).only_to("Anna@x.example".parse().expect("a list"))).await, SENT);
        assert_eq!(server.received().len(), 1);
        let kept = backend::mails::mailbox(&app.desk, &app.permit()).await.expect("the mailbox");
        assert!(kept.is_empty(), "what went out is not kept");
    }

    async fn a_mail_is_sent_once(app: TestApp) {
        let (server, event) = (MailServer::start().await, confirmation(&app).await);
        let smtp = smtp_to(&server);
        assert!(due(&app).await);
        assert_eq!(waiting_and_failed(&app, event).await, (1, 0));
        assert_eq!(deliver(&app, &smtp).await, SENT);
        assert!(!due(&app).await);
        assert_eq!(waiting_and_failed(&app, event).await, (0, 0));
        app.clock.advance_ms(YEAR_MS);
        assert_eq!(deliver(&app, &smtp).await, NOTHING);
        let received = server.received();
        assert_eq!(received.len(), 1);
        assert_eq!(received[0].from, "no-reply@einlass.example");
        assert_eq!(received[0].to, ["anna@x.example"]);
        assert_eq!(app.actions().await.get("mail.sent"), Some(&1));
    }

    async fn a_mail_that_is_refused_for_now_is_tried_again_after_a_growing_pause(app: TestApp) {
        let (server, event) = (MailServer::start().await, invitation(&app).await);
        let smtp = smtp_to(&server);
        server.then([Reply::Refuse(451), Reply::RefuseRecipient(450)]);
        for pause in [30_000, 60_000] {
            assert_eq!(deliver(&app, &smtp).await, LATER);
            app.clock.advance_ms(pause - 1);
            assert!(!due(&app).await, "not before {pause} ms");
            assert_eq!(deliver(&app, &smtp).await, NOTHING);
            app.clock.advance_ms(1);
            assert!(due(&app).await);
        }
        assert_eq!(waiting_and_failed(&app, event).await, (1, 0));
        assert_eq!(deliver(&app, &smtp).await, SENT);
        let received = server.received();
        assert_eq!(received.len(), 2, "the refused recipient got no mail");
        assert_eq!(message_id(&received[0]), message_id(&received[1]), "it is the same mail");
    }

    async fn a_mail_that_is_always_refused_for_now_fails_in_the_end(app: TestApp) {
        let (server, event) = (MailServer::start().await, confirmation(&app).await);
        let smtp = smtp_to(&server);
        server.then([Reply::Refuse(451); 8]);
        for _ in 0..7 {
            assert_eq!(deliver(&app, &smtp).await, LATER);
            app.clock.advance_ms(2 * Instant::HOUR_MS);
        }
        assert_eq!(deliver(&app, &smtp).await, FAILED);
        app.clock.advance_ms(YEAR_MS);
        assert_eq!(deliver(&app, &smtp).await, NOTHING);
        assert_eq!(waiting_and_failed(&app, event).await, (0, 1));
        assert_eq!(server.received().len(), 8);
    }

    async fn a_mail_that_is_refused_for_good_is_never_tried_again(app: TestApp) {
        let (server, event) = (MailServer::start().await, invitation(&app).await);
        let smtp = smtp_to(&server);
        server.then([Reply::RefuseRecipient(550)]);
        assert_eq!(deliver(&app, &smtp).await, FAILED);
        app.clock.advance_ms(YEAR_MS);
        assert_eq!(deliver(&app, &smtp).await, NOTHING);
        assert_eq!(server.received().len(), 0);
        assert_eq!(waiting_and_failed(&app, event).await, (0, 1));
        assert_eq!(app.count("SELECT reply_code FROM mails").await, 550);
        assert_eq!(app.actions().await.get("mail.failed"), Some(&1));
    }

    async fn an_invitation_is_not_sent_again_when_nobody_knows_whether_it_arrived(app: TestApp) {
        let (server, event) = (MailServer::start().await, invitation(&app).await);
        let smtp = smtp_to(&server);
        server.then([Reply::HangUp]);
        assert_eq!(deliver(&app, &smtp).await, FAILED);
        app.clock.advance_ms(YEAR_MS);
        assert_eq!(deliver(&app, &smtp).await, NOTHING);
        assert_eq!(server.received().len(), 1);
        assert_eq!(waiting_and_failed(&app, event).await, (0, 1));
        assert_eq!(app.actions().await.get("mail.uncertain"), Some(&1));
    }

    async fn a_confirmation_is_sent_again_under_the_same_id_when_nobody_knows_whether_it_arrived(app: TestApp) {
        let (server, event) = (MailServer::start().await, confirmation(&app).await);
        let smtp = smtp_to(&server);
        server.then([Reply::HangUp]);
        assert_eq!(deliver(&app, &smtp).await, LATER);
        app.clock.advance_ms(30_000);
        assert_eq!(deliver(&app, &smtp).await, SENT);
        let received = server.received();
        assert_eq!(received.len(), 2);
        assert_eq!(message_id(&received[0]), message_id(&received[1]));
        assert_eq!(waiting_and_failed(&app, event).await, (0, 0));
    }

    async fn an_invitation_whose_worker_died_is_shown_as_uncertain_and_not_sent_again(app: TestApp) {
        let (app, server) = (Arc::new(app), MailServer::start().await);
        let event = invitation(&app).await;
        die_while_sending(&app, &server).await;
        let smtp = smtp_to(&server);
        assert_eq!(deliver(&app, &smtp).await, NOTHING, "the lease still runs");
        assert_eq!(waiting_and_failed(&app, event).await, (1, 0));
        app.clock.advance_ms(LEASE_OVER_MS);
        assert_eq!(deliver(&app, &smtp).await, NOTHING);
        assert_eq!(waiting_and_failed(&app, event).await, (0, 1));
        assert_eq!(app.actions().await.get("mail.uncertain"), Some(&1));
        assert_eq!(server.received().len(), 1);
    }

    async fn a_confirmation_whose_worker_died_is_sent_again_under_the_same_id(app: TestApp) {
        let (app, server) = (Arc::new(app), MailServer::start().await);
        confirmation(&app).await;
        die_while_sending(&app, &server).await;
        let smtp = smtp_to(&server);
        assert_eq!(deliver(&app, &smtp).await, NOTHING, "the lease still runs");
        app.clock.advance_ms(LEASE_OVER_MS);
        assert_eq!(deliver(&app, &smtp).await, SENT);
        let received = server.received();
        assert_eq!(received.len(), 2);
        assert_eq!(message_id(&received[0]), message_id(&received[1]));
    }

    async fn a_worker_that_hangs_keeps_one_mail_from_the_others(app: TestApp) {
        let (app, server) = (Arc::new(app), MailServer::start().await);
        let event = app.event().make().await;
        for n in 0..5 {
            app.register_only(event, &registration(&format!("g{n}@x.example"))).await.expect("places");
        }
        let hanging = start_and_hang(&app, &server).await;
        let smtp = smtp_to(&server);
        assert_eq!(deliver(&app, &smtp).await.sent, 4);
        assert_eq!(deliver(&app, &smtp).await, NOTHING);
        hanging.abort();
        assert_eq!(server.received().len(), 5, "nothing was sent twice");
    }

    async fn two_workers_at_once_never_send_one_mail_twice(app: TestApp) {
        let server = MailServer::start().await;
        let event = app.event().make().await;
        let lines: Vec<String> = (0..45).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        app.invited(event, &lines).await;
        let (first, second) = (smtp_to(&server), smtp_to(&server));
        let mut sent = 0;
        for _ in 0..3 {
            let (one, other) = futures::join!(deliver(&app, &first), deliver(&app, &second));
            sent += one.sent + other.sent;
        }
        assert_eq!(sent, 45);
        let mut to: Vec<String> = server.received().into_iter().flat_map(|mail| mail.to).collect();
        assert_eq!(to.len(), 45);
        to.sort();
        to.dedup();
        assert_eq!(to.len(), 45, "everybody got one");
        assert_eq!(waiting_and_failed(&app, event).await, (0, 0));
    }

    async fn while_no_server_can_be_reached_mails_wait(app: TestApp) {
        let event = invitation(&app).await;
        let server = MailServer::start().await;
        let nowhere = {
            // A port on which nobody listens any more.
            let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
            format!("smtp://{}", listener.local_addr().expect("the port is known"))
        };
        let broken = Smtp::new(&nowhere, "Einlass <no-reply@einlass.example>").expect("an address");
        assert_eq!(deliver(&app, &broken).await, LATER);
        assert_eq!(waiting_and_failed(&app, event).await, (1, 0));
        app.clock.advance_ms(30_000);
        assert_eq!(deliver(&app, &smtp_to(&server)).await, SENT);
    }

    async fn a_mail_to_somebody_who_was_erased_is_gone(app: TestApp) {
        let (server, event) = (MailServer::start().await, confirmation(&app).await);
        let person = app.literal(app.list(event).await[0].person.uuid());
        app.execute(&format!("DELETE FROM keys WHERE subject_id = {person}")).await;
        assert_eq!(deliver(&app, &smtp_to(&server)).await, NOTHING);
        assert_eq!(server.received().len(), 0);
        assert_eq!(app.rows_in("mails").await, 0);
        assert!(!due(&app).await);
    }

    async fn the_mails_of_another_tenant_are_left_alone(app: TestApp) {
        let server = MailServer::start().await;
        let event = app.event().of_others().make().await;
        app.guests_in(app.others, event, &["Anna;Huber;anna@x.example"]).await;
        backend::mailings::send_all(&app.desk, &app.permit_in(app.others), event, Mailing::Invitation).await.expect("sent");
        assert!(!due(&app).await);
        assert_eq!(deliver(&app, &smtp_to(&server)).await, NOTHING);
        assert_eq!(server.received().len(), 0);
    }
}

/// A worker that has handed over a mail and hears nothing.
async fn start_and_hang(app: &Arc<TestApp>, server: &MailServer) -> tokio::task::JoinHandle<()> {
    server.then([Reply::FallSilent]);
    let (app, smtp) = (app.clone(), smtp_to(server));
    let hanging = tokio::spawn(async move {
        deliver(&app, &smtp).await;
    });
    server.wait_for_one().await;
    hanging
}

async fn die_while_sending(app: &Arc<TestApp>, server: &MailServer) {
    let hanging = start_and_hang(app, server).await;
    hanging.abort();
    let end = hanging
        .await
        .expect_err("the worker did not come to its end");
    assert!(end.is_cancelled());
}
