//! The index of one tenant.

use std::hash::{BuildHasher, RandomState};

use hashbrown::{HashTable, hash_table::Entry};
use uuid::Uuid;

use crate::{Cursor, Record, groups::Groups, order::Order, rows::Rows};

/// A guess at the folded text of a record, for the memory set aside in advance.
const TEXT_BYTES: usize = 72;

/// The records of one tenant, found by parts of what they hold and listed by name.
///
/// Sorted as DIN 5007-1 has it (`ä` as `a`, `ß` as `ss`), by family name, given name and id. Who has only a given name
/// stands under it; records without a name come last, by company and address.
///
/// Changes are cheap; lists are put in order when they are next looked at. For each record it takes its folded text and
/// about 50 bytes. What it holds is overwritten when it goes.
#[derive(Default)]
pub struct Index {
    pub(crate) rows: Rows,
    /// The present rows by id.
    table: HashTable<u32>,
    hasher: RandomState,
    pub(crate) all: Order,
    pub(crate) groups: Groups,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "[index of {} records]", self.len())
    }
}

impl Index {
    /// An empty index.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty index with room for so many records.
    pub fn with_capacity(records: usize) -> Self {
        Self {
            rows: Rows::with_capacity(records, records * TEXT_BYTES),
            table: HashTable::with_capacity(records),
            ..Self::default()
        }
    }

    /// An index of many records, put in order at once. Of records with the same id the last one counts.
    ///
    /// Where records are decrypted one by one and cannot be lent to an iterator: [`Index::with_capacity`],
    /// [`Index::put`] for each, [`Index::settle`].
    pub fn build<'a>(records: impl IntoIterator<Item = Record<'a>>) -> Self {
        let records = records.into_iter();
        let mut index = Self::with_capacity(records.size_hint().0);
        for record in records {
            index.put(&record);
        }
        index.settle();
        index
    }

    /// Inserts the record, or replaces the one with the same id, whatever group that was in.
    pub fn put(&mut self, record: &Record<'_>) {
        let group = self.groups.enter(record.group);
        let row = self.rows.append(record, group);
        let Self {
            rows,
            table,
            hasher,
            ..
        } = self;
        let entry = table.entry(
            hasher.hash_one(record.id),
            |other| rows.id(*other) == record.id,
            |other| hasher.hash_one(rows.id(*other)),
        );
        let replaced = match entry {
            Entry::Occupied(place) if rows.are_alike(*place.get(), row) => {
                rows.undo_append();
                return;
            }
            Entry::Occupied(mut place) => Some(std::mem::replace(place.get_mut(), row)),
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        };
        self.all.add(row);
        self.groups.add(group, row);
        if let Some(old) = replaced {
            self.take_out(old);
        }
    }

    /// Removes a record and overwrites its text. Whether there was one.
    pub fn remove(&mut self, id: Uuid) -> bool {
        let Self {
            rows,
            table,
            hasher,
            ..
        } = self;
        let found = table.find_entry(hasher.hash_one(id), |row| rows.id(*row) == id);
        let Ok(place) = found else {
            return false;
        };
        let (row, _) = place.remove();
        self.take_out(row);
        true
    }

    /// Removes all records of a group, overwrites their text and returns how many there were.
    pub fn remove_group(&mut self, group: Uuid) -> usize {
        let Some(number) = self.groups.number(group) else {
            return 0;
        };
        let order = self.groups.release(number);
        let mut removed = 0;
        for row in order.rows() {
            if !self.rows.is_present(row) {
                continue;
            }
            let id = self.rows.id(row);
            if let Ok(place) = self
                .table
                .find_entry(self.hasher.hash_one(id), |other| *other == row)
            {
                place.remove();
            }
            self.rows.remove(row);
            removed += 1;
        }
        self.all.forget(removed);
        self.compact_if_sparse();
        removed
    }

    /// Takes a row out that the table no longer knows.
    fn take_out(&mut self, row: u32) {
        self.all.remove(&self.rows, row);
        self.groups.remove(&self.rows, row);
        self.rows.remove(row);
        self.compact_if_sparse();
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// The memory in use on the heap, room for growth included, in bytes.
    pub fn memory_bytes(&self) -> usize {
        self.rows.memory_bytes()
            + self.table.allocation_size()
            + self.all.memory_bytes()
            + self.groups.memory_bytes()
    }

    /// Puts all lists in order now, so that no later look pays for it. To be called after a bulk load.
    ///
    /// After large changes rows move in memory into the order of the names, which makes walking through them three times
    /// as fast; while they do, the text is there twice.
    pub fn settle(&mut self) {
        let is_bulk = self.all.pending_count() * 4 > self.len();
        self.all.settle(&self.rows);
        if is_bulk {
            self.arrange();
        }
        self.groups.deal(&self.rows, self.all.sorted());
    }

    /// Puts the list of one group, or of all, in order.
    pub(crate) fn settle_list(&mut self, group: Option<Uuid>) {
        match group.map(|group| self.groups.number(group)) {
            None => self.all.settle(&self.rows),
            Some(Some(number)) => self.groups.settle(&self.rows, number),
            Some(None) => {}
        }
    }

    /// The place right after a record as it is now; `None` if there is no such record.
    ///
    /// For callers that keep no more than an id in the address of the next page.
    pub fn cursor_after(&self, id: Uuid) -> Option<Cursor> {
        let row = *self
            .table
            .find(self.hasher.hash_one(id), |row| self.rows.id(*row) == id)?;
        Some(self.cursor_at(row))
    }

    pub(crate) fn cursor_at(&self, row: u32) -> Cursor {
        Cursor::new(self.rows.key(row), self.rows.id(row))
    }

    fn compact_if_sparse(&mut self) {
        if self.rows.are_sparse() {
            self.all.settle(&self.rows);
            self.arrange();
        }
    }

    /// Lays the rows out in the order of the names, which must be settled, without the removed ones.
    fn arrange(&mut self) {
        let (rows, numbers) = self.rows.arranged(self.all.sorted());
        self.rows = rows;
        self.all.renumber(&numbers);
        self.groups.renumber(&numbers);
        for row in &mut self.table {
            *row = numbers[*row as usize];
        }
    }
}

#[cfg(test)]
mod tests {
    use memchr::memmem;

    use super::*;

    fn person(id: u128, family_name: &str) -> Record<'_> {
        Record {
            id: Uuid::from_u128(id),
            group: Uuid::from_u128(id % 2),
            family_name,
            given_name: "Anna",
            company: "",
            email: "",
        }
    }

    fn holds(index: &Index, text: &str) -> bool {
        memmem::find(index.rows.all_text(), text.as_bytes()).is_some()
    }

    #[test]
    fn text_is_overwritten_when_its_record_goes() {
        let names = ["Huber", "Gruber", "Pichler", "Steiner"];
        let mut index = Index::build((0..).zip(names).map(|(id, name)| person(id, name)));
        index.put(&person(0, "Moser"));
        assert!(!holds(&index, "huber"), "replaced");
        index.remove(Uuid::from_u128(2));
        assert!(!holds(&index, "pichler"), "removed");
        index.remove_group(Uuid::from_u128(1));
        assert!(
            !holds(&index, "gruber") && !holds(&index, "steiner"),
            "group removed"
        );
        assert!(holds(&index, "moser"));
    }

    #[test]
    fn putting_the_same_again_leaves_everything_as_it_is() {
        let mut index = Index::build([person(0, "Huber"), person(1, "Gruber")]);
        let before = index.rows.all_text().to_vec();
        index.put(&person(0, "HUBER"));
        assert_eq!(index.rows.all_text(), before);
        assert!(index.all.is_settled());
    }

    #[test]
    fn removed_rows_do_not_pile_up() {
        let mut index = Index::new();
        for turn in 0..20_u128 {
            for id in 0..500 {
                index.put(&person(id, &format!("Huber{turn}")));
            }
        }
        assert_eq!(index.len(), 500);
        assert!(index.rows.count() <= 1000, "{} rows", index.rows.count());
        assert!(
            index.memory_bytes() < 500 * 300,
            "{} bytes",
            index.memory_bytes()
        );
    }

    #[test]
    fn an_empty_group_takes_no_place() {
        let mut index = Index::new();
        for group in 0..1000_u128 {
            let mut record = person(1, "Huber");
            record.group = Uuid::from_u128(group);
            index.put(&record);
        }
        assert!(index.groups.memory_bytes() < 20_000);
    }
}
