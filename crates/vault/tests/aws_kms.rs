//! AWS KMS against a stand-in server. `cargo xtask test` starts it.

use aws_sdk_kms::{
    Client,
    config::{BehaviorVersion, Credentials, Region},
};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use vault::{AwsKms, Environment, KeyContext, KeyProvider, ProviderError};

const REGION: &str = "eu-central-1";

const CONTEXT: KeyContext = KeyContext {
    environment: Environment::Test,
    tenant: [7; 16],
    purpose: "trk",
    version: 1,
};

async fn kms() -> AwsKms {
    let url = std::env::var("EINLASS_TEST_KMS_URL").expect(
        "EINLASS_TEST_KMS_URL is not set: this test needs a stand-in for AWS KMS; run it through \
         `cargo xtask test`, which starts one",
    );
    AwsKms::with_endpoint(new_key(&url).await, &url, REGION)
}

/// An operator's work, done here by the test: a key in KMS.
async fn new_key(url: &str) -> String {
    let http_client = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    let settings = aws_sdk_kms::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(Credentials::new("test", "test", None, None, "einlass-test"))
        .endpoint_url(url)
        .http_client(http_client)
        .region(Region::new(REGION))
        .build();
    let answer = Client::from_conf(settings).create_key().send().await;
    let key = answer
        .expect("the stand-in for AWS KMS creates a key")
        .key_metadata;
    key.expect("a new key is described").key_id
}

#[tokio::test]
async fn a_generated_key_decrypts_in_its_context() {
    let kms = kms().await;
    let generated = kms.generate(&CONTEXT).await.unwrap();
    let key = kms.decrypt(&CONTEXT, &generated.wrapped).await.unwrap();
    assert_eq!(key, generated.plaintext);
    let other = kms.generate(&CONTEXT).await.unwrap();
    assert_ne!(other.plaintext, generated.plaintext);
    assert_eq!(kms.describe().kind, "aws-kms");
    assert!(!kms.describe().key_id.is_empty());
}

#[tokio::test]
async fn every_other_context_is_refused() {
    let kms = kms().await;
    let generated = kms.generate(&CONTEXT).await.unwrap();
    for context in [
        KeyContext {
            environment: Environment::Production,
            ..CONTEXT
        },
        KeyContext {
            tenant: [8; 16],
            ..CONTEXT
        },
        KeyContext {
            purpose: "other",
            ..CONTEXT
        },
        KeyContext {
            version: 2,
            ..CONTEXT
        },
    ] {
        let error = kms.decrypt(&context, &generated.wrapped).await.unwrap_err();
        assert!(
            matches!(error, ProviderError::Refused),
            "{context:?}: {error:?}"
        );
    }
}

#[tokio::test]
async fn a_flipped_bit_is_refused() {
    let kms = kms().await;
    let generated = kms.generate(&CONTEXT).await.unwrap();
    let mut wrapped = generated.wrapped;
    *wrapped.last_mut().unwrap() ^= 1;
    let error = kms.decrypt(&CONTEXT, &wrapped).await.unwrap_err();
    assert!(matches!(error, ProviderError::Refused), "{error:?}");
}

#[tokio::test]
async fn a_key_of_another_master_key_is_refused() {
    let generated = kms().await.generate(&CONTEXT).await.unwrap();
    let error = kms()
        .await
        .decrypt(&CONTEXT, &generated.wrapped)
        .await
        .unwrap_err();
    assert!(matches!(error, ProviderError::Refused), "{error:?}");
}
