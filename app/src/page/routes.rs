//! The table of addresses: pages, and the forms that are sent to them.

use std::{future::Future, pin::Pin};

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use super::{Pairs, load};
use crate::{
    accounts::pages as accounts, error::ApiError, events::pages as events, guests::pages as guests,
    imports::pages as imports, mailings::pages as mailings, protection::pages as protection,
    registrations::pages as registrations, support::pages as support,
};

/// Every page.
#[component]
pub fn App() -> impl IntoView {
    let nowhere = || load(|_| async { Err::<AnyView, _>(ApiError::NotFound) });
    view! {
        <Router>
            <Routes fallback=nowhere>
                <Route path=path!("/") view=accounts::HomePage ssr=SsrMode::Async/>
                <Route path=path!("/app/login") view=accounts::LoginPage ssr=SsrMode::Async/>
                <Route path=path!("/app/login/factor") view=accounts::SecondFactorPage ssr=SsrMode::Async/>
                <Route path=path!("/app/prove") view=accounts::ProvePage ssr=SsrMode::Async/>
                <Route path=path!("/app/forgot") view=accounts::ForgotPage ssr=SsrMode::Async/>
                <Route path=path!("/app/reset/:token") view=accounts::ResetPage ssr=SsrMode::Async/>
                <Route path=path!("/app/join/:token") view=accounts::JoinPage ssr=SsrMode::Async/>
                <Route path=path!("/app/account") view=accounts::AccountPage ssr=SsrMode::Async/>
                <Route path=path!("/app/account/factors") view=accounts::FactorsPage ssr=SsrMode::Async/>
                <Route path=path!("/app/account/app") view=accounts::AppSetupPage ssr=SsrMode::Async/>
                <Route path=path!("/app/account/codes") view=accounts::CodesPage ssr=SsrMode::Async/>
                <Route path=path!("/app/team") view=accounts::TeamPage ssr=SsrMode::Async/>
                <Route path=path!("/app/team/invite") view=accounts::InvitePage ssr=SsrMode::Async/>
                <Route path=path!("/app/team/review") view=accounts::ReviewPage ssr=SsrMode::Async/>
                <Route path=path!("/app/team/sign-on") view=accounts::SignOnPage ssr=SsrMode::Async/>
                <Route path=path!("/app/team/support") view=support::SupportPage ssr=SsrMode::Async/>
                <Route path=path!("/app/provider") view=support::SupportDeskPage ssr=SsrMode::Async/>
                <Route path=path!("/app/team/:user") view=accounts::MemberPage ssr=SsrMode::Async/>
                <Route path=path!("/app/team/:user/assign") view=accounts::AssignPage ssr=SsrMode::Async/>
                <Route path=path!("/app") view=events::DashboardPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events") view=events::EventsPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/new") view=events::NewEventPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event") view=events::EventPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/edit") view=events::EditEventPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/page") view=events::EditedPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/questions") view=events::QuestionsPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/workshops") view=events::WorkshopsPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/replies") view=events::RepliesPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/cancel") view=events::CancelEventPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/news") view=mailings::NewsPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/guests") view=guests::GuestsPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/guests/new") view=guests::AddGuestPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/guests/:guest/answer") view=guests::EnterAnswerPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/guests/:guest/edit") view=guests::EditGuestPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/guests/:guest") view=guests::GuestPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/guests/:guest/erase") view=protection::ErasePage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/import") view=imports::UploadPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/import/:import") view=imports::ImportPage ssr=SsrMode::Async/>
                <Route path=path!("/app/events/:event/invitation") view=mailings::MailingsPage ssr=SsrMode::Async/>
                <Route path=path!("/app/protection") view=protection::ProtectionPage ssr=SsrMode::Async/>
                <Route path=path!("/app/protection/report") view=protection::ReportPage ssr=SsrMode::Async/>
                <Route path=path!("/app/protection/retention") view=protection::RetentionPage ssr=SsrMode::Async/>
                <Route path=path!("/app/protection/log") view=protection::LogPage ssr=SsrMode::Async/>
                <Route path=path!("/app/protection/erasures") view=protection::ErasuresPage ssr=SsrMode::Async/>
                <Route
                    path=path!("/app/protection/erasures/:person") view=protection::CertificatePage
                    ssr=SsrMode::Async
                />
                <Route path=path!("/app/mailbox") view=mailings::MailboxPage ssr=SsrMode::Async/>
                <Route path=path!("/app/mailbox/:mail") view=mailings::MailPage ssr=SsrMode::Async/>
                <Route path=path!("/e/:slug") view=registrations::PublicEventPage ssr=SsrMode::Async/>
                <Route path=path!("/e/:slug/thanks") view=registrations::ThanksPage ssr=SsrMode::Async/>
                <Route path=path!("/u/:token") view=registrations::UnsubscribePage ssr=SsrMode::Async/>
                <Route path=path!("/i/:token") view=registrations::InvitedPage ssr=SsrMode::Async/>
                <Route path=path!("/m/:token/data") view=registrations::AskForDataPage ssr=SsrMode::Async/>
                <Route path=path!("/m/:token/data/:proof") view=registrations::OwnDataPage ssr=SsrMode::Async/>
                <Route path=path!("/m/:token") view=registrations::OwnPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}

/// What a form does: the address to go to next, or why not.
pub type Submission = Pin<Box<dyn Future<Output = Result<String, ApiError>> + Send>>;

/// The form of one page.
#[derive(Clone, Copy)]
pub struct FormRoute {
    /// The path with `{names}`; the parameters are handed over in this order.
    pub path: &'static str,
    /// What the form does.
    pub submit: fn(Vec<String>, Pairs) -> Submission,
}

macro_rules! forms {
    ($($path:literal => $submit:path;)*) => {
        vec![$(FormRoute { path: $path, submit: |path, pairs| Box::pin($submit(path, pairs)) },)*]
    };
}

/// Every form, by the page that it belongs to and posts to.
pub fn forms() -> Vec<FormRoute> {
    forms! {
        "/app/forgot" => accounts::forgot;
        "/app/reset/{token}" => accounts::reset;
        "/app/account" => accounts::manage;
        "/app/account/factors" => accounts::manage_factors;
        "/app/account/app" => accounts::confirm_app;
        "/app/account/codes" => accounts::keep_codes;
        "/app/team" => accounts::manage_team;
        "/app/team/invite" => accounts::invite;
        "/app/team/review" => accounts::review_access;
        "/app/team/sign-on" => accounts::manage_sign_on;
        "/app/team/support" => support::manage_support;
        "/app/team/{user}" => accounts::change_member;
        "/app/team/{user}/assign" => accounts::assign;
        "/app/events/new" => events::create;
        "/app/events/{event}" => events::take_step;
        "/app/events/{event}/edit" => events::change;
        "/app/events/{event}/page" => events::edit;
        "/app/events/{event}/questions" => events::edit_questions;
        "/app/events/{event}/workshops" => events::edit_workshops;
        "/app/events/{event}/cancel" => events::cancel;
        "/app/events/{event}/news" => mailings::tell;
        "/app/events/{event}/guests" => guests::decide;
        "/app/events/{event}/guests/new" => guests::add;
        "/app/events/{event}/guests/{guest}/answer" => guests::enter;
        "/app/events/{event}/guests/{guest}/edit" => guests::edit;
        "/app/events/{event}/guests/{guest}/erase" => protection::erase;
        "/app/events/{event}/import/{import}" => imports::decide;
        "/app/events/{event}/invitation" => mailings::decide;
        "/e/{slug}" => registrations::register;
        "/i/{token}" => registrations::answer;
        "/u/{token}" => registrations::unsubscribe;
        "/m/{token}" => registrations::change;
        "/m/{token}/data" => registrations::ask_for_data;
        "/m/{token}/data/{proof}" => registrations::erase_data;
    }
}

/// The parameter at a place of a form's path.
pub(crate) fn param(path: &[String], at: usize) -> Result<String, ApiError> {
    path.get(at).cloned().ok_or(ApiError::NotFound)
}

/// A parameter of the page's path.
pub(crate) fn page_param(name: &str) -> String {
    leptos_router::hooks::use_params_map()
        .get_untracked()
        .get(name)
        .unwrap_or_default()
}

/// An id in a path; anything else is not found.
pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Result<T, ApiError> {
    text.parse().map_err(|_| ApiError::NotFound)
}
