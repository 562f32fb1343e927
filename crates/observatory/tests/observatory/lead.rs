//! What whoever runs the observatory needs in a week: `todos` follows conditions until they are
//! done, `opinions` publishes each as far as its function chose, `pages` reads the week, the
//! meeting and the views as every role, `small` is a commune where one person does everything,
//! `letters` sends the weekly letter to a machine of its own.

mod letters;
mod opinions;
mod pages;
mod small;
mod todos;

use crate::browser::Answer;
use crate::place::{HERE, Member};
use domain::people::{Grant, Role};
use publish::ecoindex::elements;

/// Elements that a page of the space may have.
const ELEMENTS_MAX: usize = 380;

/// A page of the authority of the tests, in French.
fn at(page: &str) -> String {
    format!("/fr/{HERE}/{page}")
}

/// A role in a department.
fn in_department(role: Role, department: &str) -> Grant {
    Grant {
        role,
        authority: Some(HERE.to_owned()),
        department: Some(department.to_owned()),
        functions: Vec::new(),
    }
}

/// Opens a page and checks what every page of the space must be.
fn opened(member: &Member, path: &str) -> Answer {
    let page = member.get(path);
    assert_eq!(page.status, 200, "{path}: {}", page.body);
    check(path, &page);
    page
}

#[track_caller]
fn check(path: &str, page: &Answer) {
    assert!(!page.body.contains("<script"), "{path}");
    assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
    assert_eq!(page.header("cache-control"), "no-store", "{path}");
    assert!(page.header("set-cookie").is_empty(), "{path}");
    let count = elements(&page.body);
    assert!(count <= ELEMENTS_MAX, "{path}: {count} elements");
    assert!(!page.body.contains("{ $"), "{path}: a blank is empty");
    let main = page.body.split("<main").nth(1).unwrap_or_default();
    let missing = main.split('[').skip(1).find(|piece| {
        let key = piece.split(']').next().unwrap_or_default();
        key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    });
    assert_eq!(missing, None, "{path}: a word is missing");
}
