//! Tags, and what is done with several guests at once.

use backend::{
    Failure,
    guests::{self, Chosen, GuestFilter},
    mailings, retention,
    tags::{self, TagError},
};
use domain::{
    Instant, Locale,
    events::Step,
    fields::{FieldError, Problem},
    guests::Standing,
    ids::{EventId, GuestId, TagId},
    mailings::Mailing,
};
use testkit::{TestApp, as_csv, both_engines, no, yes};

const LINES: [&str; 3] = [
    "Anna;Huber;anna@x.example",
    "Ben;Maier;ben@x.example",
    "Cleo;Wolf;cleo@x.example",
];

async fn put(
    app: &TestApp,
    event: EventId,
    guests: &[GuestId],
    name: &str,
) -> Result<u32, TagError> {
    let chosen = Chosen::These(guests.to_vec());
    tags::put(&app.desk, &app.permit(), event, &chosen, name).await
}

async fn take(
    app: &TestApp,
    event: EventId,
    guests: &[GuestId],
    name: &str,
) -> Result<u32, TagError> {
    let chosen = Chosen::These(guests.to_vec());
    tags::take(&app.desk, &app.permit(), event, &chosen, name).await
}

/// Names and counts.
async fn known(app: &TestApp, event: EventId) -> Vec<(String, u32)> {
    let lines = tags::list(&app.desk, &app.permit(), event)
        .await
        .expect("the tags");
    lines
        .into_iter()
        .map(|line| (line.tag.name, line.guests))
        .collect()
}

async fn id_of(app: &TestApp, event: EventId, name: &str) -> TagId {
    let lines = tags::list(&app.desk, &app.permit(), event)
        .await
        .expect("the tags");
    lines
        .into_iter()
        .find(|line| line.tag.name == name)
        .expect("a tag")
        .tag
        .id
}

async fn found(app: &TestApp, event: EventId, filter: GuestFilter) -> Vec<GuestId> {
    let page = guests::list(&app.desk, &app.permit(), event, &filter)
        .await
        .expect("a page");
    page.guests.iter().map(|guest| guest.id).collect()
}

fn line(name: &str, guests: u32) -> (String, u32) {
    (name.to_owned(), guests)
}

both_engines! {
    async fn a_tag_is_made_once_given_once_and_goes_with_the_last_who_had_it(app: TestApp) {
        let event = app.event().make().await;
        let all = app.guests(event, &LINES).await;
        assert_eq!(put(&app, event, &all[..2], " Presse ").await.expect("tagged"), 2);
        assert_eq!(put(&app, event, &all, "PRESSE").await.expect("tagged"), 1, "two had it");
        assert_eq!(put(&app, event, &all[..1], "Ehrengast").await.expect("tagged"), 1);
        assert_eq!(known(&app, event).await, [line("Ehrengast", 1), line("Presse", 3)]);
        let names = tags::names_of(&app.desk, &app.permit(), event, &all).await.expect("names");
        assert_eq!((names[&all[0]].join(","), names[&all[2]].join(",")), ("Ehrengast,Presse".into(), "Presse".into()));
        assert_eq!(take(&app, event, &all[1..], "presse").await.expect("taken"), 2);
        assert_eq!(take(&app, event, &all[1..], "presse").await.expect("nobody had it"), 0);
        assert_eq!(known(&app, event).await, [line("Ehrengast", 1), line("Presse", 1)]);
        assert_eq!(take(&app, event, &all[..1], "Presse").await.expect("taken"), 1);
        assert_eq!(known(&app, event).await, [line("Ehrengast", 1)]);
        let tidy = || async { retention::run(&app.desk, app.team.tenant).await.expect("a round") };
        tidy().await;
        assert_eq!(app.rows_in("tags").await, 2, "for a while it can be given again");
        app.clock.advance_ms(10 * Instant::MINUTE_MS);
        put(&app, event, &all[..1], "Presse").await.expect("given again");
        take(&app, event, &all[..1], "Presse").await.expect("and taken again");
        tidy().await;
        assert_eq!(app.rows_in("tags").await, 2, "the while begins anew");
        app.clock.advance_ms(10 * Instant::MINUTE_MS);
        tidy().await;
        assert_eq!(app.rows_in("tags").await, 1);
        let actions = app.actions().await;
        let count = |action| actions.get(action).copied().unwrap_or(0);
        assert_eq!((count("tag.made"), count("tag.removed"), count("guest.tagged"), count("guest.untagged")), (2, 1, 5, 4));
    }

    async fn a_list_is_narrowed_by_tag_standing_and_name_together(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let all = app.invited(event, &LINES).await;
        app.answer(all[0], &yes(&[])).await.expect("taken");
        app.answer(all[1], &yes(&[])).await.expect("taken");
        put(&app, event, &[all[1], all[2]], "Presse").await.expect("tagged");
        let tag = Some(id_of(&app, event, "Presse").await);
        let with = |standing, search: &str| GuestFilter { tag, standing, search: search.to_owned(), ..GuestFilter::default() };
        assert_eq!(found(&app, event, with(None, "")).await, [all[1], all[2]]);
        assert_eq!(found(&app, event, with(Some(Standing::Accepted), "")).await, [all[1]]);
        assert_eq!(found(&app, event, with(None, "wolf")).await, [all[2]]);
        assert_eq!(found(&app, event, with(None, "huber")).await, []);
        let foreign = GuestFilter { tag: Some(TagId::from_uuid(uuid::Uuid::from_u128(7))), ..GuestFilter::default() };
        assert_eq!(found(&app, event, foreign).await, []);
        let mut input = as_csv(Locale::De);
        input.filter.tag = tag;
        let csv = String::from_utf8(app.exported(None, event, input).await).expect("UTF-8");
        assert_eq!(csv.lines().count(), 3);
        assert!(csv.contains("Presse") && !csv.contains("Huber"));
    }

    async fn wrong_names_too_many_tags_and_unknown_ones_are_told(app: TestApp) {
        let event = app.event().make().await;
        let all = app.guests(event, &LINES).await;
        let refused = |result: Result<u32, TagError>| match result {
            Err(TagError::Invalid(errors)) => errors,
            other => panic!("{other:?}"),
        };
        let wrong = |problem| vec![FieldError::new("tag-name", problem)];
        assert_eq!(refused(put(&app, event, &all, " ").await), wrong(Problem::Missing));
        assert_eq!(refused(take(&app, event, &all, "Nie").await), wrong(Problem::UnknownChoice));
        for n in 0..50 {
            put(&app, event, &all[..1], &format!("Wort {n}")).await.expect("tagged");
        }
        assert_eq!(refused(put(&app, event, &all, "Wort 51").await), wrong(Problem::TooMany { max: 50 }));
        assert_eq!(put(&app, event, &all, "Wort 3").await.expect("it is there"), 2);
        take(&app, event, &all[..1], "Wort 7").await.expect("nobody has it any more");
        put(&app, event, &all, "Wort 51").await.expect("so there is room for another");
    }

    async fn no_tag_is_made_for_nobody(app: TestApp) {
        let event = app.event().make().await;
        let all = Chosen::All(GuestFilter::default());
        assert_eq!(tags::put(&app.desk, &app.permit(), event, &all, "Presse").await.expect("nobody"), 0);
        let gone = [GuestId::from_uuid(uuid::Uuid::from_u128(7))];
        assert!(matches!(put(&app, event, &gone, "Presse").await, Err(TagError::Failure(Failure::NotFound))));
        assert_eq!(app.rows_in("tags").await, 0);
    }

    async fn guests_of_another_event_or_tenant_are_left_out(app: TestApp) {
        let (event, other) = (app.event().make().await, app.event().make().await);
        let (ours, theirs) = (app.guests(event, &LINES[..1]).await, app.guests(other, &LINES[1..2]).await);
        let foreign = app.event().of_others().make().await;
        let strangers = app.guests_in(app.others, foreign, &LINES[2..]).await;
        let picked = [ours[0], theirs[0], strangers[0]];
        assert_eq!(put(&app, event, &picked, "Presse").await.expect("one of three"), 1);
        assert_eq!(known(&app, other).await, []);
        assert!(matches!(put(&app, foreign, &picked, "Presse").await, Err(TagError::Failure(Failure::NotFound))));
        let chosen = Chosen::These(picked.to_vec());
        assert_eq!(guests::take_off_chosen(&app.desk, &app.permit(), event, &chosen).await.expect("one"), 1);
        assert_eq!(app.rows_in("guests").await, 2);
        let nobody = Chosen::These(picked[1..].to_vec());
        let none = guests::take_off_chosen(&app.desk, &app.permit(), event, &nobody).await;
        assert!(matches!(none, Err(Failure::NotFound)), "{none:?}");
    }

    async fn everybody_whom_the_list_shows_is_more_than_a_page(app: TestApp) {
        let event = app.event().by_invitation().capacity(700).make().await;
        let lines: Vec<String> = (0..620).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let first = app.guests(event, &lines).await[0];
        put(&app, event, &[first], "Erste").await.expect("tagged");
        let all = Chosen::All(GuestFilter::default());
        assert_eq!(tags::put(&app.desk, &app.permit(), event, &all, "Alle").await.expect("tagged"), 620);
        let tag = Some(id_of(&app, event, "Erste").await);
        let tagged = Chosen::All(GuestFilter { tag, ..GuestFilter::default() });
        assert_eq!(mailings::send(&app.desk, &app.permit(), event, Mailing::Invitation, &tagged).await.expect("sent"), 1);
        assert_eq!(mailings::send(&app.desk, &app.permit(), event, Mailing::Invitation, &tagged).await.expect("nobody is left"), 0);
        app.answer(first, &no()).await.expect("declined");
        let rest = Chosen::All(GuestFilter { standing: Some(Standing::Listed), ..GuestFilter::default() });
        assert_eq!(guests::take_off_chosen(&app.desk, &app.permit(), event, &rest).await.expect("off"), 619);
        assert_eq!((app.rows_in("guests").await, app.rows_in("guest_tags").await), (1, 2));
        assert_eq!(app.actions().await.get("guest.taken_off"), Some(&619));
    }

    async fn with_the_guests_their_tags_are_deleted(app: TestApp) {
        let event = app.event().make().await;
        let all = app.guests(event, &LINES).await;
        put(&app, event, &all, "Freunde von Anna").await.expect("tagged");
        app.clock.advance_ms(app.event_now(event).await.delete_after.0 - app.desk.now().0);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").guests, 3);
        app.clock.advance_ms(11 * Instant::MINUTE_MS);
        retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!((app.rows_in("tags").await, app.rows_in("guest_tags").await), (0, 0));
    }

    async fn invitations_go_to_those_who_are_picked_and_not_invited(app: TestApp) {
        let event = app.event().by_invitation().make().await;
        let all = app.guests(event, &LINES).await;
        let send = |guests: Vec<GuestId>| async { mailings::send(&app.desk, &app.permit(), event, Mailing::Invitation, &Chosen::These(guests)).await };
        assert_eq!(send(vec![all[0]]).await.expect("sent"), 1);
        assert_eq!(send(vec![all[1], all[0], all[1]]).await.expect("sent"), 1);
        assert_eq!(app.guest_now(all[2]).await.standing(), Standing::Listed);
        backend::events::step(&app.desk, &app.permit(), event, Step::Close).await.expect("closed");
        assert!(send(vec![all[2]]).await.is_err());
    }

    async fn one_person_makes_no_twin_of_a_tag_that_another_makes(app: TestApp) {
        let event = app.event().make().await;
        let all = app.guests(event, &LINES).await;
        let tries = all.chunks(1).map(|guest| put(&app, event, guest, "Presse"));
        for result in futures::future::join_all(tries).await {
            assert_eq!(result.expect("tagged"), 1);
        }
        assert_eq!(known(&app, event).await, [line("Presse", 3)]);
    }
}
