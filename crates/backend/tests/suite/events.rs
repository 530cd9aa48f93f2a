//! Events: planning, changing, publishing.

use backend::{
    Failure,
    events::{self, PlanError, PlanInput, StepError},
    routing,
};
use domain::{
    Instant,
    events::{Admission, Event, EventText, Stage, Step},
    fields::Problem,
    ids::EventId,
};
use testkit::{TestApp, both_engines, plan, registration, yes};

use crate::suite::support::{problems, stamp};

async fn create(app: &TestApp, plan: &PlanInput) -> Result<EventId, PlanError> {
    events::create(&app.desk, &app.permit(), plan).await
}

async fn change(app: &TestApp, event: EventId, plan: &PlanInput) -> Result<(), PlanError> {
    events::change(&app.desk, &app.permit(), event, plan).await
}

async fn publish(app: &TestApp, event: EventId) -> Result<(), StepError> {
    events::step(&app.desk, &app.permit(), event, Step::Publish).await
}

async fn public(app: &TestApp, event: EventId) -> Result<(Event, String), Failure> {
    events::load_public(&app.desk, &app.permit_of_visitor(), event).await
}

/// What a plan is refused for.
fn refused<T: std::fmt::Debug>(result: Result<T, PlanError>) -> Vec<(String, Problem)> {
    match result {
        Err(PlanError::Invalid(errors)) => problems(&errors)
            .into_iter()
            .map(|(field, problem)| (field.to_owned(), problem))
            .collect(),
        other => panic!("{other:?}"),
    }
}

both_engines! {
    async fn an_event_with_guests_moves_not_so_far_back_that_they_go_at_once(app: TestApp) {
        let event = app.event().make().await;
        let input = PlanInput {
            starts: "2020-01-01T18:00".into(),
            ends: "2020-01-01T19:00".into(),
            ..plan()
        };
        app.guests(event, &["Anna;Huber;anna@x.example"]).await;
        let before = app.snapshot().await;
        let Err(PlanError::Invalid(errors)) = events::change(&app.desk, &app.permit(), event, &input).await else {
            panic!("Anna would be deleted with the next round")
        };
        assert_eq!((errors[0].field.as_str(), errors[0].problem), ("ends", Problem::GuestsWouldGo { days: 30 }));
        assert_eq!(app.snapshot().await, before);
        let empty = app.event().make().await;
        events::change(&app.desk, &app.permit(), empty, &input).await.expect("nobody goes");
    }

    async fn an_event_is_what_was_planned(app: TestApp) {
        let input = PlanInput { capacity: "80".into(), companions: "2".into(), ..plan() };
        let id = create(&app, &input).await.expect("a good plan");
        let event = app.event_now(id).await;
        assert_eq!(event.text, input.text);
        // 18:00 in Vienna in June is 16:00 in UTC.
        assert_eq!(event.schedule.starts_at, Instant(1_812_816_000_000));
        assert_eq!(event.schedule.ends_at, event.schedule.starts_at.plus_ms(5 * Instant::HOUR_MS));
        assert_eq!((event.admission, event.capacity), (Admission::Open, Some(80)));
        assert_eq!((event.companions_max, event.taken), (2, 0));
        assert_eq!(event.answer_until, event.schedule.starts_at);
        assert_eq!(event.delete_after, event.schedule.ends_at.plus_days(30));
        assert_eq!(event.stage(app.desk.now()), Stage::Draft);
        assert!(event.slug.starts_with("sommerfest-"), "{}", event.slug);
        let found = routing::event_of(&app.desk, &event.slug).await.expect("the lookup works");
        assert_eq!(found, Some((app.team.tenant, id)));
    }

    async fn the_same_form_sent_twice_or_at_once_is_one_event(app: TestApp) {
        let input = plan();
        let tries = futures::future::join_all((0..4).map(|_| create(&app, &input))).await;
        let mut ids: Vec<EventId> =
            tries.into_iter().map(|id| id.expect("each of them is the same event")).collect();
        let before = app.snapshot().await;
        ids.push(create(&app, &input).await.expect("and again"));
        assert_eq!(app.snapshot().await, before);
        ids.dedup();
        assert_eq!((ids.len(), app.rows_in("events").await), (1, 1));
        assert_eq!(app.actions().await.get("event.created"), Some(&1));
    }

    async fn every_slip_in_a_plan_is_told_and_nothing_is_made(app: TestApp) {
        let before = app.snapshot().await;
        let input = PlanInput {
            text: EventText { title: " ".into(), place: "x".repeat(201), description: "y".repeat(10_001) },
            starts: "tomorrow".into(),
            ends: String::new(),
            zone: "Europe/Vienna".into(),
            admission: "everybody".into(),
            capacity: "0".into(),
            companions: "21".into(),
            offer_hours: "0".into(),
            rules: domain::events::AnswerRules::default(),
            opens: "soon".into(),
            answer_until: "2027-06-12T25:00".into(),
            from: None,
            request_key: uuid::Uuid::from_u128(1),
        };
        let expected = [
            ("starts", Problem::NotATime),
            ("ends", Problem::Missing),
            ("opens", Problem::NotATime),
            ("answer-until", Problem::NotATime),
            ("title", Problem::Missing),
            ("place", Problem::TooLong { max: 200 }),
            ("description", Problem::TooLong { max: 10_000 }),
            ("admission", Problem::UnknownChoice),
            ("capacity", Problem::OutOfRange { min: 1, max: 1_000_000 }),
            ("companions", Problem::OutOfRange { min: 0, max: 20 }),
            ("offer-hours", Problem::OutOfRange { min: 1, max: 720 }),
        ]
        .map(|(field, problem)| (field.to_owned(), problem));
        assert_eq!(refused(create(&app, &input).await), expected);
        assert_eq!(app.snapshot().await, before);
    }

    async fn impossible_times_are_refused(app: TestApp) {
        let cases = [
            ("2027-01-31T18:00", "2027-06-12T23:00", "Europe/Vienna", ("starts", Problem::InThePast)),
            ("2027-06-12T18:00", "2027-06-12T18:00", "Europe/Vienna", ("ends", Problem::EndsBeforeItStarts)),
            ("2027-03-28T02:30", "2027-03-28T05:00", "Europe/Vienna", ("starts", Problem::SkippedByTheClock)),
            ("2027-06-12T18:00", "2027-06-12T23:00", "Europe/Entenhausen", ("zone", Problem::UnknownZone)),
        ];
        for (starts, ends, zone, (field, problem)) in cases {
            let input = PlanInput {
                starts: starts.into(),
                ends: ends.into(),
                zone: zone.into(),
                ..plan()
            };
            assert_eq!(refused(create(&app, &input).await), [(field.to_owned(), problem)], "{starts}");
        }
        assert_eq!(app.rows_in("events").await, 0);
    }

    async fn a_change_is_kept_and_no_change_leaves_no_trace(app: TestApp) {
        let event = app.event().make().await;
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        change(&app, event, &plan()).await.expect("nothing changes");
        assert_eq!(app.snapshot().await, before);
        let slug = app.event_now(event).await.slug;
        let mut input = PlanInput {
            admission: "invitation".into(),
            capacity: "5".into(),
            companions: "0".into(),
            ends: "2027-06-13T01:00".into(),
            ..plan()
        };
        input.text.title = "Winterfest".into();
        change(&app, event, &input).await.expect("a good plan");
        let now = app.event_now(event).await;
        assert_eq!((now.text.title.as_str(), now.capacity), ("Winterfest", Some(5)));
        assert_eq!((now.admission, now.companions_max), (Admission::InvitationOnly, 0));
        assert_eq!(now.delete_after, now.schedule.ends_at.plus_days(30));
        assert_eq!(now.slug, slug, "links that were given away keep working");
        assert_eq!(app.actions().await.get("event.changed"), Some(&1));
    }

    async fn places_cannot_sink_below_those_taken(app: TestApp) {
        let event = app.event().capacity(10).make().await;
        let guests = app.invited(event, &["Anna;Huber;anna@x.example"]).await;
        app.answer(guests[0], &yes(&["Ben"])).await.expect("taken");
        app.register(event, &registration("cleo@x.example")).await.expect("there are places");
        let before = app.snapshot().await;
        let input = PlanInput { capacity: "2".into(), ..plan() };
        let problem = Problem::BelowTaken { taken: 3 };
        assert_eq!(refused(change(&app, event, &input).await), [("capacity".to_owned(), problem)]);
        assert_eq!(app.snapshot().await, before);
        let input = PlanInput { capacity: "3".into(), ..plan() };
        change(&app, event, &input).await.expect("just enough");
        let full = app.register(event, &registration("dora@x.example")).await;
        assert!(full.is_err(), "the new limit counts at once");
        let input = PlanInput { capacity: String::new(), ..plan() };
        change(&app, event, &input).await.expect("no limit any more");
        app.register(event, &registration("dora@x.example")).await.expect("there are places");
    }

    async fn published_twice_or_at_once_is_published_once(app: TestApp) {
        let event = app.event().draft().make().await;
        for result in futures::future::join_all((0..4).map(|_| publish(&app, event))).await {
            result.expect("each of them is the same");
        }
        let published_at = app.event_now(event).await.published_at;
        assert_eq!(published_at, Some(app.desk.now()));
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        publish(&app, event).await.expect("and again");
        assert_eq!(app.snapshot().await, before);
        assert_eq!(app.actions().await.get("event.published"), Some(&1));
    }

    async fn what_is_over_closed_or_called_off_is_not_published(app: TestApp) {
        let [over, closed, off] = [
            app.event().draft().make().await,
            app.event().make().await,
            app.event().make().await,
        ];
        stamp(&app, closed, "closed_at").await;
        stamp(&app, off, "cancelled_at").await;
        let ends = app.event_now(over).await.schedule.ends_at;
        let check = async |event: EventId, stage: Stage| {
            let before = app.snapshot().await;
            let result = publish(&app, event).await;
            assert!(matches!(result, Err(StepError::NotNow(found)) if found == stage), "{result:?}");
            assert_eq!(app.snapshot().await, before);
        };
        check(closed, Stage::Closed).await;
        check(off, Stage::Cancelled).await;
        app.clock.advance_ms(ends.0 - app.desk.now().0);
        check(over, Stage::Draft).await;
    }

    async fn a_draft_is_found_by_nobody_and_a_published_event_by_everybody(app: TestApp) {
        let event = app.event().draft().make().await;
        let hidden = public(&app, event).await.map(drop);
        assert!(matches!(hidden, Err(Failure::NotFound)), "{hidden:?}");
        publish(&app, event).await.expect("published");
        let (shown, organiser) = public(&app, event).await.expect("now it is there");
        assert_eq!((shown.text.title.as_str(), organiser.as_str()), ("Sommerfest", "Kulturverein Foyer"));
    }

    async fn a_page_that_was_seen_shows_every_later_change(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        let (before, _) = public(&app, event).await.expect("it is there");
        assert_eq!((before.taken, before.text.title.as_str()), (0, "Sommerfest"));
        app.register(event, &registration("anna@x.example")).await.expect("registered");
        assert_eq!(public(&app, event).await.expect("it is there").0.taken, 1);
        let mut input = plan();
        input.text.title = "Herbstfest".into();
        change(&app, event, &input).await.expect("changed");
        assert_eq!(public(&app, event).await.expect("it is there").0.text.title, "Herbstfest");
        let stranger = app.permit_of(backend::access::Who::Visitor(app.others.tenant));
        let foreign = events::load_public(&app.desk, &stranger, event).await.map(drop);
        assert!(matches!(foreign, Err(Failure::NotFound)), "{foreign:?}");
    }

    async fn the_next_event_stands_first_and_past_ones_last(app: TestApp) {
        let at = |title: &str, day: &str| {
            let mut input = plan();
            input.text.title = title.into();
            input.starts = format!("2027-{day}T18:00");
            input.ends = format!("2027-{day}T20:00");
            input
        };
        for (title, day) in [("C", "06-12"), ("A", "02-10"), ("D", "12-01"), ("B", "02-20")] {
            create(&app, &at(title, day)).await.expect("a good plan");
        }
        app.clock.advance_ms(30 * Instant::DAY_MS);
        let lines = events::list(&app.desk, &app.permit()).await.expect("the list");
        let titles: Vec<&str> = lines.iter().map(|line| line.event.text.title.as_str()).collect();
        assert_eq!(titles, ["C", "D", "B", "A"]);
    }
}
