//! The bytes of a table as text.

use encoding_rs::{Encoding, GBK, UTF_16BE, UTF_16LE};

use super::faults::TableFault;

/// Reads the bytes of a table that a spreadsheet saved: UTF-8 or UTF-16 with or without a byte
/// order mark, else GBK.
///
/// # Errors
/// [`TableFault::UnknownEncoding`].
pub fn decode_table(bytes: &[u8]) -> Result<String, TableFault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return decode(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    if looks_like_gbk(bytes) { decode(GBK, bytes) } else { Err(TableFault::UnknownEncoding) }
}

fn decode(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, TableFault> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(TableFault::UnknownEncoding)
}

/// UTF-16 without a mark: a header and its separators leave every other byte zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| {
        bytes.iter().enumerate().filter(|(at, byte)| at % 2 == parity && **byte == 0).count()
    };
    match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (even, odd) if even > odd => Some(UTF_16BE),
        _ => Some(UTF_16LE),
    }
}

/// Whether most characters beyond ASCII are pairs of high bytes, as the common Chinese ones are.
/// Western text in an old encoding has single high bytes between letters and would otherwise be
/// read as rare characters.
fn looks_like_gbk(bytes: &[u8]) -> bool {
    let (mut common, mut rare) = (0_usize, 0_usize);
    let mut rest = bytes.iter();
    while let Some(lead) = rest.next() {
        if *lead >= 0x80 {
            match rest.next() {
                Some(trail) if *trail >= 0xa1 => common += 1,
                _ => rare += 1,
            }
        }
    }
    common > rare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreadsheets_save_in_many_encodings() {
        let text = "步骤,时间\n眼睛测试,40\n";
        let utf16 = |to_bytes: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
            let mark = mark.then_some('\u{feff}').map(String::from).unwrap_or_default();
            (mark + text).encode_utf16().flat_map(to_bytes).collect()
        };
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            utf16(u16::to_le_bytes, true),
            utf16(u16::to_be_bytes, true),
            utf16(u16::to_le_bytes, false),
            utf16(u16::to_be_bytes, false),
            GBK.encode(text).0.into_owned(),
        ] {
            assert_eq!(decode_table(&bytes), Ok(text.to_owned()), "{bytes:?}");
        }
    }

    #[test]
    fn other_bytes_are_refused_rather_than_misread() {
        for bytes in [b"step\nCaf\xe9teria\n".as_slice(), b"step\n\xff\n", b"step\nCaf\xe9,1\n"] {
            assert_eq!(decode_table(bytes), Err(TableFault::UnknownEncoding), "{bytes:?}");
        }
    }
}
