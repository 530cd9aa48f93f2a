//! `Leptos.toml` and the build keys in `Cargo.toml` agree.

fn value(file: &str, key: &str) -> String {
    let path = format!("{}/../{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the file is there");
    let prefix = format!("{key} = ");
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(&prefix))
        .expect("the key is there");
    line.trim_matches('"').to_owned()
}

#[test]
fn shared_keys_agree() {
    for key in ["output-name", "site-root", "site-pkg-dir", "site-addr"] {
        assert_eq!(value("Leptos.toml", key), value("Cargo.toml", key), "{key}");
    }
}

#[test]
fn leptos_toml_is_read() {
    let path = format!("{}/../Leptos.toml", env!("CARGO_MANIFEST_DIR"));
    let options = leptos::config::get_configuration(Some(&path))
        .expect("Leptos.toml is read")
        .leptos_options;
    assert_eq!(options.output_name.as_ref(), "einlass");
}
