//! A tenant's root key gives way to the next one.

use std::{sync::Arc, time::Duration};

use vault::{
    Environment, KeyCache, LocalKeyFile, OpenError, ProviderError, TenantKeySet, TenantKeys,
    WrappedPersonKey,
};

const TENANT: [u8; 16] = [1; 16];
const OTHER: [u8; 16] = [2; 16];
const PERSON: [u8; 16] = [3; 16];
const NOW_MS: i64 = 1_700_000_000_000;
const COLUMNS: [&str; 1] = ["people.email"];

struct Scene {
    _folder: tempfile::TempDir,
    cache: KeyCache,
}

impl Scene {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("einlass.key");
        let file = LocalKeyFile::open_or_create(&path, Environment::Test).expect("a new key file");
        let limit = Duration::from_mins(15);
        let cache = KeyCache::new(Arc::new(file), Environment::Test, limit, limit);
        Self {
            _folder: folder,
            cache,
        }
    }

    async fn first(&self) -> Arc<TenantKeys> {
        let root = self.cache.make_tenant_root(TENANT, 1).await.expect("made");
        self.keys(1, &root).await
    }

    async fn keys(&self, version: u32, root: &[u8]) -> Arc<TenantKeys> {
        self.cache
            .tenant_keys(TENANT, version, root, NOW_MS)
            .await
            .expect("it opens")
    }

    async fn next(&self, current: &TenantKeys) -> Arc<TenantKeys> {
        let root = self.cache.make_next_root(current, &COLUMNS).await;
        self.keys(current.version() + 1, &root.expect("made")).await
    }
}

fn set<const N: usize>(keys: [&Arc<TenantKeys>; N]) -> TenantKeySet {
    TenantKeySet::new(keys.into_iter().cloned().collect()).expect("keys of one tenant")
}

#[tokio::test]
async fn lookups_stay_the_same_through_every_change() {
    let scene = Scene::start();
    let first = scene.first().await;
    let second = scene.next(&first).await;
    let third = scene.next(&second).await;
    for later in [&second, &third] {
        assert_eq!(
            later.blind_index(COLUMNS[0], "zoe@example.org"),
            first.blind_index(COLUMNS[0], "zoe@example.org")
        );
        assert_eq!(
            later.derive_link_token(PERSON, 2),
            first.derive_link_token(PERSON, 2)
        );
    }
    assert_eq!(
        (first.version(), second.version(), third.version()),
        (1, 2, 3)
    );
}

#[tokio::test]
async fn a_person_key_opens_under_both_roots_and_is_the_same_key() {
    let scene = Scene::start();
    let first = scene.first().await;
    let second = scene.next(&first).await;
    let both = set([&second, &first]);
    let place = vault::Place::row("guests", [9; 16]);
    let (key, wrapped) = first.make_person_key(PERSON);
    let sealed = key.seal(place, &"Zoë".to_owned());

    let old = both.unwrap_person_key(PERSON, wrapped.as_bytes()).unwrap();
    assert_eq!(old.open(place, &sealed).unwrap(), "Zoë");
    let anew = both
        .rewrap_person_key(PERSON, wrapped.as_bytes())
        .unwrap()
        .expect("it was under the old root");
    assert_eq!(WrappedPersonKey::root_version_of(anew.as_bytes()), Ok(2));
    assert_eq!(both.rewrap_person_key(PERSON, anew.as_bytes()), Ok(None));
    let new = set([&second])
        .unwrap_person_key(PERSON, anew.as_bytes())
        .unwrap();
    assert_eq!(new.open(place, &sealed).unwrap(), "Zoë");
    let made = both.make_person_key(PERSON).1;
    assert_eq!(WrappedPersonKey::root_version_of(made.as_bytes()), Ok(2));
}

#[tokio::test]
async fn a_root_that_is_not_here_is_named() {
    let scene = Scene::start();
    let first = scene.first().await;
    let second = scene.next(&first).await;
    let (_, wrapped) = second.make_person_key(PERSON);
    assert_eq!(
        set([&first])
            .unwrap_person_key(PERSON, wrapped.as_bytes())
            .unwrap_err(),
        OpenError::OtherKeyVersion {
            found: 2,
            expected: 1
        }
    );
    for cut in [0, 1, 50] {
        assert_eq!(
            WrappedPersonKey::root_version_of(&wrapped.as_bytes()[..cut]),
            Err(OpenError::Malformed)
        );
    }
}

#[tokio::test]
async fn a_changed_cut_or_moved_root_is_refused() {
    let scene = Scene::start();
    let first = scene.first().await;
    let root = scene.cache.make_next_root(&first, &COLUMNS).await.unwrap();
    for at in 0..root.len() {
        let mut changed = root.clone();
        changed[at] ^= 1;
        for bytes in [&changed[..], &root[..at]] {
            let result = scene.cache.tenant_keys(TENANT, 2, bytes, NOW_MS).await;
            assert!(
                matches!(
                    result,
                    Err(ProviderError::Refused | ProviderError::Malformed)
                ),
                "{at}: {result:?}"
            );
        }
    }
    for (tenant, version) in [(OTHER, 2), (TENANT, 1), (TENANT, 3)] {
        let result = scene
            .cache
            .tenant_keys(tenant, version, &root, NOW_MS)
            .await;
        assert!(matches!(result, Err(ProviderError::Refused)), "{result:?}");
    }
}

#[tokio::test]
async fn two_roots_of_one_version_are_not_confused() {
    let scene = Scene::start();
    let first = scene.first().await;
    let one = scene.cache.make_next_root(&first, &COLUMNS).await.unwrap();
    let other = scene.cache.make_next_root(&first, &COLUMNS).await.unwrap();
    let (_, wrapped) = scene.keys(2, &one).await.make_person_key(PERSON);
    assert_eq!(
        scene
            .keys(2, &other)
            .await
            .unwrap_person_key(PERSON, wrapped.as_bytes())
            .unwrap_err(),
        OpenError::Refused
    );
    assert!(
        scene
            .keys(2, &one)
            .await
            .unwrap_person_key(PERSON, wrapped.as_bytes())
            .is_ok()
    );
}

#[tokio::test]
async fn a_set_is_of_one_tenant() {
    let scene = Scene::start();
    let first = scene.first().await;
    let root = scene.cache.make_tenant_root(OTHER, 1).await.unwrap();
    let other = scene.cache.tenant_keys(OTHER, 1, &root, NOW_MS).await;
    assert!(TenantKeySet::new(vec![first, other.unwrap()]).is_none());
    assert!(TenantKeySet::new(Vec::new()).is_none());
}

#[tokio::test]
async fn keys_of_a_root_that_is_gone_leave_the_memory() {
    let scene = Scene::start();
    let first = scene.first().await;
    let second = scene.next(&first).await;
    let weak = Arc::downgrade(&first);
    drop(first);
    assert!(weak.upgrade().is_some(), "the cache holds it");
    scene.cache.keep_only(OTHER, &[7]);
    assert!(weak.upgrade().is_some(), "another tenant is none of it");
    scene.cache.keep_only(TENANT, &[second.version()]);
    assert!(weak.upgrade().is_none());
}
