//! Alive and ready.

use axum::{Router, extract::State, http::StatusCode, routing::get};
use domain::ids::TenantId;

use super::AppState;

/// `/healthz`: the process is alive. `/readyz`: database, schema and keys are there. When the key provider does not
/// answer, known keys go on, and the service is ready until they are used up. Mails that stand still and a log whose entries
/// wait for their place are told and do not keep requests away.
pub(super) fn routes(state: AppState) -> Router<AppState> {
    Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready))
        .with_state(state)
}

async fn ready(State(state): State<AppState>) -> (StatusCode, String) {
    let store = state.desk.store();
    let database = store.answers().await;
    let schema = database && store.is_current().await;
    let keys = schema && state.desk.keys_are_there(TenantId::PLATFORM).await;
    let word = |ready: bool| if ready { "ok" } else { "down" };
    let log = keys && !state.desk.log_is_late().await.unwrap_or(true);
    let mail = keys && !state.desk.mails_stand_still().await.unwrap_or(true);
    let text = format!(
        "database {}\nschema {}\nkeys {}\nkey-provider {}\nmail {}\nlog {}\n",
        word(database),
        word(schema),
        word(keys),
        word(state.desk.provider_answers()),
        if mail { "ok" } else { "still" },
        if log { "ok" } else { "late" }
    );
    let status = if keys {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, text)
}
