//! Roles whose name holds the name of another role: likely several people, or a number of them, who
//! were typed as one.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::blueprint::{RoleId, Scenario, alike, simplified, singulars, usual_width};

/// The most words of a name that are looked at.
const MOST_WORDS: usize = 40;

/// The roles whose name holds that of another role, as one of several in a row or beside a number,
/// such as “Nurse, Doctor”, “Nurse plus Doctor”, “护士兼医生” and “two nurses” beside “Nurse”; so is
/// the plural of another name. A number behind a name, as in “Nurse 2”, is part of it. Linear in the
/// roles.
#[must_use]
pub fn roles_that_name_others(scenario: &Scenario) -> Vec<RoleId> {
    let roles = scenario.roles();
    let names: FxHashSet<String> = roles.values().map(|role| alike(&role.name)).collect();
    let mut first: FxHashMap<String, (usize, RoleId)> = FxHashMap::default();
    for (id, role) in roles {
        let key = words(&role.name).join(" ");
        let own = (role.name.chars().count(), *id);
        let shortest = first.entry(key).or_insert(own);
        *shortest = (*shortest).min(own);
    }
    let names_another = |id: RoleId, name: &str| {
        let whole = alike(name);
        if singulars(&whole).any(|one| names.contains(&one)) {
            return true;
        }
        let words = words(name);
        // Names that differ in signs and number only, such as “Front-desk” and “Front desk”; those
        // that differ in capitals are the same name.
        let key = words.join(" ");
        let same = first.get(&key).is_some_and(|(_, other)| {
            *other != id && roles.get(other).is_some_and(|other| alike(&other.name) != whole)
        });
        same && !key.is_empty()
            || is_list(&whole, &names)
            || !is_numbered(&whole) && only_names_and_joints(&words, &first)
    };
    roles.iter().filter(|(id, role)| names_another(**id, &role.name)).map(|(id, _)| *id).collect()
}

/// Whether a name is another one and a number behind it.
fn is_numbered(name: &str) -> bool {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.len() < name.len()
        && bare.trim_end().ends_with(char::is_alphabetic)
        && !["no", "nr", "x"].iter().any(|word| bare.trim_end().ends_with(&format!(" {word}")))
}

/// The words of a name as they are compared: small, in the singular, a Chinese character each; where
/// a capital begins another word, it does so here. Signs are left out.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut before = ' ';
    for c in name.chars().map(usual_width).map(simplified) {
        let lone = !c.is_ascii() && c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
        let camel = c.is_uppercase() && before.is_lowercase();
        let changes = c.is_numeric() != before.is_numeric();
        if !c.is_alphanumeric() {
            open = false;
        } else if lone || !open || camel || changes {
            words.push(c.to_lowercase().collect());
            open = !lone;
        } else if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.truncate(MOST_WORDS);
    for word in &mut words {
        *word = in_the_singular(word);
    }
    words.retain(|word| word != "们");
    words
}

fn in_the_singular(word: &str) -> String {
    if word.len() < 4 || !word.is_ascii() || word.ends_with("ss") {
        return word.to_owned();
    }
    let sibilant = ["ches", "shes", "xes", "sses", "zes"].iter().any(|end| word.ends_with(end));
    if let Some(stem) = word.strip_suffix("ies") {
        format!("{stem}y")
    } else if let Some(stem) = word.strip_suffix("es").filter(|_| sibilant) {
        stem.to_owned()
    } else if let Some(stem) = word.strip_suffix("men") {
        format!("{stem}man")
    } else {
        word.strip_suffix('s').unwrap_or(word).to_owned()
    }
}

/// Words that join names in a list, or say how many of one are meant.
const JOINTS: &[&str] = &[
    "and",
    "or",
    "plus",
    "with",
    "w",
    "then",
    "vs",
    "versus",
    "of",
    "the",
    "und",
    "oder",
    "mit",
    "et",
    "ou",
    "avec",
    "y",
    "con",
    "both",
    "either",
    "any",
    "all",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "half",
    "several",
    "some",
    "few",
    "couple",
    "pair",
    "x",
    "s",
    "es",
    "no",
    "nr",
    "number",
    "together",
    "also",
    "as",
    "well",
    "assisted",
    "supported",
    "helped",
    "accompanied",
    "aided",
    "backed",
    "joined",
    "led",
    "supervised",
    "guided",
    "followed",
    "replaced",
    "covered",
    "by",
    "up",
    "keep",
    "kept",
    "not",
    "non",
    "without",
    "o",
    "except",
    "but",
    "instead",
    "only",
    "never",
    "under",
    "after",
    "before",
    "via",
    "through",
    "if",
    "when",
    "needed",
    "optional",
    "optionally",
    "maybe",
    "perhaps",
    "possibly",
    "sometimes",
    "usually",
    "at",
    "least",
    "most",
    "min",
    "max",
    "another",
    "second",
    "third",
    "extra",
    "additional",
    "more",
    "per",
    "alongside",
    "beside",
    "including",
    "incl",
    "assisting",
    "helping",
    "supporting",
    "be",
    "is",
    "to",
    "help",
    "cent",
    "percent",
    "和",
    "或",
    "与",
    "及",
    "以",
    "跟",
    "兼",
    "带",
    "加",
    "上",
    "同",
    "陪",
    "并",
    "等",
    "又",
    "任",
    "双",
    "两",
    "俩",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    "半",
    "几",
    "名",
    "位",
    "个",
    "人",
    "台",
    "者",
    "由",
    "协",
    "助",
    "配",
    "合",
    "保",
    "留",
    "非",
    "不",
    "无",
    "除",
    "外",
    "另",
    "再",
    "需",
    "要",
    "必",
    "时",
    "可",
    "选",
    "帮",
    "在",
    "下",
    "指",
    "导",
];

/// Whether a name is nothing but names of other roles and what joins or counts them.
fn only_names_and_joints(words: &[String], first: &FxHashMap<String, (usize, RoleId)>) -> bool {
    let (mut at, mut found) = (0, false);
    while at < words.len() {
        // Of names that begin alike the longest; one letter, or one Chinese character, is none.
        let name = (at + 1..=words.len()).rev().find(|end| {
            let part = words.get(at..*end).unwrap_or_default();
            let long = part.iter().map(|word| word.chars().count()).sum::<usize>() > 1;
            part.len() < words.len() && long && first.contains_key(&part.join(" "))
        });
        let word = words.get(at).map_or("", String::as_str);
        let before = at.checked_sub(1).and_then(|at| words.get(at)).map(String::as_str);
        let leading =
            ["a", "an"].contains(&word) && before.is_none_or(|before| JOINTS.contains(&before));
        if let Some(end) = name {
            found = true;
            at = end;
        } else if leading || JOINTS.contains(&word) || word.chars().all(char::is_numeric) {
            at += 1;
        } else {
            return false;
        }
    }
    found
}

/// Words between names of which one may be no other role.
const JOINING_WORDS: &[&str] = &[
    "and", "or", "plus", "with", "w/", "und", "oder", "mit", "sowie", "et", "ou", "avec", "con",
    "vs",
];
/// Characters that join names in Chinese.
const JOINING_CHARACTERS: [char; 7] = ['和', '或', '与', '及', '跟', '兼', '加'];

/// Whether a character parts the names of a list: neither of a word nor of what words are put
/// together with.
fn parts_names(character: char) -> bool {
    JOINING_CHARACTERS.contains(&character)
        || !(character.is_alphanumeric()
            || character.is_whitespace()
            || matches!(
                character,
                '-' | '‐' | '–' | '\'' | '’' | '.' | '·' | '_' | '#' | '(' | ')'
            ))
}

/// Whether a name is a list with another name in it, whatever else it holds.
fn is_list(whole: &str, names: &FxHashSet<String>) -> bool {
    let mut pieces: Vec<&str> = whole.split(parts_names).collect();
    for word in JOINING_WORDS {
        let between = format!(" {word} ");
        pieces = pieces.into_iter().flat_map(|piece| piece.split(between.as_str())).collect();
    }
    let then = |piece: &'_ str| piece.strip_prefix("then ").map_or(piece.len(), str::len);
    let mut pieces = pieces.into_iter().map(str::trim);
    pieces.any(|piece| {
        let bare = piece.get(piece.len() - then(piece)..).unwrap_or(piece);
        let is_name = |text: &str| text != whole && names.contains(text);
        is_name(bare) || singulars(bare).any(|one| is_name(&one) && bare != whole)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{IdSource, Role};

    /// The roles of a list with bars between that hold another's name.
    fn held(list: &str) -> Vec<String> {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        for name in list.split('|') {
            scenario.add_role(Role::new(name, 0), &mut ids).unwrap();
        }
        let found = roles_that_name_others(&scenario);
        found.iter().map(|id| scenario.roles()[id].name.clone()).collect()
    }

    #[test]
    fn names_of_several_and_numbers_of_one_are_noticed_in_every_spelling() {
        for name in [
            "Nurse, Doctor",
            "Nurse plus Doctor",
            "Nurse with Doctor",
            "Nurse - Doctor",
            "Nurse – Doctor",
            "Nurse · Doctor",
            "Nurse (Doctor)",
            "Nurse (with Doctor)",
            "NurseDoctor",
            "Nurse_Doctor",
            "Nurse et Doctor",
            "Nurse y Doctor",
            "Nurse vs Doctor",
            "Nurse und Doctor",
            "Nurse > Doctor",
            "Nurse w/ Doctor",
            "nurse doctor",
            "two nurses",
            "½ Nurse",
            "1.5 Nurse",
            "-1 Nurse",
            "Nurse (2)",
            "Nurse #2",
            "Nurse(s)",
            "The nurse",
            "a nurse",
            "Nurses",
            "Nurse, then Doctor",
            "Doctor, then Clerk",
            "Nurse with trainee",
            "NURSE/DOCTOR",
            "Doctor No. 2",
            "Doctor (assisted by Nurse)",
            "Doctor assisted by Nurse",
            "Doctor supported by a nurse",
            "Doctor, helped by Nurse",
            "Nurse (keep)",
            "not Nurse",
            "Nurse without Doctor",
            "another nurse",
            "Nurse (if needed)",
            "50 % Nurse",
            "at least one nurse",
            "Nurse instead of Doctor",
        ] {
            assert_eq!(held(&format!("Nurse|Doctor|{name}")), [name], "{name}");
        }
        for name in [
            "护士医生",
            "护士·医生",
            "护士-医生",
            "护士兼医生",
            "护士带医生",
            "护士加医生",
            "护士跟医生",
            "护士（2）",
            "两护士",
            "护士们",
            "醫生和護士",
            "医生兼文员",
            "医生（护士协助）",
            "医生由护士协助",
            "护士配合医生",
            "护士（保留）",
            "非护士",
        ] {
            assert_eq!(held(&format!("护士|医生|{name}")), [name], "{name}");
        }
        for list in [
            "Nurse|Head nurse",
            "Nurse|Nurse 2",
            "Nurse 1|Nurse 2|Nurse 12",
            "护士|护士长",
            "Nurse|Nursery",
            "Clerk|Clerk A",
            "IT|Unit",
            "Nurse|Nurse (ward B)",
            "护士|护士2",
        ] {
            assert_eq!(held(list), [""; 0], "{list}");
        }
    }
}
