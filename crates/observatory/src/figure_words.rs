//! A figure in words: what, how much with its unit, how it is known, on which day.

use crate::pipeline::figures::{Figure, FigureMethod};
use domain::{Money, TaxBasis};
use publish::Wording;

/// The name of a figure, and its amount with unit, kind, method and day.
pub(crate) fn figure_words(figure: &Figure, w: &Wording) -> (String, String) {
    let amount = match figure.method {
        FigureMethod::Estimated { .. } => w.amount(&figure.amount),
        _ => w.quantity(&figure.amount),
    };
    let method = match &figure.method {
        FigureMethod::Declared => w.get("figure-declared"),
        FigureMethod::Measured(words) => {
            w.format("figure-measured", &[("how", w.text(words).into())])
        }
        FigureMethod::Estimated { release, zone } => {
            let blanks = [
                ("release", release.as_str().into()),
                ("zone", zone.as_str().into()),
            ];
            w.format("figure-estimated", &blanks)
        }
    };
    let date = figure
        .on
        .map_or_else(|| w.get("date-unknown"), |day| w.date(day));
    let blanks = [
        ("amount", amount.into()),
        ("method", method.into()),
        ("date", date.into()),
    ];
    let name = w.get(&format!("figure-{}", figure.what));
    (name, w.format("figure-with", &blanks))
}

/// An amount of money with its tax basis and the day of its price.
pub(crate) fn money_words(money: &Money, w: &Wording) -> String {
    let tax = match money.tax {
        TaxBasis::Included => "figure-tax-included",
        TaxBasis::Excluded => "figure-tax-excluded",
        TaxBasis::Unknown => "figure-tax-unknown",
    };
    let blanks = [
        ("amount", w.number(money.whole_units() as f64).into()),
        ("currency", money.currency.as_str().into()),
        ("tax", w.get(tax).into()),
        ("date", w.date(money.priced_on).into()),
    ];
    w.format("figure-money", &blanks)
}
