//! A form that carries a small text file, read into the shape of any other form.
//!
//! The body is bounded by the router: what does not fit never comes here.

/// The fields of a form as `name=value` pairs, whatever way a browser sent them; `None` when the
/// body is not understood or holds something else than text.
pub(super) fn as_form(content_type: &str, body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?;
    let Some(rest) = content_type.strip_prefix("multipart/form-data") else {
        return Some(text.to_owned());
    };
    let boundary = parameter(rest, "boundary")?;
    let mut form = form_urlencoded::Serializer::new(String::new());
    let mark = format!("--{boundary}");
    let text = format!("\r\n{text}");
    let mark = format!("\r\n{mark}");
    let mut parts = text.split(mark.as_str());
    parts.next()?;
    for part in parts {
        if part.starts_with("--") {
            return Some(form.finish());
        }
        let (head, value) = part.strip_prefix("\r\n")?.split_once("\r\n\r\n")?;
        form.append_pair(name(head)?, value.trim_start_matches('\u{feff}'));
    }
    None
}

/// The name of a field, in the head of its part.
fn name(head: &str) -> Option<&str> {
    let mut lines = head.lines();
    let line = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition")
            .then_some(value)
    })?;
    parameter(line, "name")
}

/// A parameter of a header, with or without quotes.
fn parameter<'a>(header: &'a str, wanted: &str) -> Option<&'a str> {
    let mut parameters = header.split(';').skip(1);
    parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (name.trim() == wanted && !value.is_empty()).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::as_form;

    const TYPE: &str = "multipart/form-data; boundary=----abc";

    #[test]
    fn a_file_and_a_field_are_read() {
        let body = "------abc\r\nContent-Disposition: form-data; name=\"jeton\"\r\n\r\nx y\r\n\
                    ------abc\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a.yaml\"\r\n\
                    Content-Type: application/yaml\r\n\r\nkey: a\nname: é\n\r\n------abc--\r\n";
        let form = as_form(TYPE, body.as_bytes()).expect("it reads");
        assert_eq!(form, "jeton=x+y&fichier=key%3A+a%0Aname%3A+%C3%A9%0A");
    }

    #[test]
    fn any_other_form_passes_as_it_is() {
        let form = as_form("application/x-www-form-urlencoded", b"a=1");
        assert_eq!(form.as_deref(), Some("a=1"));
    }

    proptest::proptest! {
        #[test]
        fn any_body_can_be_read(
            body in proptest::collection::vec(proptest::num::u8::ANY, 0..200),
            text in "(------abc|\r\n|Content-Disposition: form-data; name=\"a\"|[a-z;=\"-]){0,20}",
        ) {
            let _ = as_form(TYPE, &body);
            let _ = as_form(TYPE, text.as_bytes());
            let _ = as_form(&text, text.as_bytes());
        }
    }

    #[test]
    fn what_is_cut_or_is_no_text_is_refused() {
        for body in [
            "",
            "------abc",
            "------abc\r\n",
            "------abc\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n",
            "------abc\r\nX: y\r\n\r\n1\r\n------abc--",
        ] {
            assert_eq!(as_form(TYPE, body.as_bytes()), None, "{body:?}");
        }
        assert_eq!(as_form(TYPE, &[0xff, 0xfe]), None);
        assert_eq!(as_form("multipart/form-data", b"a"), None);
    }
}
