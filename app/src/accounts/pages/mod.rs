//! Pages of accounts and teams.

mod account;
mod app_setup;
mod codes;
mod device;
mod factors;
mod forgot;
mod home;
mod invite;
mod join;
mod login;
mod member;
mod passkey_form;
mod password;
mod prove;
mod reset;
mod second_factor;
mod shown;
mod team;

pub use account::{AccountPage, manage};
pub use app_setup::{AppSetupPage, confirm_app};
pub use codes::{CodesPage, keep_codes};
pub use device::device_of;
pub use factors::{FactorsPage, manage_factors};
pub use forgot::{ForgotPage, forgot};
pub use home::HomePage;
pub use invite::{InvitePage, invite};
pub(crate) use invite::{new_member, role_and_day};
pub use join::JoinPage;
pub use login::LoginPage;
pub use member::{MemberPage, change_member};
pub use prove::ProvePage;
pub use reset::{ResetPage, reset};
pub use second_factor::SecondFactorPage;
pub use team::{TeamPage, manage_team};
