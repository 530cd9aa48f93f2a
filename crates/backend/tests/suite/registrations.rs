//! Registering and answering.

use backend::registrations::{RegisterError, RegisterInput, register};
use domain::{Locale, access::act, registrations::AnswerError};
use testkit::{both_engines, details};
use uuid::Uuid;

fn input(number: u32) -> RegisterInput {
    RegisterInput {
        details: details("Anna", "Huber", &format!("anna{number}@x.example")),
        companions: Vec::new(),
        language: Locale::De,
        request_key: Uuid::from_u128(u128::from(number)),
    }
}

both_engines! {
    async fn the_last_place_is_given_once(app: TestApp) {
        let event = app.event().capacity(100).make().await;
        let app = std::sync::Arc::new(app);
        let tries: Vec<_> = (0..300)
            .map(|number| {
                let app = app.clone();
                tokio::spawn(async move {
                    let permit = app.permit_of_visitor::<act::Register>();
                    register(&app.desk, &permit, event, &input(number)).await
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
        let see = app.permit::<act::SeeEvents>();
        let (event, figures) = backend::events::load(&app.desk, &see, event).await.expect("the event is there");
        assert_eq!((event.taken, figures.accepted, figures.mails_waiting), (100, 100, 100));
    }
}
