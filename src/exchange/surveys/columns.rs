//! The columns of a table of answers, by its headings.

use super::{CLASSICAL_ITEMS, SurveyFault, SurveyTableError};
use crate::blueprint::QualityDimension;
use crate::exchange::raw::RawRow;

/// A column of a table of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// What customers ought to get of an item, by its place from 0.
    Expected(usize),
    /// What they got of it.
    Perceived(usize),
    /// The least that they accept of it.
    Least(usize),
    /// What they say of having it.
    With(usize),
    /// What they say of not having it.
    Without(usize),
    /// What they ought to get of a dimension.
    ExpectedOf(QualityDimension),
    /// What they got of it.
    PerceivedOf(QualityDimension),
    /// Its points.
    Points(QualityDimension),
    /// What they think of the whole.
    Overall,
    /// An item.
    Item,
    /// Its dimension.
    Dimension,
    /// Its importance.
    Importance,
    /// The mean of what customers ought to get.
    MeanExpected,
    /// The mean of what they got.
    MeanPerceived,
    /// The mean of the least that they accept.
    MeanLeast,
    /// How many answered.
    Count,
    /// The standard deviation.
    Deviation,
    /// A category of Kano, by its place among A, O, M, I, R, Q.
    Category(usize),
    /// Who answered: not read.
    Respondent,
}

/// What sort of table it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A row per respondent.
    Answers,
    /// A row per item with means.
    Means,
    /// A row per item with counts of categories.
    KanoCounts,
}

/// A table with its columns, each with its place and its heading.
pub struct Laid {
    /// What sort it is; `None` for none that is known.
    pub form: Option<Form>,
    /// Its columns in the order of the table.
    pub columns: Vec<(Column, usize, String)>,
}

impl Laid {
    /// The place of a column.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(own, ..)| *own == column).map(|(_, at, _)| *at)
    }

    /// Whether respondents were asked about single items.
    pub fn asks_about_items(&self) -> bool {
        self.columns.iter().any(|(column, ..)| {
            matches!(
                column,
                Column::Expected(_)
                    | Column::Perceived(_)
                    | Column::Least(_)
                    | Column::With(_)
                    | Column::Without(_)
            )
        })
    }

    /// Whether respondents were asked about nothing but what they say with and without features.
    pub fn asks_only_with_and_without(&self) -> bool {
        self.columns.iter().all(|(column, ..)| {
            matches!(column, Column::With(_) | Column::Without(_) | Column::Respondent)
        })
    }

    /// The heading of a column, as it is written.
    pub fn heading(&self, column: Column) -> &str {
        self.columns.iter().find(|(own, ..)| *own == column).map_or("", |(.., name)| name)
    }
}

/// The words for dimensions: as the file has them, shortened, in Chinese.
fn dimension_words(dimension: QualityDimension) -> &'static [&'static str] {
    match dimension {
        QualityDimension::Reliability => &["reliability", "rel", "可靠性"],
        QualityDimension::Responsiveness => &["responsiveness", "res", "反应性", "响应性"],
        QualityDimension::Assurance => &["assurance", "ass", "保障", "保证性"],
        QualityDimension::Empathy => &["empathy", "emp", "情感注入", "移情性"],
        QualityDimension::Tangibles => &["tangibles", "tan", "有形性"],
    }
}

/// The dimension of a word.
pub fn dimension_of(word: &str) -> Option<QualityDimension> {
    let word = word.trim().to_lowercase();
    let is_called = |it: &QualityDimension| dimension_words(*it).contains(&word.as_str());
    QualityDimension::ALL.into_iter().find(is_called)
}

/// A heading without blanks and case.
fn plain(heading: &str) -> String {
    let narrow = heading.chars().filter(|it| !it.is_whitespace() && *it != '\u{feff}');
    let narrow = narrow.map(|letter| match letter {
        '＋' => '+',
        '－' | '−' | '–' => '-',
        '＿' => '_',
        letter => letter,
    });
    narrow.flat_map(char::to_lowercase).collect()
}

/// The place from 0 that a number behind a word says.
fn place(digits: &str) -> Option<usize> {
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse::<usize>().ok().filter(|_| is_plain)?.checked_sub(1)
}

fn column(heading: &str) -> Option<Column> {
    let name = plain(heading);
    let fixed = match name.as_str() {
        "item" | "items" | "question" | "statement" | "attribute" | "题项" | "条目" | "题目"
        | "问题" | "项目" | "指标" => Column::Item,
        "dimension" | "dimensions" | "维度" | "质量维度" => Column::Dimension,
        "importance" | "weight" | "meanimportance" | "重要性" | "重要度" | "权重"
        | "重要性均值" => Column::Importance,
        "expected" | "expectation" | "expectations" | "meanexpected" | "meanexpectation"
        | "期望" | "期望值" | "期望均值" | "期望平均" | "应该期望" => {
            Column::MeanExpected
        }
        "perceived" | "perception" | "perceptions" | "meanperceived" | "meanperception"
        | "感知" | "感知值" | "感知均值" | "感知平均" | "实际感知" => {
            Column::MeanPerceived
        }
        "least" | "minimum" | "min" | "adequate" | "可接受" | "最低可接受" | "最低期望"
        | "适当期望" => Column::MeanLeast,
        "n" | "count" | "samplesize" | "sample" | "respondents" | "人数" | "样本数" | "样本量"
        | "样本" | "样本容量" | "有效样本" | "回答人数" => Column::Count,
        "sd" | "s.d." | "stdev" | "std" | "std.dev." | "stddev" | "standarddeviation"
        | "标准差" | "标准偏差" => Column::Deviation,
        "overall" | "overallquality" | "总体" | "总体评价" | "总评" | "总体质量" => {
            Column::Overall
        }
        "id" | "respondent" | "customer" | "no" | "no." | "nr" | "nr." | "#" | "编号" | "序号"
        | "受访者" | "顾客" | "问卷编号" => Column::Respondent,
        "a" | "魅力" => Column::Category(0),
        "o" => Column::Category(1),
        "m" | "必备" => Column::Category(2),
        "i" | "无差异" => Column::Category(3),
        "r" | "反向" => Column::Category(4),
        "q" | "可疑" => Column::Category(5),
        _ => return numbered(&name),
    };
    Some(fixed)
}

/// A word that somebody sets before a number or a dimension, and the columns that it means.
type Prefix =
    (&'static [&'static str], fn(usize) -> Option<Column>, fn(QualityDimension) -> Option<Column>);

/// A column of an item by its number or of a dimension by its name.
fn numbered(name: &str) -> Option<Column> {
    if let Some(digits) = name.strip_prefix('k') {
        let with = digits.strip_suffix('+').and_then(place).map(Column::With);
        return with.or_else(|| digits.strip_suffix('-').and_then(place).map(Column::Without));
    }
    let prefixes: [Prefix; 4] = [
        (&["e", "期望"], |at| Some(Column::Expected(at)), |it| Some(Column::ExpectedOf(it))),
        (&["p", "感知"], |at| Some(Column::Perceived(at)), |it| Some(Column::PerceivedOf(it))),
        (&["m", "可接受"], |at| Some(Column::Least(at)), |_| None),
        (&["w", "权重"], |_| None, |it| Some(Column::Points(it))),
    ];
    prefixes.iter().find_map(|(words, of_item, of_dimension)| {
        let rest = words.iter().find_map(|word| name.strip_prefix(word))?;
        let rest = rest.strip_prefix('_').unwrap_or(rest);
        place(rest).and_then(of_item).or_else(|| dimension_of(rest).and_then(of_dimension))
    })
}

/// The partner that a column cannot be without, as a heading of the same language.
fn partner(column: Column, heading: &str) -> Option<(Column, String)> {
    let swapped = |from: &[&str], to: &[&str]| {
        let name = plain(heading);
        let pair = from.iter().zip(to).find(|(from, _)| name.starts_with(**from));
        pair.map_or_else(String::new, |(from, to)| name.replacen(*from, to, 1).to_uppercase())
    };
    Some(match column {
        Column::Expected(at) => (Column::Perceived(at), swapped(&["e", "期望"], &["p", "感知"])),
        Column::Perceived(at) => (Column::Expected(at), swapped(&["p", "感知"], &["e", "期望"])),
        Column::ExpectedOf(it) => (
            Column::PerceivedOf(it),
            swapped(&["e", "期望"], &["p", "感知"])
                .replace(&dimension_words(it)[1].to_uppercase(), dimension_words(it)[1]),
        ),
        Column::PerceivedOf(it) => (
            Column::ExpectedOf(it),
            swapped(&["p", "感知"], &["e", "期望"])
                .replace(&dimension_words(it)[1].to_uppercase(), dimension_words(it)[1]),
        ),
        Column::With(at) => (Column::Without(at), format!("K{}-", at + 1)),
        Column::Without(at) => (Column::With(at), format!("K{}+", at + 1)),
        _ => return None,
    })
}

/// The form of a table by its columns.
fn form(columns: &[(Column, usize, String)]) -> Option<Form> {
    let has = |is: fn(Column) -> bool| columns.iter().any(|(column, ..)| is(*column));
    let of_respondent = |column| {
        matches!(
            column,
            Column::Expected(_)
                | Column::Perceived(_)
                | Column::ExpectedOf(_)
                | Column::PerceivedOf(_)
                | Column::With(_)
                | Column::Without(_)
        )
    };
    let of_item = |column| {
        matches!(
            column,
            Column::Importance | Column::MeanExpected | Column::MeanPerceived | Column::MeanLeast
        )
    };
    match has(|column| column == Column::Item) {
        true if has(|column| matches!(column, Column::Category(_))) => Some(Form::KanoCounts),
        true if has(of_item) => Some(Form::Means),
        true => None,
        false => has(of_respondent).then_some(Form::Answers),
    }
}

/// Whether a column belongs to a form.
fn belongs(column: Column, form: Form, items: usize, by_item: bool) -> bool {
    let known = if items == 0 { CLASSICAL_ITEMS } else { items };
    match column {
        Column::Expected(at)
        | Column::Perceived(at)
        | Column::Least(at)
        | Column::With(at)
        | Column::Without(at) => form == Form::Answers && at < known,
        // Dimensions are either answered themselves or follow from their items.
        Column::ExpectedOf(_) | Column::PerceivedOf(_) => form == Form::Answers && !by_item,
        Column::Points(_) | Column::Overall => form == Form::Answers,
        Column::Respondent => true,
        Column::Item | Column::Count => form != Form::Answers,
        Column::Dimension
        | Column::Importance
        | Column::MeanExpected
        | Column::MeanPerceived
        | Column::MeanLeast
        | Column::Deviation => form == Form::Means,
        Column::Category(_) => form == Form::KanoCounts,
    }
}

/// The columns of a table by its headings, and what is wrong with them. A column that is wrong is left out.
pub fn laid_out(head: &RawRow, items: usize) -> (Laid, Vec<SurveyTableError>) {
    let mut errors = Vec::new();
    let mut wrong = |heading: &str, fault| {
        errors.push(SurveyTableError {
            row: head.number,
            column: heading.trim().to_owned(),
            text: heading.trim().to_owned(),
            fault,
        });
    };
    let mut columns: Vec<(Column, usize, String)> = Vec::new();
    let mut unknown = Vec::new();
    // “期望” heads what is expected in a table of means, and a category beside the others of Kano.
    let is_category = |it: &String| matches!(column(it), Some(Column::Category(_)));
    let has_categories = head.cells.iter().any(is_category);
    for (at, heading) in head.cells.iter().enumerate() {
        if heading.trim().is_empty() {
            continue;
        }
        let is_expected = has_categories && plain(heading) == "期望";
        match column(heading).map(|it| if is_expected { Column::Category(1) } else { it }) {
            None => unknown.push(heading.clone()),
            Some(column) if columns.iter().any(|(own, ..)| *own == column) => {
                wrong(heading, SurveyFault::DoubledColumn);
            }
            Some(column) => columns.push((column, at, heading.trim().to_owned())),
        }
    }
    let Some(form) = form(&columns) else {
        return (Laid { form: None, columns }, errors);
    };
    for heading in &unknown {
        wrong(heading, SurveyFault::UnknownColumn);
    }
    let by_item = columns
        .iter()
        .any(|(column, ..)| matches!(column, Column::Expected(_) | Column::Perceived(_)));
    columns.retain(|(column, _, heading)| {
        let belongs = belongs(*column, form, items, by_item);
        if !belongs {
            wrong(heading, SurveyFault::UnknownColumn);
        }
        belongs
    });
    // Who only asks what customers got has no expectations at all.
    let expects = columns
        .iter()
        .any(|(column, ..)| matches!(column, Column::Expected(_) | Column::ExpectedOf(_)));
    let all: Vec<Column> = columns.iter().map(|(column, ..)| *column).collect();
    columns.retain(|(column, _, heading)| {
        let needs = !matches!(column, Column::Perceived(_) | Column::PerceivedOf(_)) || expects;
        let lacks = partner(*column, heading).filter(|(other, _)| needs && !all.contains(other));
        if let Some((_, other)) = &lacks {
            wrong(heading, SurveyFault::Unpaired(other.clone()));
        }
        lacks.is_none()
    });
    (Laid { form: Some(form), columns }, errors)
}
