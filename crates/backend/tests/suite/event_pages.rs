//! The page of an event: texts in two languages, lists, contact, colour.

use backend::{
    Failure,
    events::{self, EditPageError},
};
use domain::{
    Bilingual, Locale,
    access::act,
    events::{Colour, Contact, EventText, PageEdit, PageItem, PageList},
    ids::EventId,
};
use testkit::{TestApp, both_engines, plan, registration};

async fn edit(app: &TestApp, event: EventId, edit: PageEdit) -> Result<(), EditPageError> {
    events::edit_page(&app.desk, &app.permit(), event, edit).await
}

fn english() -> PageEdit {
    PageEdit::Texts {
        description: "Ein *Abend* im Garten.".into(),
        english: EventText {
            title: "Summer party".into(),
            place: "Great Hall, Vienna".into(),
            description: "An *evening* in the garden.".into(),
        },
    }
}

fn item(number: u32, title: &str) -> PageEdit {
    let item = PageItem {
        number,
        lead: "18:30".into(),
        title: Bilingual {
            main: title.into(),
            english: String::new(),
        },
        text: Bilingual::default(),
    };
    PageEdit::Item(PageList::Agenda, item)
}

both_engines! {
    async fn a_page_is_kept_sealed_logged_and_survives_a_change_of_the_plan(app: TestApp) {
        let event = app.event().make().await;
        edit(&app, event, english()).await.expect("texts");
        edit(&app, event, item(0, "Einlass ins Foyer")).await.expect("an item");
        let contact = Contact { name: "Büro Huber".into(), email: "buero@x.example".into(), phone: "+43 1 234".into() };
        edit(&app, event, PageEdit::Contact(contact.clone())).await.expect("a contact");
        edit(&app, event, PageEdit::Colour("#AA0044".into())).await.expect("a colour");
        let mut input = plan();
        input.text.title = "Herbstfest".into();
        events::change(&app.desk, &app.permit(), event, &input).await.expect("changed");
        let kept = app.event_now(event).await;
        assert_eq!((kept.title(Locale::De), kept.title(Locale::En)), ("Herbstfest", "Summer party"));
        assert_eq!(kept.page.agenda[0].title.main, "Einlass ins Foyer");
        assert_eq!(kept.page.contact, contact);
        assert_eq!(kept.page.colour.map(Colour::code), Some("#aa0044".into()));
        assert_eq!(app.actions().await.get("event.page_changed"), Some(&4));
    }

    async fn the_same_once_more_changes_nothing(app: TestApp) {
        let event = app.event().make().await;
        edit(&app, event, english()).await.expect("texts");
        let before = app.snapshot().await;
        app.clock.advance_ms(1_000);
        edit(&app, event, english()).await.expect("the same texts");
        assert_eq!(app.snapshot().await, before);
    }

    async fn items_that_are_added_at_once_are_all_kept(app: TestApp) {
        let event = app.event().make().await;
        let names: Vec<String> = (0..6).map(|at| format!("Punkt {at}")).collect();
        for result in futures::future::join_all(names.iter().map(|name| edit(&app, event, item(0, name)))).await {
            result.expect("added");
        }
        let mut kept: Vec<String> = app.event_now(event).await.page.agenda.into_iter().map(|item| item.title.main).collect();
        kept.sort();
        assert_eq!(kept, names);
    }

    async fn what_somebody_else_took_away_is_not_found(app: TestApp) {
        let event = app.event().make().await;
        edit(&app, event, item(0, "Einlass")).await.expect("added");
        edit(&app, event, PageEdit::Remove(PageList::Agenda, 1)).await.expect("removed");
        let before = app.snapshot().await;
        for late in [item(1, "Zu spät"), PageEdit::Up(PageList::Agenda, 1), PageEdit::Remove(PageList::Agenda, 1)] {
            let result = edit(&app, event, late).await;
            assert!(matches!(result, Err(EditPageError::Failure(Failure::NotFound))), "{result:?}");
        }
        assert_eq!(app.snapshot().await, before);
    }

    async fn the_other_tenant_changes_no_page_and_copies_none(app: TestApp) {
        let event = app.event().make().await;
        edit(&app, event, english()).await.expect("texts");
        let before = app.snapshot().await;
        let theirs = app.permit_in::<act::PlanEvents>(app.others);
        let result = events::edit_page(&app.desk, &theirs, event, item(0, "Fremd")).await;
        assert!(matches!(result, Err(EditPageError::Failure(Failure::NotFound))), "{result:?}");
        let mut input = plan();
        input.from = Some(event);
        let create = app.permit_in::<act::CreateEvents>(app.others);
        assert!(events::create(&app.desk, &create, &input).await.is_err());
        assert_eq!(app.snapshot().await, before);
    }

    async fn an_event_made_after_another_has_its_page(app: TestApp) {
        let model = app.event().make().await;
        edit(&app, model, english()).await.expect("texts");
        edit(&app, model, item(0, "Einlass")).await.expect("an item");
        let mut input = plan();
        input.from = Some(model);
        let event = events::create(&app.desk, &app.permit(), &input).await.expect("created");
        let (model, event) = (app.event_now(model).await, app.event_now(event).await);
        assert_eq!(event.page, model.page);
        assert_eq!(event.published_at, None);
    }

    async fn mails_and_calendar_speak_the_guests_language(app: TestApp) {
        let event = app.event().make().await;
        edit(&app, event, english()).await.expect("texts");
        let mut input = registration("anna@x.example");
        input.language = Locale::En;
        app.register(event, &input).await.expect("registered");
        let mails = app.mails().await;
        let mail = mails.iter().find(|mail| mail.to == "anna@x.example").expect("a mail");
        assert!(mail.subject.contains("Summer party"), "{}", mail.subject);
        assert!(mail.text.contains("Great Hall, Vienna"), "{}", mail.text);
        let calendar = mail.calendar.as_deref().expect("a calendar file");
        assert!(calendar.contains("SUMMARY:Summer party"), "{calendar}");
    }
}
