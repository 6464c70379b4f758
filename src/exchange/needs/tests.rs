//! Lists of roles as people write them, and as they are written.

use super::*;

fn shown(text: &str, known: &[&str]) -> String {
    read_needs(text, known)
        .map_or_else(|fault| format!("{fault:?}"), |read| write_needs(&read.needs))
}

#[test]
fn lists_are_read_as_people_write_them() {
    for (text, expect) in [
        ("Nurse, Doctor", "Nurse + Doctor"),
        ("Nurse; Doctor", "Nurse + Doctor"),
        ("Nurse & Doctor", "Nurse + Doctor"),
        ("Nurse and Doctor", "Nurse + Doctor"),
        ("Nurse, Doctor and Clerk", "Nurse + Doctor + Clerk"),
        ("Nurse, Doctor, and Clerk", "Nurse + Doctor + Clerk"),
        ("护士、医生", "护士 + 医生"),
        ("护士和医生", "护士 + 医生"),
        ("护士及医生", "护士 + 医生"),
        ("甲和乙", "甲 + 乙"),
        ("护士以及医生", "护士 + 医生"),
        ("Nurse/Clerk", "Nurse | Clerk"),
        ("Nurse / Clerk", "Nurse | Clerk"),
        ("Nurse or Clerk", "Nurse | Clerk"),
        ("Nurse, Doctor or Clerk", "Nurse | Doctor | Clerk"),
        ("护士或医生", "护士 | 医生"),
        ("护士、医生或文员", "护士 | 医生 | 文员"),
        ("Nurse/Clerk, Doctor", "Nurse | Clerk + Doctor"),
        ("2 Nurse | Doctor", "2 Nurse | Doctor"),
        ("2 keep Bed", "keep 2 Bed"),
        ("keep 2 Bed", "keep 2 Bed"),
        ("2 x Nurse, Doctor", "2 Nurse + Doctor"),
        ("2名护士、医生", "2 护士 + 医生"),
        ("2× Nurse", "2 Nurse"),
        ("2 × Nurse", "2 Nurse"),
        ("2x Nurse", "2 Nurse"),
        ("×2 Nurse", "2 Nurse"),
        ("Nurse ×2", "2 Nurse"),
        ("Nurse × 2", "2 Nurse"),
        ("Nurse x2", "2 Nurse"),
        ("Nurse x 2", "2 Nurse"),
        ("Nurse (x2)", "2 Nurse"),
        ("Nurse (×2), Doctor", "2 Nurse + Doctor"),
        ("keep Bed ×2", "keep 2 Bed"),
        ("Bed ×2 | Chair", "2 Bed | Chair"),
        ("护士×2", "2 护士"),
        ("护士×２、医生", "2 护士 + 医生"),
        ("护士2名", "2 护士"),
        ("护士 2 人", "2 护士"),
        ("护士（2人）", "2 护士"),
        ("护士（×2）", "2 护士"),
        ("两名护士", "2 护士"),
        ("护士两名", "2 护士"),
        ("２名护士", "2 护士"),
        ("Clerk 2", "Clerk 2"),
        ("Window (2)", "Window (2)"),
        ("Line x", "Line x"),
        ("负责人", "负责人"),
        ("第三人", "第三人"),
        ("三叉神经科", "三叉神经科"),
        ("2 Nurse ×3", "AmountUnclear(\"2 Nurse ×3\")"),
        ("Nurse | Doctor ×2", "AmountUnclear(\"Doctor ×2\")"),
        ("2 Nurse | 2 Doctor", "2 Nurse | Doctor"),
        ("Nurse ×0", "Refused(NotACount)"),
        ("A + (B | C)", "A + B | C"),
        ("B + (A or C)", "B + A | C"),
        ("(B | C) + A", "B | C + A"),
        ("A and (B or C)", "A + B | C"),
        ("A + 2 (B | C)", "A + 2 B | C"),
        ("A + （B 或 C）", "A + B | C"),
        ("(A + B) + C", "A + B + C"),
        ("(A + B)", "A + B"),
        ("(A | B) | C", "A | B | C"),
        ("(A + B) | C", "UnclearBrackets(\"(A + B) | C\")"),
        ("C | (A + B)", "UnclearBrackets(\"C | (A + B)\")"),
        ("A + (B | C", "UnclearBrackets(\"A + (B | C\")"),
        ("Nurse (+ Doctor)", "UnclearBrackets(\"Nurse (+ Doctor)\")"),
        ("Nurse (junior or senior)", "Nurse (junior or senior)"),
        ("Nurse (ward 2), Doctor", "Nurse (ward 2) + Doctor"),
        ("either Nurse or Doctor", "Nurse | Doctor"),
        ("Either of Nurse, Doctor", "Nurse | Doctor"),
        ("both Nurse and Doctor", "Nurse + Doctor"),
        ("any of Nurse, Doctor", "Nurse | Doctor"),
        ("one of Nurse, Doctor and Clerk", "Nurse | Doctor | Clerk"),
        ("all of Nurse, Doctor", "Nurse + Doctor"),
        ("Clerk and either Nurse or Doctor", "Clerk + Nurse | Doctor"),
        ("Clerk + any of Nurse, Doctor", "Clerk + Nurse | Doctor"),
        ("any two of Nurse, Doctor, Clerk", "SomeOfSeveral(\"any two of Nurse, Doctor, Clerk\")"),
        ("2 of Nurse, Doctor", "SomeOfSeveral(\"2 of Nurse, Doctor\")"),
        ("护士、医生任一", "护士 | 医生"),
        ("护士、医生均可", "护士 | 医生"),
        ("护士、医生共同", "护士 + 医生"),
        ("Head of ward", "Head of ward"),
        ("R&D manager", "R&D manager"),
        ("A/C technician", "A/C technician"),
        ("调解和解员", "调解和解员"),
        ("Anderson", "Anderson"),
        ("Doctor orderly", "Doctor orderly"),
        ("n/a", ""),
        ("-", ""),
        ("", ""),
    ] {
        assert_eq!(shown(text, &[]), expect, "{text}");
    }
}

#[test]
fn numbers_in_words_are_read_and_what_is_no_number_is_refused() {
    for (text, expect) in [
        ("two nurses", "2 nurses"),
        ("Two Nurse, Doctor", "2 Nurse + Doctor"),
        ("十二名护士", "12 护士"),
        ("Nurse w/ Doctor", "Nurse + Doctor"),
        ("Nurse w/Doctor", "Nurse + Doctor"),
        ("Nurse plus Doctor", "Nurse + Doctor"),
        ("护士跟医生", "护士 + 医生"),
        ("½ Nurse", "AmountUnclear(\"½ Nurse\")"),
        ("1.5 Nurse", "AmountUnclear(\"1.5 Nurse\")"),
        ("1/2 Nurse", "AmountUnclear(\"1/2 Nurse\")"),
        ("-1 Nurse", "AmountUnclear(\"-1 Nurse\")"),
        ("several nurses", "AmountUnclear(\"several nurses\")"),
        ("几名护士", "AmountUnclear(\"几名护士\")"),
        ("半个护士", "AmountUnclear(\"半个护士\")"),
        ("50 % Nurse", "AmountUnclear(\"50 % Nurse\")"),
        ("50% Nurse", "AmountUnclear(\"50% Nurse\")"),
        ("Nurse (50 %)", "AmountUnclear(\"Nurse (50 %)\")"),
        ("Nurse 50%", "AmountUnclear(\"Nurse 50%\")"),
        ("十几名护士", "AmountUnclear(\"十几名护士\")"),
        ("十多名护士", "AmountUnclear(\"十多名护士\")"),
        ("两三名护士", "Refused(NotACount)"),
        ("三五个护士", "Refused(NotACount)"),
        ("两个护士", "2 护士"),
        ("24/7 helpdesk", "24/7 helpdesk"),
        ("Two-way radio", "Two-way radio"),
        ("Nurse, then Doctor", "OneAfterAnother(\"Nurse, then Doctor\")"),
        ("Nurse > Doctor", "OneAfterAnother(\"Nurse > Doctor\")"),
        ("护士，然后医生", "OneAfterAnother(\"护士，然后医生\")"),
        ("跟单员", "跟单员"),
    ] {
        assert_eq!(shown(text, &[]), expect, "{text}");
    }
}

#[test]
fn words_that_are_no_name_are_none() {
    for (text, expect) in [
        ("Nurse (keep)", "keep Nurse"),
        ("护士（保留）", "keep 护士"),
        ("TBD", ""),
        ("nobody", ""),
        ("self", ""),
        ("待定", ""),
    ] {
        assert_eq!(shown(text, &[]), expect, "{text}");
    }
}

#[test]
fn a_known_role_keeps_its_name() {
    let known = ["Research and Development", "Nurse, Doctor", "Nurse/Clerk"];
    assert_eq!(shown("Nurse, Doctor", &known), "\"Nurse, Doctor\"");
    assert_eq!(
        shown("2 Research and Development, Nurse", &known),
        "2 \"Research and Development\" + Nurse"
    );
    assert_eq!(shown("Bed ×2, Nurse", &["Bed ×2"]), "\"Bed ×2\" + Nurse");
    assert_eq!(shown("2 Bed ×2", &["Bed ×2"]), "2 \"Bed ×2\"");
    assert_eq!(shown("\"Nurse, Doctor\" ×2", &known), "2 \"Nurse, Doctor\"");
    assert_eq!(shown("Nurse/Clerk or Doctor", &known), "\"Nurse/Clerk\" | Doctor");
}

#[test]
fn what_is_written_is_read_back() {
    for name in [
        "A, B",
        "A and B",
        "keep it",
        "2 x",
        "n/a",
        "-",
        "和",
        "A \"B\"",
        "and B",
        "Ann or",
        "a/b c",
        "Bed ×2",
        "Nurse x2",
        "护士2名",
        "×2 A",
        "两名护士",
        "Nurse (x2)",
        "(B",
        "C)",
        "(B)",
        "(A | B)",
        "Nurse (a or b)",
        "either Nurse",
        "any two of A",
        "two nurses",
        "½ A",
        "1.5 T",
        "A -> B",
        "then B",
        "A w/ B",
        "A plus B",
        "several",
        "Nurse (keep)",
        "TBD",
        "50 % A",
        "两个护士",
        "%x",
        "x2",
        "名护士",
        "多名护士",
        ".5 A",
        "/3 A",
        "½",
        "of A",
        "医生任一",
        "医生一起",
        "2",
        "Nurse",
    ] {
        let role = name.to_owned();
        for (roles, count, keep) in [
            (vec![role.clone()], 1, false),
            (vec![role.clone()], 2, false),
            (vec![role.clone()], 3, true),
            (vec!["x".to_owned(), role.clone()], 2, false),
            (vec![role, "x".to_owned()], 1, true),
        ] {
            let need = NamedNeed { roles, count: NonZeroU32::new(count).unwrap(), keep };
            let two = [need.clone(), need.clone()];
            for needs in [&two[..], &[need]] {
                let written = write_needs(needs);
                assert_eq!(read_needs(&written, &[]).unwrap().needs, needs, "{written}");
            }
        }
    }
}
