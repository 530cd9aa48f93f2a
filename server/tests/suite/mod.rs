mod browser;
mod forms;
mod headers;
mod isolation;
mod leptos_toml;
mod participants;
