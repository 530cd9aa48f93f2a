//! The log as a file that anybody can check without server and database: `einlass audit export` writes it, `einlass
//! audit verify` checks it.
//!
//! # The format `einlass-audit/1`
//!
//! UTF-8, one JSON object on each line, each line ended by a line feed, no blanks between tokens, in this order:
//!
//! ```text
//! {"format":"einlass-audit/1","tenant":"tnt_…","origin":"einlass.example/tnt_…","vkey":"name+id+key"}
//! {"checkpoint":"<signed note>"}                      any number, sizes never falling
//! {"position":0,"entry":{"id":"ent_…", … }}           the entry in its canonical form, positions from 0 without gap
//! ```
//!
//! Checkpoints come first so that one pass suffices: while entries stream by, the root at each checkpoint's size is
//! compared when that size is reached. Memory is 48 bytes for each checkpoint and about 20 to 40 for each entry (to see
//! an id twice). The last checkpoint covers all entries: the writer and the check both insist. Every checkpoint costs
//! one signature check, so an export need not hold all there are; the last of each day and the newest do.
//!
//! # What is proven
//!
//! * Against a checkpoint at size `n` whose key is trusted: the file has exactly the `n` entries that were signed, in
//!   that order, each with exactly these bytes. Any entry among them that was changed, removed, put in, moved or
//!   back-dated changes the root (SHA-256, RFC 6962). Between which two checkpoints it lies is told, not which entry it
//!   is: no tree can tell the changed entry from the true one.
//! * Against an *anchor*, a checkpoint kept where whoever runs the server cannot reach it (mail, print, another host),
//!   the same holds although the server, its database and its signing key be in wrong hands. A file that is shorter than
//!   an anchor was truncated; one whose own checkpoint of that size has another root shows a forked log, with both
//!   signatures as evidence.
//! * **Without an anchor outside, whoever holds the signing key can rewrite everything** and sign it anew; and without a
//!   key known from elsewhere, the file vouches only for itself. Entries behind the last anchor are as good as the key.
//! * That an entry is *true*, or that a change left one at all, is the server's promise and not proven here. Nor is the
//!   time of an entry, except that it lay before the checkpoint was kept. Entries are sequenced shortly after their
//!   transaction ends, so their times need not rise, and falling ones are not reported.
//!
//! Values erased since then change nothing: an entry holds the hash of their ciphertext only.

mod divergence;
mod line;
mod report;
mod trusted;
mod verify;
mod writer;

pub use divergence::{Divergence, VerifyError, Witness};
pub use line::{FORMAT, Header, LINE_BYTES_MAX};
pub use report::Report;
pub use trusted::Trusted;
pub use verify::{Checker, verify};
pub use writer::{WriteError, Writer};
