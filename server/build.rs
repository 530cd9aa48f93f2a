//! Makes sure that the folder of scripts and styles exists, so that it can be embedded, and notices when it changes.

fn main() -> std::io::Result<()> {
    let root = std::env::var("CARGO_MANIFEST_DIR").map_err(std::io::Error::other)?;
    let site = std::path::Path::new(&root).join("../target/site");
    std::fs::create_dir_all(&site)?;
    println!("cargo::rerun-if-changed=../target/site");
    Ok(())
}
