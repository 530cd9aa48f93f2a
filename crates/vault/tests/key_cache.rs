//! The key cache in good days, in an outage and when the key is taken away.

use std::{sync::Arc, time::Duration};

use vault::{Environment, Faulty, KeyCache, LocalKeyFile, ProviderError};

const TENANT: [u8; 16] = [1; 16];
const OTHER: [u8; 16] = [2; 16];
const SOFT_MS: i64 = 900_000;
const HARD_MS: i64 = 14_400_000;
const START_MS: i64 = 1_700_000_000_000;

struct Scene {
    _folder: tempfile::TempDir,
    provider: Arc<Faulty>,
    cache: Arc<KeyCache>,
    wrapped: Vec<u8>,
}

async fn scene() -> Scene {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("einlass.key");
    let file = LocalKeyFile::open_or_create(&path, Environment::Test).expect("a new key file");
    let provider = Arc::new(Faulty::new(Arc::new(file)));
    let (soft, hard) = (Duration::from_mins(15), Duration::from_hours(4));
    let cache = KeyCache::new(provider.clone(), Environment::Test, soft, hard);
    let wrapped = cache.make_tenant_root(TENANT, 1).await.expect("a root key");
    Scene {
        _folder: folder,
        provider,
        cache: Arc::new(cache),
        wrapped,
    }
}

impl Scene {
    /// The keys' link token stands for the keys.
    async fn token(&self, now_ms: i64) -> Result<[u8; 16], ProviderError> {
        let keys = self
            .cache
            .tenant_keys(TENANT, 1, &self.wrapped, now_ms)
            .await?;
        Ok(keys.derive_link_token([0; 16], 0))
    }

    /// Without the call that made the root key.
    fn decryptions(&self) -> u64 {
        self.provider.calls() - 1
    }

    fn outage(&self) {
        self.provider
            .fail_with(ProviderError::unavailable("no route"));
    }
}

#[tokio::test]
async fn within_the_soft_limit_the_provider_is_asked_once() {
    let scene = scene().await;
    let token = scene.token(START_MS).await.unwrap();
    assert_eq!(scene.token(START_MS + SOFT_MS - 1).await.unwrap(), token);
    assert_eq!(scene.decryptions(), 1);
    assert_eq!(scene.token(START_MS + SOFT_MS).await.unwrap(), token);
    assert_eq!(scene.decryptions(), 2);
    assert_eq!(scene.token(START_MS + SOFT_MS + 1).await.unwrap(), token);
    assert_eq!(scene.decryptions(), 2);
}

#[tokio::test]
async fn in_an_outage_known_keys_go_on_until_the_hard_limit() {
    let scene = scene().await;
    let token = scene.token(START_MS).await.unwrap();
    scene.outage();
    assert_eq!(scene.token(START_MS + SOFT_MS).await.unwrap(), token);
    assert_eq!(scene.token(START_MS + HARD_MS - 1).await.unwrap(), token);
    assert!(
        scene
            .token(START_MS + HARD_MS)
            .await
            .unwrap_err()
            .is_unavailable()
    );
    scene.provider.recover();
    assert_eq!(scene.token(START_MS + HARD_MS).await.unwrap(), token);
}

#[tokio::test]
async fn in_an_outage_the_provider_is_left_alone_for_five_seconds() {
    let scene = scene().await;
    scene.token(START_MS).await.unwrap();
    scene.outage();
    for after_ms in [0, 1, 4_999] {
        scene.token(START_MS + SOFT_MS + after_ms).await.unwrap();
        assert_eq!(scene.decryptions(), 2, "{after_ms}");
    }
    scene.token(START_MS + SOFT_MS + 5_000).await.unwrap();
    assert_eq!(scene.decryptions(), 3);
}

#[tokio::test]
async fn in_an_outage_unknown_keys_are_unavailable() {
    let scene = scene().await;
    scene.outage();
    assert!(scene.token(START_MS).await.unwrap_err().is_unavailable());
    assert!(
        scene
            .cache
            .make_tenant_root(OTHER, 1)
            .await
            .unwrap_err()
            .is_unavailable()
    );
}

#[tokio::test]
async fn a_refused_or_disabled_key_is_gone_at_once() {
    for fault in [ProviderError::Refused, ProviderError::Disabled] {
        let scene = scene().await;
        scene.token(START_MS).await.unwrap();
        scene.provider.fail_with(fault.clone());
        let error = scene.token(START_MS + SOFT_MS).await.unwrap_err();
        assert_eq!(error.to_string(), fault.to_string());
        scene.outage();
        // Back within the soft limit, and still gone.
        assert!(scene.token(START_MS).await.unwrap_err().is_unavailable());
    }
}

#[tokio::test]
async fn a_disabled_key_is_gone_for_all_tenants_and_a_refused_one_for_its_own() {
    for (fault, others_too) in [
        (ProviderError::Refused, false),
        (ProviderError::Disabled, true),
    ] {
        let scene = scene().await;
        let root = scene.cache.make_tenant_root(OTHER, 1).await.unwrap();
        let other = async || scene.cache.tenant_keys(OTHER, 1, &root, START_MS).await;
        scene.token(START_MS).await.unwrap();
        other().await.unwrap();
        assert!(scene.cache.provider_answers());
        scene.provider.fail_with(fault);
        scene.token(START_MS + SOFT_MS).await.unwrap_err();
        assert!(!scene.cache.provider_answers());
        assert_eq!(other().await.is_err(), others_too);
        scene.provider.recover();
        other().await.unwrap();
        scene.token(START_MS).await.unwrap();
        assert!(scene.cache.provider_answers());
    }
}

#[tokio::test]
async fn forgotten_keys_are_asked_for_again() {
    let scene = scene().await;
    scene.token(START_MS).await.unwrap();
    scene.cache.forget(OTHER);
    scene.token(START_MS).await.unwrap();
    assert_eq!(scene.decryptions(), 1);
    scene.cache.forget(TENANT);
    scene.token(START_MS).await.unwrap();
    assert_eq!(scene.decryptions(), 2);
}

#[tokio::test]
async fn the_root_of_another_tenant_version_or_key_is_not_taken() {
    let scene = scene().await;
    for (tenant, version) in [(OTHER, 1), (TENANT, 2)] {
        let result = scene
            .cache
            .tenant_keys(tenant, version, &scene.wrapped, START_MS)
            .await;
        assert!(matches!(result, Err(ProviderError::Refused)), "{result:?}");
    }
    // The check value of another root key of the same tenant and version.
    let other = scene.cache.make_tenant_root(TENANT, 1).await.unwrap();
    let swapped = [&scene.wrapped[..33], &other[33..]].concat();
    let result = scene.cache.tenant_keys(TENANT, 1, &swapped, START_MS).await;
    assert!(matches!(result, Err(ProviderError::Refused)), "{result:?}");
    let result = scene
        .cache
        .tenant_keys(TENANT, 1, &scene.wrapped[..20], START_MS)
        .await;
    assert!(
        matches!(result, Err(ProviderError::Malformed)),
        "{result:?}"
    );
}

/// Starts requests and lets each run until it waits.
async fn start(scene: &Arc<Scene>, now_ms: i64, count: usize) -> Vec<Request> {
    let mut requests = Vec::new();
    for _ in 0..count {
        let scene = Arc::clone(scene);
        requests.push(tokio::spawn(async move { scene.token(now_ms).await }));
    }
    for _ in 0..10 * count {
        tokio::task::yield_now().await;
    }
    requests
}

type Request = tokio::task::JoinHandle<Result<[u8; 16], ProviderError>>;

#[tokio::test]
async fn many_requests_at_once_make_one_call() {
    let scene = Arc::new(scene().await);
    scene.provider.hold();
    let requests = start(&scene, START_MS, 20).await;
    scene.provider.release();
    for request in requests {
        request.await.unwrap().unwrap();
    }
    assert_eq!(scene.decryptions(), 1);
}

#[tokio::test]
async fn many_requests_at_once_share_one_failure() {
    let scene = Arc::new(scene().await);
    scene.outage();
    scene.provider.hold();
    let requests = start(&scene, START_MS, 20).await;
    scene.provider.release();
    for request in requests {
        assert!(request.await.unwrap().unwrap_err().is_unavailable());
    }
    assert_eq!(scene.decryptions(), 1);
}

#[tokio::test]
async fn nobody_waits_for_a_slow_provider_while_the_old_keys_are_good() {
    let scene = Arc::new(scene().await);
    let token = scene.token(START_MS).await.unwrap();
    scene.provider.hold();
    let asking = start(&scene, START_MS + SOFT_MS, 1).await;
    assert_eq!(scene.decryptions(), 2);
    assert_eq!(scene.token(START_MS + SOFT_MS).await.unwrap(), token);
    assert!(!asking[0].is_finished());
    scene.provider.release();
    for request in asking {
        assert_eq!(request.await.unwrap().unwrap(), token);
    }
}

#[tokio::test]
async fn a_call_under_way_does_not_bring_forgotten_keys_back() {
    let scene = Arc::new(scene().await);
    scene.provider.hold();
    let requests = start(&scene, START_MS, 1).await;
    scene.cache.forget(TENANT);
    scene.provider.release();
    for request in requests {
        request.await.unwrap().unwrap();
    }
    scene.outage();
    assert!(scene.token(START_MS).await.unwrap_err().is_unavailable());
}

#[tokio::test]
async fn a_request_that_goes_away_leaves_the_turn_to_the_next() {
    let scene = Arc::new(scene().await);
    scene.provider.hold();
    let requests = start(&scene, START_MS, 2).await;
    requests[0].abort();
    scene.provider.release();
    let [first, second] = <[Request; 2]>::try_from(requests).unwrap();
    assert!(first.await.unwrap_err().is_cancelled());
    second.await.unwrap().unwrap();
    assert_eq!(scene.decryptions(), 2);
}

#[tokio::test]
async fn a_delayed_provider_answers_later() {
    let scene = scene().await;
    scene.provider.delay_by(Duration::from_hours(1));
    let waited = tokio::time::timeout(Duration::ZERO, scene.token(START_MS)).await;
    assert!(waited.is_err());
    scene.provider.recover();
    scene.token(START_MS).await.unwrap();
}
