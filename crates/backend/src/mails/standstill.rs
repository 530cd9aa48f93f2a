//! Whether the outbox stands still.

use domain::Instant;

use super::{MailWay, sql};
use crate::{Failure, desk::Desk};

/// A mail that waits longer than this, while none moves, waits for a worker that is not there. Workers look every ten
/// seconds.
const STILL_MS: i64 = Instant::MINUTE_MS;

impl Desk {
    /// Whether mails of any tenant wait to be sent and nobody sends any. Never while they are kept here.
    pub async fn mails_stand_still(&self) -> Result<bool, Failure> {
        if self.settings().mail == MailWay::Kept {
            return Ok(false);
        }
        let (now, since) = (self.now(), self.now().plus_ms(-STILL_MS));
        let (mut waits, mut moves) = (false, false);
        for tenant in self.tenants().await? {
            let mut peek = self.peek(tenant).await?;
            waits = waits || sql::is_waiting(&mut peek, since, now).await?;
            moves = moves || sql::is_moving(&mut peek, since, now).await?;
        }
        Ok(waits && !moves)
    }
}
