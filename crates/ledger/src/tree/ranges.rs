//! Which subtrees a proof names.

use std::ops::Range;

/// Sizes or positions that no tree has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutOfRange {
    /// The leaf is not in a tree of this size.
    #[error("position {index} is not in a tree of {size} leaves")]
    Leaf {
        /// Position of the leaf, from 0.
        index: u64,
        /// Leaves in the tree.
        size: u64,
    },
    /// A tree never shrinks.
    #[error("a tree of {old} leaves did not grow to {new}")]
    Shrunk {
        /// Leaves in the older tree.
        old: u64,
        /// Leaves in the newer tree.
        new: u64,
    },
}

/// The largest power of two smaller than `leaves`, which are at least two.
const fn split(leaves: u64) -> u64 {
    1 << (leaves - 1).ilog2()
}

/// The subtrees, as ranges of leaves, whose roots prove that leaf `index` is in the tree of `size` leaves, in the order
/// of RFC 9162, section 2.1.3.1: from the leaf upwards.
pub(crate) fn inclusion_ranges(index: u64, size: u64) -> Result<Vec<Range<u64>>, OutOfRange> {
    if index >= size {
        return Err(OutOfRange::Leaf { index, size });
    }
    let mut ranges = Vec::new();
    let mut here = 0..size;
    while here.end - here.start > 1 {
        let middle = here.start + split(here.end - here.start);
        if index < middle {
            ranges.push(middle..here.end);
            here.end = middle;
        } else {
            ranges.push(here.start..middle);
            here.start = middle;
        }
    }
    ranges.reverse();
    Ok(ranges)
}

/// The subtrees, as ranges of leaves, whose roots prove that the tree of `new` leaves begins with the `old` ones, in the
/// order of RFC 9162, section 2.1.4.1. None if the sizes are equal or the old tree is empty.
pub(crate) fn consistency_ranges(old: u64, new: u64) -> Result<Vec<Range<u64>>, OutOfRange> {
    if old > new {
        return Err(OutOfRange::Shrunk { old, new });
    }
    let mut ranges = Vec::new();
    if old == 0 || old == new {
        return Ok(ranges);
    }
    let mut here = 0..new;
    while old < here.end {
        let middle = here.start + split(here.end - here.start);
        if old <= middle {
            ranges.push(middle..here.end);
            here.end = middle;
        } else {
            ranges.push(here.start..middle);
            here.start = middle;
        }
    }
    // Who verifies knows the root of the whole old tree, and of nothing smaller.
    if here.start > 0 {
        ranges.push(here);
    }
    ranges.reverse();
    Ok(ranges)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_9162_section_2_1_5_are_met() {
        // The tree of seven leaves: [b, h, l], [c, g, l], [f, j, k], [i, k].
        assert_eq!(inclusion_ranges(0, 7).unwrap(), [1..2, 2..4, 4..7]);
        assert_eq!(inclusion_ranges(3, 7).unwrap(), [2..3, 0..2, 4..7]);
        assert_eq!(inclusion_ranges(4, 7).unwrap(), [5..6, 6..7, 0..4]);
        assert_eq!(inclusion_ranges(6, 7).unwrap(), [4..6, 0..4]);
        // PROOF(3, D[7]) = [c, d, g, l]; PROOF(4, D[7]) = [l]; PROOF(6, D[7]) = [i, j, k].
        assert_eq!(consistency_ranges(3, 7).unwrap(), [2..3, 3..4, 0..2, 4..7]);
        assert_eq!(
            consistency_ranges(4, 7).unwrap(),
            [Range { start: 4, end: 7 }]
        );
        assert_eq!(consistency_ranges(6, 7).unwrap(), [4..6, 6..7, 0..4]);
    }

    #[test]
    fn what_no_tree_has_is_refused() {
        assert_eq!(
            inclusion_ranges(0, 0),
            Err(OutOfRange::Leaf { index: 0, size: 0 })
        );
        assert_eq!(
            inclusion_ranges(7, 7),
            Err(OutOfRange::Leaf { index: 7, size: 7 })
        );
        assert_eq!(
            consistency_ranges(8, 7),
            Err(OutOfRange::Shrunk { old: 8, new: 7 })
        );
        assert_eq!(consistency_ranges(0, 7), Ok(vec![]));
        assert_eq!(consistency_ranges(7, 7), Ok(vec![]));
    }
}
