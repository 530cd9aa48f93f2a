/// The largest file that is read, in bytes (10 MiB).
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// The largest spreadsheet that is read, in bytes after unpacking all parts (200 MiB).
pub const MAX_UNPACKED_BYTES: usize = 200 * 1024 * 1024;

/// The most parts of which a spreadsheet may consist; those of spreadsheet programs have a few dozen.
pub const MAX_PARTS: usize = 2_000;

/// The most records a list may hold, readable or not, its header not counted.
pub const MAX_ROWS: usize = 50_000;

/// The most columns a list may have.
pub const MAX_COLUMNS: usize = 200;

/// The most characters in one cell; a longer cell makes its record a bad line.
pub const MAX_CELL_CHARS: usize = 10_000;
