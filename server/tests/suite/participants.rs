//! What participants meet.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use backend::{events, mailings, mails};
use domain::{access::act, events::PageEdit, mailings::Mailing};
use testkit::{TestApp, both_engines};

use super::browser::Browser;

const SCRIPT: &str = "</textarea><script>alert(1)</script>";

/// Invites one guest and returns the path of the personal link from the mail.
async fn invited(app: &TestApp, companions: u32) -> String {
    let event = app
        .event()
        .by_invitation()
        .companions(companions)
        .make()
        .await;
    app.guests(event, &["Łukasz;Müller;lukasz@x.example"]).await;
    mailings::send_all(
        &app.desk,
        &app.permit::<act::SendMailings>(),
        event,
        Mailing::Invitation,
    )
    .await
    .expect("invitations go out");
    let lines = mails::mailbox(&app.desk, &app.permit())
        .await
        .expect("a mailbox");
    let mail = mails::mail_of(&app.desk, &app.permit(), lines[0].id)
        .await
        .expect("a mail");
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/i/"))
        .expect("a link");
    link.strip_prefix(TestApp::BASE_URL)
        .expect("our own link")
        .to_owned()
}

both_engines! {
    async fn a_guest_is_greeted_by_name_and_looking_changes_nothing(app: TestApp) {
        let path = invited(&app, 1).await;
        let browser = Browser::new(app);
        for query in ["", "?a=yes", "?a=no"] {
            let page = browser.get(&format!("{path}{query}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains("Łukasz") && page.body.contains("value=\"Müller\""));
        }
        let lines = mails::mailbox(&browser.app.desk, &browser.app.permit()).await.expect("a mailbox");
        assert_eq!(lines.len(), 1, "a look sends no mail and gives no answer");
    }

    async fn previews_and_search_engines_read_the_event_and_no_text_breaks_out(app: TestApp) {
        let event = app.event().title("Ball \"A&B\" <x>").make().await;
        let colour = PageEdit::Colour("#aa0044".into());
        events::edit_page(&app.desk, &app.permit(), event, colour).await.expect("a colour");
        let slug = app.event_now(event).await.slug;
        let browser = Browser::new(app);
        // Read from the database the first time, from memory the second.
        for _ in 0..2 {
            let page = browser.get(&format!("/e/{slug}")).await;
            let tags = [
                "property=\"og:title\" content=\"Ball &quot;A&amp;B&quot; &lt;x",
                "\"name\":\"Ball \\\"A&B\\\" \\u003cx>\"",
                "\"@type\":\"Event\"",
                "colours.css?v=aa0044",
            ];
            for tag in tags {
                assert!(page.body.contains(tag), "{tag}: {}", page.body);
            }
            assert!(!page.body.contains("<x>"), "{}", page.body);
        }
        let sheet = browser.get(&format!("/e/{slug}/colours.css?v=aa0044")).await;
        assert!(sheet.status == StatusCode::OK && sheet.body.starts_with(":root{--brand:#aa0044"), "{}", sheet.body);
        for bad in ["", "?v=red", "?v=aa0044}", "?v=%22"] {
            let sheet = browser.get(&format!("/e/{slug}/colours.css{bad}")).await;
            assert_eq!(sheet.status, StatusCode::NOT_FOUND, "{bad}");
        }
    }

    async fn a_guest_accepts_changes_and_cancels_without_scripts(app: TestApp) {
        let path = invited(&app, 1).await;
        let browser = Browser::new(app);
        let yes = [("answer", "yes"), ("given-name", "Łukasz"), ("family-name", "Müller"), ("companions", "1"), ("companion-1", "Ada")];
        let answer = browser.post(&path, &yes).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let own = answer.location().to_owned();
        let page = browser.get(&own).await;
        assert!(page.status == StatusCode::OK && page.body.contains("Łukasz"));
        let own = own.split('?').next().expect("a path").to_owned();
        let calendar = browser.get(&format!("{own}/calendar.ics")).await;
        assert!(calendar.body.contains("BEGIN:VEVENT") && calendar.body.contains("DTSTART:20270612T160000Z"));
        let page = browser.get(&own).await;
        assert_eq!(page.body.matches("class=\"qr\"").count(), 2, "one code for each who comes");
        let tickets = browser.get(&format!("{own}/tickets.pdf")).await;
        assert!(tickets.status == StatusCode::OK && tickets.body.starts_with("%PDF-"));
        let cancelled = browser.post(&own, &[("do", "cancel")]).await;
        assert_eq!(cancelled.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.get(&format!("{own}/tickets.pdf")).await.status, StatusCode::NOT_FOUND);
        let lines = mails::mailbox(&browser.app.desk, &browser.app.permit()).await.expect("a mailbox");
        assert_eq!(lines.len(), 3, "invitation, confirmation, cancellation");
    }

    async fn a_wrong_answer_is_shown_again_with_what_was_typed(app: TestApp) {
        let path = invited(&app, 1).await;
        let browser = Browser::new(app);
        let long = "x".repeat(101);
        let wrong = [("answer", "yes"), ("given-name", ""), ("family-name", ""), ("companions", "1"), ("companion-1", long.as_str()), ("message", SCRIPT)];
        let answer = browser.post(&path, &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(&long));
        assert!(answer.body.contains("&lt;/textarea&gt;") && !answer.body.contains("<script>alert"));
        let nothing = browser.post(&path, &[("family-name", "Müller")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let many = [("answer", "yes"), ("family-name", "Müller"), ("companions", "9")];
        assert_eq!(browser.post(&path, &many).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_mail_program_objects_with_one_click_from_anywhere(app: TestApp) {
        invited(&app, 0).await;
        let mail = app.mails().await.into_iter().next().expect("a mail");
        let link = mail.objection.expect("a link");
        let path = link.strip_prefix(TestApp::BASE_URL).expect("our own link").to_owned();
        let browser = Browser::new(app);
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("value=\"object\"") && page.body.contains("Kulturverein Foyer"));
        assert_eq!(browser.app.rows_in("objections").await, 0, "looking changes nothing");
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let parts = [("content-type", "multipart/form-data; boundary=x")];
        let body = || Body::from("List-Unsubscribe=One-Click");
        let in_parts = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        for (body, kind) in [(Body::from(in_parts), &parts), (body(), &form)] {
            let answer = browser.send(Method::POST, &path, body, kind).await;
            assert_eq!(answer.status, StatusCode::OK, "without a redirect (RFC 8058, section 3.2)");
        }
        assert_eq!(browser.app.rows_in("objections").await, 1);
        assert!(browser.get(&path).await.body.contains("value=\"allow\""));
        let answer = browser.post(&path, &[("do", "allow")]).await;
        assert_eq!(answer.location(), format!("{path}?done=allowed"));
        assert_eq!(browser.app.rows_in("objections").await, 0);
        let other = browser.send(Method::POST, "/i/x", body(), &form).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN, "nothing else takes what comes from anywhere");
    }

    async fn unknown_and_malformed_links_are_nobodys(app: TestApp) {
        let browser = Browser::new(app);
        for path in ["/i/AAAAAAAAAAAAAAAAAAAAAA", "/m/AAAAAAAAAAAAAAAAAAAAAA", "/i/x", "/u/x", "/m/%00", "/e/none", "/i/", "/e/none/thanks"] {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn strangers_register_until_the_places_are_gone(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        let see = app.permit::<act::SeeEvents>();
        let (plan, _) = events::load(&app.desk, &see, event).await.expect("the event");
        let path = format!("/e/{}", plan.slug);
        let browser = Browser::new(app);
        assert!(browser.get(&path).await.body.contains("name=\"given-name\""));
        let key = "0195d000-0000-7000-8000-00000000000a";
        let form = |email: &'static str, key: &'static str| {
            [("given-name", "Ada"), ("family-name", "Lovelace"), ("email", email), ("request-key", key)]
        };
        let first = browser.post(&path, &form("ada@x.example", key)).await;
        assert_eq!((first.status, first.location()), (StatusCode::SEE_OTHER, format!("{path}/thanks").as_str()));
        let twice = browser.post(&path, &form("ada@x.example", key)).await;
        assert_eq!(twice.status, StatusCode::SEE_OTHER, "the same form again is the same registration");
        let full = browser.post(&path, &form("bob@x.example", "0195d000-0000-7000-8000-00000000000b")).await;
        assert_eq!(full.status, StatusCode::CONFLICT);
        assert!(full.body.contains("bob@x.example"), "nothing typed is lost");
        let wrong = browser.post(&path, &[("email", "niemand@")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
