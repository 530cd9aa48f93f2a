//! Pages of accounts.

mod home;
mod login;

pub use home::HomePage;
pub use login::LoginPage;
