//! Taking a tag from guests.

use domain::{
    access::act,
    fields::{FieldError, Problem},
    ids::EventId,
    tags::TagName,
};

use super::{
    TagError,
    apply::{Tagging, apply_to_each},
    of_event,
};
use crate::{access::Permit, desk::Desk, guests::Chosen};

/// Takes the tag of this name from those who are picked and have it; returns how many they were. A tag that nobody has any
/// more is no longer shown, and removed by `tidy`. [`TagError::Invalid`] for a name that no tag has;
/// [`crate::Failure::NotFound`] as for [`super::put`].
pub async fn take(
    desk: &Desk,
    permit: &Permit<act::EditGuests>,
    event: EventId,
    chosen: &Chosen,
    name: &str,
) -> Result<u32, TagError> {
    let name = TagName::check(name).map_err(TagError::Invalid)?;
    let mut tx = desk.read(permit).await?;
    let (tags, _) = of_event(&mut tx, event).await?;
    drop(tx);
    let Some(tag) = tags.into_iter().find(|tag| name.is(&tag.name)) else {
        let problem = FieldError::new("tag-name", Problem::UnknownChoice);
        return Err(TagError::Invalid(vec![problem]));
    };
    Ok(apply_to_each(desk, permit, event, chosen, &tag, Tagging::Take).await?)
}
