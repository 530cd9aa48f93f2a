//! Proofs of inclusion and consistency: made from stored tiles, checked by the rules of RFC 9162.

use data_encoding::HEXLOWER;
use ledger::{
    ConsistencyError, Frontier, Hash, InclusionError, MakeProofError, OutOfRange, Tile, Tiles,
    consistency, inclusion, leaf_hash, root_of, tiles_for_consistency, tiles_for_frontier,
    tiles_for_inclusion, verify_consistency, verify_inclusion,
};

use crate::support::leaves;

/// The tables of a server: a level of hashes each.
struct Stored {
    levels: Vec<Vec<Hash>>,
}

impl Stored {
    fn new(leaves: &[Hash]) -> Self {
        let mut levels = vec![Vec::new(); 4];
        let mut frontier = Frontier::new();
        for leaf in leaves {
            levels[0].push(*leaf);
            frontier.append_noting(*leaf, |completed| {
                let level = &mut levels[usize::from(completed.level)];
                assert_eq!(level.len() as u64, completed.index);
                level.push(completed.hash);
            });
        }
        Self { levels }
    }

    fn read(&self, plan: Vec<Tile>) -> Tiles {
        let mut tiles = Tiles::new();
        for tile in plan {
            let indices = tile.indices();
            let range =
                usize::try_from(indices.start).unwrap()..usize::try_from(indices.end).unwrap();
            let hashes = self.levels[usize::from(tile.level)][range].to_vec();
            tiles.fill(tile, hashes).unwrap();
        }
        tiles
    }

    fn inclusion(&self, index: u64, size: u64) -> Vec<Hash> {
        let tiles = self.read(tiles_for_inclusion(index, size).unwrap());
        inclusion(index, size, &tiles).unwrap()
    }

    fn consistency(&self, old: u64, new: u64) -> Vec<Hash> {
        let tiles = self.read(tiles_for_consistency(old, new).unwrap());
        consistency(old, new, &tiles).unwrap()
    }
}

fn roots(leaves: &[Hash]) -> Vec<Hash> {
    (0..=leaves.len())
        .map(|size| root_of(&leaves[..size]))
        .collect()
}

fn at<T>(items: &[T], index: u64) -> &T {
    &items[usize::try_from(index).unwrap()]
}

/// PATH of RFC 9162, section 2.1.3.1, word for word.
fn path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let split = leaves.len().next_power_of_two() / 2;
    let (left, right) = leaves.split_at(split);
    let (mut below, beside) = if index < split {
        (path(index, left), root_of(right))
    } else {
        (path(index - split, right), root_of(left))
    };
    below.push(beside);
    below
}

/// SUBPROOF of RFC 9162, section 2.1.4.1, word for word.
fn subproof(old: usize, leaves: &[Hash], is_whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if is_whole {
            Vec::new()
        } else {
            vec![root_of(leaves)]
        };
    }
    let split = leaves.len().next_power_of_two() / 2;
    let (left, right) = leaves.split_at(split);
    let (mut below, beside) = if old <= split {
        (subproof(old, left, is_whole), root_of(right))
    } else {
        (subproof(old - split, right, false), root_of(left))
    };
    below.push(beside);
    below
}

#[test]
fn every_leaf_of_every_small_tree_is_proven_at_its_place_only() {
    let leaves = leaves(131);
    let stored = Stored::new(&leaves);
    let roots = roots(&leaves);
    for size in 1..=131 {
        for index in 0..size {
            let proof = stored.inclusion(index, size);
            let in_tree = &leaves[..usize::try_from(size).unwrap()];
            assert_eq!(proof, path(usize::try_from(index).unwrap(), in_tree));
            let verify = |leaf, index| {
                verify_inclusion(at(&leaves, leaf), index, size, &proof, at(&roots, size))
            };
            assert_eq!(verify(index, index), Ok(()), "{index} of {size}");
            // Every other place in smaller trees, the neighbours in larger ones.
            let is_tried =
                |other: &u64| *other != index && (size < 40 || other.abs_diff(index) < 3);
            for other in (0..size).filter(is_tried) {
                assert!(
                    verify(index, other).is_err(),
                    "{index} as {other} of {size}"
                );
                assert!(
                    verify(other, index).is_err(),
                    "{other} as {index} of {size}"
                );
            }
        }
    }
}

#[test]
fn every_small_tree_is_proven_to_begin_every_larger_one() {
    let leaves = leaves(66);
    let stored = Stored::new(&leaves);
    let roots = roots(&leaves);
    for new in 0..=66 {
        for old in 0..=new {
            let proof = stored.consistency(old, new);
            if old > 0 {
                let in_tree = &leaves[..usize::try_from(new).unwrap()];
                assert_eq!(
                    proof,
                    subproof(usize::try_from(old).unwrap(), in_tree, true)
                );
            }
            for other in 0..=66 {
                let expected = other == old;
                let (old_root, new_root) = (at(&roots, other), at(&roots, new));
                let verified = verify_consistency(old, new, old_root, new_root, &proof);
                assert_eq!(verified.is_ok(), expected, "{other} as {old} to {new}");
                if old > 0 {
                    let expected = other == new;
                    let (old_root, new_root) = (at(&roots, old), at(&roots, other));
                    let verified = verify_consistency(old, new, old_root, new_root, &proof);
                    assert_eq!(verified.is_ok(), expected, "{old} to {new} as {other}");
                }
            }
        }
    }
}

#[test]
fn proofs_hold_across_the_edges_of_tiles() {
    let leaves = leaves(66_100);
    let stored = Stored::new(&leaves);
    let edges = [
        1, 255, 256, 257, 511, 513, 4_000, 65_535, 65_536, 65_537, 66_100,
    ];
    for size in edges {
        let root = root_of(&leaves[..usize::try_from(size).unwrap()]);
        for other in edges.into_iter().filter(|other| *other <= size) {
            let proof = stored.inclusion(other - 1, size);
            let leaf = at(&leaves, other - 1);
            assert_eq!(
                verify_inclusion(leaf, other - 1, size, &proof, &root),
                Ok(())
            );
            let old_root = root_of(&leaves[..usize::try_from(other).unwrap()]);
            let proof = stored.consistency(other, size);
            assert_eq!(
                verify_consistency(other, size, &old_root, &root, &proof),
                Ok(())
            );
        }
    }
}

#[test]
fn every_flipped_bit_is_refused() {
    let leaves = leaves(200);
    let stored = Stored::new(&leaves);
    let roots = roots(&leaves);
    for (one, size) in [(1, 2), (5, 7), (64, 65), (77, 131), (128, 200), (199, 200)] {
        let included = stored.inclusion(one, size);
        let consistent = stored.consistency(one, size);
        for bit in 0..256 {
            let flip = |hash: &mut Hash| hash[bit / 8] ^= 1 << (bit % 8);
            for place in 0..included.len() {
                let mut forged = included.clone();
                flip(&mut forged[place]);
                let verified =
                    verify_inclusion(at(&leaves, one), one, size, &forged, at(&roots, size));
                assert_eq!(verified, Err(InclusionError::WrongRoot));
            }
            for place in 0..consistent.len() {
                let mut forged = consistent.clone();
                flip(&mut forged[place]);
                let (old, new) = (at(&roots, one), at(&roots, size));
                assert!(verify_consistency(one, size, old, new, &forged).is_err());
            }
        }
    }
}

#[test]
fn paths_of_another_length_are_refused() {
    let leaves = leaves(66);
    let stored = Stored::new(&leaves);
    let roots = roots(&leaves);
    for size in 2..=66 {
        for one in 1..size {
            let (old, new) = (at(&roots, one), at(&roots, size));
            let included = |path: &[Hash]| verify_inclusion(at(&leaves, one), one, size, path, new);
            let consistent = |path: &[Hash]| verify_consistency(one, size, old, new, path);
            let proof = stored.inclusion(one, size);
            let longer = [&proof[..], &[*new]].concat();
            assert_eq!(included(&longer), Err(InclusionError::TooLong));
            assert_eq!(
                included(&proof[..proof.len() - 1]),
                Err(InclusionError::TooShort)
            );
            let proof = stored.consistency(one, size);
            let longer = [&proof[..], &[*new]].concat();
            assert_eq!(consistent(&longer), Err(ConsistencyError::TooLong));
            assert_eq!(
                consistent(&proof[..proof.len() - 1]),
                Err(ConsistencyError::TooShort)
            );
            assert_eq!(consistent(&[]), Err(ConsistencyError::TooShort));
        }
    }
}

#[test]
fn a_trivial_proof_proves_only_what_is_trivial() {
    let [empty, one, other] = [root_of(&[]), leaf_hash(b"1"), leaf_hash(b"2")];
    assert_eq!(verify_consistency(0, 0, &empty, &empty, &[]), Ok(()));
    assert_eq!(verify_consistency(0, 9, &empty, &one, &[]), Ok(()));
    assert_eq!(verify_consistency(9, 9, &one, &one, &[]), Ok(()));
    assert_eq!(
        verify_consistency(0, 9, &other, &one, &[]),
        Err(ConsistencyError::WrongOldRoot)
    );
    assert_eq!(
        verify_consistency(9, 9, &one, &other, &[]),
        Err(ConsistencyError::WrongNewRoot)
    );
    assert_eq!(
        verify_consistency(9, 9, &one, &one, &[one]),
        Err(ConsistencyError::TooLong)
    );
    assert_eq!(
        verify_consistency(9, 8, &one, &one, &[]),
        Err(OutOfRange::Shrunk { old: 9, new: 8 }.into())
    );
    let outside = OutOfRange::Leaf { index: 1, size: 1 };
    assert_eq!(verify_inclusion(&one, 1, 1, &[], &one), Err(outside.into()));
    assert_eq!(
        verify_inclusion(&one, 0, 0, &[], &empty),
        Err(OutOfRange::Leaf { index: 0, size: 0 }.into())
    );
}

#[test]
fn a_tree_is_taken_up_from_its_tiles_at_every_size() {
    let leaves: Vec<Hash> = (0..700_u32)
        .map(|leaf| leaf_hash(&leaf.to_be_bytes()))
        .collect();
    let stored = Stored::new(&leaves);
    for size in 0..=700 {
        let tiles = stored.read(tiles_for_frontier(size, 700).unwrap());
        let mut tree = Frontier::from_tiles(size, &tiles).unwrap();
        assert_eq!(
            (tree.size(), tree.root()),
            (size, root_of(&leaves[..usize::try_from(size).unwrap()]))
        );
        for leaf in leaves.iter().skip(usize::try_from(size).unwrap()) {
            tree.append(*leaf);
        }
        assert_eq!(tree.root(), root_of(&leaves));
    }
    assert_eq!(
        tiles_for_frontier(701, 700),
        Err(OutOfRange::Shrunk { old: 701, new: 700 })
    );
    assert_eq!(
        Frontier::from_tiles(1, &Tiles::new()),
        Err(MakeProofError::Missing { level: 0, index: 0 })
    );
}

#[test]
fn without_its_tiles_no_proof_is_made() {
    assert_eq!(
        inclusion(1, 2, &Tiles::new()),
        Err(MakeProofError::Missing { level: 0, index: 0 })
    );
    assert_eq!(
        consistency(256, 512, &Tiles::new()),
        Err(MakeProofError::Missing { level: 1, index: 1 })
    );
}

// The published test tree of certificate transparency: transparency-dev/merkle, `proof/verify_test.go`.

const PUBLISHED_LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];

const PUBLISHED_ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const LEAF_0: &str = PUBLISHED_ROOTS[0];
const LEAF_1: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const LEAVES_0_1: &str = PUBLISHED_ROOTS[1];
const LEAVES_0_3: &str = PUBLISHED_ROOTS[3];
const LEAVES_2_3: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const LEAF_4: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const LEAVES_4_5: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
const LEAVES_4_7: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const LEAF_6: &str = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f";
const LEAVES_6_7: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";

fn hash(hexadecimal: &str) -> Hash {
    let bytes = HEXLOWER.decode(hexadecimal.as_bytes()).unwrap();
    bytes.try_into().unwrap()
}

fn published() -> (Vec<Hash>, Vec<Hash>) {
    let leaves = PUBLISHED_LEAVES.map(leaf_hash).to_vec();
    (leaves, PUBLISHED_ROOTS.map(hash).to_vec())
}

#[test]
fn the_published_roots_are_met() {
    let (leaves, roots) = published();
    let mut frontier = Frontier::new();
    for (leaf, root) in leaves.into_iter().zip(roots) {
        frontier.append(leaf);
        assert_eq!(frontier.root(), root);
    }
}

#[test]
fn the_published_proofs_of_inclusion_are_met() {
    let (leaves, roots) = published();
    let stored = Stored::new(&leaves);
    let published: [(u64, u64, &[&str]); 5] = [
        (0, 1, &[]),
        (0, 8, &[LEAF_1, LEAVES_2_3, LEAVES_4_7]),
        (5, 8, &[LEAF_4, LEAVES_6_7, LEAVES_0_3]),
        (2, 3, &[LEAVES_0_1]),
        (1, 5, &[LEAF_0, LEAVES_2_3, LEAF_4]),
    ];
    for (index, size, path) in published {
        let path: Vec<Hash> = path.iter().copied().map(hash).collect();
        assert_eq!(stored.inclusion(index, size), path);
        let root = at(&roots, size - 1);
        let verified = verify_inclusion(at(&leaves, index), index, size, &path, root);
        assert_eq!(verified, Ok(()));
    }
}

#[test]
fn the_published_proofs_of_consistency_are_met() {
    let (leaves, roots) = published();
    let stored = Stored::new(&leaves);
    let published: [(u64, u64, &[&str]); 5] = [
        (1, 1, &[]),
        (1, 8, &[LEAF_1, LEAVES_2_3, LEAVES_4_7]),
        (6, 8, &[LEAVES_4_5, LEAVES_6_7, LEAVES_0_3]),
        (2, 5, &[LEAVES_2_3, LEAF_4]),
        (6, 7, &[LEAVES_4_5, LEAF_6, LEAVES_0_3]),
    ];
    for (old, new, path) in published {
        let path: Vec<Hash> = path.iter().copied().map(hash).collect();
        assert_eq!(stored.consistency(old, new), path);
        let (old_root, new_root) = (at(&roots, old - 1), at(&roots, new - 1));
        let verified = verify_consistency(old, new, old_root, new_root, &path);
        assert_eq!(verified, Ok(()));
    }
}
