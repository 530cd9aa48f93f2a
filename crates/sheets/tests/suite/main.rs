//! What the crate promises, seen from outside.

mod arbitrary;
mod cards;
mod samples;
mod support;
mod text;
mod workbooks;
mod write;
