//! What events ask, and what guests reply.

use backend::{
    Failure,
    access::{Who, authorise},
    erasures, events, guests,
    questions::{self, EditQuestionsError},
    registrations::{AnswerFailure, AnswerInput, RegisterError, RegisterInput},
    retention,
};
use domain::{
    Bilingual, Instant, Locale,
    access::{Extent, Role, act},
    fields::{FieldError, Problem},
    guests::Standing,
    ids::{EventId, GuestId},
    questions::{Question, QuestionEdit, RawQuestion, RawReplies, Reply, Said},
};
use testkit::{TestApp, as_csv, both_engines, no, plan, registration, yes};

async fn edit(app: &TestApp, event: EventId, edit: QuestionEdit) -> Result<(), EditQuestionsError> {
    questions::edit(&app.desk, &app.permit(), event, edit).await
}

fn raw(kind: &str, label: &str) -> RawQuestion {
    let text = |main: &str| Bilingual {
        main: main.into(),
        english: String::new(),
    };
    RawQuestion {
        kind: kind.into(),
        label: text(label),
        why: text("Für die Küche"),
        choices: "Fleisch\nVegan".into(),
        ..RawQuestion::default()
    }
}

/// An event that asks for the menu (1: meat 2, vegan 3) and for allergies (4), which are of a special category.
async fn event_with_menu(app: &TestApp) -> EventId {
    let event = app.event().companions(1).make().await;
    let menu = QuestionEdit::Put(0, Box::new(raw("choice", "Menü")));
    edit(app, event, menu).await.expect("asked");
    let allergies = RawQuestion {
        is_special: true,
        ..raw("text", "Allergien")
    };
    let put = QuestionEdit::Put(0, Box::new(allergies));
    edit(app, event, put).await.expect("asked");
    event
}

fn replies(values: &[(u32, &str)]) -> RawReplies {
    let values = values.iter();
    RawReplies(
        values
            .map(|(number, value)| (*number, vec![(*value).to_owned()]))
            .collect(),
    )
}

/// A yes with vegan menu and an allergy.
fn vegan() -> AnswerInput {
    AnswerInput {
        replies: replies(&[(1, "3"), (4, "Nüsse")]),
        ..yes(&[])
    }
}

fn picked(number: u32) -> Reply {
    Reply {
        question: 1,
        said: Said::Choices(vec![number]),
    }
}

async fn special_of(app: &TestApp, guest: GuestId) -> Vec<Reply> {
    questions::see_special(&app.desk, &app.permit(), guest)
        .await
        .expect("seen")
}

async fn exported(app: &TestApp, event: EventId, special: bool) -> String {
    let permit = special.then(|| app.permit());
    let csv = app
        .exported(permit.as_ref(), event, as_csv(Locale::De))
        .await;
    String::from_utf8(csv).expect("UTF-8")
}

both_engines! {
    async fn a_guest_replies_changes_it_and_the_organiser_reads_it(app: TestApp) {
        let event = event_with_menu(&app).await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        assert_eq!(app.answer(guest, &vegan()).await.expect("taken"), Standing::Accepted);
        assert_eq!(app.guest_now(guest).await.file.replies, [picked(3)]);
        assert_eq!(special_of(&app, guest).await.len(), 1);
        assert_eq!(app.invitation(guest).await.replies.len(), 2);
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        app.answer(guest, &vegan()).await.expect("the same");
        assert_eq!(app.snapshot().await, before);
        let meat = AnswerInput { replies: replies(&[(1, "2")]), ..yes(&[]) };
        app.answer(guest, &meat).await.expect("changed");
        assert_eq!(app.guest_now(guest).await.file.replies, [picked(2)]);
        assert_eq!(special_of(&app, guest).await, []);
        assert_eq!(app.actions().await.get("guest.changed"), Some(&1));
    }

    async fn whoever_registers_replies_and_a_wrong_reply_writes_nothing(app: TestApp) {
        let event = event_with_menu(&app).await;
        let required = RawQuestion { is_required: true, ..raw("choice", "Menü") };
        edit(&app, event, QuestionEdit::Put(1, Box::new(required))).await.expect("changed");
        let before = app.snapshot().await;
        for (typed, problem) in [(replies(&[]), Problem::Unanswered), (replies(&[(1, "99")]), Problem::UnknownChoice)] {
            let input = RegisterInput { replies: typed, ..registration("anna@x.example") };
            let expected = vec![FieldError::new("q-1", problem)];
            match app.register(event, &input).await {
                Err(RegisterError::Invalid(errors)) => assert_eq!(errors, expected),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(app.snapshot().await, before);
        let input = RegisterInput { replies: vegan().replies, ..registration("anna@x.example") };
        app.register(event, &input).await.expect("registered");
        let guest = app.list(event).await[0].id;
        assert_eq!(app.guest_now(guest).await.file.replies, [picked(3)]);
        assert_eq!(special_of(&app, guest).await.len(), 1);
    }

    async fn whoever_declines_need_not_reply_and_leaves_no_reply(app: TestApp) {
        let event = event_with_menu(&app).await;
        let required = RawQuestion { is_required: true, ..raw("choice", "Menü") };
        edit(&app, event, QuestionEdit::Put(1, Box::new(required))).await.expect("changed");
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        assert!(matches!(app.answer(guest, &yes(&[])).await, Err(AnswerFailure::Invalid(_))));
        let (keys, erased) = (app.rows_in("keys").await, app.rows_in("erasures").await);
        app.answer(guest, &vegan()).await.expect("taken");
        assert_eq!((app.rows_in("keys").await, app.rows_in("special_replies").await), (keys + 1, 1));
        assert_eq!(app.answer(guest, &no()).await.expect("taken back"), Standing::Cancelled);
        assert_eq!(app.guest_now(guest).await.file.replies, []);
        assert_eq!((app.rows_in("keys").await, app.rows_in("special_replies").await), (keys, 0));
        assert_eq!(app.rows_in("erasures").await, erased + 1);
    }

    async fn special_replies_go_a_week_after_the_event_and_the_guest_stays(app: TestApp) {
        let event = event_with_menu(&app).await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        let keys = app.rows_in("keys").await;
        app.answer(guest, &vegan()).await.expect("taken");
        let until = app.event_now(event).await.schedule.ends_at.plus_days(Question::SPECIAL_RETENTION_DAYS);
        app.clock.advance_ms(until.0 - app.desk.now().0 - 1);
        let early = retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!((early.special, early.guests), (0, 0));
        app.clock.advance_ms(1 + Instant::MINUTE_MS);
        let round = retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!((round.special, round.guests), (1, 0));
        assert_eq!(app.guest_now(guest).await.file.replies, [picked(3)]);
        assert_eq!(special_of(&app, guest).await, []);
        assert_eq!((app.rows_in("keys").await, app.rows_in("special_replies").await), (keys, 0));
        let again = retention::run(&app.desk, app.team.tenant).await.expect("a round");
        assert_eq!(again.special, 0);
        assert_eq!(app.actions().await.get("guest.special_deleted"), Some(&1));
    }

    async fn with_a_guest_its_special_replies_and_their_key_are_gone(app: TestApp) {
        let event = event_with_menu(&app).await;
        let keys = app.rows_in("keys").await;
        let invited = app.invited(event, &["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example"]).await;
        for guest in &invited {
            app.answer(*guest, &vegan()).await.expect("taken");
        }
        guests::take_off(&app.desk, &app.permit(), event, invited[0]).await.expect("off");
        erasures::erase(&app.desk, &app.permit(), event, invited[1]).await.expect("erased");
        // The tenant's own key was made for the erasure.
        assert!(app.rows_in("keys").await <= keys + 1);
        assert_eq!(app.rows_in("special_replies").await, 0);
    }

    async fn the_log_tells_of_special_replies_without_what_they_say(app: TestApp) {
        let event = event_with_menu(&app).await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(guest, &vegan()).await.expect("taken");
        let see = app.permit::<act::SeeGuests>();
        let history = backend::history::of_guest(&app.desk, &see, guest).await.expect("read");
        let fields: Vec<_> = history.iter().flat_map(|entry| &entry.fields).collect();
        let of = |name: &str| fields.iter().find(|field| field.field == name).map(|field| field.after.as_str());
        assert_eq!(of("replies"), Some("Menü: Vegan"));
        assert_eq!(of("special-replies"), Some(""));
        assert!(!fields.iter().any(|field| field.after.contains("Nüsse")));
        assert_eq!(app.actions().await.get("access.special_seen"), None);
        special_of(&app, guest).await;
        special_of(&app, guest).await;
        assert_eq!(app.actions().await.get("access.special_seen"), Some(&1));
    }

    async fn who_stands_at_the_door_sees_no_special_replies(app: TestApp) {
        for who in [
            Who::User(app.team.tenant, app.team.owner, Role::CheckIn),
            Who::User(app.team.tenant, app.team.owner, Role::DataProtectionOfficer),
            Who::Support(app.team.tenant, app.team.owner, Some(Extent::Edit)),
        ] {
            assert!(authorise::<act::SeeSpecialReplies>(who, &TestApp::origin()).is_err());
        }
    }

    async fn the_list_as_a_file_has_a_column_for_each_question(app: TestApp) {
        let event = event_with_menu(&app).await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        let formula = AnswerInput { replies: replies(&[(1, "3"), (4, "=1+1")]), ..yes(&[]) };
        app.answer(guest, &formula).await.expect("taken");
        let whole = exported(&app, event, true).await;
        let lines: Vec<&str> = whole.lines().collect();
        assert!(lines[0].ends_with("Menü;Allergien"), "{whole}");
        assert!(lines[1].ends_with("Vegan;'=1+1"), "{whole}");
        let part = exported(&app, event, false).await;
        assert!(part.lines().next().is_some_and(|line| line.ends_with(";Menü")), "{part}");
        assert!(!part.contains("1+1"));
    }

    async fn the_organiser_sees_how_many_replied_what_and_who(app: TestApp) {
        let event = event_with_menu(&app).await;
        let lines = ["Anna;Huber;anna@x.example", "Bert;Maier;bert@x.example", "Cleo;Berg;cleo@x.example", "Dora;Wolf;dora@x.example"];
        let invited = app.invited(event, &lines).await;
        app.answer(invited[0], &vegan()).await.expect("taken");
        app.answer(invited[1], &vegan()).await.expect("taken");
        app.answer(invited[2], &yes(&[])).await.expect("taken");
        app.answer(invited[3], &no()).await.expect("taken");
        let (see, special) = (app.permit(), app.permit());
        let (_, all) = questions::see_replies(&app.desk, &see, Some(&special), event).await.expect("seen");
        let menu: Vec<u32> = all[0].said.iter().map(|same| same.count).collect();
        assert_eq!((menu.as_slice(), all[0].silent), (&[0, 2][..], 1));
        let who: Vec<&str> = all[0].said[1].guests.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(who, ["Anna Huber", "Bert Maier"]);
        assert_eq!((all[1].said.len(), all[1].said[0].count), (1, 2));
        assert_eq!(app.actions().await.get("access.replies_seen"), Some(&1));
        let (_, part) = questions::see_replies(&app.desk, &see, None, event).await.expect("seen");
        assert_eq!(part.len(), 1, "nothing of a special category");
    }

    async fn a_question_with_replies_is_no_longer_asked_and_can_be_asked_again(app: TestApp) {
        let event = event_with_menu(&app).await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(guest, &vegan()).await.expect("taken");
        edit(&app, event, QuestionEdit::Remove(1)).await.expect("stopped");
        let message = AnswerInput { message: "Bis bald".into(), replies: replies(&[(4, "Nüsse")]), ..yes(&[]) };
        app.answer(guest, &message).await.expect("changed");
        assert_eq!(app.guest_now(guest).await.file.replies, [picked(3)]);
        edit(&app, event, QuestionEdit::AskAgain(1)).await.expect("asked again");
        let kinds = QuestionEdit::Put(4, Box::new(raw("number", "Wie viele?")));
        edit(&app, event, kinds).await.expect("changed");
        let now = app.event_now(event).await.questions;
        let four = now.question(4).expect("there");
        assert_eq!((four.kind.code(), four.is_special), ("text", true));
        assert!(now.asked().count() == 2);
        let (_, replied) = questions::load(&app.desk, &app.permit(), event).await.expect("loaded");
        assert_eq!(replied, 1);
    }

    async fn questions_that_are_added_at_once_are_all_kept(app: TestApp) {
        let event = app.event().make().await;
        let labels: Vec<String> = (0..6).map(|at| format!("Frage {at}")).collect();
        let edits = labels.iter().map(|label| edit(&app, event, QuestionEdit::Put(0, Box::new(raw("text", label)))));
        for result in futures::future::join_all(edits).await {
            result.expect("added");
        }
        let asked = app.event_now(event).await.questions;
        let mut kept: Vec<&str> = asked.asked().map(|question| question.label.main.as_str()).collect();
        kept.sort_unstable();
        assert_eq!(kept, labels);
    }

    async fn the_other_tenant_asks_nothing_and_sees_nothing(app: TestApp) {
        let event = event_with_menu(&app).await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(guest, &vegan()).await.expect("taken");
        let before = app.snapshot().await;
        let theirs = app.permit_in::<act::PlanEvents>(app.others);
        let result = questions::edit(&app.desk, &theirs, event, QuestionEdit::Remove(1)).await;
        assert!(matches!(result, Err(EditQuestionsError::Failure(Failure::NotFound))), "{result:?}");
        let result = questions::load(&app.desk, &theirs, event).await.err();
        assert!(matches!(result, Some(Failure::NotFound)), "{result:?}");
        let see = app.permit_in::<act::SeeSpecialReplies>(app.others);
        let result = questions::see_special(&app.desk, &see, guest).await;
        assert!(matches!(result, Err(Failure::NotFound)), "{result:?}");
        assert_eq!(app.snapshot().await, before);
    }

    async fn an_event_made_after_another_asks_the_same(app: TestApp) {
        let model = event_with_menu(&app).await;
        let mut input = plan();
        input.from = Some(model);
        let event = events::create(&app.desk, &app.permit(), &input).await.expect("created");
        let (model, event) = (app.event_now(model).await, app.event_now(event).await);
        assert_eq!(event.questions, model.questions);
        events::change(&app.desk, &app.permit(), event.id, &plan()).await.expect("changed");
        assert_eq!(app.event_now(event.id).await.questions, model.questions);
    }
}
