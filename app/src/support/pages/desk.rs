//! The desk of support.

use domain::{access::Seat, ids::TenantId};
use leptos::prelude::*;

use crate::{
    page::{Ctx, load, organiser},
    support::{api, views::WorkspaceView},
    ui::{
        BadgeKind, Button, ButtonKind, Cell, Column, EmptyState, PageHeader, Row, StatusBadge,
        Table,
    },
};

/// The tenants that let support in.
#[component]
pub fn SupportDeskPage() -> impl IntoView {
    load(|ctx| async move {
        let list = api::list_workspaces().await?;
        let words = ctx.words;
        let inner = ctx.clone();
        let is_inside = ctx.session()?.seat != Seat::SupportDesk;
        Ok(organiser(
            &ctx,
            words.get("support-desk-title"),
            move || {
                let leave = is_inside.then(|| {
                    enter(
                        &inner,
                        &TenantId::PLATFORM.to_string(),
                        "support-desk-leave",
                        "",
                    )
                });
                view! {
                <PageHeader title=words.get("support-desk-title") lead=words.get("support-desk-lead")/>
                <div class="stack stack-wide">{workspaces(&inner, list)}{leave}</div>
            }
            .into_any()
            },
        ))
    })
}

fn workspaces(ctx: &Ctx, list: Vec<WorkspaceView>) -> AnyView {
    let words = ctx.words;
    if list.is_empty() {
        return view! {
            <EmptyState
                title=words.get("support-desk-empty-title") text=words.get("support-desk-empty-text") icon="shield-check"
            />
        }
        .into_any();
    }
    let mut columns: Vec<Column> = ["support-tenant", "field-reason", "support-until"]
        .map(|key| Column::new(words.get(key)))
        .into();
    columns.push(Column::silent(words.get("support-desk-enter")));
    let ctx = ctx.clone();
    let rows = list.into_iter().map(move |workspace| {
        let extent = words.get(&format!("support-extent-{}", workspace.extent));
        let action = if workspace.is_this {
            view! { <StatusBadge kind=BadgeKind::Ok word=words.get("account-here")/> }.into_any()
        } else {
            enter(&ctx, &workspace.tenant, "support-desk-enter", &workspace.name).into_any()
        };
        view! {
            <Row>
                <Cell><span class="cell-main">{workspace.name}</span><span class="cell-sub">{extent}</span></Cell>
                <Cell label=words.get("field-reason")>{workspace.reason}</Cell>
                <Cell label=words.get("support-until")>{workspace.until}</Cell>
                <Cell>{action}</Cell>
            </Row>
        }
    });
    view! { <Table caption=words.get("support-desk-title") columns=columns>{rows.collect_view()}</Table> }.into_any()
}

/// The way into a tenant, or back to the desk.
fn enter(ctx: &Ctx, tenant: &str, key: &str, name: &str) -> impl IntoView + use<> {
    let label = ctx.t(key);
    let (tenant, name) = (tenant.to_owned(), name.to_owned());
    view! {
        <form method="post" action="/app/switch">
            <input type="hidden" name="tenant" value=tenant/>
            <Button kind=ButtonKind::Quiet icon="log-in">{label}<span class="sr-only">" "{name}</span></Button>
        </form>
    }
}
