//! Places when many want them at once.

use backend::registrations::{AnswerFailure, RegisterError};
use domain::{guests::Standing, registrations::AnswerError};
use testkit::{TestApp, both_engines, no, registration, yes};

/// The places that the guests of the first page take.
async fn places_of_guests(app: &TestApp, event: domain::ids::EventId) -> u32 {
    app.list(event).await.iter().map(|guest| guest.places).sum()
}

both_engines! {
    async fn the_last_place_is_given_once(app: TestApp) {
        let event = app.event().capacity(100).make().await;
        let app = std::sync::Arc::new(app);
        let tries: Vec<_> = (0..300)
            .map(|number| {
                let app = app.clone();
                tokio::spawn(async move {
                    app.register_only(event, &registration(&format!("anna{number}@x.example"))).await
                })
            })
            .collect();
        let (mut taken, mut refused) = (0, 0);
        for one in tries {
            match one.await.expect("no task panics") {
                Ok(()) => taken += 1,
                Err(RegisterError::Rejected(AnswerError::Full { .. })) => refused += 1,
                Err(other) => panic!("unexpected: {other:?}"),
            }
        }
        assert_eq!((taken, refused), (100, 200));
        let figures = app.figures(event).await;
        let event = app.event_now(event).await;
        assert_eq!((event.taken, figures.standings.of(Standing::Unconfirmed), figures.mails_waiting), (100, 100, 100));
    }

    async fn many_guests_answering_at_once_never_oversell(app: TestApp) {
        let event = app.event().by_invitation().capacity(7).make().await;
        let lines: Vec<String> = (0..20).map(|n| format!("Gast;Nummer {n};g{n}@x.example")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let guests = app.invited(event, &lines).await;
        let answer = yes(&["Begleitung"]);
        let tries = guests.iter().map(|guest| app.answer(*guest, &answer));
        let mut taken = 0;
        for result in futures::future::join_all(tries).await {
            match result {
                Ok(standing) => {
                    assert_eq!(standing, Standing::Accepted);
                    taken += 1;
                }
                Err(AnswerFailure::Rejected(AnswerError::Full { .. })) => {}
                Err(other) => panic!("unexpected: {other:?}"),
            }
        }
        assert_eq!(taken, 3, "three pairs fit on seven places");
        assert_eq!(app.event_now(event).await.taken, 6);
        assert_eq!(places_of_guests(&app, event).await, 6);
    }

    async fn different_answers_of_one_guest_at_once_never_take_more_places_than_allowed(app: TestApp) {
        let event = app.event().capacity(3).companions(2).make().await;
        let anna = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        for _ in 0..5 {
            let answers = [yes(&["Ben", "Cleo"]), yes(&[]), no(), yes(&["Ben"]), no(), yes(&["A", "B"])];
            let tries = answers.iter().map(|answer| app.answer(anna, answer));
            for result in futures::future::join_all(tries).await {
                result.expect("there is always room for one guest with two companions");
            }
            let guest = app.guest_now(anna).await;
            let expected = if guest.standing() == Standing::Accepted {
                u32::try_from(guest.file.answers.companions.len()).expect("few") + 1
            } else {
                0
            };
            assert_eq!(guest.places, expected);
            assert_eq!(app.event_now(event).await.taken, expected);
        }
    }

    async fn a_place_given_back_while_others_want_it_is_taken_by_one(app: TestApp) {
        let event = app.event().capacity(1).make().await;
        let anna = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(anna, &yes(&[])).await.expect("taken");
        let (cancelled, first, second) = {
            let inputs = [registration("b@x.example"), registration("c@x.example")];
            let never = no();
            futures::join!(
                app.answer(anna, &never),
                app.register(event, &inputs[0]),
                app.register(event, &inputs[1]),
            )
        };
        assert_eq!(cancelled.expect("taken"), Standing::Cancelled);
        let lucky = usize::from(first.is_ok()) + usize::from(second.is_ok());
        let taken = app.event_now(event).await.taken;
        assert!(lucky <= 1, "one place, {lucky} guests");
        assert_eq!(taken as usize, lucky);
        assert_eq!(places_of_guests(&app, event).await, taken);
    }
}
