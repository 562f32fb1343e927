//! What must hold for any request and any bytes.

use footprint::{
    Extension, Impacts, Method, Reading, Request, RequestReader, Revision, Value, answer, estimate,
};
use proptest::prelude::*;

fn revision() -> impl Strategy<Value = &'static Revision> {
    let revisions = Method::embedded().revisions();
    (0..revisions.len()).prop_map(move |index| &revisions[index])
}

fn request<'r>(revision: &'r Revision, picked: usize, zone: usize, tokens: f64) -> Request<'r> {
    let model = &revision.models()[picked % revision.models().len()];
    let zones = revision.zones();
    Request {
        provider: &model.provider,
        model: &model.name,
        output_tokens: tokens,
        latency_s: None,
        zone: zones
            .get(zone % (zones.len() + 1))
            .map(|zone| zone.code.as_str()),
    }
}

fn ends(impacts: &Impacts) -> Vec<f64> {
    let values = [
        Some(impacts.energy),
        Some(impacts.gwp),
        Some(impacts.adpe),
        Some(impacts.pe),
        impacts.wcf,
    ];
    let ends = |value: Value| [value.min(), value.max()];
    values.into_iter().flatten().flat_map(ends).collect()
}

proptest! {
    #[test]
    fn more_tokens_never_cost_less(
        revision in revision(),
        (picked, zone) in (0_usize..1000, 0_usize..1000),
        tokens in 0_f64..1e6,
        more in 0_f64..1e6,
        latency_s in prop::option::of(0_f64..1e3),
    ) {
        let fewer = Request { latency_s, ..request(revision, picked, zone, tokens) };
        let longer = Request { output_tokens: tokens + more, ..fewer };
        let (fewer, longer) = (estimate(&fewer, revision), estimate(&longer, revision));
        let (fewer, longer) = (fewer.expect("it is known"), longer.expect("it is known"));
        for (less, more) in ends(&fewer.total).into_iter().zip(ends(&longer.total)) {
            prop_assert!(less <= more, "{} {less} {more}", revision.release());
        }
    }

    #[test]
    fn a_measured_latency_never_adds(
        revision in revision(),
        (picked, zone) in (0_usize..1000, 0_usize..1000),
        tokens in 0_f64..1e6,
        latency in 0_f64..1e4,
    ) {
        let expected = request(revision, picked, zone, tokens);
        let measured = Request { latency_s: Some(latency), ..expected };
        let (expected, measured) = (estimate(&expected, revision), estimate(&measured, revision));
        let (expected, measured) = (expected.expect("it is known"), measured.expect("it is known"));
        // Under F3 a latency inside the interval of the fit takes the place of both of its ends.
        let high = |impacts: &Impacts| impacts.gwp.max();
        prop_assert!(high(&measured.total) <= high(&expected.total), "{}", revision.release());
    }

    #[test]
    fn no_line_makes_it_panic(line in "(?s).{0,300}") {
        let _ = answer(&line, Method::embedded(), Reading::default());
    }

    #[test]
    fn no_number_makes_it_panic(
        revision in revision(),
        numbers in prop::collection::vec(prop::num::f64::ANY, 6),
    ) {
        let number = |index: usize| {
            let number: f64 = numbers[index];
            serde_json::to_string(&number).unwrap_or_else(|_| "null".to_owned())
        };
        let line = format!(
            r#"{{"id":"x","api":"llm","in":{{"provider":"openai","model":"gpt-4o","output_tokens":{},"latency_s":{},"zone":null,"input_tokens":{},"cached_tokens":{}}}}}"#,
            number(0), number(1), number(2), number(3),
        );
        let reading = Reading {
            release: Some(revision.release()),
            extension: Extension::embedded().items.first(),
        };
        if let Ok(answer) = answer(&line, Method::embedded(), reading) {
            prop_assert_eq!(answer.out.is_some(), answer.errors.is_empty());
            prop_assert!(serde_json::to_string(&answer).is_ok());
        }
    }

    #[test]
    fn no_bytes_make_the_reader_of_requests_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = RequestReader::new(bytes.as_slice());
    }
}
