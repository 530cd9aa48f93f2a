//! The crate as others use it.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests, too, stop at the first surprise"
)]

mod certificates;
mod checkpoints;
mod exports;
mod keys;
mod notes;
mod proofs;
mod support;
mod tampering;
