//! Bytes that leave nothing behind.

use std::ops::Range;

use zeroize::Zeroize;

/// Growing bytes that are overwritten before their memory is given back.
///
/// A `Vec` that grows copies itself and returns the old memory with its content; this one overwrites it first. Beyond
/// its length the memory never holds text.
#[derive(Default)]
pub(crate) struct Buffer {
    bytes: Vec<u8>,
}

impl Buffer {
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
        }
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn capacity(&self) -> usize {
        self.bytes.capacity()
    }

    pub(crate) fn push(&mut self, byte: u8) {
        self.reserve(1);
        self.bytes.push(byte);
    }

    pub(crate) fn push_char(&mut self, c: char) {
        self.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    pub(crate) fn extend(&mut self, more: &[u8]) {
        self.reserve(more.len());
        self.bytes.extend_from_slice(more);
    }

    /// Shortens to `len` and overwrites the rest.
    pub(crate) fn truncate(&mut self, len: usize) {
        if len < self.bytes.len() {
            self.bytes[len..].zeroize();
            self.bytes.truncate(len);
        }
    }

    /// Overwrites a range in place.
    pub(crate) fn wipe(&mut self, range: Range<usize>) {
        self.bytes[range].zeroize();
    }

    pub(crate) fn reserve(&mut self, additional: usize) {
        let needed = self.bytes.len() + additional;
        let capacity = self.bytes.capacity();
        if needed > capacity {
            self.move_to(needed.max(capacity + capacity / 2).max(64));
        }
    }

    /// Moves to memory of the given size; returns the old memory, overwritten.
    fn move_to(&mut self, capacity: usize) -> Vec<u8> {
        let mut moved = Vec::with_capacity(capacity);
        moved.extend_from_slice(&self.bytes);
        let mut old = std::mem::replace(&mut self.bytes, moved);
        old.as_mut_slice().zeroize();
        old
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        self.bytes.as_mut_slice().zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_buffer_leaves_zeros_behind() {
        let mut buffer = Buffer::with_capacity(8);
        buffer.extend(b"huber");
        let old = buffer.move_to(100);
        assert_eq!(old, [0; 5]);
        assert_eq!(buffer.as_slice(), b"huber");
    }

    #[test]
    fn a_buffer_grows_without_losing_text() {
        let mut buffer = Buffer::default();
        for _ in 0..1000 {
            buffer.extend("ä".as_bytes());
            buffer.push_char('é');
            buffer.push(b'x');
        }
        assert_eq!(buffer.as_slice(), "äéx".repeat(1000).as_bytes());
    }

    #[test]
    fn wiped_text_is_zeros_and_its_neighbours_stay() {
        let mut buffer = Buffer::default();
        buffer.extend(b"anna huber");
        buffer.wipe(0..4);
        assert_eq!(buffer.as_slice(), b"\0\0\0\0 huber");
        buffer.truncate(5);
        assert_eq!(buffer.as_slice(), b"\0\0\0\0 ");
    }
}
