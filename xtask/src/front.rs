//! What the browser loads: `target/site` with `pkg/einlass.{js,wasm,css}` and the files of `public`.

use crate::fingerprint::Step;
use crate::workspace::Workspace;
use crate::{compress, files, process, server, wasm};
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// The name of the files in `pkg`; the server is compiled with it and asks for `NAME.js` and `NAME.wasm`.
pub const NAME: &str = "einlass";

/// What is built for the browser: a package, and the name of its files.
pub const BUNDLES: [(&str, &str); 2] = [("frontend", NAME), ("monitor", "monitor")];
const PACKAGES_FOLDER: &str = "pkg";

/// Small before all; the features are those that Rust uses for this target and all browsers have.
const OPTIMISER_OPTIONS: [&str; 9] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-producers",
];

/// Builds the site; steps whose inputs have not changed are skipped.
pub fn build(workspace: &Workspace) -> Result<()> {
    files::mirror(
        &workspace.root().join("public"),
        &workspace.site(),
        Some(&workspace.site().join(PACKAGES_FOLDER)),
    )?;
    style(workspace)?;
    let folder = workspace.site().join(PACKAGES_FOLDER);
    let mut made = vec![folder.join(format!("{NAME}.css"))];
    for (package, name) in BUNDLES {
        scripts(workspace, package, name)?;
        made.extend(["js", "wasm"].map(|ending| folder.join(format!("{name}.{ending}"))));
    }
    compress::brotli(workspace, &made)
}

/// Makes sure that the folder is there: the server does not compile without it.
pub fn ensure_folder(workspace: &Workspace) -> Result<()> {
    let site = workspace.site();
    std::fs::create_dir_all(&site).with_context(|| format!("{} cannot be created", site.display()))
}

fn style(workspace: &Workspace) -> Result<()> {
    let inputs = ["style", "app/src", "package-lock.json"].map(|path| workspace.root().join(path));
    let output = workspace
        .site()
        .join(PACKAGES_FOLDER)
        .join(format!("{NAME}.css"));
    let step = Step {
        stamp: workspace.front().join("style.stamp"),
        inputs: &inputs,
        recipe: "minify",
        outputs: std::slice::from_ref(&output),
    };
    step.run(|| {
        let mut tailwind = Command::new(workspace.node_program("tailwindcss"));
        tailwind.current_dir(workspace.root());
        tailwind.args(["--minify", "--input", "style/main.css", "--output"]);
        process::run(tailwind.arg(&output))
    })
}

fn scripts(workspace: &Workspace, package: &str, name: &str) -> Result<()> {
    let mut build = workspace.cargo(["build", "--package", package, "--lib"]);
    build.args(["--target", wasm::TARGET, "--profile", "wasm-release"]);
    let compiled = server::artifact(&mut build, package, "wasm")?;

    let folder = workspace.site().join(PACKAGES_FOLDER);
    let inputs = [compiled.clone(), workspace.root().join("package-lock.json")];
    let outputs = ["js", "wasm"].map(|ending| folder.join(format!("{name}.{ending}")));
    let step = Step {
        stamp: workspace.front().join(format!("{name}.stamp")),
        inputs: &inputs,
        recipe: &OPTIMISER_OPTIONS.join(" "),
        outputs: &outputs,
    };
    step.run(|| {
        let raw = workspace.front().join(name);
        bind(&compiled, name, &raw)?;
        let optimised = workspace.front().join(format!("{name}.wasm"));
        let mut optimise = Command::new(workspace.node_program("wasm-opt"));
        optimise.args(OPTIMISER_OPTIONS);
        optimise.arg(raw.join(format!("{name}_bg.wasm")));
        process::run(optimise.arg("--output").arg(&optimised))?;
        publish(&raw, name, &optimised, &folder)
    })
}

/// Writes `NAME.js`, `NAME_bg.wasm` and perhaps `snippets` into an empty folder.
fn bind(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .generate(folder)
        .context("wasm-bindgen cannot bind the front end")
}

fn publish(raw: &Path, name: &str, optimised: &Path, folder: &Path) -> Result<()> {
    let snippets = raw.join("snippets");
    if snippets.exists() {
        files::mirror(&snippets, &folder.join("snippets"), None)?;
    }
    let copy = |from: &Path, to: &str| {
        let bytes =
            std::fs::read(from).with_context(|| format!("{} cannot be read", from.display()))?;
        files::write(&folder.join(to), &bytes)
    };
    copy(&raw.join(format!("{name}.js")), &format!("{name}.js"))?;
    copy(optimised, &format!("{name}.wasm"))
}
