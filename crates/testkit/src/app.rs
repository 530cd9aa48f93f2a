//! The desk with two tenants.

use std::sync::{Arc, Mutex, PoisonError};

use backend::{
    access::{Origin, Permit, Who, authorise},
    accounts::{self, NewUser, Session},
    clock::MockClock,
    desk::{Desk, DeskSettings},
    mails::MailWay,
    store::Store,
    tenants,
};
use domain::{
    Instant,
    access::{Act, Role, Seat, act},
    ids::{GuestId, TenantId, UserId},
    passwords::PasswordProfile,
};
use tempfile::TempDir;
use uuid::Uuid;
use vault::{Environment, Faulty, LocalKeyFile};

use crate::{Engine, engine::drop_databases};

/// A tenant with somebody who may do everything in it.
#[derive(Debug, Clone, Copy)]
pub struct Team {
    /// The tenant.
    pub tenant: TenantId,
    /// Its owner.
    pub owner: UserId,
}

/// The desk with two tenants, on one engine, in a folder of its own.
pub struct TestApp {
    /// The engine.
    pub engine: Engine,
    /// The address of the database.
    pub database_url: String,
    /// The desk.
    pub desk: Arc<Desk>,
    /// The key provider, which fails on demand.
    pub provider: Arc<Faulty>,
    /// Its clock: Monday, 1 February 2027, 09:00 UTC, until moved.
    pub clock: Arc<MockClock>,
    /// The tenant under test.
    pub team: Team,
    /// Another tenant, which must never be seen.
    pub others: Team,
    /// Where files of the test live.
    pub folder: TempDir,
    /// Addresses of the databases that go with the test.
    databases: Mutex<Vec<String>>,
}

impl TestApp {
    /// Where the clock of each test starts.
    pub const START: Instant = Instant(1_801_472_400_000);
    /// The password of every account in tests.
    pub const PASSWORD: &'static str = "correct horse battery!";
    /// The base address of links.
    pub const BASE_URL: &'static str = "http://localhost:3000";

    /// Starts on one engine.
    pub async fn start(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let name = Uuid::from_bytes(backend::chance::make_bytes());
        let (store, database_url) = engine.open(folder.path(), name).await;
        let provider =
            LocalKeyFile::open_or_create(&folder.path().join("keys/local.key"), Environment::Test)
                .expect("a key file");
        let provider = Arc::new(Faulty::new(Arc::new(provider)));
        let clock = Arc::new(MockClock::at(Self::START));
        let databases = Mutex::new(vec![database_url.clone()]);
        let desk = desk(store, &provider, &clock);
        tenants::ensure_platform(&desk)
            .await
            .expect("the platform key is made");
        let team = team(&desk, "Kulturverein Foyer", "olivia@foyer.example").await;
        let others = team_without_password(&desk, "Andere GmbH").await;
        Self {
            engine,
            database_url,
            desk,
            provider,
            clock,
            team,
            others,
            folder,
            databases,
        }
    }

    /// Another process in front of the same database: it knows no keys yet.
    pub async fn another_desk(&self) -> Arc<Desk> {
        let store = Store::connect(&self.database_url)
            .await
            .expect("the database opens once more");
        desk(store, &self.provider, &self.clock)
    }

    /// Another process, whose operator wants a second factor of every team.
    pub async fn strict_desk(&self) -> Arc<Desk> {
        let store = Store::connect(&self.database_url)
            .await
            .expect("the database opens once more");
        let strict = DeskSettings {
            factor_required: true,
            ..settings()
        };
        desk_with(store, &self.provider, &self.clock, strict)
    }

    /// A new, empty database of an engine with the same keys and clock: an installation to restore into.
    pub async fn empty_desk(&self, engine: Engine) -> Arc<Desk> {
        let name = Uuid::from_bytes(backend::chance::make_bytes());
        let folder = self.folder.path().join(name.simple().to_string());
        let (store, url) = engine.open(&folder, name).await;
        self.databases
            .lock()
            .expect("no test panics while it holds the list")
            .push(url);
        desk(store, &self.provider, &self.clock)
    }

    /// A permit of the tenant's owner.
    pub fn permit<A: Act>(&self) -> Permit<A> {
        self.permit_in(self.team)
    }

    /// A permit of the owner of either tenant.
    pub fn permit_in<A: Act>(&self, team: Team) -> Permit<A> {
        self.permit_of(Who::User(team.tenant, team.owner, Role::Owner))
    }

    /// A permit of anybody who may have it.
    pub fn permit_of<A: Act>(&self, who: Who) -> Permit<A> {
        authorise(who, &Self::origin()).expect("the policy allows it")
    }

    /// A permit of the guest who holds the personal link.
    pub fn permit_of_guest<A: Act>(&self, guest: GuestId) -> Permit<A> {
        self.permit_of(Who::Participant(self.team.tenant, guest))
    }

    /// A permit of a visitor of the tenant's public pages.
    pub fn permit_of_visitor<A: Act>(&self) -> Permit<A> {
        self.permit_of(Who::Visitor(self.team.tenant))
    }

    /// A permit of the operator at the command line.
    pub fn permit_of_operator<A: Act>(&self) -> Permit<A> {
        self.permit_of(Who::Operator(TenantId::PLATFORM))
    }

    /// From where tests act.
    pub fn origin() -> Origin {
        Origin::new("/test", Some([192, 0, 2, 77].into()))
    }

    /// The session of the tenant's owner.
    pub fn session(&self) -> Session {
        Session {
            user: self.team.owner,
            tenant: self.team.tenant,
            seat: Seat::Team(Role::Owner),
            at_events: Vec::new(),
            name: "Olivia Organiser".to_owned(),
            email: "olivia@foyer.example".to_owned(),
            tenant_name: "Kulturverein Foyer".to_owned(),
            support: Vec::new(),
            token_hash: Vec::new(),
            began_at: Self::START,
            proved_at: Self::START,
            strong: false,
            lacks_factor: false,
        }
    }
}

impl Drop for TestApp {
    /// Databases of a server would stay until the server ends, some hundreds of them.
    fn drop(&mut self) {
        let databases = std::mem::take(
            &mut *self
                .databases
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
        drop_databases(databases);
    }
}

fn desk(store: Store, provider: &Arc<Faulty>, clock: &Arc<MockClock>) -> Arc<Desk> {
    desk_with(store, provider, clock, settings())
}

fn desk_with(
    store: Store,
    provider: &Arc<Faulty>,
    clock: &Arc<MockClock>,
    settings: DeskSettings,
) -> Arc<Desk> {
    Arc::new(Desk::new(store, provider.clone(), clock.clone(), settings))
}

fn settings() -> DeskSettings {
    DeskSettings {
        environment: Environment::Test,
        passwords: PasswordProfile::Tom,
        breached: None,
        factor_required: false,
        base_url: TestApp::BASE_URL.to_owned(),
        mail: MailWay::Safe,
    }
}

async fn tenant(desk: &Desk, name: &str) -> TenantId {
    let permit: Permit<act::ManageTenants> =
        authorise(Who::Operator(TenantId::PLATFORM), &TestApp::origin()).expect("operators may");
    tenants::create(desk, &permit, name)
        .await
        .expect("the tenant is made")
}

async fn team(desk: &Desk, name: &str, email: &str) -> Team {
    let tenant = tenant(desk, name).await;
    let permit: Permit<act::ManageUsers> =
        authorise(Who::Operator(TenantId::PLATFORM), &TestApp::origin()).expect("operators may");
    let new = NewUser {
        name: "Olivia Organiser".to_owned(),
        email: email.to_owned(),
        password: TestApp::PASSWORD.to_owned(),
        organiser: tenant,
        role: Role::Owner,
    };
    let owner = accounts::create(desk, &permit, new)
        .await
        .expect("the account is made");
    Team { tenant, owner }
}

/// Hashing a password takes time; the other tenant's owner never signs in.
async fn team_without_password(desk: &Desk, name: &str) -> Team {
    let tenant = tenant(desk, name).await;
    Team {
        tenant,
        owner: UserId::from_uuid(backend::chance::make_uuid(desk.now())),
    }
}
