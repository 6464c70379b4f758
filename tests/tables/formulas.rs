//! Formulas of a workbook, computed by what is written in them and nothing else.

use std::collections::HashMap;

use onstage::exchange::{CellContent, CellResult, Workbook};

/// What a cell comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
    Blank,
}

/// The cells of a workbook, by sheet, row and column counted from 0.
pub struct Cells {
    cells: HashMap<(String, usize, usize), CellContent>,
}

impl Cells {
    pub fn of(workbook: &Workbook) -> Self {
        let mut cells = HashMap::new();
        for sheet in &workbook.sheets {
            for (row, line) in sheet.rows.iter().enumerate() {
                for (column, cell) in line.iter().enumerate() {
                    cells.insert((sheet.name.clone(), row, column), cell.content.clone());
                }
            }
        }
        Self { cells }
    }

    /// Empties a cell.
    pub fn clear(&mut self, (sheet, row, column): (&str, usize, usize)) {
        self.cells.remove(&(sheet.to_owned(), row, column));
    }

    pub fn set(&mut self, (sheet, row, column): (&str, usize, usize), number: f64) {
        self.cells.insert((sheet.to_owned(), row, column), CellContent::Number(number));
    }

    /// The places of all formulas, each with the result that is stored with it.
    pub fn formulas(&self) -> impl Iterator<Item = ((&str, usize, usize), &CellResult)> {
        self.cells.iter().filter_map(|((sheet, row, column), cell)| match cell {
            CellContent::Formula(_, result) => Some(((sheet.as_str(), *row, *column), result)),
            _ => None,
        })
    }

    pub fn is_live(&self, (sheet, row, column): (&str, usize, usize)) -> bool {
        let cell = self.cells.get(&(sheet.to_owned(), row, column));
        matches!(cell, Some(CellContent::Formula(..)))
    }

    /// What a cell comes to.
    pub fn value(&self, (sheet, row, column): (&str, usize, usize)) -> Value {
        match self.cells.get(&(sheet.to_owned(), row, column)) {
            None | Some(CellContent::Blank) => Value::Blank,
            Some(CellContent::Text(text)) => Value::Text(text.clone()),
            Some(CellContent::Number(number)) => Value::Number(*number),
            Some(CellContent::Formula(formula, _)) => {
                let mut reader = Reader { cells: self, sheet, rest: formula };
                let value = reader.comparison();
                assert_eq!(reader.rest, "", "{formula}");
                // A formula that hands on an empty cell comes to nothing at all.
                value
            }
        }
    }

    pub fn number(&self, place: (&str, usize, usize)) -> Option<f64> {
        match self.value(place) {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// Reads a formula from left to right.
struct Reader<'a> {
    cells: &'a Cells,
    sheet: &'a str,
    rest: &'a str,
}

fn plain(value: &Value) -> f64 {
    match value {
        Value::Number(number) => *number,
        Value::Blank => 0.0,
        Value::Text(text) => panic!("{text:?} is no number"),
    }
}

impl Reader<'_> {
    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn comparison(&mut self) -> Value {
        let left = self.sum();
        if !self.take('>') {
            return left;
        }
        let right = self.sum();
        Value::Number(f64::from(u8::from(plain(&left) > plain(&right))))
    }

    fn sum(&mut self) -> Value {
        let mut value = self.product();
        loop {
            let sign = match () {
                () if self.take('+') => 1.0,
                () if self.take('-') => -1.0,
                () => return value,
            };
            value = Value::Number(plain(&value) + sign * plain(&self.product()));
        }
    }

    fn product(&mut self) -> Value {
        let mut value = self.factor();
        loop {
            if self.take('*') {
                value = Value::Number(plain(&value) * plain(&self.factor()));
            } else if self.take('/') {
                let divisor = plain(&self.factor());
                assert!(divisor != 0.0, "a division by nothing");
                value = Value::Number(plain(&value) / divisor);
            } else {
                return value;
            }
        }
    }

    fn factor(&mut self) -> Value {
        if self.take('(') {
            let value = self.comparison();
            assert!(self.take(')'));
            return value;
        }
        if let Some(rest) = self.rest.strip_prefix('"') {
            let (text, rest) = rest.split_once('"').unwrap();
            self.rest = rest;
            return Value::Text(text.to_owned());
        }
        if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            let end = self.rest.find(|c: char| !(c.is_ascii_digit() || c == '.'));
            let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
            self.rest = rest;
            return Value::Number(number.parse().unwrap());
        }
        for name in ["ISNUMBER", "COUNT", "MIN", "MAX", "SUM", "AND", "IF"] {
            if let Some(rest) = self.rest.strip_prefix(name).and_then(|r| r.strip_prefix('(')) {
                self.rest = rest;
                return self.function(name);
            }
        }
        let mut all = self.reference();
        assert_eq!(all.len(), 1, "a range outside a function");
        all.remove(0)
    }

    fn function(&mut self, name: &str) -> Value {
        if name == "IF" {
            // Only the way that is taken is computed.
            let is_true = plain(&self.comparison()) != 0.0;
            assert!(self.take(','));
            if !is_true {
                self.skip();
                assert!(self.take(','));
            }
            let value = self.comparison();
            if is_true {
                assert!(self.take(','));
                self.skip();
            }
            assert!(self.take(')'));
            return value;
        }
        let mut values = Vec::new();
        loop {
            let is_reference = self.rest.starts_with('\'')
                || self.rest.starts_with(|c: char| c.is_ascii_uppercase())
                    && self.rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
            let before = self.rest;
            values.extend(if is_reference { self.reference() } else { vec![self.comparison()] });
            if !self.rest.starts_with([',', ')']) {
                // It goes on behind the reference.
                self.rest = before;
                values.pop();
                values.push(self.comparison());
            }
            if !self.take(',') {
                break;
            }
        }
        assert!(self.take(')'), "{}", self.rest);
        let numbers = values.iter().filter_map(|value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        });
        let yes = |is: bool| f64::from(u8::from(is));
        Value::Number(match name {
            "MIN" => numbers.reduce(f64::min).unwrap_or(0.0),
            "MAX" => numbers.reduce(f64::max).unwrap_or(0.0),
            "SUM" => numbers.sum(),
            "COUNT" => numbers.map(|_| 1.0).sum(),
            "ISNUMBER" => yes(matches!(values.as_slice(), [Value::Number(_)])),
            "AND" => yes(values.iter().all(|value| plain(value) != 0.0)),
            _ => panic!("{name}"),
        })
    }

    /// Goes over an argument without computing it.
    fn skip(&mut self) {
        let (mut depth, mut quoted) = (0, false);
        let end = self.rest.find(|c: char| {
            quoted ^= c == '"';
            depth += i32::from(c == '(' && !quoted);
            let ends = !quoted && depth == 0 && (c == ',' || c == ')');
            depth -= i32::from(c == ')' && !quoted);
            ends
        });
        self.rest = &self.rest[end.unwrap()..];
    }

    /// The cells that are named, one or a range of a column.
    fn reference(&mut self) -> Vec<Value> {
        let sheet = match self.rest.strip_prefix('\'') {
            Some(rest) => {
                let (sheet, rest) = rest.split_once("'!").unwrap();
                self.rest = rest;
                sheet
            }
            None => self.sheet,
        };
        let first = self.cell();
        let last = if self.take(':') { self.cell() } else { first };
        assert_eq!(first.1, last.1, "a range of one column");
        (first.0..=last.0).map(|row| self.cells.value((sheet, row, first.1))).collect()
    }

    fn cell(&mut self) -> (usize, usize) {
        let end = self.rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '$'));
        let (name, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        let name = name.replace('$', "");
        let digits = name.find(|c: char| c.is_ascii_digit()).unwrap();
        let (letters, number) = name.split_at(digits);
        let column =
            letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
        (number.parse::<usize>().unwrap() - 1, column - 1)
    }
}

#[test]
fn formulas_are_computed_as_a_spreadsheet_does() {
    let workbook = |formula: &str| {
        let cell = |content| onstage::exchange::SheetCell {
            content,
            ..onstage::exchange::SheetCell::blank()
        };
        let formula = CellContent::Formula(formula.to_owned(), CellResult::Blank);
        let row = vec![cell(CellContent::Number(2.0)), cell(formula), cell(CellContent::Blank)];
        let below = vec![cell(CellContent::Number(5.0)), cell(CellContent::Text("x".to_owned()))];
        let sheet =
            onstage::exchange::WorkbookSheet { name: "S".to_owned(), rows: vec![row, below] };
        let date = onstage::exchange::Date::of(2026, 11, 29).unwrap();
        Cells::of(&Workbook { title: String::new(), date, sheets: vec![sheet] })
    };
    for (formula, value) in [
        ("3600*A1*(1/2)/A2", Value::Number(720.0)),
        ("1+A1*3-A2", Value::Number(2.0)),
        ("MIN('S'!$A$1:$A$2,B2,C1)", Value::Number(2.0)),
        ("SUM(A1:A2)+MAX(A1-A2,0)", Value::Number(7.0)),
        ("IF(ISNUMBER(B2),1/0,\"\")", Value::Text(String::new())),
        ("IF(AND(ISNUMBER(A1),ISNUMBER(C1)),1,IF(A2>A1,7,8))", Value::Number(7.0)),
    ] {
        assert_eq!(workbook(formula).value(("S", 0, 1)), value, "{formula}");
    }
}
