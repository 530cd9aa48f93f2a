//! The log: one entry for each change, true about who, from where and what. That a change cannot be committed without
//! an entry is seen to by the compiler: `TenantTx` has no other way to commit that a use case could reach.

use backend::{
    access::{Origin, Who, authorise},
    accounts,
    events::{self, PlanInput},
    history, imports,
    mailings::{self, default_letter},
    mails::deliver_due,
    registrations::{self, AnswerInput, confirm},
    tenants,
};
use domain::{
    Instant, Locale,
    events::Step,
    ids::{EntryId, TenantId},
    mailings::{Letter, Mailing},
};
use ledger::{ActorKind, Entry};
use testkit::{LogRow, MailServer, TestApp, as_csv, both_engines, no, plan, registration, yes};

use crate::suite::support::{smtp_to, upload};

const ORIGIN: &str = "/test 192.0.2.0/24";
const NEW_EVENT: &str = "title place description starts ends zone admission companions";
const NEW_GUEST: &str = "given-name family-name email language places";

/// The entries that stand in the log since it was last looked at.
struct Watch<'app> {
    app: &'app TestApp,
    seen: usize,
    rows: std::collections::BTreeMap<uuid::Uuid, LogRow>,
}

impl<'app> Watch<'app> {
    async fn start(app: &'app TestApp) -> Self {
        let rows = app.log().await;
        Self {
            app,
            seen: rows.len(),
            rows,
        }
    }

    async fn new_rows(&mut self) -> Vec<LogRow> {
        let now = self.app.log().await;
        for (id, row) in &self.rows {
            assert_eq!(now.get(id), Some(row), "an entry never changes");
        }
        let mut new: Vec<LogRow> = now
            .values()
            .filter(|row| !self.rows.contains_key(&row.id))
            .cloned()
            .collect();
        new.sort_by(|one, other| (&one.action, one.id).cmp(&(&other.action, other.id)));
        self.seen += new.len();
        self.rows = now;
        assert_eq!(self.rows.len(), self.seen);
        new
    }

    /// Exactly these entries are new: action and changed fields.
    async fn expect(
        &mut self,
        kind: ActorKind,
        actor: &str,
        expected: &[(&str, &str)],
    ) -> Vec<LogRow> {
        let new = self.new_rows().await;
        let found: Vec<(&str, &str)> = new
            .iter()
            .map(|row| (row.action.as_str(), row.fields.as_str()))
            .collect();
        assert_eq!(found, expected);
        for row in &new {
            assert_eq!(
                (row.actor_kind.as_str(), row.actor.as_str()),
                (kind.code(), actor)
            );
            let origin = if kind == ActorKind::System && actor.is_empty() {
                "worker"
            } else {
                ORIGIN
            };
            assert_eq!(row.origin, origin);
            assert_eq!(row.at, self.app.desk.now().0);
            assert_eq!(
                row.sealed.is_some(),
                !row.fields.is_empty(),
                "values and names go together"
            );
            assert_eq!(row.leaf, leaf_of(row), "the leaf recomputes");
        }
        new
    }
}

/// The leaf as anybody can compute it from the row.
fn leaf_of(row: &LogRow) -> Vec<u8> {
    let entry = Entry {
        id: EntryId::from_uuid(row.id).to_string(),
        tenant: TenantId::from_uuid(row.tenant_id).to_string(),
        at: row.at,
        actor_kind: row.actor_kind.parse().expect("a kind"),
        actor: row.actor.clone(),
        origin: row.origin.clone(),
        action: row.action.clone(),
        entity: row.entity.clone(),
        person: row.subject_id.simple().to_string(),
        fields: row.fields.split_whitespace().map(str::to_owned).collect(),
        values_hash: row
            .sealed
            .as_deref()
            .map_or(String::new(), Entry::hash_values),
    };
    entry.leaf().to_vec()
}

both_engines! {
    async fn what_the_team_does_is_logged_once_each(app: TestApp) {
        let mut log = Watch::start(&app).await;
        let olivia = app.team.owner.to_string();
        let user = ActorKind::User;
        let event = events::create(&app.desk, &app.permit(), &plan()).await.expect("created");
        let rows = log.expect(user, &olivia, &[("event.created", NEW_EVENT)]).await;
        assert_eq!((rows[0].entity.clone(), rows[0].event_id), (event.to_string(), Some(event.uuid())));
        events::step(&app.desk, &app.permit(), event, Step::Publish).await.expect("published");
        log.expect(user, &olivia, &[("event.published", "")]).await;
        let input = PlanInput { companions: "3".into(), capacity: "90".into(), ..plan() };
        events::change(&app.desk, &app.permit(), event, &input).await.expect("changed");
        log.expect(user, &olivia, &[("event.changed", "capacity companions")]).await;
        let letter = Letter { subject_en: "Come!".into(), ..default_letter(Mailing::Invitation) };
        mailings::save(&app.desk, &app.permit(), event, Mailing::Invitation, &letter).await.expect("saved");
        log.expect(user, &olivia, &[("invitation.written", "subject-en")]).await;
        let session = app.session();
        mailings::send_test(&app.desk, &app.permit(), &session, event, Mailing::Invitation, None, Locale::De).await.expect("queued");
        log.expect(user, &olivia, &[("invitation.tested", "")]).await;

        let list = "Vorname;Nachname;E-Mail;Firma\nAnna;Huber;anna@x.example;ACME\nBen;;ben@x.example;\n";
        let import = upload(&app, event, "", list.into()).await;
        log.expect(user, &olivia, &[("import.uploaded", "")]).await;
        imports::adjust(&app.desk, &app.permit(), event, import, imports::Adjustment::default()).await.expect("ok");
        log.expect(user, &olivia, &[("import.adjusted", "")]).await;
        imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        let rows = log.expect(user, &olivia, &[
            ("guest.imported", "given-name family-name email organization"),
            ("guest.imported", "given-name email"),
            ("import.confirmed", "guests"),
        ]).await;
        assert!(rows[0].guest_id.is_some() && rows[0].event_id == Some(event.uuid()));
        app.send_all(event).await;
        log.expect(user, &olivia, &[("guest.invited", ""), ("guest.invited", "")]).await;
        app.exported(Some(&app.permit()), event, as_csv(Locale::De)).await;
        log.expect(user, &olivia, &[("guests.exported", "special-replies")]).await;

        let list = "Vorname;Nachname;E-Mail\nCleo;Berg;cleo@x.example\n";
        let import = upload(&app, event, "", list.into()).await;
        imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        assert_eq!(log.new_rows().await.len(), 3);
        imports::undo(&app.desk, &app.permit(), event, import).await.expect("undone");
        log.expect(user, &olivia, &[("guest.removed", ""), ("import.undone", "guests")]).await;
    }

    async fn what_guests_and_visitors_do_is_logged_once_each(app: TestApp) {
        let event = app.event().make().await;
        let anna = app.invited(event, &["Anna;Huber;anna@x.example"]).await[0];
        let mut log = Watch::start(&app).await;
        let (guest, id) = (ActorKind::Participant, anna.to_string());
        app.register_only(event, &registration("ben@x.example")).await.expect("registered");
        let rows = log.expect(guest, "", &[("guest.registered", NEW_GUEST)]).await;
        assert_eq!(rows[0].event_id, Some(event.uuid()));
        let ben = app.unconfirmed(event).await[0];
        confirm(&app.desk, &app.permit_of_guest(ben), ben).await.expect("confirmed");
        log.expect(guest, &ben.to_string(), &[("guest.confirmed", "")]).await;
        app.register_only(event, &registration("anna@x.example")).await.expect("same reply");
        let rows = log.expect(guest, "", &[("guest.link_sent", "")]).await;
        assert_eq!(rows[0].guest_id, Some(anna.uuid()));
        let input = AnswerInput { message: "Danke!".into(), language: Some(Locale::En), ..yes(&["Ben"]) };
        app.answer(anna, &input).await.expect("taken");
        log.expect(guest, &id, &[("guest.accepted", "language companions message places")]).await;
        app.answer(anna, &yes(&["Ben"])).await.expect("taken");
        log.expect(guest, &id, &[("guest.changed", "message")]).await;
        app.answer(anna, &no()).await.expect("taken");
        log.expect(guest, &id, &[("guest.cancelled", "companions places")]).await;
        let dora = app.invited(event, &["Dora;Wolf;dora@x.example"]).await[0];
        log.new_rows().await;
        app.answer(dora, &no()).await.expect("taken");
        log.expect(guest, &dora.to_string(), &[("guest.declined", "")]).await;
        app.invitation(dora).await;
        log.expect(guest, "", &[]).await;
    }

    async fn what_the_software_and_the_operator_do_is_logged_once_each(app: TestApp) {
        let server = MailServer::start().await;
        let event = app.event().make().await;
        app.register_only(event, &registration("ben@x.example")).await.expect("registered");
        let mut log = Watch::start(&app).await;
        deliver_due(&app.desk, app.team.tenant, &smtp_to(&server)).await.expect("delivered");
        log.expect(ActorKind::System, "", &[("mail.sent", "mail")]).await;
        let operator = ActorKind::System;
        let tenant = tenants::create(&app.desk, &app.permit_of_operator(), "Dritte").await.expect("created");
        let rows = log.expect(operator, "operator", &[("tenant.created", "name")]).await;
        assert_eq!(rows[0].tenant_id, tenant.uuid());
        let new = accounts::NewUser {
            name: "Ben".into(),
            email: "ben@foyer.example".into(),
            password: TestApp::PASSWORD.into(),
            organiser: tenant,
            role: domain::access::Role::Admin,
        };
        let ben = accounts::create(&app.desk, &app.permit_of_operator(), new).await.expect("created");
        log.expect(operator, "operator", &[("team.joined", "role"), ("user.created", "name email")]).await;
        let token = accounts::sign_in(&app.desk, &TestApp::origin(), "ben@foyer.example", TestApp::PASSWORD, "")
            .await
            .expect("they fit")
            .session()
            .expect("in");
        let rows = log.expect(ActorKind::User, &ben.to_string(), &[("user.signed_in", "")]).await;
        assert_eq!(rows[0].entity, ben.to_string());
        accounts::sign_out(&app.desk, &TestApp::origin(), &token.expose()).await.expect("out");
        log.expect(ActorKind::User, &ben.to_string(), &[("user.signed_out", "")]).await;
        let permit = app.permit_of_operator();
        accounts::reset_password(&app.desk, &permit, "ben@foyer.example", TestApp::PASSWORD.into(), false)
            .await
            .expect("reset");
        log.expect(operator, "operator", &[("user.password_reset", "")]).await;
        accounts::disable(&app.desk, &permit, "ben@foyer.example").await.expect("disabled");
        log.expect(operator, "operator", &[("user.disabled", "")]).await;
    }

    async fn the_history_of_a_guest_tells_who_when_from_where_and_what(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", "Vorname;Nachname;E-Mail\nAnna;Huber;anna@x.example\n".into()).await;
        imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        let anna = app.list(event).await[0].id;
        app.clock.advance_ms(Instant::HOUR_MS);
        app.send_all(event).await;
        app.clock.advance_ms(Instant::HOUR_MS);
        let link = Origin::new("/i", Some([2001, 0xdb8, 1, 2, 3, 4, 5, 6].into()));
        let permit = authorise(Who::Participant(app.team.tenant, anna), &link).expect("guests answer");
        let input = AnswerInput { family_name: Some("Berg".into()), ..yes(&["Ben"]) };
        registrations::answer(&app.desk, &permit, anna, &input).await.expect("taken");

        let history = history::of_guest(&app.desk, &app.permit(), anna).await.expect("a history");
        let lines: Vec<_> = history
            .iter()
            .map(|line| (line.at.0 - TestApp::START.0, line.actor_kind, line.actor_name.as_str(), line.action.as_str()))
            .collect();
        let hour = Instant::HOUR_MS;
        assert_eq!(
            lines,
            [
                (2 * hour, ActorKind::Participant, "", "guest.accepted"),
                (hour, ActorKind::User, "Olivia Organiser", "guest.invited"),
                (0, ActorKind::User, "Olivia Organiser", "guest.imported"),
            ]
        );
        let origins: Vec<&str> = history.iter().map(|line| line.origin.as_str()).collect();
        assert_eq!(origins, ["/i 7d1:db8:1::/48", ORIGIN, ORIGIN]);
        let fields = |at: usize| -> Vec<(&str, &str, &str)> {
            history[at]
                .fields
                .iter()
                .map(|field| (field.field.as_str(), field.before.as_str(), field.after.as_str()))
                .collect()
        };
        assert_eq!(
            fields(0),
            [("family-name", "Huber", "Berg"), ("companions", "", "Ben"), ("places", "0", "2")]
        );
        assert_eq!(fields(1), []);
        assert_eq!(
            fields(2),
            [("given-name", "", "Anna"), ("family-name", "", "Huber"), ("email", "", "anna@x.example")]
        );
    }

    async fn the_history_outlives_a_removed_guest_without_the_values(app: TestApp) {
        let event = app.event().make().await;
        let import = upload(&app, event, "", "Vorname;Nachname;E-Mail\nAnna;Huber;anna@x.example\n".into()).await;
        imports::confirm(&app.desk, &app.permit(), event, import).await.expect("confirmed");
        let anna = app.list(event).await[0].id;
        app.clock.advance_ms(1);
        imports::undo(&app.desk, &app.permit(), event, import).await.expect("undone");
        let history = history::of_guest(&app.desk, &app.permit(), anna).await.expect("a history");
        let lines: Vec<_> = history.iter().map(|line| (line.action.as_str(), line.fields.len())).collect();
        assert_eq!(lines, [("guest.removed", 0), ("guest.imported", 0)]);
        for row in app.log().await.values() {
            assert_eq!(row.leaf, leaf_of(row), "every leaf still recomputes");
        }
    }
}
