//! Trying it out.

use std::sync::Arc;

use anyhow::ensure;
use backend::{
    access::{Origin, Who, authorise},
    accounts::{self, NewUser},
    covers,
    desk::Desk,
    events::{self, PlanInput},
    imports, tenants,
    workshops::{self, WorkshopInput},
};
use domain::{
    Bilingual,
    access::{Role, act},
    events::{AnswerRules, EventText, Step},
    ids::{TenantId, UserId},
    workshops::RawWorkshop,
};
use vault::Environment;

use super::{log, serve, tenant::operator};
use crate::{config::Config, start};

const EMAIL: &str = "demo@einlass.example";
/// The provider's support, for trying out how a tenant lets it in.
const SUPPORT: &str = "support@einlass.example";
const PASSWORD: &str = "Sieben Lampen leuchten!";

/// A list to begin with; names and addresses are made up, and `.example` receives no mail.
const GUESTS: &str = "Anrede;Titel;Vorname;Nachname;E-Mail;Firma;Sprache
Frau;Dr.;Anna;Huber;anna.huber@firma.example;Huber & Co;de
Herr;;Łukasz;Müller;lukasz.mueller@uni.example;Universität Wien;de
Frau;Mag.;Zoë;Nußbaumer;zoe.nussbaumer@verein.example;Kulturverein;de
;;James;O'Connor;james.oconnor@company.example;O'Connor Ltd;en
Frau;Univ.-Prof. Dr.;Maria;van den Berg;maria.vandenberg@uni.example;TU Graz;de
Herr;;Yusuf;Yıldız;yusuf.yildiz@firma.example;Yıldız GmbH;de
;;Noor;Haddad;noor.haddad@studio.example;Studio Haddad;en
Herr;DI;Jakob;Gruber;jakob.gruber@firma.example;Gruber Bau;de
";

/// Fills an empty installation, prints the sign-in, serves.
pub(super) async fn demo(config: &Config) -> anyhow::Result<()> {
    ensure!(
        config.environment != Environment::Production,
        "the demo is not for production"
    );
    let desk = start::open(config).await?;
    if tenants::list(&desk, &operator()?).await?.is_empty() {
        fill(&desk).await?;
    }
    log::say(&format!("Open      {}/app/login", config.base()));
    log::say(&format!("Sign in   {EMAIL}"));
    log::say(&format!("Support   {SUPPORT}"));
    log::say(&format!("Password  {PASSWORD}"));
    if config.smtp_url.is_none() {
        log::say(&format!(
            "Mails     are kept and shown at {}/app/mailbox",
            config.base()
        ));
    }
    serve::serve_desk(config, desk).await
}

/// The picture on top of each event's page.
const COVER: &[u8] = include_bytes!("../../assets/foyer.jpg");

/// Workshops of each event: title, the same in English, from when until when, places.
const WORKSHOPS: [(&str, &str, [&str; 2], &str); 2] = [
    (
        "Führung durch das Haus",
        "Tour of the house",
        ["T18:30", "T19:15"],
        "15",
    ),
    (
        "Tanzkurs für alle, die sich trauen",
        "Dance class for the brave",
        ["T19:00", "T20:00"],
        "24",
    ),
];

async fn fill(desk: &Arc<Desk>) -> anyhow::Result<()> {
    let tenant = tenants::create(desk, &operator()?, "Kulturverein Foyer").await?;
    let new = NewUser {
        name: "Demo".to_owned(),
        email: EMAIL.to_owned(),
        password: PASSWORD.to_owned(),
        organiser: tenant,
        role: Role::Owner,
    };
    let user = accounts::create(desk, &operator()?, new).await?;
    let password = PASSWORD.to_owned();
    accounts::create_supporter(desk, &operator()?, "Sam Support", SUPPORT, password).await?;
    plan(
        desk,
        tenant,
        user,
        "Sommerfest im Foyer",
        28,
        "invitation",
        "80",
        true,
    )
    .await?;
    plan(desk, tenant, user, "Offene Probe", 12, "open", "40", false).await
}

#[expect(clippy::too_many_arguments, reason = "a sample is a row of facts")]
async fn plan(
    desk: &Arc<Desk>,
    tenant: TenantId,
    user: UserId,
    title: &str,
    days: i64,
    admission: &str,
    capacity: &str,
    with_guests: bool,
) -> anyhow::Result<()> {
    let who = Who::User(tenant, user, Role::Owner);
    let origin = Origin::new("demo", None);
    let zone = "Europe/Vienna".to_owned();
    let starts = words::evening(desk.now(), days, &zone);
    let input = PlanInput {
        text: EventText {
            title: title.to_owned(),
            place: "Foyer, Hauptplatz 1, 1010 Wien".to_owned(),
            description: "Ein Abend mit Musik, kurzen Reden und langen Gesprächen.\n\nFür Speis und Trank ist gesorgt."
                .to_owned(),
        },
        ends: starts.replace("T18", "T22"),
        starts,
        zone,
        admission: admission.to_owned(),
        capacity: capacity.to_owned(),
        companions: "2".to_owned(),
        offer_hours: "48".to_owned(),
        rules: AnswerRules {
            by_approval: false,
            maybe: admission == "invitation",
        },
        opens: String::new(),
        answer_until: String::new(),
        from: None,
        request_key: uuid::Uuid::from_bytes(backend::chance::make_bytes()),
    };
    let event =
        events::create(desk, &authorise::<act::CreateEvents>(who, &origin)?, &input).await?;
    events::step(
        desk,
        &authorise::<act::PlanEvents>(who, &origin)?,
        event,
        Step::Publish,
    )
    .await?;
    let alt = Bilingual {
        main: "Sieben Lampen über einem Foyer voller Gäste".to_owned(),
        english: "Seven lamps above a foyer full of guests".to_owned(),
    };
    let permit = authorise::<act::PlanEvents>(who, &origin)?;
    covers::put(desk, &permit, event, COVER.to_vec(), &alt).await?;
    for (title, english, hours, places) in WORKSHOPS {
        let at = |time: &str| input.starts.replace("T18:00", time);
        let workshop = WorkshopInput {
            raw: RawWorkshop {
                title: Bilingual {
                    main: title.to_owned(),
                    english: english.to_owned(),
                },
                capacity: places.to_owned(),
                ..RawWorkshop::default()
            },
            starts: at(hours[0]),
            ends: at(hours[1]),
        };
        let permit = authorise::<act::PlanEvents>(who, &origin)?;
        workshops::put(desk, &permit, event, 0, &workshop).await?;
    }
    if with_guests {
        let permit = authorise::<act::EditGuests>(who, &origin)?;
        let import =
            imports::upload(desk, &permit, event, "guests.csv".to_owned(), GUESTS.into()).await?;
        imports::confirm(desk, &permit, event, import).await?;
    }
    Ok(())
}
