//! New passwords and the operator's list of breached ones.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use super::program::{done, said};

/// SHA-1 of "Laternen leuchten, 1999" (found in no list that is published, but in this one), between two others.
const LIST: &str = "0000000A0E3B9F25FF41DE4B5AC238C2D545C7A8:1\n\
                    757FBBB4D604344F4E38ADFEB39ECE48964CB4B4:7\n\
                    FFFFFFFEE791CBAC0F6305CAF0CEE06BBE131160:2\n";

fn create(data: &Path, list: &Path, tenant: &str, password: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_einlass"))
        .args([
            "user",
            "create",
            "olivia@foyer.example",
            "--name",
            "Olivia",
            "--tenant",
            tenant,
        ])
        .env_clear()
        .env("EINLASS_DATA_DIR", data)
        .env("EINLASS_BREACHED_PASSWORDS", list)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it reads");
    stdin.write_all(password.as_bytes()).expect("written");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

#[test]
fn a_breached_password_is_refused_by_the_operators_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, list) = (folder.path().join("data"), folder.path().join("list"));
    std::fs::write(&list, LIST).expect("written");
    let tenant = done(&data, &["tenant", "create", "Foyer"]);
    let refused = create(&data, &list, &tenant, "Laternen leuchten, 1999");
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    let taken = create(&data, &list, &tenant, "Laternen leuchten, 1998");
    assert!(taken.status.success(), "{}", said(&taken));
}
