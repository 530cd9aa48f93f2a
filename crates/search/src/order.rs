//! Row numbers in the order of the names.

use zeroize::Zeroizing;

use crate::rows::Rows;

/// So many removals are cut out of the list at once before the rest waits for the next [`Order::settle`].
///
/// Cutting one out of a list of a million moves 2 MB on average (0.1 ms); sweeping the list once costs some milliseconds.
const CUTS_MAX: usize = 64;
/// New rows are merged into the list if they are fewer than this part of it, else all of it is sorted.
const MERGED_PART: usize = 32;

/// Row numbers in the order of the names, brought up to date when asked for.
#[derive(Default)]
pub(crate) struct Order {
    sorted: Vec<u32>,
    /// New rows, in no order.
    pending: Vec<u32>,
    /// Removed rows that still stand in one of the lists.
    gone: usize,
    /// Removals cut out since the last settling.
    cuts: usize,
}

impl Order {
    pub(crate) fn add(&mut self, row: u32) {
        self.pending.push(row);
    }

    /// Adds a row that sorts after all others. Only while nothing is pending.
    pub(crate) fn add_last(&mut self, row: u32) {
        self.sorted.push(row);
    }

    /// Takes a row out. Its text must still be there.
    pub(crate) fn remove(&mut self, rows: &Rows, row: u32) {
        // Among overwritten rows the search would not find its way, and the list has to be swept anyway.
        if self.gone == 0 && self.cuts < CUTS_MAX {
            let found = self
                .sorted
                .binary_search_by(|other| rows.compare(*other, row));
            if let Ok(position) = found {
                self.sorted.remove(position);
                self.cuts += 1;
                return;
            }
        }
        self.gone += 1;
    }

    /// Notes that many rows were removed.
    pub(crate) fn forget(&mut self, count: usize) {
        self.gone += count;
    }

    pub(crate) fn is_settled(&self) -> bool {
        self.gone == 0 && self.pending.is_empty()
    }

    pub(crate) fn pending_count(&self) -> usize {
        self.pending.len()
    }

    /// Sweeps removed rows out and sorts new ones in.
    pub(crate) fn settle(&mut self, rows: &Rows) {
        self.cuts = 0;
        if self.gone > 0 {
            self.gone = 0;
            self.sorted.retain(|row| rows.is_present(*row));
            self.pending.retain(|row| rows.is_present(*row));
        }
        let mut pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return;
        }
        if pending.len() * MERGED_PART > self.sorted.len() {
            self.sorted.append(&mut pending);
            sort(rows, &mut self.sorted);
        } else {
            sort(rows, &mut pending);
            self.merge(rows, &pending);
        }
    }

    /// Merges sorted rows from behind, moving each part of the list once.
    fn merge(&mut self, rows: &Rows, added: &[u32]) {
        let mut end = self.sorted.len();
        let mut gap_end = end + added.len();
        self.sorted.resize(gap_end, 0);
        for row in added.iter().rev() {
            let position =
                self.sorted[..end].partition_point(|other| rows.compare(*other, *row).is_lt());
            let moved = end - position;
            self.sorted.copy_within(position..end, gap_end - moved);
            gap_end -= moved + 1;
            self.sorted[gap_end] = *row;
            end = position;
        }
    }

    /// The rows in order. Up to date only if [settled](Order::is_settled).
    pub(crate) fn sorted(&self) -> &[u32] {
        &self.sorted
    }

    /// All rows, also such that were removed since the last settling.
    pub(crate) fn rows(&self) -> impl Iterator<Item = u32> {
        self.sorted.iter().chain(&self.pending).copied()
    }

    /// Gives rows their new numbers; those that have none are removed rows.
    pub(crate) fn renumber(&mut self, numbers: &[u32]) {
        for list in [&mut self.sorted, &mut self.pending] {
            list.retain_mut(|row| {
                *row = numbers[*row as usize];
                *row != u32::MAX
            });
        }
        self.gone = 0;
    }

    pub(crate) fn clear(&mut self) {
        *self = Self {
            sorted: Vec::with_capacity(self.sorted.len() + self.pending.len()),
            ..Self::default()
        };
    }

    pub(crate) fn memory_bytes(&self) -> usize {
        (self.sorted.capacity() + self.pending.capacity()) * size_of::<u32>()
    }
}

/// Sorts rows by key and id. The first sixteen bytes of each key are laid out beside the numbers: most comparisons need
/// no more, and so do not go through the text.
fn sort(rows: &Rows, list: &mut [u32]) {
    let mut keyed: Zeroizing<Vec<(u128, u32)>> = Zeroizing::new(Vec::with_capacity(list.len()));
    keyed.extend(list.iter().map(|row| (prefix(rows.key(*row)), *row)));
    keyed.sort_unstable_by(|(one_prefix, one), (other_prefix, other)| {
        one_prefix
            .cmp(other_prefix)
            .then_with(|| rows.compare(*one, *other))
    });
    for (place, (_, row)) in list.iter_mut().zip(keyed.iter()) {
        *place = *row;
    }
}

fn prefix(key: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    let length = key.len().min(16);
    bytes[..length].copy_from_slice(&key[..length]);
    u128::from_be_bytes(bytes)
}
