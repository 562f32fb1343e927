//! The licence inside the PDF, where machines look for it: the XMP packet. Typst writes none.

use lopdf::{Dictionary, Document, Object, Stream};

/// What the packet must say.
pub(super) struct Licence {
    /// Who must be named.
    pub(super) holder: String,
    /// The licence in words.
    pub(super) statement: String,
}

const URL: &str = "https://creativecommons.org/licenses/by-sa/4.0/";

/// Adds `dc:rights` and `xmpRights:*` to the packet, and changes nothing else.
pub(super) fn add_licence(bytes: Vec<u8>, licence: &Licence) -> Result<Vec<u8>, String> {
    let mut document = Document::load_mem(&bytes).map_err(|error| error.to_string())?;
    let catalog = document.catalog().map_err(|error| error.to_string())?;
    let id = catalog
        .get(b"Metadata")
        .and_then(Object::as_reference)
        .map_err(|error| error.to_string())?;
    let stream = document
        .get_object(id)
        .and_then(Object::as_stream)
        .map_err(|error| error.to_string())?;
    let packet = stream
        .decompressed_content()
        .unwrap_or_else(|_| stream.content.clone());
    let packet = String::from_utf8(packet).map_err(|error| error.to_string())?;
    let end = packet
        .rfind("</rdf:Description>")
        .ok_or("the packet has no description")?;
    let mut patched = packet.clone();
    patched.insert_str(end, &properties(licence));
    if !packet.contains("xmlns:xmpRights=") {
        patched = patched.replacen(
            "<rdf:Description ",
            "<rdf:Description xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\" ",
            usize::MAX,
        );
    }
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", Object::Name(b"Metadata".to_vec()));
    dictionary.set("Subtype", Object::Name(b"XML".to_vec()));
    let stream = Stream::new(dictionary, patched.into_bytes()).with_compression(false);
    document.objects.insert(id, Object::Stream(stream));
    let mut out = Vec::new();
    document
        .save_to(&mut out)
        .map_err(|error| error.to_string())?;
    Ok(out)
}

fn properties(licence: &Licence) -> String {
    let statement = escape(&licence.statement);
    let holder = escape(&licence.holder);
    format!(
        "<dc:rights xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Alt><rdf:li xml:lang=\"x-default\">{statement}</rdf:li></rdf:Alt></dc:rights>\
         <xmpRights:Marked>True</xmpRights:Marked>\
         <xmpRights:WebStatement>{URL}</xmpRights:WebStatement>\
         <xmpRights:Owner><rdf:Bag><rdf:li>{holder}</rdf:li></rdf:Bag></xmpRights:Owner>\
         <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang=\"x-default\">{statement}</rdf:li></rdf:Alt></xmpRights:UsageTerms>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
