//! The folded records, one after another.

use std::{cmp::Ordering, ops::Range};

use memchr::memmem;
use uuid::Uuid;

use crate::{
    Record,
    buffer::Buffer,
    fold::{Form, fold_into},
};

/// Between the fields of a row. Sorts before every character of a folded text, so a shorter name comes first.
const FIELD_END: u8 = b'\t';
const ROW_END: u8 = b'\n';
/// Begins a row without a name: no UTF-8 text has this byte, and it sorts after all of it.
const UNNAMED: u8 = 0xFF;
/// In place of a group: the row was removed.
const REMOVED: u32 = u32::MAX;

/// Folded records in one buffer. A row is
/// `family ⇥ given ⇥ company ⇥ address ⇥ [long form of a field where it differs ⇥]… ⏎` without the fields that are empty.
///
/// It is sorted by its key, the names: DIN 5007-1, where `ä` is `a` and `ß` is `ss`, is the byte order of the
/// folded text. A given name alone stands in the place of the family name. The key of a record without a name is
/// [`UNNAMED`], company and address. Sixteen bytes of id and fourteen of numbers for
/// each row.
#[derive(Default)]
pub(crate) struct Rows {
    text: Buffer,
    ids: Vec<Uuid>,
    starts: Vec<u64>,
    key_lengths: Vec<u16>,
    groups: Vec<u32>,
    removed: usize,
    removed_bytes: usize,
}

impl Rows {
    pub(crate) fn with_capacity(rows: usize, text_bytes: usize) -> Self {
        Self {
            text: Buffer::with_capacity(text_bytes),
            ids: Vec::with_capacity(rows),
            starts: Vec::with_capacity(rows),
            key_lengths: Vec::with_capacity(rows),
            groups: Vec::with_capacity(rows),
            removed: 0,
            removed_bytes: 0,
        }
    }

    /// Adds a row and returns its number.
    pub(crate) fn append(&mut self, record: &Record<'_>, group: u32) -> u32 {
        let row = u32::try_from(self.ids.len()).expect("four billion rows do not fit into memory");
        let start = self.text.len();
        let key_length = self.fields(record);
        self.long_forms(record, start);
        self.text.push(ROW_END);
        self.ids.push(record.id);
        self.starts.push(start as u64);
        self.key_lengths.push(key_length);
        self.groups.push(group);
        row
    }

    /// Writes the plain fields and returns the length of the key.
    fn fields(&mut self, record: &Record<'_>) -> u16 {
        let start = self.text.len();
        let length = |text: &Buffer| u16::try_from(text.len() - start).unwrap_or(u16::MAX);
        if self.present([record.family_name, record.given_name]) == 0 {
            self.text.push(UNNAMED);
            self.present([record.company, record.email]);
            return length(&self.text);
        }
        let key_length = length(&self.text);
        self.present([record.company, record.email]);
        key_length
    }

    /// Writes the fields of which something is left when folded, and counts them.
    fn present(&mut self, fields: [&str; 2]) -> usize {
        let mut written = 0;
        for field in fields {
            let before = self.text.len();
            fold_into(field, Form::Plain, &mut self.text);
            if self.text.len() > before {
                self.text.push(FIELD_END);
                written += 1;
            }
        }
        written
    }

    /// Adds the long forms that the row, begun at `start`, does not hold yet.
    fn long_forms(&mut self, record: &Record<'_>, start: usize) {
        for field in [
            record.family_name,
            record.given_name,
            record.company,
            record.email,
        ] {
            if field.is_ascii() {
                continue;
            }
            let before = self.text.len();
            fold_into(field, Form::Long, &mut self.text);
            let (row, long) = self.text.as_slice()[start..].split_at(before - start);
            if memmem::find(row, long).is_some() {
                self.text.truncate(before);
            } else {
                self.text.push(FIELD_END);
            }
        }
    }

    /// Takes the last row back, as if it had not been appended.
    pub(crate) fn undo_append(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.text.truncate(offset(start));
            self.ids.pop();
            self.key_lengths.pop();
            self.groups.pop();
        }
    }

    /// Removes a row: its text is overwritten, its number stays taken.
    pub(crate) fn remove(&mut self, row: u32) {
        let range = self.range(row);
        self.removed += 1;
        self.removed_bytes += range.len();
        self.text.wipe(range);
        self.groups[row as usize] = REMOVED;
    }

    /// The rows in the given order under the numbers 0, 1, 2, …; and the new number of each old row ([`u32::MAX`] if it
    /// is not in the order).
    pub(crate) fn arranged(&self, order: &[u32]) -> (Self, Vec<u32>) {
        let text_bytes = self.text.len() - self.removed_bytes;
        // An eighth more, or the next row to be put would move all of it.
        let mut arranged =
            Self::with_capacity(order.len() + order.len() / 8, text_bytes + text_bytes / 8);
        let mut numbers = vec![u32::MAX; self.ids.len()];
        for (new, row) in (0..).zip(order) {
            let old = *row as usize;
            arranged.ids.push(self.ids[old]);
            arranged.starts.push(arranged.text.len() as u64);
            arranged.key_lengths.push(self.key_lengths[old]);
            arranged.groups.push(self.groups[old]);
            arranged.text.extend(self.text(*row));
            numbers[old] = new;
        }
        (arranged, numbers)
    }

    /// Whether both rows hold the same in the same group.
    pub(crate) fn are_alike(&self, one: u32, other: u32) -> bool {
        self.group(one) == self.group(other)
            && self.key(one) == self.key(other)
            && self.text(one) == self.text(other)
    }

    /// Whether so much was removed that it is worth to arrange the rest anew.
    pub(crate) fn are_sparse(&self) -> bool {
        const REMOVED_MIN: usize = 256;
        self.removed > REMOVED_MIN
            && (self.removed * 3 > self.ids.len() || self.removed_bytes * 3 > self.text.len())
    }

    pub(crate) fn is_present(&self, row: u32) -> bool {
        self.groups[row as usize] != REMOVED
    }

    pub(crate) fn group(&self, row: u32) -> u32 {
        self.groups[row as usize]
    }

    pub(crate) fn id(&self, row: u32) -> Uuid {
        self.ids[row as usize]
    }

    /// The text of all rows; zeros where a row was removed.
    pub(crate) fn all_text(&self) -> &[u8] {
        self.text.as_slice()
    }

    pub(crate) fn text(&self, row: u32) -> &[u8] {
        &self.text.as_slice()[self.range(row)]
    }

    /// What the row is sorted by, before its id.
    pub(crate) fn key(&self, row: u32) -> &[u8] {
        let start = offset(self.starts[row as usize]);
        &self.text.as_slice()[start..start + usize::from(self.key_lengths[row as usize])]
    }

    pub(crate) fn compare(&self, one: u32, other: u32) -> Ordering {
        self.compare_to(one, self.key(other), self.id(other))
    }

    pub(crate) fn compare_to(&self, row: u32, key: &[u8], id: Uuid) -> Ordering {
        self.key(row).cmp(key).then_with(|| self.id(row).cmp(&id))
    }

    /// The row that holds the byte at `position`, which must not lie before the row `from`.
    pub(crate) fn row_at(&self, position: usize, from: u32) -> u32 {
        let position = position as u64;
        let starts = &self.starts[from as usize..];
        // Galloping: dense hits are a few rows apart.
        let mut step = 1;
        while starts.get(step).is_some_and(|start| *start <= position) {
            step *= 2;
        }
        let near = &starts[step / 2..starts.len().min(step)];
        let rows = step / 2 + near.partition_point(|start| *start <= position);
        from + u32::try_from(rows).expect("row numbers are 32 bits") - 1
    }

    /// Where the row ends and the next one begins in [`Rows::all_text`].
    pub(crate) fn end(&self, row: u32) -> usize {
        self.starts
            .get(row as usize + 1)
            .map_or(self.text.len(), |start| offset(*start))
    }

    fn range(&self, row: u32) -> Range<usize> {
        offset(self.starts[row as usize])..self.end(row)
    }

    /// How many rows there are, removed ones included.
    pub(crate) fn count(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn memory_bytes(&self) -> usize {
        self.text.capacity()
            + self.ids.capacity() * size_of::<Uuid>()
            + self.starts.capacity() * size_of::<u64>()
            + self.key_lengths.capacity() * size_of::<u16>()
            + self.groups.capacity() * size_of::<u32>()
    }
}

fn offset(start: u64) -> usize {
    usize::try_from(start).expect("it was an offset into memory")
}
