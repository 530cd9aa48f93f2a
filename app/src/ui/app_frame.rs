use leptos::{children::ViewFnOnce, prelude::*};

use super::{Avatar, Icon, NavItem, initials};

/// How many places fit into the bar at the bottom of a phone; the rest is in the account sheet.
const PLACES_IN_BAR: usize = 4;

/// The organiser's part: places at the side, on phones at the bottom, and the page.
///
/// The page brings its own `<h1>`.
#[component]
pub fn AppFrame(
    /// The name of the product.
    #[prop(into)]
    brand: String,
    /// Where the name leads.
    #[prop(into)]
    home_href: String,
    /// The tenant that is worked for.
    #[prop(into)]
    tenant: String,
    /// The name of who is signed in.
    #[prop(into)]
    user: String,
    /// The places.
    nav: Vec<NavItem>,
    /// What the places are, read out.
    #[prop(into)]
    nav_label: String,
    /// The words of the link past the places.
    #[prop(into)]
    skip_label: String,
    /// What the button with the user's letters opens, read out.
    #[prop(into)]
    account_label: String,
    /// The sign-out form and links of the account; a button there has class `app-sign-out`.
    #[prop(into, optional)]
    account: Option<ViewFnOnce>,
    /// What must be seen on each page, such as that support is looking.
    #[prop(into, optional)]
    banner: Option<ViewFnOnce>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let overflow = nav
        .iter()
        .skip(PLACES_IN_BAR)
        .cloned()
        .map(NavItem::entry)
        .collect_view();
    let places = nav.into_iter().map(NavItem::entry).collect_view();
    view! {
        <a class="skip-link" href="#main">
            {skip_label}
        </a>
        <div class="app-frame">
            <header class="app-side">
                {app_top(brand, home_href, tenant, initials(&user), account_label)}
                <nav class="app-nav" aria-label=nav_label>
                    <ul>{places}</ul>
                </nav>
                <div class="app-account" id="account" popover="auto">
                    <p class="app-user">
                        <Avatar initials=initials(&user) />
                        <span class="app-user-name">{user}</span>
                    </p>
                    <ul class="app-overflow">{overflow}</ul>
                    {account.map(ViewFnOnce::run)}
                </div>
            </header>
            <main class="app-main" id="main" tabindex="-1">
                <div class="app-content">{banner.map(ViewFnOnce::run)} {children()}</div>
            </main>
        </div>
    }
}

/// Product and tenant, and on phones the button of the account.
fn app_top(
    brand: String,
    home_href: String,
    tenant: String,
    letters: String,
    account_label: String,
) -> impl IntoView {
    view! {
        <div class="app-top">
            <a class="app-brand" href=home_href>
                <Icon name="mark" class="mark" />
                <span class="app-brand-names">
                    <span>{brand}</span>
                    <span class="app-tenant">{tenant}</span>
                </span>
            </a>
            <button
                type="button"
                class="app-account-button"
                popovertarget="account"
                aria-label=account_label
            >
                <Avatar initials=letters />
            </button>
        </div>
    }
}
