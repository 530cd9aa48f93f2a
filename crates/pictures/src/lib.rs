//! Pictures that people bring: read, turned upright, made smaller, written anew.
//!
//! Nothing of a file is kept but what can be seen: place, camera, author and whatever else stands in it go.

mod cover;

pub use cover::{Cover, MAX_BYTES, MIN_WIDTH, Picture, PictureError, cover};
