//! Whether the time of an answer tells that an address is known.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use domain::Instant as Moment;
use testkit::TestApp;

use crate::{
    http::{Connection, serve_einlass},
    meter,
};

/// Tries with a known address and with unknown ones, of each.
const SAMPLES: u32 = 2_000;
/// After so many wrong passwords for one address a day has to pass, so that nobody has to wait.
const TRIES_A_DAY: u32 = 4;
const KNOWN: &str = "olivia@foyer.example";

/// Measures what wrong passwords, and asking for a new one, take for known and unknown addresses: the difference of the
/// medians.
pub async fn measure(app: TestApp) {
    let address = serve_einlass(&app).await;
    for (what, path) in [("sign-in", "/app/login"), ("new password", "/app/forgot")] {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for sample in 0..SAMPLES {
            if sample % TRIES_A_DAY == 0 {
                app.clock.advance_ms(2 * Moment::DAY_MS);
                // Keys are looked at anew after a while; neither side is to pay for it.
                take(address, path, &format!("first.{sample}@foyer.example")).await;
            }
            let nobody = format!("nobody.{sample}@foyer.example");
            // In turn, so that neither side meets what the other leaves behind.
            if sample % 2 == 0 {
                known.push(take(address, path, KNOWN).await);
                unknown.push(take(address, path, &nobody).await);
            } else {
                unknown.push(take(address, path, &nobody).await);
                known.push(take(address, path, KNOWN).await);
            }
        }
        let (known, unknown) = (median(known), median(unknown));
        meter::note(&format!(
            "{what}, medians of {SAMPLES}: known {:.3} ms, unknown {:.3} ms, apart {:.3} ms (goal <= 2 ms)",
            ms(known),
            ms(unknown),
            ms(known.abs_diff(unknown)),
        ));
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "measuring is about the machine's clock"
)]
async fn take(address: SocketAddr, path: &str, email: &str) -> Duration {
    let body = format!("email={email}&password=Falsche-Leitung-2027!").replace('@', "%40");
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut connection = Connection::open(address).await;
    let start = Instant::now();
    let answer = connection.ask(&request).await;
    let taken = start.elapsed();
    let status = answer.split(' ').nth(1).unwrap_or_default();
    assert!(matches!(status, "401" | "303"), "{path}: {status}");
    taken
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
