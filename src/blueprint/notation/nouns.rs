//! What is counted in a rate: customers, by whatever name. Only what is surely such a name is one;
//! any other word could be a quantity, and dropping it would change the rate.

use super::length::unit;
use super::words::is_number_word;

/// Customers by the names that services give them, in the singular; the plural is known by its end.
const CUSTOMERS: &[&str] = &[
    "customer",
    "client",
    "guest",
    "patient",
    "person",
    "visitor",
    "arrival",
    "caller",
    "call",
    "order",
    "case",
    "request",
    "ticket",
    "application",
    "applicant",
    "claim",
    "visit",
    "user",
    "passenger",
    "student",
    "pupil",
    "child",
    "kid",
    "man",
    "woman",
    "car",
    "vehicle",
    "truck",
    "parcel",
    "package",
    "item",
    "unit",
    "job",
    "task",
    "file",
    "form",
    "document",
    "invoice",
    "transaction",
    "enquiry",
    "inquiry",
    "query",
    "email",
    "letter",
    "message",
    "contact",
    "booking",
    "appointment",
    "consultation",
    "admission",
    "referral",
    "sample",
    "test",
    "scan",
    "meal",
    "cover",
    "table",
    "party",
    "group",
    "family",
    "household",
    "entry",
    "piece",
    "diner",
    "shopper",
    "buyer",
    "member",
    "citizen",
    "resident",
    "tourist",
    "traveller",
    "traveler",
    "subscriber",
    "attendee",
    "participant",
    "walk-in",
    "walkin",
    "drop-in",
    "complaint",
    "repair",
    "delivery",
    "shipment",
    "return",
    "registration",
    "check-in",
    "checkin",
    "payment",
    "donor",
    "reader",
    "borrower",
    "loan",
    "book",
    "bag",
    "animal",
    "pet",
    "device",
    "pax",
    "cust",
    "pt",
    "permit",
    "licence",
    "license",
    "incident",
    "service",
    "event",
];

/// Whether a word names a single customer.
pub(super) fn is_one_customer(word: &str) -> bool {
    CUSTOMERS.contains(&word)
}

/// Plurals that do not end in s.
const PLURALS: &[&str] = &["people", "children", "men", "women", "persons", "folk", "custs", "pts"];
/// Words before the name that say nothing of how many.
const BESIDE: &[&str] = &[
    "new",
    "returning",
    "regular",
    "walk",
    "in",
    "online",
    "phone",
    "incoming",
    "arriving",
    "inbound",
    "outbound",
    "paying",
    "waiting",
    "different",
    "individual",
    "unique",
    "hotel",
    "hospital",
    "emergency",
    "urgent",
    "medical",
    "bank",
    "web",
    "mail",
    "e",
    "service",
    "support",
    "insurance",
    "loan",
    "passport",
    "visa",
    "adult",
    "young",
    "elderly",
    "foreign",
    "local",
    "the",
    "our",
    "of",
    "drive",
    "through",
    "thru",
    "takeaway",
    "repair",
    "happy",
    "hungry",
    "total",
    "typical",
    "mixed",
    "scheduled",
    "unscheduled",
    "external",
    "internal",
    "business",
    "private",
    "public",
    "library",
    "restaurant",
    "clinic",
    "airport",
    "train",
    "bus",
    "taxi",
];
/// Words that end like a plural and are quantities, or no customers.
const NO_CUSTOMERS: &[&str] = &[
    "lakhs",
    "lacs",
    "crores",
    "scores",
    "tens",
    "dozens",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "myriads",
    "pairs",
    "couples",
    "grosses",
    "miles",
    "millones",
    "cientos",
    "docenas",
    "decenas",
    "dizaines",
    "douzaines",
    "centaines",
    "milliers",
    "milles",
    "mille",
    "lots",
    "loads",
    "heaps",
    "plenty",
    "masses",
    "oodles",
    "percents",
    "pounds",
    "dollars",
    "euros",
    "yuans",
    "bucks",
    "cents",
    "units of",
    "times",
    "halves",
    "thirds",
    "quarters",
    "plus",
    "less",
    "minus",
    "cubits",
    "grams",
    "kilos",
    "tons",
    "tonnes",
    "litres",
    "liters",
    "metres",
    "meters",
    "sets",
    "batches",
    "boxes",
    "crates",
    "pallets",
    "trays",
    "packs",
    "bunches",
    "reams",
    "trios",
    "twins",
    "triples",
    "doubles",
    "singles",
    "us",
    "vs",
    "ls",
    "cs",
    "ks",
    "ms",
    "gs",
    "bs",
    "ths",
    "mios",
    "tsds",
    "tys",
    "tis",
    "mills",
    "mils",
    "mlns",
    "mns",
    "bns",
    "doz",
    "tenths",
    "hundredths",
    "grands",
    "zillions",
    "trillions",
    "handfuls",
    "busloads",
    "carloads",
    "various",
    "numerous",
    "countless",
    "innumerable",
    "endless",
    "ones",
    "perhaps",
    "sometimes",
    "always",
    "across",
];

/// Chinese names of customers, with or without a measure before them.
const CHINESE: &[&str] = &[
    "顾客",
    "客人",
    "客户",
    "病人",
    "患者",
    "人",
    "人次",
    "人员",
    "访客",
    "来访者",
    "来客",
    "来宾",
    "来电",
    "电话",
    "订单",
    "单",
    "单子",
    "车",
    "车辆",
    "乘客",
    "旅客",
    "学生",
    "读者",
    "用户",
    "申请",
    "申请人",
    "案件",
    "业务",
    "件",
    "包裹",
    "快递",
    "居民",
    "群众",
    "市民",
    "办事人",
    "办事群众",
    "老人",
    "儿童",
    "孩子",
    "家长",
    "游客",
    "会员",
    "食客",
    "客",
    "就诊者",
    "就诊人次",
    "求助",
    "请求",
    "工单",
    "票",
    "文件",
    "样本",
    "标本",
    "宾客",
    "客流",
    "号",
    "人数",
    "笔业务",
];
/// Chinese measures of customers.
const MEASURES: [char; 14] =
    ['位', '名', '个', '人', '件', '单', '台', '辆', '次', '笔', '份', '例', '组', '桌'];

fn singular_known(word: &str) -> bool {
    let known = |word: &str| CUSTOMERS.contains(&word);
    let y = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
    known(word)
        || word.strip_suffix('s').is_some_and(known)
        || word.strip_suffix("es").is_some_and(known)
        || y.as_deref().is_some_and(known)
        || PLURALS.contains(&word)
}

/// Whether a word has the shape of a plural that nothing else is known of: `kids`, `walkers`.
fn is_plural(word: &str) -> bool {
    word.len() >= 4
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("ous")
        && !word.ends_with("loads")
        && !word.ends_with("fuls")
        && !NO_CUSTOMERS.contains(&word)
        && unit(word).is_none()
}

/// Whether a text is a name for customers, as people write it between a number and a length of time.
#[must_use]
pub fn names_customers(text: &str) -> bool {
    let text = super::number::plain(text);
    !text.is_empty() && is_customers(&text)
}

/// Whether a text between a number and a length of time is a name for the customers, or nothing.
pub(super) fn is_customers(text: &str) -> bool {
    let text = text.trim();
    let bare =
        text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text).trim();
    let bare = bare.replace("(s)", "s");
    if bare.is_empty() {
        return text.is_empty();
    }
    if bare.is_ascii() {
        let words: Vec<&str> =
            bare.split([' ', '-', '\'']).filter(|word| !word.is_empty()).collect();
        let Some((last, before)) = words.split_last() else { return false };
        let is_beside =
            |word: &&str| BESIDE.contains(word) || singular_known(word) && !is_number_word(word);
        return (singular_known(last) || singular_known(&bare) || is_plural(last))
            && (before.iter().all(is_beside) || singular_known(&bare));
    }
    chinese(&bare)
}

/// A Chinese name: a known one with or without a measure, or a measure alone.
fn chinese(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let known = |text: &str| text.is_empty() || CHINESE.contains(&text);
    known(&text)
        || text.strip_prefix(MEASURES).is_some_and(|rest| {
            // Behind a measure stands a name, unless it says more of how many.
            known(rest)
                || rest.chars().count() >= 2
                    && rest.chars().all(|c| c.is_alphabetic() && !c.is_ascii())
                    && !rest.contains(|c: char| QUANTITIES.contains(c))
        })
}

/// Characters that say more of a number than the number itself.
const QUANTITIES: &str = "多几余来许数半双对打批箱包袋盒船吨斤成倍分秒时天周月年十百千万亿兆以内上下左右至到不近约超过最每均";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_a_name_is_dropped() {
        for text in [
            "",
            "customers",
            "customer",
            "kids",
            "people",
            "new patients",
            "walk-in customers",
            "online orders",
            "phone calls",
            "guest(s)",
            "(patients)",
            "enquiries",
            "skiers",
            "位",
            "人次",
            "名患者",
            "个订单",
            "位顾客",
            "人",
            "辆车",
            "位来访者",
            "台设备",
        ] {
            assert!(is_customers(text), "{text}");
        }
        for text in [
            "lakh",
            "mio",
            "tsd",
            "score",
            "hundreds",
            "lakhs",
            "or so",
            "odd",
            "and twenty",
            "busloads",
            "hours",
            "minutes",
            "million",
            "plus customers",
            "lakh customers",
            "dozen",
            "多人",
            "几人",
            "多位",
            "余名",
            "来人",
            "对夫妻",
            "位以上",
            "打",
            "批",
            "%",
            "()",
        ] {
            assert!(!is_customers(text), "{text}");
        }
    }
}
