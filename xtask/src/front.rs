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

const PACKAGE: &str = "frontend";
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
    scripts(workspace)?;
    let folder = workspace.site().join(PACKAGES_FOLDER);
    compress::brotli(
        workspace,
        &["js", "wasm", "css"].map(|ending| folder.join(format!("{NAME}.{ending}"))),
    )
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

fn scripts(workspace: &Workspace) -> Result<()> {
    let mut build = workspace.cargo(["build", "--package", PACKAGE, "--lib"]);
    build.args(["--target", wasm::TARGET, "--profile", "wasm-release"]);
    let compiled = server::artifact(&mut build, PACKAGE, "wasm")?;

    let folder = workspace.site().join(PACKAGES_FOLDER);
    let inputs = [compiled.clone(), workspace.root().join("package-lock.json")];
    let outputs = ["js", "wasm"].map(|ending| folder.join(format!("{NAME}.{ending}")));
    let step = Step {
        stamp: workspace.front().join("scripts.stamp"),
        inputs: &inputs,
        recipe: &OPTIMISER_OPTIONS.join(" "),
        outputs: &outputs,
    };
    step.run(|| {
        let raw = workspace.front().join("bindgen");
        bind(&compiled, &raw)?;
        let optimised = workspace.front().join("optimised.wasm");
        let mut optimise = Command::new(workspace.node_program("wasm-opt"));
        optimise.args(OPTIMISER_OPTIONS);
        optimise.arg(raw.join(format!("{NAME}_bg.wasm")));
        process::run(optimise.arg("--output").arg(&optimised))?;
        publish(&raw, &optimised, &folder)
    })
}

/// Writes `einlass.js`, `einlass_bg.wasm` and perhaps `snippets` into an empty folder.
fn bind(compiled: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    Bindgen::new()
        .input_path(compiled)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .generate(folder)
        .context("wasm-bindgen cannot bind the front end")
}

fn publish(raw: &Path, optimised: &Path, folder: &Path) -> Result<()> {
    let snippets = raw.join("snippets");
    files::mirror(&snippets, &folder.join("snippets"), None)?;
    let copy = |from: &Path, to: &str| {
        let bytes =
            std::fs::read(from).with_context(|| format!("{} cannot be read", from.display()))?;
        files::write(&folder.join(to), &bytes)
    };
    copy(&raw.join(format!("{NAME}.js")), &format!("{NAME}.js"))?;
    copy(optimised, &format!("{NAME}.wasm"))
}
