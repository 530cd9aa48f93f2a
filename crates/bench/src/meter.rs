//! Measuring and showing.

use std::time::{Duration, Instant};

/// How often each side is measured, in turn, so that both meet the same machine.
const ROUNDS: usize = 5;

/// What one side took.
#[derive(Clone, Copy)]
pub struct Taken {
    /// Time on the wall.
    pub wall: Duration,
    /// Time on the processors, of this whole process.
    pub cpu: Duration,
}

/// Measures two sides in turn; `count` is what each does per round. Returns the medians per piece.
pub async fn compare<A: Future<Output = ()>, B: Future<Output = ()>>(
    count: u32,
    mut ours: impl FnMut() -> A,
    mut theirs: impl FnMut() -> B,
) -> (Taken, Taken) {
    let (mut our_rounds, mut their_rounds) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        our_rounds.push(take(count, ours()).await);
        their_rounds.push(take(count, theirs()).await);
    }
    (median(our_rounds), median(their_rounds))
}

/// Measures one run of `count` pieces; returns the time for each piece.
#[expect(
    clippy::disallowed_methods,
    reason = "measuring is about the machine's clock"
)]
pub async fn take(count: u32, work: impl Future<Output = ()>) -> Taken {
    let (cpu, start) = (cpu(), Instant::now());
    work.await;
    Taken {
        wall: start.elapsed() / count,
        cpu: self::cpu().saturating_sub(cpu) / count,
    }
}

fn median(mut rounds: Vec<Taken>) -> Taken {
    rounds.sort_by_key(|taken| taken.wall);
    rounds[rounds.len() / 2]
}

/// Processor time of this process so far (Linux: clock ticks of 10 ms in `/proc/self/stat`).
fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let mut fields = after_name
        .split(' ')
        .skip(11)
        .filter_map(|field| field.parse::<u64>().ok());
    let ticks = fields.next().unwrap_or(0) + fields.next().unwrap_or(0);
    Duration::from_millis(ticks * 10)
}

/// The head of the table.
#[expect(clippy::print_stdout, reason = "figures are printed")]
pub fn heading() {
    println!(
        "{:44} {:>12} {:>12} {:>12} {:>8}  goal",
        "", "ours", "ours, CPU", "without", "ratio"
    );
}

/// A line of the table: speed of ours against doing without.
#[expect(clippy::print_stdout, reason = "figures are printed")]
pub fn line(name: &str, (ours, theirs): (Taken, Taken), goal: &str) {
    let ratio = theirs.wall.as_secs_f64() / ours.wall.as_secs_f64();
    println!(
        "{name:44} {:>9.3} ms {:>9.3} ms {:>9.3} ms {ratio:>8.2}  {goal}",
        ours.wall.as_secs_f64() * 1e3,
        ours.cpu.as_secs_f64() * 1e3,
        theirs.wall.as_secs_f64() * 1e3,
    );
}

/// A line for single pieces of work: within which time 95 of 100 of them were done.
#[expect(clippy::print_stdout, reason = "figures are printed")]
pub fn percentiles(name: &str, ours: Vec<Duration>, theirs: Vec<Duration>, goal: &str) {
    let (ours, theirs) = (ninety_fifth(ours), ninety_fifth(theirs));
    let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
    println!(
        "{name:44} {:>9.3} ms {:>12} {:>9.3} ms {ratio:>8.2}  {goal}",
        ours.as_secs_f64() * 1e3,
        "",
        theirs.as_secs_f64() * 1e3,
    );
}

fn ninety_fifth(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[(times.len() - 1) * 95 / 100]
}

/// A figure that is no time.
#[expect(clippy::print_stdout, reason = "figures are printed")]
pub fn note(text: &str) {
    println!("{text}");
}
