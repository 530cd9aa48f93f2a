//! Prints what building and searching cost: `cargo run --release -p search --example measure [records]`.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a measurement reads the clock and prints"
)]

use std::time::{Duration, Instant};

use search::{Index, Record};
use uuid::Uuid;

const FAMILY: &str = "Huber Müller Maier Gruber Bauer Wagner Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder \
    Fischer Schmid Winkler Weber Schwarz Maurer Schneider Reiter Mayr Schmidt Wimmer Egger Brunner Lang Baumgartner \
    Auer Binder Lechner Wolf Wallner Aigner Ebner Koller Lehner Haas Schuster Öllinger Jäger Groß Kovačević Łukasik";
const GIVEN: &str = "Anna Maria Elisabeth Christine Eva Monika Barbara Andrea Sabine Petra Jörg Jürgen Michael Thomas \
    Andreas Peter Franz Johann Josef Karl Martin Wolfgang Günter Herbert Stefan Markus Daniel Lukas Julia Sarah Zoë";
const COMPANY: &str =
    "Österreichische-Post Siemens Voestalpine Erste-Bank Land-Tirol Verbund Stadt-Wien Strabag";

fn records(count: usize) -> Vec<[String; 4]> {
    let lists = [FAMILY, GIVEN, COMPANY].map(|list| list.split_whitespace().collect::<Vec<_>>());
    let mut state = 42_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let endings = ["", "", "er", "mann", "hofer", "ner", "ić", "inger"];
    (0..count)
        .map(|number| {
            let family = format!(
                "{}{}",
                lists[0][next(lists[0].len())],
                endings[next(endings.len())]
            );
            let given = lists[1][next(lists[1].len())].to_owned();
            let company = lists[2][next(lists[2].len())].replace('-', " ");
            let host = ["even.example", "odd.example"][number % 2];
            let plain = |text: &str| search::fold_long(text).replace(' ', "");
            let email = format!("{}.{}{number}@{host}", plain(&given), plain(&family));
            [family, given, company, email]
        })
        .collect()
}

fn record(number: usize, fields: &[String; 4], groups: usize) -> Record<'_> {
    Record {
        id: Uuid::from_u128(
            (number as u128).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835),
        ),
        group: Uuid::from_u128((number % groups) as u128),
        family_name: &fields[0],
        given_name: &fields[1],
        company: &fields[2],
        email: &fields[3],
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn measure(index: &mut Index, group: Option<Uuid>, needles: &[&str]) -> Vec<f64> {
    let mut all = Vec::new();
    for needle in needles {
        let mut times: Vec<f64> = (0..15)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(index.find(group, needle, None, 50));
                milliseconds(start.elapsed())
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let hits = index.find(group, needle, None, usize::MAX - 1).ids.len();
        println!(
            "  {needle:<28} {hits:>8} hits   median {:>7.3} ms   worst {:>7.3} ms",
            times[7], times[14]
        );
        all.extend(times);
    }
    all.sort_by(f64::total_cmp);
    all
}

const NEEDLES: &str = ",a,q,z,x,ub,huber,müller,mueller,zoe,anna hub,hub ann,wolfinger zoe,nobody,zzz,huber6666,999,\
    even.example,post,jürgen öllinger,łukasikmann strabag,a b c d e,anna nobody,wolf@,wolfic zoe 99,wolfhofer";

fn searches(index: &mut Index) {
    let needles: Vec<&str> = NEEDLES.split(',').collect();
    for group in [None, Some(Uuid::from_u128(1))] {
        println!(
            "{}",
            if group.is_some() {
                "one of two groups"
            } else {
                "all"
            }
        );
        let times = measure(index, group, &needles);
        let part = |percent: usize| times[(times.len() - 1) * percent / 100];
        println!(
            "  p50 {:.2} ms, p95 {:.2} ms, worst {:.2} ms",
            part(50),
            part(95),
            part(100)
        );
    }
}

fn main() {
    let count = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1_000_000);
    let data = records(count);
    let raw: usize = data.iter().flatten().map(String::len).sum();
    let start = Instant::now();
    let mut index = Index::build(
        data.iter()
            .enumerate()
            .map(|(number, fields)| record(number, fields, 2)),
    );
    println!(
        "build {count} (with sort): {:.0} ms",
        milliseconds(start.elapsed())
    );
    let each = |bytes: usize| bytes as f64 / count as f64;
    println!(
        "memory {:.1} bytes per record; as written {:.1}",
        each(index.memory_bytes()),
        each(raw)
    );
    searches(&mut index);
    changes(&mut index, &data);
    let start = Instant::now();
    drop(index);
    println!(
        "drop with overwriting: {:.0} ms",
        milliseconds(start.elapsed())
    );

    println!("loaded one by one, in no order");
    let mut index = Index::new();
    let start = Instant::now();
    for (number, fields) in data.iter().enumerate() {
        index.put(&record(number, fields, 2));
    }
    println!("put {count}: {:.0} ms", milliseconds(start.elapsed()));
    let start = Instant::now();
    index.find(None, "", None, 50);
    index.find(Some(Uuid::from_u128(1)), "", None, 50);
    println!("first look: {:.0} ms", milliseconds(start.elapsed()));
    println!("memory {:.1} bytes per record", each(index.memory_bytes()));
    searches(&mut index);
}

fn changes(index: &mut Index, data: &[[String; 4]]) {
    let middle = index.find(None, "m", None, 1).ids[0];
    let after = index.cursor_after(middle);
    let timed = |name: &str, index: &mut Index, work: &mut dyn FnMut(&mut Index)| {
        let start = Instant::now();
        work(index);
        println!("{name}: {:.3} ms", milliseconds(start.elapsed()));
    };
    timed("page of 50 from the middle", index, &mut |index| {
        index.find(None, "", after.as_ref(), 50);
    });
    timed("put one", index, &mut |index| {
        index.put(&record(0, &data[1], 2));
    });
    timed("page after it", index, &mut |index| {
        index.find(None, "", after.as_ref(), 50);
    });
    timed("remove one", index, &mut |index| {
        index.remove(record(5, &data[5], 2).id);
    });
    timed("page after it", index, &mut |index| {
        index.find(None, "", after.as_ref(), 50);
    });
    timed("replace a tenth", index, &mut |index| {
        for number in 0..data.len() / 10 {
            index.put(&record(number, &data[number + 1], 2));
        }
    });
    timed("page after it", index, &mut |index| {
        index.find(None, "", after.as_ref(), 50);
    });
    timed("search after it (nobody)", index, &mut |index| {
        index.find(None, "nobody", None, 50);
    });
    timed("search after it (huber)", index, &mut |index| {
        index.find(None, "huber", None, 50);
    });
    timed("remove a group", index, &mut |index| {
        index.remove_group(Uuid::from_u128(0));
    });
    timed("page after it", index, &mut |index| {
        index.find(None, "", after.as_ref(), 50);
    });
    println!(
        "memory then: {:.1} bytes for each of {} records",
        index.memory_bytes() as f64 / index.len() as f64,
        index.len()
    );
}
