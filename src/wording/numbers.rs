//! Numbers as people read them: rounded to what matters, with their unit.

use crate::blueprint::{Law, ServiceTime};

use super::texts::Wording;

/// A number of a figure with the unit it is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount<'a> {
    /// A length of time in seconds.
    Seconds(f64),
    /// So many per hour.
    PerHour(f64),
    /// A share (1 = 100 %).
    Share(f64),
    /// Money in a currency, given by its symbol or code; may be blank.
    Money(f64, &'a str),
    /// A plain number.
    Number(f64),
}

impl Wording {
    /// A number with its unit.
    #[must_use]
    pub fn amount(&self, amount: Amount<'_>) -> String {
        match amount {
            Amount::Seconds(seconds) => self.time(seconds),
            Amount::PerHour(rate) => self.rate(rate),
            Amount::Share(share) => self.percent(share),
            Amount::Money(amount, currency) => self.money(amount, currency),
            Amount::Number(number) => self.number(number),
        }
    }

    /// A step's time as it was entered: `45 s`, `2 ± 0.5 min`; long samples by their mean.
    #[must_use]
    pub fn service_time(&self, time: &ServiceTime) -> String {
        match time.law() {
            Law::Samples(_) => self.with("time-mean", &[("time", self.time(time.mean_s()).into())]),
            _ => time.to_string(),
        }
    }

    /// A length of time, given in seconds: `24.5 s`, `3 min 15 s`, `14.3 min`, `1.75 h`.
    ///
    /// Under ten minutes to the second, beyond to three digits.
    #[must_use]
    pub fn time(&self, seconds: f64) -> String {
        let size = seconds.abs();
        let number = |value: f64| self.number(value);
        // Each limit is where the number, once rounded, would be written in the next unit.
        if size < 59.95 {
            self.with("seconds", &[("number", number(seconds).into())])
        } else if size < 599.5 {
            let whole = size.round();
            let (minutes, rest) = ((whole / 60.0).floor(), whole % 60.0);
            let minutes = number(minutes.copysign(seconds));
            if rest == 0.0 {
                self.with("minutes", &[("number", minutes.into())])
            } else {
                let seconds = number(rest);
                self.with(
                    "minutes-seconds",
                    &[("minutes", minutes.into()), ("seconds", seconds.into())],
                )
            }
        } else if size < 7_200.0 {
            self.with("minutes", &[("number", number(seconds / 60.0).into())])
        } else {
            self.with("hours", &[("number", number(seconds / 3600.0).into())])
        }
    }

    /// A length of time to reckon with: in seconds up to two minutes, as people put it next to a
    /// division (`÷ 60 s`), else as [`Wording::time`].
    #[must_use]
    pub fn reckoned_time(&self, seconds: f64) -> String {
        if seconds.abs() < 120.5 {
            self.with("seconds", &[("number", self.number(seconds).into())])
        } else {
            self.time(seconds)
        }
    }

    /// A rate per hour: `60 /h`, `54.5 /h`, `6.67 /h`.
    #[must_use]
    pub fn rate(&self, per_hour: f64) -> String {
        self.with("rate", &[("number", self.number(per_hour).into())])
    }

    /// A share (1 = 100 %): `54.2 %`.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        let decimals = if percent.abs() < 0.095 { 2 } else { 1 };
        self.with("percent", &[("number", trimmed(percent, decimals).into())])
    }

    /// An amount of money: `$1.53`, `−$0.02`, `EUR 1,250`. Cents are left out where they say
    /// nothing, a third decimal is shown below one unit.
    #[must_use]
    pub fn money(&self, amount: f64, currency: &str) -> String {
        let size = amount.abs();
        let digits = if size >= 9_999.5 {
            trimmed(size, 0)
        } else if size >= 0.9995 || (size * 100.0 - (size * 100.0).round()).abs() < 1e-6 {
            grouped(&format!("{size:.2}"))
        } else {
            format!("{size:.3}")
        };
        let currency = currency.trim();
        let gap = if currency.ends_with(char::is_alphanumeric) { " " } else { "" };
        let zero = digits.chars().all(|c| matches!(c, '0' | '.'));
        let sign = if amount < 0.0 && !zero { "−" } else { "" };
        format!("{sign}{currency}{gap}{digits}")
    }

    /// A plain number, to about three digits: `0.667`, `6.67`, `54.5`, `1,250`.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        let size = value.abs();
        // Below each limit, one decimal more; the limits allow for rounding up.
        let decimals = [999.95, 9.995, 0.9995].iter().filter(|limit| size < **limit).count();
        trimmed(value, decimals)
    }

    /// What an edit is called, after "Undo": its code with how many things it is about and, where
    /// the text says it, the name of the thing.
    #[must_use]
    pub fn edit_name(&self, code: &str, count: usize, thing: Option<&str>) -> String {
        match thing {
            Some("") => {
                let name = self.text("scenario-unnamed");
                self.with(code, &[("count", count.into()), ("name", name.into())])
            }
            Some(name) => self.with(code, &[("count", count.into()), ("name", name.into())]),
            None => self.counted(code, count),
        }
    }

    /// A count with the thing that is counted, such as `3 customers`. The keys are those of texts
    /// that take a `count`: `customers`, `steps`, `people`.
    #[must_use]
    pub fn counted(&self, key: &str, count: usize) -> String {
        self.with(key, &[("count", count.into())])
    }
}

/// A number with at most so many decimals, without trailing zeros, with a true minus sign.
fn trimmed(value: f64, decimals: usize) -> String {
    let fixed = format!("{:.decimals$}", value.abs());
    let short = if fixed.contains('.') {
        fixed.trim_end_matches('0').trim_end_matches('.')
    } else {
        fixed.as_str()
    };
    let sign = if value < 0.0 && short != "0" { "−" } else { "" };
    format!("{sign}{}", grouped(short))
}

/// Puts a comma between thousands from 1,000 up.
fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.find('.').map_or((digits, ""), |at| digits.split_at(at));
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    fn english() -> Wording {
        Wording::new(Language::English)
    }

    #[test]
    fn times_are_written_as_people_read_them() {
        for (seconds, expect) in [
            (0.0, "0 s"),
            (0.45, "0.45 s"),
            (4.355, "4.36 s"),
            (15.0, "15 s"),
            (24.545, "24.5 s"),
            (59.97, "1 min"),
            (60.0, "1 min"),
            (195.0, "3 min 15 s"),
            (540.0, "9 min"),
            (599.7, "10 min"),
            (840.0, "14 min"),
            (858.0, "14.3 min"),
            (6_300.0, "105 min"),
            (7_200.0, "2 h"),
            (189_000.0, "52.5 h"),
        ] {
            assert_eq!(english().time(seconds), expect, "{seconds}");
        }
        assert_eq!(Wording::new(Language::Chinese).time(195.0), "3 分 15 秒");
    }

    #[test]
    fn numbers_keep_three_digits_or_so() {
        for (value, expect) in [
            (60.0, "60 /h"),
            (54.545_454, "54.5 /h"),
            (6.666_67, "6.67 /h"),
            (0.666_667, "0.667 /h"),
            (109.09, "109.1 /h"),
            (9.999, "10 /h"),
            (0.999_9, "1 /h"),
            (12_300.4, "12,300 /h"),
            (-0.000_1, "0 /h"),
            (-6.0, "−6 /h"),
        ] {
            assert_eq!(english().rate(value), expect, "{value}");
        }
    }

    #[test]
    fn shares_are_per_cent() {
        assert_eq!(english().percent(0.541_667), "54.2 %");
        assert_eq!(english().percent(1.0), "100 %");
        assert_eq!(english().percent(1.25), "125 %");
        assert_eq!(english().percent(0.0005), "0.05 %");
        assert_eq!(Wording::new(Language::Chinese).percent(0.9), "90%");
    }

    #[test]
    fn money_bears_its_currency() {
        for (amount, currency, expect) in [
            (1.533_333, "$", "$1.53"),
            (0.866_667, "$", "$0.867"),
            (0.5, "$", "$0.50"),
            (-0.02, "$", "−$0.02"),
            (7.8, "EUR", "EUR 7.80"),
            (12_300.0, "¥", "¥12,300"),
            (1_250.5, "", "1,250.50"),
            (-0.000_01, "$", "$0.000"),
        ] {
            assert_eq!(english().money(amount, currency), expect, "{amount}");
        }
    }
}
