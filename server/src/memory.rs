//! Keys in memory stay there.

/// Lets the system write no core dump of this process and lets no other process of the same user read its memory. Where
/// that cannot be had, the log says so and the service goes on.
pub fn keep_private() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "core dumps of this process are still possible; they would hold keys"
            );
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #[test]
    fn nobody_dumps_this_process() {
        super::keep_private();
        let behaviour = rustix::process::dumpable_behavior().expect("Linux says");
        assert_eq!(behaviour, rustix::process::DumpableBehavior::NotDumpable);
    }
}
