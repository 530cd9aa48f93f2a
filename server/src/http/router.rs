//! The table of routes.

use std::{sync::OnceLock, time::Duration};

use app::page::{App, Ctx, forms, shell};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{StatusCode, request::Parts},
    middleware,
    routing::{get, post},
};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::{
    AxumRouteListing, LeptosRoutes, generate_route_list, render_app_async_with_context,
};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer,
};

use super::{
    AppState, assets, colours, context, covers, crowd, files, forms as form_handler, functions,
    guest_files, headers, health, origin, papers, plain, sign_in, sign_on, upload,
};

/// A page that takes longer than this is broken.
const TIMEOUT: Duration = Duration::from_mins(1);

/// Every route, with everything that surrounds it.
pub fn router(state: AppState) -> Router {
    let pages = page_list();
    let mut router = Router::new()
        .route("/app/login", post(sign_in::sign_in))
        .route("/app/login/factor", post(sign_in::second_factor))
        .route("/app/login/sso/{tenant}/callback", get(sign_on::finish))
        .route("/app/login/sso/{tenant}", get(sign_on::begin))
        .route("/app/switch", post(sign_in::switch))
        .route("/app/prove", post(sign_in::prove))
        .route("/app/logout", post(sign_in::sign_out))
        .route("/app/join/{token}", post(sign_in::join))
        .route(
            "/app/events/{event}/import",
            post(upload::upload).layer(DefaultBodyLimit::disable()),
        )
        .route(
            "/app/events/{event}/page/cover",
            post(covers::bring).layer(DefaultBodyLimit::disable()),
        )
        .merge(file_routes());
    for form in forms() {
        let submit = move |request| form_handler::submit(form, request);
        router = router.route(form.path, post(submit));
    }
    router
        .leptos_routes_with_context(&state, pages, provide_request, shell)
        .fallback(render_app_async_with_context(provide_request, shell))
        .layer(middleware::from_fn(functions::surround))
        .layer(middleware::from_fn_with_state(
            state.clone(),
            crowd::keep_back,
        ))
        .layer(DefaultBodyLimit::max(form_handler::BYTES_MAX))
        .layer(middleware::from_fn_with_state(
            state.clone(),
            context::provide,
        ))
        .layer(middleware::from_fn_with_state(state.clone(), origin::check))
        .layer(middleware::from_fn(headers::add))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIMEOUT,
        ))
        .layer(CompressionLayer::new())
        .merge(assets::routes())
        .merge(health::routes(state.clone()))
        .layer(middleware::from_fn_with_state(state.clone(), plain::refuse))
        .layer(middleware::from_fn_with_state(
            state.clone(),
            headers::everywhere,
        ))
        .with_state(state)
}

/// Files to look at or to take along.
fn file_routes() -> Router<AppState> {
    Router::new()
        .route("/app/events/{event}/cover.jpg", get(covers::of_event))
        .route("/app/events/{event}/guests.csv", get(guest_files::csv))
        .route("/app/events/{event}/guests.xlsx", get(guest_files::xlsx))
        .route("/app/protection/log/part", get(files::log_part))
        .route("/app/protection/log.ndjson", get(files::log_export))
        .route("/app/protection/report.json", get(files::report_json))
        .route("/app/protection/report.pdf", get(papers::report_pdf))
        .route(
            "/app/protection/erasures/{person}/certificate.json",
            get(files::certificate_json),
        )
        .route(
            "/app/protection/erasures/{person}/certificate.pdf",
            get(papers::certificate_pdf),
        )
        .route("/e/{slug}/calendar.ics", get(files::event_calendar))
        .route("/e/{slug}/cover.jpg", get(covers::of_page))
        .route("/e/{slug}/colours.css", get(colours::of_event))
        .route("/m/{token}/calendar.ics", get(files::own_calendar))
        .route("/m/{token}/data/{proof}/data.json", get(files::own_data))
        .route("/m/{token}/tickets.pdf", get(papers::tickets_pdf))
}

/// Hands what the request brought along to the page.
pub(super) fn provide_request() {
    let ctx = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Ctx>().cloned());
    if let Some(ctx) = ctx {
        // The scripts that Leptos adds carry the nonce of the header, not one of their own.
        provide_context(leptos::nonce::Nonce::from_value(ctx.nonce.as_str()));
        provide_context(ctx);
    }
}

/// The pages; walked through once, before the first request.
fn page_list() -> Vec<AxumRouteListing> {
    static PAGES: OnceLock<Vec<AxumRouteListing>> = OnceLock::new();
    PAGES.get_or_init(|| generate_route_list(App)).clone()
}
