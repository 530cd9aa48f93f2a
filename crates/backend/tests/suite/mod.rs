mod access;
mod answers;
mod guests;
mod imports;
mod places;
mod registrations;
mod support;
mod takeover;
