//! The program `einlass`.

use std::process::ExitCode;

/// Pages are many small strings, made and dropped by several threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Rendering waits on the runtime: with fewer threads than this a page can wait for itself.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(server::commands::run()),
        Err(_) => ExitCode::FAILURE,
    }
}
