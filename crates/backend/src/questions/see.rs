//! Looking at replies of special categories.

use domain::{access::act, ids::GuestId, questions::Reply};

use crate::{Failure, access::Permit, desk::Desk, guests, replies};

/// What a guest replied to questions of special categories; the log tells who looked, unless there is nothing.
pub async fn see_special(
    desk: &Desk,
    permit: &Permit<act::SeeSpecialReplies>,
    guest: GuestId,
) -> Result<Vec<Reply>, Failure> {
    let mut tx = desk.read(permit).await?;
    let (guest, key) = guests::sql::load(&mut tx, guest).await?;
    let special = replies::load(&mut tx, guest.id).await?;
    if !special.replies.is_empty() {
        guests::note_look(desk, permit, tx, "access.special_seen", &guest, &key).await?;
    }
    Ok(special.replies)
}
