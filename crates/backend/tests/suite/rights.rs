//! What somebody can do with the own data: see it, take it along, have it erased, each proven by mail.

use backend::{
    Failure,
    access::Permit,
    guests::{self, ExportInput},
    rights::{self, OwnData},
};
use domain::{
    Instant, Locale,
    access::act,
    guests::Standing,
    ids::{EventId, GuestId},
};
use testkit::{TestApp, as_csv, both_engines, yes};

/// Asks as the guest and returns the proof from the mail.
async fn proof(app: &TestApp, guest: GuestId) -> String {
    let asked = rights::ask(&app.desk, &app.permit_of_guest(guest), guest).await;
    assert!(asked.expect("asked"), "there is an address");
    let mails = app.mails().await;
    let mail = mails.iter().find(|mail| mail.subject == "Ihre Daten");
    let text = &mail.expect("a mail").text;
    let link = text.split_whitespace().find(|word| word.contains("/data/"));
    let (_, proof) = link.expect("a link").rsplit_once('/').expect("a proof");
    proof.to_owned()
}

async fn see(app: &TestApp, guest: GuestId, proof: &str) -> Result<OwnData, Failure> {
    let permit = app.permit_of_guest(guest);
    rights::see(&app.desk, &permit, guest, proof, Locale::De).await
}

/// The same person at two events, and somebody else at the first.
async fn twice(app: &TestApp) -> (EventId, EventId, [GuestId; 3]) {
    let first = app.event().title("Sommerfest").make().await;
    let second = app.event().title("Herbstball").make().await;
    let here = app
        .guests(
            first,
            &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"],
        )
        .await;
    let there = app.guests(second, &["Anna;Huber;anna@x.example"]).await;
    let anna = app.guest_with(first, "anna@x.example").await;
    let bert = here.into_iter().find(|guest| *guest != anna).expect("two");
    (first, second, [anna, bert, there[0]])
}

both_engines! {
    async fn everything_is_shown_of_every_event_and_nothing_of_others(app: TestApp) {
        let (first, _, [anna, bert, _]) = twice(&app).await;
        app.answer(anna, &yes(&["Cleo"])).await.expect("a yes");
        guests::see(&app.desk, &app.permit::<act::SeeGuests>(), anna).await.expect("somebody looks");
        let input = ExportInput { filter: guests::GuestFilter::default(), ..as_csv(Locale::De) };
        app.exported(None, first, input).await;
        let proof = proof(&app, anna).await;
        let data = see(&app, anna, &proof).await.expect("the own data");
        assert_eq!(data.holdings.len(), 2);
        let of_first = data.holdings.iter().find(|holding| holding.event.id == first).expect("the first event");
        let deeds: Vec<&str> = of_first.deeds.iter().map(|deed| deed.action.as_str()).collect();
        for action in ["guest.imported", "guest.accepted", "access.guest_seen", "guests.exported"] {
            assert!(deeds.contains(&action), "{action}: {deeds:?}");
        }
        assert!(of_first.mails.iter().any(|mail| mail.kind == "confirmation"));
        let file = data.to_json(Locale::De).to_string();
        for held in ["Anna", "Huber", "anna@x.example", "Cleo", "einlass-own-data/1", "Herbstball"] {
            assert!(file.contains(held), "{held}");
        }
        for other in ["Bert", "Maier", "Olivia"] {
            assert!(!file.contains(other), "{other}");
        }
        assert_eq!(app.actions().await.get("guest.data_seen"), Some(&1), "looking is in the log");
        assert!(matches!(see(&app, bert, &proof).await, Err(Failure::NotFound)), "a proof is of one guest");
    }

    async fn the_file_is_as_its_schema_says(app: TestApp) {
        let (_, _, [anna, ..]) = twice(&app).await;
        let proof = proof(&app, anna).await;
        let file = see(&app, anna, &proof).await.expect("the own data").to_json(Locale::En);
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/own-data.schema.json");
        let schema = std::fs::read_to_string(path).expect("the schema is in docs");
        let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
        let properties = |of: &serde_json::Value| -> Vec<String> {
            of.as_object().expect("an object").keys().cloned().collect()
        };
        assert_eq!(properties(&file), properties(&schema["properties"]));
        let of_event = &schema["properties"]["events"]["items"]["properties"];
        assert_eq!(properties(&file["events"][0]), properties(of_event));
    }

    async fn without_the_proof_from_the_mail_nobody_sees_or_erases_anything(app: TestApp) {
        let (_, _, [anna, bert, _]) = twice(&app).await;
        let good = proof(&app, anna).await;
        let mut forged = good.clone().into_bytes();
        forged[31] = if forged[31] == b'A' { b'B' } else { b'A' };
        let later = {
            let mut later = good.clone().into_bytes();
            later[8] = if later[8] == b'A' { b'B' } else { b'A' };
            String::from_utf8(later).expect("letters")
        };
        let forged = String::from_utf8(forged).expect("letters");
        for proof in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", &forged, &later, &format!("{good}A")] {
            assert!(matches!(see(&app, anna, proof).await, Err(Failure::NotFound)), "{proof}");
            let permit = app.permit_of_guest(anna);
            let erased = rights::erase(&app.desk, &permit, anna, proof).await;
            assert!(matches!(erased, Err(Failure::NotFound)), "{proof}");
        }
        let foreign: Permit<act::SeeOwnData> = app.permit_of_guest(bert);
        let seen = rights::see(&app.desk, &foreign, anna, &good, Locale::De).await;
        assert!(matches!(seen, Err(Failure::NotFound)), "the link is somebody else's");
        app.clock.advance_ms(Instant::HOUR_MS - 1);
        see(&app, anna, &good).await.expect("still good");
        app.clock.advance_ms(1);
        assert!(matches!(see(&app, anna, &good).await, Err(Failure::NotFound)), "the hour is over");
    }

    async fn the_link_is_mailed_once_in_ten_minutes_and_not_without_an_address(app: TestApp) {
        let (event, _, [anna, ..]) = twice(&app).await;
        proof(&app, anna).await;
        proof(&app, anna).await;
        let of_data = "SELECT count(*) FROM mails WHERE kind = 'own-data'";
        assert_eq!(app.count(of_data).await, 1);
        app.clock.advance_ms(10 * Instant::MINUTE_MS + 1);
        proof(&app, anna).await;
        assert_eq!(app.count(of_data).await, 2);
        let new = guests::GuestInput { details: testkit::details("Ohne", "Adresse", ""), ..guests::GuestInput::default() };
        let without = guests::add(&app.desk, &app.permit(), event, &new).await.expect("added");
        let asked = rights::ask(&app.desk, &app.permit_of_guest(without), without).await;
        assert!(!asked.expect("no failure"));
    }

    async fn who_has_it_erased_is_gone_from_every_event_and_the_places_are_free(app: TestApp) {
        let (first, second, [anna, bert, _]) = twice(&app).await;
        app.answer(anna, &yes(&["Cleo"])).await.expect("a yes");
        assert_eq!(app.event_now(first).await.taken, 2);
        let proof = proof(&app, anna).await;
        let permit = app.permit_of_guest(anna);
        let person = rights::erase(&app.desk, &permit, anna, &proof).await.expect("erased");
        assert_eq!((app.event_now(first).await.taken, app.list(first).await.len(), app.list(second).await.len()), (0, 1, 0));
        assert_eq!(app.guest_now(bert).await.standing(), Standing::Listed, "others stay");
        let see_log = app.permit::<act::SeeLog>();
        let certificate = backend::erasures::certificate(&app.desk, &see_log, person).await;
        certificate.expect("the organiser has the certificate").verify().expect("it holds");
        let again = rights::erase(&app.desk, &permit, anna, &proof).await;
        assert!(matches!(again, Err(Failure::NotFound)));
    }
}
