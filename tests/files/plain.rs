//! The quick way to read a file and the long one are two ways to the same.

use onstage::storage::{self, DecodeError, DecodeProblem, Opened, Position, decode, encode};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::random::blueprints;
use super::small;

/// Says what is so anyway, but not in the plain form: the text is read the long way.
const LONG_WAY: &str = "#![enable(implicit_some)]\n";

fn one_line_up(position: &mut Option<Position>) {
    if let Some(position) = position {
        position.line -= 1;
    }
}

fn read_the_long_way(text: &str) -> Result<Opened, DecodeError> {
    match decode(&format!("{LONG_WAY}{text}")) {
        Ok(mut opened) => {
            opened.unknown_fields.iter_mut().for_each(|field| one_line_up(&mut field.position));
            Ok(opened)
        }
        Err(mut error) => {
            one_line_up(&mut error.position);
            Err(error)
        }
    }
}

/// Both ways give the same; whether they give a blueprint.
fn check(text: &str) -> bool {
    let (mut read, mut long) = (decode(text), read_the_long_way(text));
    for read in [&mut read, &mut long] {
        // In a text that is no RON, what says the way stands among the fields.
        if let Err(DecodeError { problem, path, .. }) = read
            && matches!(**problem, DecodeProblem::Syntax(_))
        {
            path.clear();
        }
    }
    assert_eq!(read, long, "{text}");
    read.is_ok()
}

/// Forms that the parser proper takes or nearly takes, and what people mistype.
const ODD: [&str; 72] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "'",
    "/",
    "#",
    " ",
    "\n",
    "\t",
    "\r\n",
    "\u{a0}",
    "\u{85}",
    "\u{200e}",
    "\u{3000}",
    "é",
    "名",
    "Some(",
    "None",
    "Some(1)",
    "r\"x\"",
    "r#\"x\"#",
    "b\"x\"",
    "'x'",
    "1_0",
    "0x1",
    "0b1",
    "1.",
    ".5",
    "+1",
    "-1",
    "-0",
    "007",
    "1e3",
    "1e",
    "1f64",
    "1u8",
    "1..2",
    "inf",
    "NaN",
    "true",
    "false",
    "\"\"",
    "\"2 min\"",
    "\"2min\"",
    "\\x41",
    "\\u{41}",
    "\\u{}",
    "\\u{d800}",
    "\\u{0000041}",
    "\\'",
    "\\0",
    "\\\n",
    "// note\n",
    "//",
    "/* note */",
    "/*",
    "id: 1,",
    "id : 1 ,",
    "colour: 300,",
    "mood: Calm(2),",
    "r#id: 1,",
    "()",
    "(1, 2)",
    "(1)",
    "99999999999999999999",
];

/// A text with some of the odd forms put at places of it, each in the stead of so many characters.
fn edited(text: &str, edits: &[(Index, usize, &str)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (place, length, odd) in edits {
        let at = place.index(chars.len());
        let end = (at + length).min(chars.len());
        chars.splice(at..end, odd.chars());
    }
    chars.into_iter().collect()
}

fn edits() -> impl Strategy<Value = Vec<(Index, usize, &'static str)>> {
    vec((any::<Index>(), 0_usize..4, select(ODD.to_vec())), 1..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_blueprint_is_read_the_same_both_ways(blueprint in blueprints()) {
        prop_assert!(check(&encode(&blueprint)));
    }

    #[test]
    fn any_edited_text_is_read_the_same_both_ways(
        blueprint in blueprints(),
        edits in vec(edits(), 4),
    ) {
        let text = encode(&blueprint);
        for edits in edits {
            check(&edited(&text, &edits));
        }
    }
}

#[test]
fn a_form_at_any_place_of_a_small_file_is_read_the_same_both_ways() {
    let text = encode(&small());
    // The blanks that lead a line are alike.
    let indents = |at: &usize| text[*at..].starts_with(' ') && text[..*at].ends_with(' ');
    let places: Vec<usize> =
        (0..text.len()).filter(|at| text.is_char_boundary(*at) && !indents(at)).collect();
    let (mut taken, mut refused) = (0, 0);
    for (turn, at) in places.into_iter().enumerate() {
        // A few of the forms at each place, all of them over the file.
        for odd in ODD.iter().cycle().skip(turn * 2 % ODD.len()).take(2) {
            let length = text[at..].chars().next().map_or(0, char::len_utf8);
            let end = if turn % 3 == 0 { at + length } else { at };
            if check(&format!("{}{odd}{}", &text[..at], &text[end..])) {
                taken += 1;
            } else {
                refused += 1;
            }
        }
    }
    assert!(taken > 100 && refused > 100, "{taken} were taken and {refused} refused");
}

#[test]
fn what_comes_with_the_program_is_read_the_same_both_ways() {
    for sample in storage::samples().iter().chain(storage::templates()) {
        for language in ["en", "zh-Hans"] {
            assert!(check(sample.ron(language)), "{}", sample.key);
        }
    }
}
