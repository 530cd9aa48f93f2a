//! The provider's support: a tenant lets it in for hours, sees it while it is there, and reads afterwards what it did.

mod candidates;
mod desk;
mod end;
mod grant;
mod let_in;
mod list;
mod note_look;
pub(crate) mod sql;

use domain::ids::SupportGrantId;
use serde::{Deserialize, Serialize};
use vault::Place;

pub use candidates::{Candidate, candidates};
pub use desk::{Workspace, workspaces};
pub use end::end;
pub use grant::{GrantError, NewGrant, grant};
pub use let_in::LetIn;
pub(crate) use let_in::let_in;
pub use list::{Access, list};
pub use note_look::note_look;

/// Why support is let in, in the words of who does it; sealed under the tenant's own key.
#[derive(Serialize, Deserialize)]
struct Reason(String);

fn place(id: SupportGrantId) -> Place {
    Place::row("support_grants", id.bytes())
}
