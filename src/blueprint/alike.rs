//! Names that are one and the same for people: whatever their capitals, width, blanks and script.

/// A character in its usual width: `Ａ` is `A`.
#[must_use]
pub fn usual_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Traditional characters of the words that head tables and name zones and people, each before its
/// simplified one. They are only read, never shown, and so written by their number in Unicode.
const TRADITIONAL: &str = "\
\u{6642}时\u{9593}间\u{9a5f}骤\u{8ca0}负\u{8cac}责\u{54e1}员\u{74b0}环\u{7bc0}节\u{5340}区\
\u{968e}阶\u{985e}类\u{6578}数\u{52d5}动\u{52d9}务\u{696d}业\u{8655}处\u{9577}长後后\u{89f8}触\
\u{767c}发\u{9580}门\u{8cc7}资\u{9867}顾\u{5099}备\u{8a3b}注\u{9ede}点\u{6e96}准\u{8cbb}费\
\u{55ae}单\u{50f9}价\u{6a19}标\u{7d50}结\u{958b}开\u{95dc}关\u{8ab0}谁\u{57f7}执\u{53c3}参\
\u{8207}与\u{8b49}证\u{64da}据\u{5be6}实\u{9ad4}体\u{73fe}现\u{7d71}统\u{6aaf}台\u{81fa}台\
\u{6ac3}柜\u{8f14}辅\u{8b77}护\u{91ab}医\u{5e2b}师\u{9032}进\u{9805}项\u{7de8}编\u{865f}号\
\u{78bc}码\u{9418}钟\u{7dda}线\u{9023}连\u{89c0}观\u{5167}内\u{904b}运\u{8853}术\u{7522}产\
\u{9078}选\u{64c7}择\u{8aaa}说\u{8a18}记\u{9304}录\u{5132}储\u{7d44}组\u{8077}职\u{5718}团\
\u{968a}队\u{7d93}经\u{8fa6}办\u{5354}协\u{5c0e}导\u{9818}领\u{7d0d}纳\u{984d}额\u{7a2e}种\
\u{5c64}层\u{7d1a}级\u{500b}个\u{5f9e}从\u{70ba}为\u{4e26}并\u{7e8c}续\u{8f49}转\u{7576}当\
\u{689d}条\u{7a31}称\u{898b}见\u{9054}达\u{8b93}让\u{8a71}话\u{8a9e}语\u{8b80}读\u{8abf}调\
\u{5c6c}属\u{85e5}药\u{5291}剂\u{6aa2}检\u{9a57}验\u{8ca1}财\u{6703}会\u{8a08}计\u{96fb}电\
\u{6a5f}机\u{8eca}车\u{5eda}厨\u{9928}馆\u{5ef3}厅\u{6a13}楼\u{5834}场\u{5ee0}厂\u{9280}银\
\u{9322}钱\u{5e33}账\u{8ca8}货\u{8a02}订\u{8cec}账\u{8cfc}购\u{8cb7}买\u{8ce3}卖\u{92b7}销\
\u{5009}仓\u{5eab}库\u{88dd}装\u{7dad}维\u{5fa9}复\u{8a3a}诊\u{7642}疗\u{5fa9}复\u{6a94}档\
\u{66f8}书\u{8a0a}讯\u{7db2}网\u{7d61}络\u{806f}联\u{7d61}络\u{554f}问\u{8a62}询\u{8aee}咨\
\u{7dad}维\u{8b77}护\u{99d5}驾\u{99db}驶\u{8259}舱\u{98db}飞\u{9435}铁\u{8ab2}课\u{5b78}学\
\u{7fd2}习\u{5c08}专\u{8cd3}宾\u{79ae}礼\u{6f54}洁\u{5e6b}帮\u{6e2c}测\u{8a66}试\u{5be9}审覆复\
\u{8a8d}认\u{8b49}证\u{7c3d}签\u{7d04}约\u{8ac7}谈\u{8acb}请\u{8a55}评\u{5be9}审\u{76e3}监\
\u{7368}独\u{5e79}干\u{7e3d}总\u{52d9}务\u{5e36}带\u{96d9}双\u{5169}两";

/// A traditional character as it is written in simplified texts, as far as it is known.
#[must_use]
pub fn simplified(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let mut pairs = TRADITIONAL.chars();
    // The list is read in pairs.
    while let (Some(old), Some(new)) = (pairs.next(), pairs.next()) {
        if old == c {
            return new;
        }
    }
    c
}

/// A name as it is compared with others: capitals, width, script and blanks make nobody another
/// person.
#[must_use]
pub fn alike(name: &str) -> String {
    let folded: String =
        name.chars().map(usual_width).flat_map(char::to_lowercase).map(simplified).collect();
    folded.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// What a name in the plural may be the plural of: `nurses`, `secretaries`, `护士们`; of a name as
/// [`alike`] makes it.
pub fn singulars(name: &str) -> impl Iterator<Item = String> {
    let cut = |end: &str, new: &str| {
        let stem = name.strip_suffix(end).filter(|stem| !stem.trim().is_empty())?;
        Some(format!("{stem}{new}"))
    };
    let men = cut("men", "man");
    [cut("s", ""), cut("es", ""), cut("ies", "y"), cut("们", ""), men].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_as_people_take_them() {
        for (one, other) in [
            ("\u{8b77}士", "护士"),
            (" Front  Desk", "front desk"),
            ("ＣＬＥＲＫ", "clerk"),
            ("\u{6ac3}\u{54e1}", "柜员"),
        ] {
            assert_eq!(alike(one), alike(other));
        }
        assert_ne!(alike("Nurse"), alike("Doctor"));
        let pairs: Vec<char> = TRADITIONAL.chars().collect();
        assert_eq!(pairs.len() % 2, 0, "the characters stand in pairs");
    }
}
