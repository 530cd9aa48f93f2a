//! Pages of accounts and teams.

mod account;
mod device;
mod forgot;
mod home;
mod invite;
mod join;
mod login;
mod member;
mod password;
mod reset;
mod shown;
mod team;

pub use account::{AccountPage, manage};
pub use device::device_of;
pub use forgot::{ForgotPage, forgot};
pub use home::HomePage;
pub use invite::{InvitePage, invite};
pub(crate) use invite::{new_member, role_and_day};
pub use join::JoinPage;
pub use login::LoginPage;
pub use member::{MemberPage, change_member};
pub use reset::{ResetPage, reset};
pub use team::{TeamPage, withdraw};
