//! Shares and money as people write them.

use super::number::{DecimalMark, number, plain};
use super::numerals::in_digits;
use crate::blueprint::quantity::{Quantity, Share};
use crate::blueprint::refusal::Refusal;

/// Reads a share: `70 %`, `７０％`, `1/3`, `1 in 3`, `250 ‰`, `百分之七十`, `七成`, or a number from 0
/// to 1, which is kept in per cent.
///
/// # Errors
/// [`Refusal::NotAShare`] and what [`Share::fraction`] refuses.
pub fn read_share(text: &str, mark: DecimalMark) -> Result<Share, Refusal> {
    let text = in_digits(&plain(text).replace("百分之百", "100%").replace("百分之", "%"));
    let quantity = |text: &str| -> Result<f64, Refusal> {
        let value = number(text, mark).map_err(|_| Refusal::NotAShare)?;
        Quantity::new(value).map(Quantity::get)
    };
    if let Some(percent) = text.strip_prefix('%') {
        return Share::percent(quantity(percent)?);
    }
    for word in ["%", "percent", "per cent", "pct", "pct."] {
        if let Some(percent) = text.strip_suffix(word) {
            return Share::percent(quantity(percent)?);
        }
    }
    for (word, whole) in [("‰", 1000.0), ("成", 10.0)] {
        if let Some(part) = text.strip_suffix(word) {
            return Share::percent(quantity(part)? * 100.0 / whole);
        }
    }
    if let Some((whole, part)) = text.split_once("分之") {
        return Share::fraction(quantity(part)?, quantity(whole)?);
    }
    for between in ["/", " in ", " of ", " out of "] {
        if let Some((part, whole)) = text.split_once(between) {
            let one = |text: &str| if text.trim() == "one" { Ok(1.0) } else { quantity(text) };
            let whole = match whole.trim() {
                "two" => 2.0,
                "three" => 3.0,
                "four" => 4.0,
                "five" => 5.0,
                "ten" => 10.0,
                whole => quantity(whole)?,
            };
            return Share::fraction(one(part.trim_end_matches(" out"))?, whole);
        }
    }
    let value = quantity(&text)?;
    Share::fraction(value, 1.0)
}

/// Reads a share where "70" can only mean per cent: a number above 1 is one.
///
/// # Errors
/// As [`read_share`].
pub fn read_share_or_percent(text: &str, mark: DecimalMark) -> Result<Share, Refusal> {
    match number(&in_digits(&plain(text)), mark) {
        Ok(percent) if percent > 1.0 => Share::percent(percent),
        _ => read_share(text, mark),
    }
}

/// Signs and codes of currencies that are the same.
const CURRENCIES: [&[&str]; 12] = [
    &["hk$", "hkd"],
    &["nt$", "twd"],
    &["a$", "aud"],
    &["us$", "$", "usd", "美元"],
    &["€", "eur", "欧元"],
    &["£", "gbp", "英镑"],
    // The Japanese character for the yen (円), which the fonts lack, is only read.
    &["¥", "￥", "元", "块", "rmb", "cny", "人民币", "jpy", "\u{5186}", "日元"],
    &["₹", "inr", "rs."],
    &["₩", "krw"],
    &["chf", "fr."],
    &["kr", "sek", "nok", "dkk"],
    &["₽", "rub"],
];

/// Reads an amount of money: `12.50`, `$1,250`, `1.250,50 €`, `¥3.5万`, `12 元`. `currency` is the
/// one that amounts are in, a sign or a code; blank where none is said.
///
/// # Errors
/// [`Refusal::NotMoney`], [`Refusal::OtherCurrency`] and what [`Quantity::new`] refuses.
pub fn read_money(text: &str, currency: &str, mark: DecimalMark) -> Result<Quantity, Refusal> {
    let text = in_digits(&plain(text));
    let own = plain(currency);
    let (sign, body) = match text.strip_prefix(['-', '–']) {
        Some(body) => ("-", body.trim_start()),
        None => ("", text.as_str()),
    };
    let bare = |body: &str| without_currency(body, &own);
    let (body, found) = match bare(body) {
        Some((body, found)) => (body, Some(found)),
        None => (body.to_owned(), None),
    };
    if let Some(found) = found {
        let same = |list: &&&[&str]| list.contains(&own.as_str()) && list.contains(&found.as_str());
        if !own.is_empty() && found != own && !CURRENCIES.iter().any(|list| same(&list)) {
            return Err(Refusal::OtherCurrency);
        }
    }
    let (body, times) = match body.strip_suffix('k') {
        Some(thousands) => (thousands.to_owned(), 1e3),
        None => (body, 1.0),
    };
    let value = number(&format!("{sign}{body}"), mark).map_err(|_| Refusal::NotMoney)?;
    Quantity::new(value * times)
}

/// The amount without the currency before or behind it, and the currency.
fn without_currency(body: &str, own: &str) -> Option<(String, String)> {
    let known = CURRENCIES.iter().flat_map(|list| list.iter().copied());
    let mut names: Vec<&str> = known.chain((!own.is_empty()).then_some(own)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter().find_map(|name| {
        let rest = body.strip_prefix(name).or_else(|| body.strip_suffix(name))?;
        Some((rest.trim().to_owned(), name.to_owned()))
    })
}
