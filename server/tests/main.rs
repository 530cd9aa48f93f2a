//! The service over HTTP, on both engines.

mod suite;
