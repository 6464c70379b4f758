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
/// simplified one.
const TRADITIONAL: &str = "時时間间驟骤負负責责員员環环節节區区階阶類类數数動动務务業业處处長长後后觸触發发門门\
資资顧顾備备註注點点準准費费單单價价標标結结開开關关誰谁執执參参與与證证據据實实體体現现統统檯台臺台櫃柜輔辅護护\
醫医師师進进項项編编號号碼码鐘钟線线連连觀观內内運运術术產产選选擇择說说記记錄录儲储組组職职團团隊队經经辦办\
協协導导領领納纳額额種种層层級级個个從从為为並并續续轉转當当條条件件稱称見见達达讓让話话語语讀读調调屬属\
藥药劑剂檢检驗验財财會会計计電电機机車车廚厨館馆廳厅樓楼場场廠厂銀银錢钱帳账貨货訂订賬账購购買买賣卖銷销倉仓庫库\
裝装維维復复診诊療疗復复檔档書书訊讯網网絡络聯联絡络問问詢询諮咨維维護护駕驾駛驶艙舱飛飞鐵铁課课學学習习專专\
賓宾禮礼潔洁幫帮測测試试審审覆复認认證证簽签約约談谈請请評评審审監监獨独幹干總总務务兼兼帶带雙双兩两";

/// A traditional character as it is written in simplified texts, as far as it is known.
#[must_use]
pub fn simplified(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let mut pairs = TRADITIONAL.chars();
    // The list is read in pairs; a pair of equals changes nothing.
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
            ("護士", "护士"),
            (" Front  Desk", "front desk"),
            ("ＣＬＥＲＫ", "clerk"),
            ("櫃員", "柜员"),
        ] {
            assert_eq!(alike(one), alike(other));
        }
        assert_ne!(alike("Nurse"), alike("Doctor"));
        let pairs: Vec<char> = TRADITIONAL.chars().collect();
        assert_eq!(pairs.len() % 2, 0, "the characters stand in pairs");
    }
}
