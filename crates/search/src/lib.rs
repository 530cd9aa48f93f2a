//! Finding people by parts of their names while the database holds ciphertext only.
//!
//! An [`Index`] lives in memory, one for each tenant: it is built from decrypted records, kept current with
//! [`Index::put`] and [`Index::remove`], and never written to disk. What it holds is personal data, so text is
//! overwritten as soon as its record goes: on removal, on replacement, when a buffer moves and when the index is dropped.
//!
//! ```text
//! records ─ fold ─▶ one buffer of folded rows ─▶ sorted row numbers, per group and for all
//!                        ▲ memmem                   ▲ walk from the cursor
//!                        └────────── find ──────────┘
//! ```
//!
//! The crate knows no database, no clock and no event: a "group" is whatever the caller lists together.

mod buffer;
mod cursor;
mod find;
mod fold;
mod groups;
mod index;
mod letters;
mod needle;
mod order;
mod record;
mod rows;

pub use cursor::Cursor;
pub use find::Page;
pub use fold::{fold, fold_long};
pub use index::Index;
pub use record::Record;
