//! Answers that an organiser enters for a guest.

use backend::{
    Failure,
    registrations::{self, AnswerFailure, AnswerInput, Entering},
};
use domain::{
    Bilingual,
    access::act,
    events::Step,
    guests::Standing,
    ids::{EventId, GuestId},
    questions::{QuestionEdit, RawQuestion, RawReplies},
    registrations::AnswerError,
};
use testkit::{TestApp, both_engines, no, registration, yes};

async fn enter(
    app: &TestApp,
    event: EventId,
    guest: GuestId,
    input: &AnswerInput,
    tells: bool,
) -> Result<Standing, AnswerFailure> {
    let permit = app.permit::<act::EditGuests>();
    let entering = Entering { tells, seen: None };
    registrations::answer_for(&app.desk, &permit, None, event, guest, input, entering).await
}

async fn ask(app: &TestApp, event: EventId, kind: &str, is_special: bool) {
    let text = |main: &str| Bilingual {
        main: main.to_owned(),
        english: String::new(),
    };
    let question = RawQuestion {
        kind: kind.to_owned(),
        label: text("Frage"),
        why: text("Küche"),
        is_required: true,
        is_special,
        ..RawQuestion::default()
    };
    let put = QuestionEdit::Put(0, Box::new(question));
    backend::questions::edit(&app.desk, &app.permit(), event, put)
        .await
        .expect("asked");
}

both_engines! {
    async fn an_answer_is_entered_after_the_deadline_and_the_log_tells_by_whom(app: TestApp) {
        let event = app.event().capacity(3).companions(0).make().await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        backend::events::step(&app.desk, &app.permit(), event, Step::Close).await.expect("closed");
        let refused = app.answer(guest, &yes(&[])).await;
        assert!(matches!(refused, Err(AnswerFailure::Rejected(_))));
        let mails = app.mails().await.len();
        assert_eq!(enter(&app, event, guest, &yes(&["Ben"]), false).await.expect("entered"), Standing::Accepted);
        assert_eq!(app.event_now(event).await.taken, 2, "more companions than others may bring");
        assert_eq!(app.mails().await.len(), mails, "no mail if none is wanted");
        let full = enter(&app, event, guest, &yes(&["Ben", "Cora", "Dora"]), false).await;
        assert!(matches!(full, Err(AnswerFailure::Rejected(AnswerError::Full { left: 1 }))));
        enter(&app, event, guest, &no(), true).await.expect("entered");
        assert_eq!(app.mails().await.len(), mails + 1);
        let history = backend::history::of_guest(&app.desk, &app.permit(), guest).await.expect("seen");
        let done: Vec<_> = history.iter().filter(|entry| entry.action != "guest.invited" && entry.action != "guest.imported").collect();
        assert_eq!(done.iter().map(|entry| entry.action.as_str()).collect::<Vec<_>>(), ["guest.cancelled", "guest.accepted"]);
        assert!(done.iter().all(|entry| entry.actor_kind == ledger::ActorKind::User));
    }

    async fn what_nobody_says_for_another_stays_as_it_was(app: TestApp) {
        let event = app.event().make().await;
        ask(&app, event, "consent", false).await;
        ask(&app, event, "text", true).await;
        ask(&app, event, "text", false).await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        let replies = RawReplies(vec![(1, vec!["yes".into()]), (2, vec!["Nüsse".into()]), (3, vec!["gern".into()])]);
        app.answer(guest, &AnswerInput { replies, ..yes(&[]) }).await.expect("taken");
        let before = app.invitation(guest).await.replies;
        assert_eq!(before.len(), 3);
        let replies = RawReplies(vec![(2, vec!["keine".into()]), (3, vec!["ungern".into()])]);
        enter(&app, event, guest, &AnswerInput { replies, ..yes(&["Ben"]) }, false).await.expect("entered");
        let after = app.invitation(guest).await.replies;
        let said = |number| after.iter().find(|reply| reply.question == number);
        let had = |number| before.iter().find(|reply| reply.question == number);
        assert_eq!((said(1), said(2)), (had(1), had(2)));
        assert_ne!(said(3), had(3));
        let seen = registrations::invitation_of(&app.desk, &app.permit(), None, event, guest).await.expect("seen");
        assert_eq!(seen.replies.len(), 1);
        assert_eq!(seen.event.questions.asked().count(), 1);
    }

    async fn what_the_guest_did_meanwhile_is_not_overwritten(app: TestApp) {
        let event = app.event().make().await;
        let guest = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        app.answer(guest, &no()).await.expect("a no");
        let entering = Entering { seen: Some(Standing::Open), ..Entering::default() };
        let permit = app.permit::<act::EditGuests>();
        let late = registrations::answer_for(&app.desk, &permit, None, event, guest, &yes(&[]), entering).await;
        assert!(matches!(late, Err(AnswerFailure::Changed)));
        assert_eq!(app.guest_now(guest).await.standing(), Standing::Declined);
    }

    async fn nothing_is_entered_for_guests_elsewhere_or_before_they_confirm(app: TestApp) {
        let event = app.event().make().await;
        let elsewhere = app.event().make().await;
        let guest = app.invited(elsewhere, &["Anna;Huber;anna@x.example"]).await[0];
        app.register_only(event, &registration("ben@x.example")).await.expect("registered");
        let unconfirmed = app.unconfirmed(event).await[0];
        for guest in [guest, unconfirmed] {
            let entered = enter(&app, event, guest, &yes(&[]), false).await;
            assert!(matches!(entered, Err(AnswerFailure::Failure(Failure::NotFound))));
            let seen = registrations::invitation_of(&app.desk, &app.permit(), None, event, guest).await;
            assert!(matches!(seen, Err(Failure::NotFound)));
        }
    }
}
