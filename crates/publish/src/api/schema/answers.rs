//! What an answer holds around the nouns.

use super::Nature::{
    Address, Day, Identifier, Instant, Noun as Of, OneOf, Truth, Whole, Word, Words,
};
use super::{Field, Noun, items, list, may, must};

const TOTAL: Field = must("total", Whole);
const NEXT: Field = may("next", Address);

pub(super) const NOUNS: &[Noun] = &[
    (
        "Index",
        &[
            must("version", Word),
            must("schema_version", Whole),
            must("built_on", Day),
            list("languages", Word),
            must("licence", Word),
            must("fictional", Truth),
            must("links", Words),
        ],
    ),
    ("Authorities", &[TOTAL, items(Of("Authority")), NEXT]),
    ("Departments", &[TOTAL, items(Of("Department")), NEXT]),
    ("UseCases", &[TOTAL, items(Of("UseCase")), NEXT]),
    ("Tools", &[TOTAL, items(Of("Tool")), NEXT]),
    (
        "Numbers",
        &[must("scope", Word), TOTAL, items(Of("Number")), NEXT],
    ),
    ("Publishers", &[TOTAL, items(Of("Publisher")), NEXT]),
    ("PeerRecords", &[TOTAL, items(Of("PeerRecord")), NEXT]),
    ("Editions", &[TOTAL, items(Of("Edition")), NEXT]),
    (
        "Changes",
        &[
            items(Of("Change")),
            must("cursor", Word),
            must("more", Truth),
            must("next", Address),
        ],
    ),
    (
        "Change",
        &[
            must("change", OneOf(&["changed", "gone"])),
            must("id", Identifier),
            must("uri", Address),
            must("at", Instant),
            may("record", Of("UseCase")),
            may("reason", OneOf(&["withdrawn", "no_longer_published"])),
        ],
    ),
    (
        "Problem",
        &[
            must("type", Address),
            must("title", Word),
            must("status", Whole),
            must("detail", Word),
            may("hint", Word),
            may("instance", Word),
        ],
    ),
];
