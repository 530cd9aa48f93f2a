//! Deleting on the promised date.

use backend::{Failure, guests, retention};
use domain::{Instant, access::act};
use testkit::both_engines;

both_engines! {
    async fn guests_are_deleted_on_the_promised_date_and_not_before(app: TestApp) {
        let event = app.event().make().await;
        let listed = app.guests(event, &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"]).await;
        let none = retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!(none, retention::Deleted::default());
        let see = app.permit::<act::SeeEvents>();
        let (plan, _) = backend::events::load(&app.desk, &see, event).await.expect("the event");
        app.clock.advance_ms(plan.delete_after.0 - app.desk.now().0 + Instant::MINUTE_MS);
        let round = retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!(round.guests, 2);
        let permit = app.permit::<act::SeeGuests>();
        let gone = guests::load(&app.desk, &permit, listed[0]).await;
        assert!(matches!(gone, Err(Failure::NotFound)));
        let again = retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!(again.guests, 0);
    }

    async fn a_list_that_nobody_confirmed_is_forgotten_after_a_day(app: TestApp) {
        let event = app.event().make().await;
        let permit = app.permit::<act::EditGuests>();
        let list = b"Name;E-Mail\nAnna Huber;anna@x.example\n".to_vec();
        let import = backend::imports::upload(&app.desk, &permit, event, String::new(), list)
            .await
            .expect("the list is read");
        app.clock.advance_ms(Instant::DAY_MS - 1);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").uploads, 0);
        app.clock.advance_ms(1);
        assert_eq!(retention::run(&app.desk, app.team.tenant).await.expect("a round").uploads, 1);
        let gone = backend::imports::preview(&app.desk, &permit, event, import).await;
        assert!(matches!(gone, Err(Failure::NotFound)));
    }

    async fn each_deleted_guest_and_list_leaves_one_entry_and_no_key_mail_or_link(app: TestApp) {
        let event = app.event().make().await;
        let keys = app.rows_in("keys").await;
        app.invited(event, &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"]).await;
        let list = b"Name;E-Mail\nCleo Berg;cleo@x.example\n".to_vec();
        backend::imports::upload(&app.desk, &app.permit(), event, String::new(), list)
            .await
            .expect("the list is read");
        let before = app.actions().await;
        let after = app.event_now(event).await.delete_after;
        app.clock.advance_ms(after.0 - app.desk.now().0 + Instant::DAY_MS);
        retention::run(&app.desk, app.team.tenant).await.expect("a round");
        let mut actions = app.actions().await;
        actions.retain(|action, _| !before.contains_key(action));
        assert_eq!(
            actions,
            [("guest.deleted".to_owned(), 2), ("import.forgotten".to_owned(), 1)].into()
        );
        for table in ["guests", "people", "mails"] {
            assert_eq!(app.rows_in(table).await, 0, "{table}");
        }
        assert_eq!(app.rows_in("keys").await, keys);
        assert_eq!(app.count("SELECT count(*) FROM links WHERE revoked_at IS NULL").await, 0);
        let rows = app.log().await;
        let origins = rows.values().filter(|row| row.action == "guest.deleted").map(|row| row.origin.as_str());
        assert!(origins.eq(["retention"; 2]));
    }
}
