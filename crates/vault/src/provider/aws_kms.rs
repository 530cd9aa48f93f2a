use std::{collections::HashMap, error::Error as StdError, time::Duration};

use async_trait::async_trait;
use aws_config::{BehaviorVersion, Region, timeout::TimeoutConfig};
use aws_sdk_kms::{
    Client,
    config::{Credentials, SharedHttpClient, http::HttpResponse},
    error::{ProvideErrorMetadata, SdkError},
    primitives::Blob,
    types::DataKeySpec,
};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use zeroize::Zeroizing;

use crate::{GeneratedKey, Key32, KeyContext, KeyProvider, ProviderDescription, ProviderError};

/// All attempts of one operation together.
const OPERATION_TIMEOUT: Duration = Duration::from_secs(5);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);

/// AWS KMS: the outermost key never leaves it, each use is logged there, and disabling it stops
/// Einlass from reading.
#[derive(Debug)]
pub struct AwsKms {
    client: Client,
    key_id: String,
}

impl AwsKms {
    /// Uses the key with that id, ARN or alias. Region, credentials and endpoint come from the
    /// AWS SDK's own settings (`AWS_REGION`, `AWS_ENDPOINT_URL_KMS`, profiles, roles). Nothing is
    /// asked of KMS yet.
    pub async fn connect(key_id: String) -> Self {
        let settings = aws_config::defaults(BehaviorVersion::latest())
            .http_client(http_client())
            .timeout_config(timeouts())
            .load()
            .await;
        Self {
            client: Client::new(&settings),
            key_id,
        }
    }

    /// A stand-in for KMS at `endpoint_url`, with fixed credentials that are worth nothing at AWS.
    /// For tests.
    pub fn with_endpoint(key_id: String, endpoint_url: &str, region: &str) -> Self {
        let credentials = Credentials::new("test", "test", None, None, "einlass-test");
        let settings = aws_sdk_kms::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .credentials_provider(credentials)
            .endpoint_url(endpoint_url)
            .http_client(http_client())
            .region(Region::new(region.to_owned()))
            .timeout_config(timeouts())
            .build();
        Self {
            client: Client::from_conf(settings),
            key_id,
        }
    }
}

#[async_trait]
impl KeyProvider for AwsKms {
    async fn generate(&self, context: &KeyContext) -> Result<GeneratedKey, ProviderError> {
        let answer = self
            .client
            .generate_data_key()
            .key_id(&self.key_id)
            .key_spec(DataKeySpec::Aes256)
            .set_encryption_context(Some(pairs(context)))
            .send()
            .await
            .map_err(translate)?;
        let wrapped = answer
            .ciphertext_blob
            .ok_or(ProviderError::Malformed)?
            .into_inner();
        Ok(GeneratedKey {
            plaintext: key(answer.plaintext)?,
            wrapped,
        })
    }

    async fn decrypt(&self, context: &KeyContext, wrapped: &[u8]) -> Result<Key32, ProviderError> {
        let answer = self
            .client
            .decrypt()
            .key_id(&self.key_id)
            .ciphertext_blob(Blob::new(wrapped))
            .set_encryption_context(Some(pairs(context)))
            .send()
            .await
            .map_err(translate)?;
        key(answer.plaintext)
    }

    fn describe(&self) -> ProviderDescription {
        ProviderDescription {
            kind: "aws-kms",
            key_id: self.key_id.clone(),
        }
    }
}

fn http_client() -> SharedHttpClient {
    aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https()
}

fn timeouts() -> TimeoutConfig {
    TimeoutConfig::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .operation_timeout(OPERATION_TIMEOUT)
        .build()
}

fn pairs(context: &KeyContext) -> HashMap<String, String> {
    context.encryption_context().into_iter().collect()
}

fn key(plaintext: Option<Blob>) -> Result<Key32, ProviderError> {
    let bytes = Zeroizing::new(plaintext.ok_or(ProviderError::Malformed)?.into_inner());
    Key32::from_slice(&bytes).ok_or(ProviderError::Malformed)
}

/// An answer of KMS against the key or the request is final; everything else may pass.
fn translate<E>(error: SdkError<E, HttpResponse>) -> ProviderError
where
    E: ProvideErrorMetadata + StdError + Send + Sync + 'static,
{
    let status = error
        .raw_response()
        .map(|response| response.status().as_u16());
    match (&error, status) {
        (SdkError::ServiceError(_), Some(status)) => {
            classify(error.code(), status).unwrap_or_else(|| ProviderError::unavailable(error))
        }
        _ => ProviderError::unavailable(error),
    }
}

/// What an error code of KMS means; `None` if the request may work later. Codes that are not
/// known count as refused when they blame the request (4xx), so that doubt never keeps a key.
fn classify(code: Option<&str>, status: u16) -> Option<ProviderError> {
    match code.unwrap_or_default() {
        "DisabledException" | "KMSInvalidStateException" | "KeyUnavailableException" => {
            Some(ProviderError::Disabled)
        }
        "ThrottlingException"
        | "LimitExceededException"
        | "RequestLimitExceeded"
        | "DependencyTimeoutException"
        | "KMSInternalException" => None,
        "ValidationException" | "SerializationException" => Some(ProviderError::Malformed),
        _ if status == 429 || status >= 500 => None,
        _ => Some(ProviderError::Refused),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(code: &str, status: u16) -> &'static str {
        match classify(Some(code), status) {
            None | Some(ProviderError::Unavailable(_)) => "unavailable",
            Some(ProviderError::Refused) => "refused",
            Some(ProviderError::Disabled) => "disabled",
            Some(ProviderError::Malformed) => "malformed",
        }
    }

    #[test]
    fn each_answer_of_kms_has_its_meaning() {
        for (code, status, expected) in [
            ("InvalidCiphertextException", 400, "refused"),
            ("AccessDeniedException", 400, "refused"),
            ("IncorrectKeyException", 400, "refused"),
            ("NotFoundException", 400, "refused"),
            ("UnrecognizedClientException", 400, "refused"),
            ("DisabledException", 409, "disabled"),
            ("KMSInvalidStateException", 409, "disabled"),
            ("KeyUnavailableException", 500, "disabled"),
            ("ThrottlingException", 400, "unavailable"),
            ("KMSInternalException", 500, "unavailable"),
            ("DependencyTimeoutException", 503, "unavailable"),
            ("", 502, "unavailable"),
            ("", 429, "unavailable"),
            ("ValidationException", 400, "malformed"),
        ] {
            assert_eq!(meaning(code, status), expected, "{code} {status}");
        }
    }

    #[tokio::test]
    async fn an_endpoint_that_does_not_listen_is_unavailable() {
        let free = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let kms = AwsKms::with_endpoint("key".into(), &format!("http://{free}"), "eu-central-1");
        let context = KeyContext {
            environment: crate::Environment::Test,
            tenant: [1; 16],
            purpose: "trk",
            version: 1,
        };
        let error = kms.decrypt(&context, b"wrapped").await.unwrap_err();
        assert!(error.is_unavailable(), "{error:?}");
    }
}
