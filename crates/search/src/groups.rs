//! The groups and what is listed in each.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{order::Order, rows::Rows};

/// Groups under small numbers. A group exists as long as it has records; its number is then given to another.
#[derive(Default)]
pub(crate) struct Groups {
    numbers: HashMap<Uuid, u32>,
    slots: Vec<Slot>,
    free: Vec<u32>,
}

#[derive(Default)]
struct Slot {
    group: Uuid,
    order: Order,
    len: usize,
}

impl Groups {
    /// The number of the group, which is made if it is new.
    pub(crate) fn enter(&mut self, group: Uuid) -> u32 {
        let Self {
            numbers,
            slots,
            free,
        } = self;
        *numbers.entry(group).or_insert_with(|| {
            let slot = Slot {
                group,
                ..Slot::default()
            };
            if let Some(number) = free.pop() {
                slots[number as usize] = slot;
                return number;
            }
            slots.push(slot);
            u32::try_from(slots.len() - 1).expect("fewer groups than rows")
        })
    }

    pub(crate) fn number(&self, group: Uuid) -> Option<u32> {
        self.numbers.get(&group).copied()
    }

    pub(crate) fn add(&mut self, number: u32, row: u32) {
        let slot = &mut self.slots[number as usize];
        slot.order.add(row);
        slot.len += 1;
    }

    /// Takes a row out of its group. Its text must still be there.
    pub(crate) fn remove(&mut self, rows: &Rows, row: u32) {
        let number = rows.group(row);
        let slot = &mut self.slots[number as usize];
        slot.order.remove(rows, row);
        slot.len -= 1;
        if slot.len == 0 {
            self.release(number);
        }
    }

    /// Ends the group and returns its list.
    pub(crate) fn release(&mut self, number: u32) -> Order {
        let slot = std::mem::take(&mut self.slots[number as usize]);
        self.numbers.remove(&slot.group);
        self.free.push(number);
        slot.order
    }

    pub(crate) fn order(&self, number: u32) -> &Order {
        &self.slots[number as usize].order
    }

    pub(crate) fn settle(&mut self, rows: &Rows, number: u32) {
        self.slots[number as usize].order.settle(rows);
    }

    /// Settles every group from the settled list of all rows.
    pub(crate) fn deal(&mut self, rows: &Rows, all: &[u32]) {
        for slot in &mut self.slots {
            slot.order.clear();
        }
        for row in all {
            self.slots[rows.group(*row) as usize].order.add_last(*row);
        }
    }

    pub(crate) fn renumber(&mut self, numbers: &[u32]) {
        for slot in &mut self.slots {
            slot.order.renumber(numbers);
        }
    }

    pub(crate) fn memory_bytes(&self) -> usize {
        let orders: usize = self
            .slots
            .iter()
            .map(|slot| slot.order.memory_bytes())
            .sum();
        orders
            + self.slots.capacity() * size_of::<Slot>()
            + self.free.capacity() * size_of::<u32>()
            // A hash map keeps an eighth of its places empty and a byte of control beside each.
            + self.numbers.capacity() * 8 / 7 * (size_of::<(Uuid, u32)>() + 1)
    }
}
