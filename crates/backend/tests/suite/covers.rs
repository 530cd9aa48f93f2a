//! The picture on top of an event's page.

use backend::{
    Failure,
    covers::{self, CoverError},
    events::{self, PlanInput},
};
use domain::{
    Bilingual,
    access::act,
    fields::{FieldError, Problem},
    ids::EventId,
};
use testkit::{TestApp, both_engines, photo, plan};

fn alt(main: &str) -> Bilingual {
    Bilingual {
        main: main.to_owned(),
        english: String::new(),
    }
}

async fn bring(
    app: &TestApp,
    event: EventId,
    file: Vec<u8>,
    words: &str,
) -> Result<(), CoverError> {
    covers::put(&app.desk, &app.permit(), event, file, &alt(words)).await
}

async fn public(app: &TestApp, event: EventId, small: bool) -> Result<Vec<u8>, Failure> {
    let permit = app.permit_of_visitor::<act::SeePublicEvent>();
    covers::load_public(&app.desk, &permit, event, small).await
}

both_engines! {
    async fn a_picture_is_brought_replaced_described_and_taken_away(app: TestApp) {
        let event = app.event().make().await;
        assert!(matches!(public(&app, event, false).await, Err(Failure::NotFound)));
        bring(&app, event, photo(1_000, 500, "von Maria"), "Der Saal").await.expect("taken");
        let cover = app.event_now(event).await.cover.expect("a cover");
        assert_eq!((cover.size, cover.alt.main.as_str()), ([1_000, 500], "Der Saal"));
        let (large, small) = (public(&app, event, false).await.expect("a file"), public(&app, event, true).await.expect("a file"));
        assert!(large.starts_with(&[0xff, 0xd8]) && small.len() < large.len());
        assert!(!large.windows(5).any(|part| part == b"Maria"), "only what can be seen is kept");
        bring(&app, event, Vec::new(), "Der große Saal").await.expect("other words");
        let same = app.event_now(event).await.cover.expect("a cover");
        assert_eq!((same.since, same.alt.main.as_str()), (cover.since, "Der große Saal"));
        app.clock.advance_ms(1);
        bring(&app, event, photo(500, 300, ""), "").await.expect("another");
        assert_eq!(app.event_now(event).await.cover.expect("a cover").size, [500, 300]);
        covers::remove(&app.desk, &app.permit(), event).await.expect("gone");
        covers::remove(&app.desk, &app.permit(), event).await.expect("gone already");
        assert_eq!(app.event_now(event).await.cover, None);
        assert_eq!(app.rows_in("covers").await, 0);
        assert_eq!(app.actions().await.get("event.page_changed"), Some(&4));
    }

    async fn what_is_no_picture_is_told_at_the_field_and_changes_nothing(app: TestApp) {
        let event = app.event().make().await;
        for (file, problem) in [
            (Vec::new(), Problem::Missing),
            (b"%PDF-1.7".to_vec(), Problem::NotAPicture),
            (photo(399, 200, ""), Problem::PictureTooSmall { min: 400 }),
            (vec![0; pictures::MAX_BYTES + 1], Problem::PictureTooLarge),
        ] {
            let refused = bring(&app, event, file, "Saal").await;
            let expected = vec![FieldError::new("cover", problem)];
            assert!(matches!(refused, Err(CoverError::Invalid(errors)) if errors == expected), "{problem:?}");
        }
        let long = bring(&app, event, photo(400, 200, ""), &"x".repeat(301)).await;
        assert!(matches!(long, Err(CoverError::Invalid(errors)) if errors[0].field == "alt"));
        assert_eq!(app.event_now(event).await.cover, None);
    }

    async fn nobody_sees_the_picture_of_a_draft_and_a_copy_has_its_own(app: TestApp) {
        let event = app.event().draft().make().await;
        bring(&app, event, photo(400, 200, ""), "Saal").await.expect("taken");
        assert!(matches!(public(&app, event, false).await, Err(Failure::NotFound)));
        let seen = covers::load(&app.desk, &app.permit(), event, false).await.expect("a file");
        let copy = PlanInput { from: Some(event), ..plan() };
        let copy = events::create(&app.desk, &app.permit(), &copy).await.expect("a copy");
        covers::remove(&app.desk, &app.permit(), event).await.expect("gone");
        assert_eq!(covers::load(&app.desk, &app.permit(), copy, false).await.expect("a file"), seen);
        let others = app.permit_in::<act::SeeEvents>(app.others);
        assert!(matches!(covers::load(&app.desk, &others, copy, false).await, Err(Failure::NotFound)));
    }
}
