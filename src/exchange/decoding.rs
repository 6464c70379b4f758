//! The bytes of a table as text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1252,
};

use super::faults::TableFault;

/// A text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding, if nothing in the bytes proves it.
    pub guess: Option<EncodingGuess>,
}

/// An encoding that was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncodingGuess {
    /// Its name.
    pub name: &'static str,
    /// Other encodings in which the bytes make sense, the likelier first.
    pub others: Vec<&'static str>,
    /// Some of the text beyond ASCII, by which a person sees whether it is right.
    pub sample: String,
    /// Whether another encoding is about as likely.
    pub doubtful: bool,
}

/// The encodings that a person may choose from, by name.
pub const ENCODINGS: &[&str] = &[
    "UTF-8",
    "gb18030",
    "Big5",
    "windows-1252",
    "UTF-16LE",
    "UTF-16BE",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1258",
    "windows-874",
];

/// Reads the bytes of a table that a spreadsheet saved: UTF-8 or UTF-16 with or without a byte
/// order mark, else in the old encoding in which they make sense.
///
/// # Errors
/// [`TableFault::UnknownEncoding`].
pub fn decode_table(bytes: &[u8]) -> Result<Decoded, TableFault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = decode(encoding, bytes.get(mark..).unwrap_or_default())?;
        return Ok(Decoded { text, guess: None });
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return Ok(Decoded { text: decode(encoding, bytes)?, guess: None });
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return Ok(Decoded { text: text.to_owned(), guess: None });
    }
    if bytes.contains(&0) {
        // No text of any of these encodings holds one.
        return Err(TableFault::UnknownEncoding);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let detected = detector.guess(None, Utf8Detection::Deny);
    let detected = if detected == GBK { GB18030 } else { detected };
    let mut candidates = vec![detected];
    for other in [GB18030, BIG5, SHIFT_JIS, EUC_KR, WINDOWS_1252] {
        if !candidates.contains(&other) {
            candidates.push(other);
        }
    }
    let mut readings: Vec<(f64, &'static Encoding, String)> = candidates
        .into_iter()
        .filter_map(|encoding| {
            let text = decode(encoding, bytes).ok()?;
            let sense = sense(encoding, &text);
            // The detector knows the letters of many languages; the rest knows common characters.
            let bonus = if encoding == detected { 0.15 } else { 0.0 };
            (sense > 0.4).then_some((sense + bonus, encoding, text))
        })
        .collect();
    readings.sort_by(|a, b| b.0.total_cmp(&a.0));
    let doubtful = match readings.as_slice() {
        [(best, ..), (second, ..), ..] => best - second < 0.25,
        _ => false,
    };
    let others = readings.iter().skip(1).map(|(_, encoding, _)| encoding.name()).collect();
    let (_, encoding, text) = readings.into_iter().next().ok_or(TableFault::UnknownEncoding)?;
    let guess = EncodingGuess { name: encoding.name(), others, sample: sample(&text), doubtful };
    Ok(Decoded { text, guess: Some(guess) })
}

/// Reads the bytes of a table in an encoding that somebody names, such as `big5` or `latin1`.
///
/// # Errors
/// [`TableFault::UnknownEncoding`] for another name, or for bytes that are not in it.
pub fn decode_table_as(bytes: &[u8], name: &str) -> Result<String, TableFault> {
    let name = name.trim();
    let encoding = match name.to_ascii_lowercase().as_str() {
        "gbk" | "gb2312" | "cp936" | "936" => Some(GB18030),
        "cp950" | "950" => Some(BIG5),
        "ansi" | "cp1252" | "1252" => Some(WINDOWS_1252),
        _ => Encoding::for_label(name.as_bytes()),
    };
    let encoding = encoding.ok_or(TableFault::UnknownEncoding)?;
    let bytes = match Encoding::for_bom(bytes) {
        Some((marked, mark)) if marked == encoding => bytes.get(mark..).unwrap_or_default(),
        _ => bytes,
    };
    decode(encoding, bytes)
}

fn decode(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, TableFault> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(TableFault::UnknownEncoding)
}

/// UTF-16 without a mark: a header and its separators leave many of every other byte zero, and none
/// of the others. A zero byte or two in another text are damage.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| {
        bytes.iter().enumerate().filter(|(at, byte)| at % 2 == parity && **byte == 0).count()
    };
    let encoding = match (zeros(0), zeros(1)) {
        (0, 0) => return None,
        (_, 0) => UTF_16BE,
        (0, _) => UTF_16LE,
        _ => return None,
    };
    let few = zeros(0) + zeros(1) < (bytes.len() / 20).max(2);
    let text = decode(encoding, bytes).ok()?;
    // A table has separators.
    (!few && text.contains(['\n', '\r', '\t', ',', ';'])).then_some(encoding)
}

/// How much of what lies beyond ASCII are characters that are common in texts of that encoding,
/// from 0 to 1. The old Chinese standards put the common characters first, so that their place
/// tells: a text in one of them, read as the other, is full of rare ones.
fn sense(encoding: &'static Encoding, text: &str) -> f64 {
    let (mut common, mut all) = (0_usize, 0_usize);
    let chars: Vec<char> = text.chars().collect();
    for (at, c) in chars.iter().enumerate().filter(|(_, c)| !c.is_ascii()) {
        all += 1;
        let mut bytes = [0; 4];
        let code = c.encode_utf8(&mut bytes);
        let (code, ..) = encoding.encode(code);
        let lead = code.first().copied().unwrap_or_default();
        let trail = code.get(1).copied().unwrap_or_default();
        let is_common = if encoding == GB18030 {
            matches!(lead, 0xa1..=0xa3 | 0xb0..=0xd7) && trail >= 0xa1
        } else if encoding == BIG5 {
            matches!(lead, 0xa1..=0xc6)
        } else if encoding == SHIFT_JIS {
            matches!(lead, 0x81..=0x83 | 0x88..=0x97)
        } else if encoding == EUC_KR {
            matches!(lead, 0xa1..=0xa3 | 0xb0..=0xc8) && trail >= 0xa1
        } else if encoding != WINDOWS_1252 {
            c.is_alphabetic()
        } else {
            // One letter beyond ASCII stands among plain ones; a row of them is another encoding.
            let beside = |at: Option<usize>| {
                at.and_then(|at| chars.get(at)).is_some_and(|c| !c.is_ascii() && c.is_alphabetic())
            };
            let letters = c.is_alphabetic() && !(beside(at.checked_sub(1)) && beside(Some(at + 1)));
            letters
                || matches!(
                    c,
                    '–' | '—'
                        | '’'
                        | '‘'
                        | '“'
                        | '”'
                        | '€'
                        | '£'
                        | '°'
                        | '·'
                        | '…'
                        | '±'
                        | '§'
                        | '½'
                        | '\u{a0}'
                        | '«'
                        | '»'
                        | '•'
                        | '²'
                        | '×'
                )
        };
        common += usize::from(is_common);
    }
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}

/// The first words beyond ASCII.
fn sample(text: &str) -> String {
    const MOST: usize = 24;
    let cells = text.split(['\t', ',', ';', '\n', '\r', '"']).map(str::trim);
    let mut sample = String::new();
    for cell in cells.filter(|cell| !cell.is_ascii()) {
        if !sample.is_empty() {
            sample.push(' ');
        }
        sample.push_str(cell);
        if sample.chars().count() >= MOST {
            break;
        }
    }
    sample.chars().take(2 * MOST).collect()
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
        ] {
            let read = decode_table(&bytes).unwrap();
            assert_eq!((read.text.as_str(), read.guess), (text, None), "{bytes:?}");
        }
    }

    #[test]
    fn old_encodings_are_told_apart_and_said() {
        for (text, encoding) in [
            ("步骤,时间\n眼睛测试,40\n", GB18030),
            ("环节,负责人,用时（分钟）\n取号,导办,1\n受理,窗口人员,8\n", GB18030),
            ("step,role,time\n挂号,柜台人员,2 min\n看诊,医师,8 min\n", GB18030),
            ("step,role,time\n掛號,櫃檯人員,2 min\n看診,醫師,8 min\n領藥,藥師,3 min\n", BIG5),
            ("步驟,角色,時間\n受理申請,櫃員,5\n審核,主管,8\n", BIG5),
            ("step,role,time\nCafé bringen,Küche,2\nÖffnen,Wächter,1\n", WINDOWS_1252),
            ("step,role\nEncaminhar ao balcão,Recepção\n", WINDOWS_1252),
            ("ステップ,担当,時間\n受付,係員,2\n確認する,係員,3\n", SHIFT_JIS),
        ] {
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy);
            let read = decode_table(&bytes).unwrap();
            assert_eq!(read.text, text, "{}", encoding.name());
            assert_eq!(read.guess.expect("a guess").name, encoding.name(), "{text}");
        }
    }

    #[test]
    fn bytes_that_make_no_sense_are_refused_and_can_be_named() {
        assert_eq!(
            decode_table(b"step\n\xff\xfe\xff\xff\xfd\x81\n").map(|d| d.text),
            Err(TableFault::UnknownEncoding)
        );
        assert_eq!(
            decode_table(b"step,time\nA\0,5 min\nB,7 min\n").map(|d| d.text),
            Err(TableFault::UnknownEncoding),
            "a stray zero is no UTF-16"
        );
        assert_eq!(decode_table_as(b"\xb1\xbe\xb8\xb9", "big5").as_deref(), Ok("掛號"));
        assert_eq!(decode_table_as(b"\xff", "utf-8"), Err(TableFault::UnknownEncoding));
        assert_eq!(decode_table_as(b"a", "klingon"), Err(TableFault::UnknownEncoding));
        assert!(ENCODINGS.iter().all(|name| Encoding::for_label(name.as_bytes()).is_some()));
    }
}
