//! Every use case on both engines.

mod suite;
