//! Tables of what customers answered: every form, both languages, every sort of damage.

use onstage::blueprint::{
    Id, Item, ItemId, KanoCounts, Quality, QualityDimension, SurveyDimension,
};
use onstage::exchange::{ReadSurvey, SurveyFault, SurveyReading, SurveyTableError, read_survey};
use onstage::wording::{Language, Wording};

const DIMENSIONS: &str = "E_rel,P_rel,E_res,P_res,E_ass,P_ass,E_emp,P_emp,E_tan,P_tan
7,5,6,5,6,6,5,5,5,6
7,6,7,4,6,5,6,5,4,5
6,4,6,6,7,6,5,4,5,5
7,5,6,4,6,6,6,6,6,6
6,6,7,5,5,6,5,,4,6
7,4,6,5,7,6,6,4,5,5
7,6,5,5,6,5,5,5,5,4
6,5,7,4,6,6,7,5,4,5
";

fn read_with(
    text: &str,
    quality: &Quality,
    skip_bad: bool,
) -> Result<ReadSurvey, Vec<SurveyTableError>> {
    let classical = Wording::new(Language::English).classical_items();
    let reading = SurveyReading { source: "may.csv", classical: &classical, skip_bad };
    let mut next = 100;
    let mut fresh = || {
        next += 1;
        ItemId::from_number(next)
    };
    read_survey(text, quality, &reading, &mut fresh)
}

fn read(text: &str) -> ReadSurvey {
    read_with(text, &Quality::default(), false).unwrap()
}

/// What is wrong: row, column, and what it is.
fn faults(text: &str) -> Vec<(usize, String, SurveyFault)> {
    let errors = read_with(text, &Quality::default(), false).unwrap_err();
    errors.into_iter().map(|it| (it.row, it.column, it.fault)).collect()
}

fn dimension(read: &ReadSurvey, dimension: QualityDimension) -> SurveyDimension {
    let survey = read.quality.surveys.last().unwrap();
    *survey.dimensions.iter().find(|it| it.dimension == dimension).unwrap()
}

fn close(found: f64, expect: f64) -> bool {
    (found - expect).abs() < 1e-6
}

/// A questionnaire of 22 items, the same answers for each, with a row for each pair.
fn answers(head: &str, rows: &[(f64, f64)]) -> String {
    let names = head.split(' ').collect::<Vec<_>>();
    let heads = names.iter().flat_map(|name| (1..=22).map(move |at| format!("{name}{at}")));
    let mut text = heads.collect::<Vec<_>>().join(",") + "\n";
    for (expected, perceived) in rows {
        let cells: Vec<String> = [expected, perceived]
            .iter()
            .flat_map(|value| std::iter::repeat_n(value.to_string(), 22))
            .collect();
        text += &(cells.join(",") + "\n");
    }
    text
}

#[test]
fn answers_by_dimension_become_statistics() {
    let read = read(DIMENSIONS);
    let survey = read.quality.surveys.last().unwrap();
    assert_eq!((survey.respondents, survey.complete), (8, 7));
    let expect = [
        (QualityDimension::Reliability, 8, -1.5),
        (QualityDimension::Responsiveness, 8, -1.5),
        (QualityDimension::Assurance, 8, -0.375),
        (QualityDimension::Empathy, 7, -0.857_143),
        (QualityDimension::Tangibles, 8, 0.5),
    ];
    for (at, n, gap) in expect {
        let found = dimension(&read, at);
        assert_eq!(found.n, n, "{at:?}");
        assert!(close(found.gap(), gap), "{at:?}: {}", found.gap());
    }
    let covariance = survey.covariance.unwrap();
    for (at, row) in covariance.iter().enumerate() {
        assert!(row[at] >= 0.0);
        assert!((0..5).all(|other| close(row[other], covariance[other][at])));
    }
    assert!(read.quality.items.is_empty(), "dimensions need no items");
}

#[test]
fn answers_by_item_get_the_classical_order() {
    for head in ["E P", "期望 感知"] {
        let read = read(&answers(head, &[(6.0, 4.0), (7.0, 6.0)]));
        assert_eq!(read.quality.items.len(), 22);
        let of = |dimension| {
            let own = read.quality.items.iter().filter(|it| it.1.dimension == Some(dimension));
            own.count()
        };
        assert_eq!(QualityDimension::ALL.map(of), [5, 4, 4, 5, 4]);
        assert_eq!(read.quality.items[0].1.dimension, Some(QualityDimension::Tangibles));
        assert!(close(dimension(&read, QualityDimension::Empathy).gap(), -1.5));
        let survey = read.quality.surveys.last().unwrap();
        assert_eq!(survey.items.len(), 22);
        assert_eq!((survey.items[3].n, survey.items[3].expected), (2, Some(6.5)));
        // Gaps of −2 and −1 lie half of √2 around their mean.
        assert!(close(survey.items[3].sd.unwrap(), 0.5_f64.sqrt()));
    }
}

#[test]
fn a_respondent_counts_where_half_the_pairs_are_there() {
    // Items 5 to 9 are of reliability: with three of five the respondent counts, with two not.
    let mut rows: Vec<String> = Vec::new();
    for answered in [3, 2] {
        let pair = |value: f64| {
            (1..=22).map(move |at| {
                if (5..=9).contains(&at) && at >= 5 + answered {
                    "n/a".to_owned()
                } else {
                    value.to_string()
                }
            })
        };
        rows.push(pair(6.0).chain(pair(5.0)).collect::<Vec<_>>().join(","));
    }
    let head = answers("E P", &[]);
    let read = read(&(head + &rows.join("\n")));
    assert_eq!(dimension(&read, QualityDimension::Reliability).n, 1);
    assert_eq!(dimension(&read, QualityDimension::Assurance).n, 2);
    assert_eq!(read.quality.surveys[0].complete, 1);
}

#[test]
fn points_the_least_and_the_whole_are_means() {
    let text = "E1,P1,M1,W_rel,W_res,W_ass,W_emp,W_tan,overall\n\
                6,5,4,40,20,20,10,10,5\n7,5,5,20,20,20,20,20,6\n";
    let read = read(text);
    let survey = &read.quality.surveys[0];
    assert_eq!(survey.weights, Some([30.0, 20.0, 20.0, 15.0, 15.0]));
    assert_eq!((survey.overall, survey.items[0].least), (Some(5.5), Some(4.5)));
}

#[test]
fn means_name_their_items() {
    let text = "item;dimension;importance;expected;perceived;least;n;sd\n\
                Ready;Reliability;4;6,5;4,8;4,8;84;1,1\n\
                Polite;保障;;6;5;;84;\n";
    let read = read(text);
    let (_, ready) = &read.quality.items[0];
    assert_eq!((ready.text.as_str(), ready.weight), ("Ready", Some(4.0)));
    assert_eq!(read.quality.items[1].1.dimension, Some(QualityDimension::Assurance));
    let row = &read.quality.surveys[0].items[0];
    assert_eq!((row.n, row.expected, row.perceived, row.sd), (84, Some(6.5), Some(4.8), Some(1.1)));
    // An item that is there is found by its sentence or its number, and keeps its identity.
    let id = ItemId::from_number(7);
    let item = Item { text: "Ready".to_owned(), ..Item::default() };
    let quality = Quality { items: vec![(id, item)], ..Quality::default() };
    for name in [" ready ", "1"] {
        let text = format!("题项,感知\n{name},5\n");
        let read = read_with(&text, &quality, false).unwrap();
        assert_eq!((read.quality.items.len(), read.quality.surveys[0].items[0].item), (1, id));
    }
}

#[test]
fn headings_are_understood_as_people_write_them() {
    let tables = [
        "题项,样本量,期望均值,感知均值,标准偏差\n到时就能办好,84,6.5,4.8,1.1\n",
        "题目,人数,期望值,感知值,标准差\n到时就能办好,84,6.5,4.8,1.1\n",
        "Question,Sample size,Mean expectation,Mean perception,Std. dev.\nReady,84,6.5,4.8,1.1\n",
        "statement,respondents,expectations,perceptions,standard deviation\nReady,84,6.5,4.8,1.1\n",
    ];
    for text in tables {
        let read = read(text);
        let row = &read.quality.surveys[0].items[0];
        assert_eq!(
            (row.n, row.expected, row.perceived, row.sd),
            (84, Some(6.5), Some(4.8), Some(1.1)),
            "{text}"
        );
    }
}

#[test]
fn features_are_counted_from_answers_and_from_lists() {
    let read = read("K1+,K1-\n1,5\n1,5\n2,5\n1,3\n2,3\n");
    let counts = read.quality.surveys[0].items[0].kano.unwrap();
    let expect = KanoCounts {
        attractive: 1.0,
        one_dimensional: 2.0,
        must_be: 1.0,
        indifferent: 1.0,
        ..KanoCounts::default()
    };
    assert_eq!(counts, expect);
    let read = self::read("item,A,O,M,I,R,Q\nToilets,7,32.3,49.3,9.5,0.3,1.5\n");
    assert_eq!(read.quality.surveys[0].items[0].kano.map(|it| it.must_be), Some(49.3));
}

#[test]
fn categories_are_called_in_chinese_too_and_no_answers_are_said() {
    let read = read("题项,魅力,期望,必备,无差异,反向,可疑\n厕所,7,32,49,10,1,1\n");
    let counts = read.quality.surveys[0].items[0].kano.unwrap();
    assert_eq!((counts.attractive, counts.one_dimensional, counts.must_be), (7.0, 32.0, 49.0));
    assert_eq!(read.quality.surveys[0].items[0].expected, None);
    let empty = (0, String::new(), SurveyFault::Empty);
    for text in ["K1+,K1-\n,\n", "K1+,K1-\n1,\n", "item,A,O,M,I,R,Q\nToilets,0,0,0,0,0,0\n"] {
        assert_eq!(faults(text), std::slice::from_ref(&empty), "{text}");
    }
}

#[test]
fn a_mean_of_nobody_is_refused() {
    let at = |n| (2, "n".to_owned(), SurveyFault::Refused(n));
    let refused = at(onstage::blueprint::Refusal::NotACount);
    for n in ["0", "8.5"] {
        assert_eq!(faults(&format!("item,perceived,n\nA,5,{n}\n")), std::slice::from_ref(&refused));
    }
    // Who does not say how many answered says nothing about it.
    assert_eq!(read("item,perceived\nA,5\n").quality.surveys[0].respondents, 0);
}

#[test]
fn damage_is_named_by_row_and_column() {
    use SurveyFault as F;
    let named = |row, column: &str, fault| (row, column.to_owned(), fault);
    assert_eq!(faults(""), [named(0, "", F::Empty)]);
    assert_eq!(faults("E1,P1\n"), [named(0, "", F::Empty)]);
    assert_eq!(faults("name,time\nCut,5\n"), [named(1, "", F::NoForm)]);
    assert_eq!(
        faults("E1,P1\nsix,5\n6,9\n"),
        [named(2, "E1", F::NotANumber), named(3, "P1", F::OffTheScale)]
    );
    assert_eq!(faults("E7,P1,E1\n6,5,6\n"), [named(1, "E7", F::Unpaired("P7".to_owned()))]);
    assert_eq!(faults("E1,P1,E1\n6,5,6\n"), [named(1, "E1", F::DoubledColumn)]);
    assert_eq!(faults("E1,P1,mood\n6,5,6\n"), [named(1, "mood", F::UnknownColumn)]);
    assert_eq!(faults("E23,P23,E1,P1\n6,5,6,5\n").len(), 2);
    assert_eq!(faults("K1+,K1-\n1,6\n"), [named(2, "K1-", F::NotAnAnswer)]);
    assert_eq!(
        faults("item,dimension,perceived\nA,Speed,5\nA,,5\n,,4\n"),
        [
            named(2, "dimension", F::NoDimension),
            named(3, "item", F::DoubledItem),
            named(4, "item", F::NoItem)
        ]
    );
    assert_eq!(faults("期望_可靠性,感知_可靠性\n七,5\n")[0].1, "期望_可靠性");
    // Where the quotation begins that never ends.
    assert_eq!(faults("E1,P1\n6,5\n\"6,5\n"), [named(3, "", F::Table)]);
}

#[test]
fn answers_cannot_vary_by_more_than_half_the_scale() {
    let of = |sd: &str| faults(&format!("item,perceived,n,sd\nFast,4,10,{sd}\n"));
    // √(6² ÷ 4 · 10 ÷ 9) = 3.1623.
    let near = "item,perceived,n,sd\nFast,4,10,3.16\n";
    assert!(read_with(near, &Quality::default(), false).is_ok());
    assert_eq!(of("3.2"), [(2, "sd".to_owned(), SurveyFault::TooWide(317))]);
    // All answered the ideal: nothing varies.
    let ideal = faults("item,perceived,n,sd\nFast,7,10,0.5\n");
    assert_eq!(ideal, [(2, "sd".to_owned(), SurveyFault::TooWide(0))]);
}

#[test]
fn each_respondent_divides_a_hundred_points() {
    let text = "E1,P1,W_rel,W_res,W_ass,W_emp,W_tan\n\
        6,5,4,2,2,1,1\n6,5,200,200,200,200,200\n6,5,50,,,,\n";
    let survey = read(text).quality.surveys[0].clone();
    // Forty and twenty of a hundred are thirty, whatever they add up to; who left some out divided none.
    assert_eq!(survey.weights, Some([30.0, 20.0, 20.0, 15.0, 15.0]));
}

#[test]
fn nothing_is_taken_until_somebody_says_so() {
    let text = "E1,P1,mood\n6,9,x\n6,5,x\n";
    let errors = read_with(text, &Quality::default(), false).unwrap_err();
    assert_eq!(errors.len(), 2);
    let read = read_with(text, &Quality::default(), true).unwrap();
    assert_eq!(read.left_out, errors);
    let survey = &read.quality.surveys[0];
    // Of whom no pair is left is none of those who answered.
    assert_eq!((survey.respondents, survey.items[0].n), (1, 1));
    // What is no table cannot be left out.
    assert!(read_with("name,time\nCut,5\n", &Quality::default(), true).is_err());
}

#[test]
fn who_asks_only_what_customers_got_has_no_gap() {
    let read = read("P1,P2\n5,6\n7,6\n");
    let survey = &read.quality.surveys[0];
    assert_eq!((survey.items[0].expected, survey.items[0].perceived), (None, Some(6.0)));
    assert!(survey.dimensions.is_empty());
}

#[test]
fn no_answer_of_a_respondent_is_kept() {
    let text = "id,E1,P1\nAnna,6.125,5.0625\nBo,7,4\n";
    let kept = format!("{:?}", read(text).quality);
    assert!(!kept.contains("Anna") && !kept.contains("5.0625"), "{kept}");
}

#[test]
fn mistakes_are_said_in_both_languages() {
    let errors = read_with("E1,P1\nsix,5\n", &Quality::default(), false).unwrap_err();
    let scale = Quality::default().scale;
    let said = |language| Wording::new(language).survey_errors(&errors, scale);
    assert_eq!(said(Language::English), "Row 2, column “E1”: “six”. Enter a number");
    assert_eq!(said(Language::Chinese), "第 2 行“E1”列：“six”。请输入数字");
}

#[test]
fn rows_with_another_number_of_cells_are_named() {
    let text = "E_rel,P_rel,E_res,P_res\n7,5,6,5\n7,5,6,5,4\n7,5,6\n7,5,6,,\n7,5,6,5,,,\n";
    let count = |found| SurveyFault::CellCount { found, expected: 4 };
    let none = String::new;
    assert_eq!(faults(text), [(3, none(), count(5)), (4, none(), count(3))]);
    let read = read_with(text, &Quality::default(), true).unwrap();
    assert_eq!(read.left_out.len(), 2);
    assert_eq!(dimension(&read, QualityDimension::Reliability).n, 3);
    let errors = read_with(text, &Quality::default(), false).unwrap_err();
    let words = Wording::new(Language::English).survey_errors(&errors, Quality::default().scale);
    assert!(words.contains("Row 3 has 5 cells, the headings are 4"), "{words}");
}
