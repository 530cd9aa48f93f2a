//! Listening to everything that is traced.

use std::{
    io,
    sync::{LazyLock, Mutex, Once},
};

use tracing_subscriber::fmt::MakeWriter;

/// Everything that was traced by any thread of this program.
static TRACE: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(Mutex::default);

#[derive(Clone, Copy)]
struct ToTrace;

impl io::Write for ToTrace {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        TRACE
            .lock()
            .expect("nobody panics here")
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for ToTrace {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        *self
    }
}

/// Listens from now on.
pub fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(ToTrace)
            .finish();
        tracing::subscriber::set_global_default(subscriber).expect("nobody listened before");
    });
}

/// What was heard so far.
pub fn heard() -> Vec<u8> {
    TRACE.lock().expect("nobody panics here").clone()
}
