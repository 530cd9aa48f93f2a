//! Everybody × every page, form and server function × every mix of ids: one's own, another tenant's, nobody's, of another
//! kind, and none at all. What is not allowed, and what is not one's own, looks like nothing.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use domain::access::{Action, Party, allows};
use testkit::both_engines;

use super::{
    browser::{Answer, Browser},
    endpoints::{FORMS, FUNCTIONS, PAGES, Things, everybody, siblings, things},
    isolation::{figures, foreign},
    roles::call,
};

/// Words that stand in everything of the other tenant.
const CANARY: &str = "Fremd";
/// Words that stand in everything of the other event, which only who works for the whole tenant may see.
const SIBLING: &str = "Geschwister";
/// What belongs to an event of several.
const OF_EVENTS: [&str; 3] = ["event", "guest", "import"];
/// Runs on each of the two engines; both together are to try 10,000 and more.
const CASES_MIN: usize = 5_000;

/// Where an id comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Own,
    /// Of another event of the same tenant.
    Sibling,
    Foreign,
    Nobodys,
    OtherKind,
    Nonsense,
}

const SOURCES: [Source; 6] = [
    Source::Own,
    Source::Sibling,
    Source::Foreign,
    Source::Nobodys,
    Source::OtherKind,
    Source::Nonsense,
];

/// What can be called, with `{names}` of ids.
#[derive(Debug, Clone, Copy)]
enum Endpoint {
    Page(&'static str),
    Form(&'static str),
    Function(&'static str, &'static str),
}

impl Endpoint {
    fn all() -> Vec<(Self, Action)> {
        let pages = PAGES
            .iter()
            .map(|(path, action)| (Self::Page(path), *action));
        let forms = FORMS
            .iter()
            .map(|(path, action)| (Self::Form(path), *action));
        let functions = FUNCTIONS
            .iter()
            .map(|(path, arguments, action)| (Self::Function(path, arguments), *action));
        pages.chain(forms).chain(functions).collect()
    }

    const fn pattern(self) -> &'static str {
        match self {
            Self::Page(pattern) | Self::Form(pattern) | Self::Function(_, pattern) => pattern,
        }
    }

    /// The names of the ids in it.
    fn slots(self) -> Vec<&'static str> {
        let parts = self.pattern().split('{').skip(1);
        parts.filter_map(|part| part.split('}').next()).collect()
    }

    async fn ask(self, browser: &Browser, filled: &str) -> Answer {
        match self {
            Self::Page(_) => browser.get(filled).await,
            Self::Form(_) => {
                browser
                    .post(filled, &[("do", "end"), ("title", "Neu")])
                    .await
            }
            Self::Function(path, _) => call(browser, path, filled.to_owned()).await,
        }
    }
}

/// Every mix of sources for so many ids.
fn mixes(slots: usize) -> Vec<Vec<Source>> {
    let mut mixes = vec![Vec::new()];
    for _ in 0..slots {
        mixes = mixes
            .into_iter()
            .flat_map(|mix: Vec<Source>| {
                SOURCES.map(|source| mix.iter().copied().chain([source]).collect())
            })
            .collect();
    }
    mixes
}

struct Ids {
    own: Things,
    siblings: Things,
    foreign: BTreeMap<&'static str, String>,
}

impl Ids {
    fn of(&self, name: &str, source: Source) -> String {
        let own = || self.own.fill(&format!("{{{name}}}"));
        let prefix = || own().split('_').next().unwrap_or_default().to_owned();
        match source {
            Source::Own => own(),
            Source::Sibling => self.siblings.fill(&format!("{{{name}}}")),
            Source::Foreign => self
                .foreign
                .get(name)
                .cloned()
                .unwrap_or_else(|| format!("{}_{:032x}", prefix(), 1)),
            Source::Nobodys => {
                format!("{}_{:032x}", prefix(), 0x0007_0000_8000_0000_0000_0000_u128)
            }
            Source::OtherKind => format!("xyz_{:032x}", 7),
            Source::Nonsense => "%27%22%3E..%2F".to_owned(),
        }
    }

    fn fill(&self, pattern: &str, slots: &[&str], mix: &[Source]) -> String {
        let pairs = slots.iter().zip(mix);
        pairs.fold(pattern.to_owned(), |text, (name, source)| {
            text.replacen(&format!("{{{name}}}"), &self.of(name, *source), 1)
        })
    }
}

/// Whether all ids are one's own, and of one event; of the other one as well, for who works for the whole tenant.
fn is_of_one(slots: &[&str], mix: &[Source], of_tenant: bool) -> bool {
    let own = |source: &Source| *source == Source::Own || of_tenant && *source == Source::Sibling;
    let of_events = slots.iter().zip(mix);
    let mut of_events = of_events.filter(|(slot, _)| OF_EVENTS.contains(slot));
    let first = of_events.next().map(|(_, source)| source);
    mix.iter().all(own) && of_events.all(|(_, source)| Some(source) == first)
}

/// What an answer may be for somebody who may not, or whose ids are not all their own.
fn is_nothing(party: Option<Party>, answer: &Answer) -> bool {
    let signed_out = party.is_none()
        && [StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED].contains(&answer.status);
    // Support in no tenant is led to its desk.
    let to_desk = party == Some(Party::SupportDesk) && answer.location() == "/app/provider";
    signed_out || to_desk || answer.status == StatusCode::NOT_FOUND
}

/// What an answer may be for somebody who may, with ids that are not all their own: arguments of a wrong kind are refused
/// before anything is looked up.
fn is_refused(answer: &Answer) -> bool {
    [
        StatusCode::NOT_FOUND,
        StatusCode::BAD_REQUEST,
        StatusCode::UNPROCESSABLE_ENTITY,
    ]
    .contains(&answer.status)
}

both_engines! {
    async fn nobody_reaches_what_is_not_theirs_by_any_mix_of_ids(app: TestApp) {
        let others = foreign(&app).await;
        let ids = Ids { own: things(&app).await, siblings: siblings(&app).await, foreign: others.by_name() };
        let (owner, all) = everybody(app, &ids.own).await;
        let before = figures(&owner, &others).await;
        let stranger = owner.with_cookie("");
        let mut everybody: Vec<(Option<Party>, &Browser)> = all.iter().map(|(party, browser)| (Some(*party), browser)).collect();
        everybody.push((None, &stranger));
        let mut tried = 0;
        for (endpoint, action) in Endpoint::all() {
            let slots = endpoint.slots();
            for mix in mixes(slots.len()) {
                if slots.iter().zip(&mix).any(|(slot, source)| *source == Source::Sibling && !OF_EVENTS.contains(slot)) {
                    continue;
                }
                let filled = ids.fill(endpoint.pattern(), &slots, &mix);
                for (party, browser) in &everybody {
                    let may = party.is_some_and(|party| allows(party, action));
                    // What is allowed with own ids is tried by other tests, and would change what is asked for here.
                    let is_at_event = matches!(party, Some(Party::AtEvent(_)));
                    if may && is_of_one(&slots, &mix, !is_at_event) {
                        continue;
                    }
                    // A review names accounts and looks at those of the own team only.
                    if may && matches!(endpoint, Endpoint::Function("/fn/team/review", _)) {
                        continue;
                    }
                    let answer = endpoint.ask(browser, &filled).await;
                    let good = if may { is_refused(&answer) } else { is_nothing(*party, &answer) };
                    assert!(good, "{party:?} {endpoint:?} {mix:?}: {} {}", answer.status, answer.body);
                    assert!(!answer.body.contains(CANARY), "{party:?} {endpoint:?} {mix:?} tells something");
                    let is_of_tenant = party.is_some_and(|party| allows(party, Action::SeeEvents)) && !is_at_event;
                    assert!(is_of_tenant || !answer.body.contains(SIBLING), "{party:?} {endpoint:?} {mix:?} tells of another event");
                    tried += 1;
                }
            }
        }
        assert!(tried > CASES_MIN, "{tried}");
        assert_eq!(figures(&owner, &others).await, before, "nothing of the other tenant changed");
    }

    async fn a_page_of_ours_is_asked_for_by_other_methods_in_vain(app: TestApp) {
        let ids = things(&app).await;
        let (_, all) = everybody(app, &ids).await;
        for (path, _) in PAGES {
            for method in [Method::PUT, Method::DELETE, Method::PATCH] {
                let (party, browser) = &all[0];
                let headers = [("sec-fetch-site", "same-origin")];
                let answer = browser.send(method.clone(), &ids.fill(path), Body::empty(), &headers).await;
                assert!(answer.status.is_client_error(), "{party:?} {method} {path}: {}", answer.status);
            }
        }
    }
}
