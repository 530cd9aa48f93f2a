//! Tickets: one code for each who comes.

use backend::{
    access::Who,
    events,
    guests::{self, GuestInput},
    keys,
};
use domain::{events::Step, ids::GuestId, people::RawDetails, tickets::TicketCode};
use testkit::{TestApp, both_engines, no, yes};

async fn codes(app: &TestApp, guest: GuestId) -> Vec<TicketCode> {
    app.invitation(guest).await.tickets
}

both_engines! {
    async fn each_who_comes_has_a_code_of_its_own(app: TestApp) {
        let event = app.event().companions(2).make().await;
        let invited = app.invited(event, &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"]).await;
        assert_eq!(codes(&app, invited[0]).await, []);
        app.answer(invited[0], &yes(&["Cleo", ""])).await.expect("taken");
        app.answer(invited[1], &yes(&["Dora"])).await.expect("taken");
        let anna = codes(&app, invited[0]).await;
        let both = [anna.clone(), codes(&app, invited[1]).await].concat();
        let all: Vec<String> = both.iter().map(|code| code.expose()).collect();
        assert_eq!(all.len(), 5);
        let mut different = all.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), 5);
        app.answer(invited[0], &yes(&["Cleo"])).await.expect("changed");
        assert_eq!(codes(&app, invited[0]).await, anna[..2]);
    }

    async fn who_does_not_come_has_no_code(app: TestApp) {
        let event = app.event().companions(1).make().await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(guest, &yes(&[])).await.expect("taken");
        app.answer(guest, &no()).await.expect("taken back");
        assert_eq!(codes(&app, guest).await, []);
        app.answer(guest, &yes(&[])).await.expect("comes after all");
        assert_eq!(codes(&app, guest).await.len(), 1);
        events::step(&app.desk, &app.permit(), event, Step::Cancel).await.expect("off");
        assert_eq!(codes(&app, guest).await, []);
    }

    async fn a_new_root_key_leaves_codes_and_another_address_makes_new_ones(app: TestApp) {
        let event = app.event().make().await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(guest, &yes(&[])).await.expect("taken");
        let before = codes(&app, guest).await;
        keys::rotate(&app.desk, &app.permit_of(Who::Operator(app.team.tenant))).await.expect("rotated");
        assert_eq!(codes(&app, guest).await, before);
        let input = GuestInput {
            details: RawDetails { family_name: "Huber".into(), email: "neu@x.example".into(), ..RawDetails::default() },
            ..GuestInput::default()
        };
        guests::edit(&app.desk, &app.permit(), event, guest, &input).await.expect("changed");
        let after = codes(&app, guest).await;
        assert_eq!(after.len(), 1);
        assert!(after != before, "whoever had the old link does not get in with the old code");
    }
}
