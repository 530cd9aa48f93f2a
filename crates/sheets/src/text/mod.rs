//! Text files: from bytes to characters, from lines to records.

mod charset;
mod decode;
mod delimiter;
mod quotes;
mod read;
mod records;

pub use charset::Charset;
pub(crate) use decode::decode;
pub use delimiter::Delimiter;
pub(crate) use read::read;
