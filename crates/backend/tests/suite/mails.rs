//! Mails as they arrive: headers, bodies, the calendar file.

use backend::{
    mails::{MailUrlError, Smtp, deliver_due},
    registrations::RegisterInput,
};
use domain::{
    Locale,
    events::EventText,
    mailings::{Letter, Mailing},
};
use mail_parser::{Message, MessageParser, MimeHeaders};
use testkit::{MailServer, TestApp, both_engines, details, no, registration, yes};

use crate::suite::support::smtp_to;

/// Delivers what waits and returns it as it arrived.
async fn arrived(app: &TestApp) -> Vec<(Vec<String>, Vec<u8>)> {
    let server = MailServer::start().await;
    deliver_due(&app.desk, app.team.tenant, &smtp_to(&server))
        .await
        .expect("the round ends");
    server
        .taken()
        .into_iter()
        .map(|one| (one.to, one.raw))
        .collect()
}

fn parse(raw: &[u8]) -> Message<'_> {
    MessageParser::default().parse(raw).expect("a mail")
}

/// Every header that a mail may have.
const HEADERS: [&str; 9] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "content-type",
    "list-unsubscribe",
    "list-unsubscribe-post",
];

/// Names of the headers, each in front of its colon.
fn header_names(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw).into_owned();
    let head = text.split("\r\n\r\n").next().unwrap_or_default().to_owned();
    head.split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| {
            line.split(':')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase()
        })
        .collect()
}

both_engines! {
    async fn letters_of_any_script_arrive_as_they_were_written(app: TestApp) {
        let title = "Größe, Łódź & 👩\u{200d}🚀 – ein sehr langer Titel, der in der Betreffzeile umbrochen werden muss";
        let event = app.event().title(title).make().await;
        let input = RegisterInput {
            details: details("עידו", "Müller-Nußbaumer", "ido@x.example"),
            ..registration("")
        };
        app.register(event, &input).await.expect("there are places");
        let mails = arrived(&app).await;
        let coming = |raw: &&Vec<u8>| parse(raw).subject().is_some_and(|subject| subject.starts_with("Sie sind dabei"));
        let raw = mails.iter().map(|(_, raw)| raw).find(coming).expect("the second mail");
        assert!(raw.is_ascii() || header_names(raw).is_empty(), "headers and bodies are encoded");
        let mail = parse(raw);
        assert_eq!(mail.subject(), Some(format!("Sie sind dabei: {title}").as_str()));
        let to = mail.to().and_then(|to| to.first()).expect("a recipient");
        assert_eq!((to.name(), to.address()), (Some("עידו Müller-Nußbaumer"), Some("ido@x.example")));
        let from = mail.from().and_then(|from| from.first()).expect("a sender");
        assert_eq!((from.name(), from.address()), (Some("Einlass"), Some("no-reply@einlass.example")));
        let text = mail.body_text(0).expect("plain text");
        assert!(text.contains("Guten Tag עידו Müller-Nußbaumer,"), "{text}");
        let html = mail.body_html(0).expect("HTML");
        assert!(html.contains("Größe, Łódź &amp; 👩\u{200d}🚀"), "{html}");
        assert!(mail.message_id().is_some_and(|id| id.starts_with("msg_") && id.ends_with("@einlass.example")));
        assert!(mail.date().is_some());
    }

    async fn a_confirmation_brings_a_calendar_file_and_a_cancellation_none(app: TestApp) {
        let event = app.event().make().await;
        app.register(event, &registration("anna@x.example")).await.expect("there are places");
        let guest = app.list(event).await[0].id;
        app.clock.advance_ms(1_000);
        app.answer(guest, &yes(&["Ben"])).await.expect("taken");
        app.clock.advance_ms(1_000);
        app.answer(guest, &no()).await.expect("taken");
        let mails = arrived(&app).await;
        assert_eq!(mails.len(), 4);
        let calendars: Vec<String> = mails
            .iter()
            .filter_map(|(_, raw)| {
                let mail = parse(raw);
                let file = mail.attachments().next()?;
                assert_eq!(file.attachment_name(), Some("event.ics"));
                let kind = file.content_type().expect("a type");
                assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("calendar")));
                Some(file.text_contents().expect("text").replace("\r\n ", ""))
            })
            .collect();
        let [first, second] = calendars.as_slice() else { panic!("two of four") };
        for part in [
            "METHOD:PUBLISH",
            "DTSTART:20270612T160000Z",
            "DTEND:20270612T210000Z",
            "SUMMARY:Sommerfest",
            "LOCATION:Großer Saal\\, Wien",
            &format!("UID:{event}@einlass"),
        ] {
            assert!(first.contains(part) && second.contains(part), "{part}: {first}");
        }
    }

    async fn nothing_that_people_type_becomes_a_header(app: TestApp) {
        let evil = "x\r\nBcc: eve@evil.example\r\nX-Evil: 1\r\n\r\nHello";
        let event = app
            .event()
            .with(|plan| {
                plan.text = EventText {
                    title: format!("Fest{evil}"),
                    place: format!("Wien{evil}"),
                    description: evil.to_owned(),
                };
            })
            .make()
            .await;
        let letter = Letter {
            subject_de: format!("{{vorname}} {{veranstaltung}} {{ort}}{evil}"),
            text_de: "{link}".into(),
            subject_en: "{first-name} {event}".into(),
            text_en: "{link}".into(),
        };
        backend::mailings::save(&app.desk, &app.permit(), event, Mailing::Invitation, &letter).await.expect("a text");
        let list = format!("Vorname;Nachname;E-Mail\n\"{evil}\";Huber;anna@x.example\n");
        let import = crate::suite::support::upload(&app, event, "", list.into()).await;
        backend::imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        app.send_all(event).await;
        let input = RegisterInput {
            details: details(evil, evil, "ben@x.example"),
            language: Locale::En,
            ..registration("")
        };
        app.register(event, &input).await.expect("there are places");
        for mail in app.mails().await {
            for line in [mail.subject, mail.to_name] {
                assert!(!line.contains(['\r', '\n']), "{line:?}");
            }
        }
        let mails = arrived(&app).await;
        assert_eq!(mails.len(), 3);
        for (to, raw) in &mails {
            assert_eq!(to.len(), 1);
            for name in header_names(raw) {
                assert!(HEADERS.contains(&name.as_str()), "{name}");
            }
            let mail = parse(raw);
            assert!(mail.bcc().is_none() && mail.header("X-Evil").is_none());
            assert!(mail.subject().expect("a subject").contains("Bcc: eve@evil.example"));
            if let Some(file) = mail.attachments().next() {
                let calendar = file.text_contents().expect("text");
                let evil = calendar.lines().find(|line| line.starts_with("Bcc") || line.starts_with("X-Evil"));
                assert_eq!(evil, None, "nor a property of the calendar");
            }
        }
    }

    async fn an_address_with_an_international_host_is_reached(app: TestApp) {
        let event = app.event().make().await;
        app.register(event, &registration("Anna.Huber@bücher.example")).await.expect("places");
        let mails = arrived(&app).await;
        assert_eq!(mails[0].0, ["Anna.Huber@xn--bcher-kva.example"]);
    }

    async fn an_address_that_no_server_understands_fails_for_good(app: TestApp) {
        let event = app.event().make().await;
        app.register_only(event, &registration("jürgen@x.example")).await.expect("places");
        assert_eq!(arrived(&app).await.len(), 0, "this server knows no SMTPUTF8");
        let figures = app.figures(event).await;
        assert_eq!((figures.mails_waiting, figures.mails_failed), (0, 1));
    }

    async fn a_line_that_begins_with_a_dot_arrives(app: TestApp) {
        let event = app.event().make().await;
        let letter = Letter {
            subject_de: "Einladung".into(),
            text_de: "{link}\n\n.\n..und\n.Schluss".into(),
            subject_en: "Invitation".into(),
            text_en: "{link}".into(),
        };
        backend::mailings::save(&app.desk, &app.permit(), event, Mailing::Invitation, &letter).await.expect("a text");
        app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        let mails = arrived(&app).await;
        let text = parse(&mails[0].1).body_text(0).expect("plain text").replace("\r\n", "\n");
        assert!(text.contains("\n.\n..und\n.Schluss\n"), "{text}");
    }
}

#[tokio::test]
async fn a_wrong_server_or_sender_is_told_at_the_start() {
    let from = "Einlass <no-reply@einlass.example>";
    for url in ["", "mail.example", "http://mail.example", "smtp://"] {
        let result = Smtp::new(url, from).map(drop);
        assert!(
            matches!(result, Err(MailUrlError::Server)),
            "{url}: {result:?}"
        );
    }
    let result = Smtp::new("smtp://127.0.0.1:25", "nobody").map(drop);
    assert!(matches!(result, Err(MailUrlError::Sender)), "{result:?}");
    assert!(matches!(
        Smtp::check_sender("nobody"),
        Err(MailUrlError::Sender)
    ));
    assert!(Smtp::check_sender(from).is_ok());
}
