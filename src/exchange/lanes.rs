//! Which zone and lane a cell names, in the words that blueprints are drawn with.

use super::faults::TableFault;
use super::headings::{plain, squeezed};
use crate::blueprint::{StepKind, Zone};

/// The words for a zone with bars between; the first is written.
pub fn zone_words(zone: Zone) -> &'static str {
    match zone {
        Zone::Evidence => EVIDENCE,
        Zone::Customer => CUSTOMER,
        Zone::Frontstage => FRONTSTAGE,
        Zone::Backstage => BACKSTAGE,
        Zone::Support => SUPPORT,
    }
}

const EVIDENCE: &str = "evidence|physical evidence|physical evidences|tangible evidence|tangibles|tangible|\
    props|touchpoints|artefacts|artifacts|servicescape|有形展示|物理证据|实体证据|有形证据|\
    实物证据|物证|证据|有形物|有形要素|实体展示|物理展示|有形线索|触点|接触点";

const CUSTOMER: &str = "customer|customers|customer action|customer actions|customer activity|\
    customer activities|customer journey|customer steps|customer behaviour|\
    customer behavior|user|users|user action|user actions|user journey|user activities|\
    user behaviour|user behavior|client|clients|client action|client actions|consumer|\
    consumer actions|guest actions|patient actions|passenger actions|visitor actions|\
    citizen actions|顾客|客户|用户|消费者|顾客行为|客户行为|用户行为|消费者行为|顾客活动|\
    客户活动|用户活动|顾客动作|客户动作|用户动作|顾客旅程|客户旅程|用户旅程|顾客步骤|\
    客户步骤|用户步骤|患者行为|旅客行为|客人行为|访客行为";

const FRONTSTAGE: &str = "frontstage|front stage|onstage|on stage|frontstage action|frontstage actions|\
    frontstage activities|frontstage interactions|frontstage employee actions|\
    frontstage contact employee actions|frontstage staff actions|frontstage staff|\
    frontstage employees|frontstage touchpoints|onstage action|onstage actions|\
    onstage activities|onstage employee actions|onstage contact employee actions|\
    onstage staff|onstage visible contact employee actions|onstage contact person|\
    visible contact employee actions|visible employee actions|visible actions|\
    visible staff actions|visible contact staff actions|contact employee actions|\
    contact employees|employee actions|staff actions|front office|frontline|front line|\
    frontline staff|frontline actions|line of sight actions|前台|前台行为|前台活动|前台动作|\
    前台操作|前台服务|前台互动|前台人员|前台员工|前台员工行为|前台人员行为|前台接触|\
    前台接触员工|前台接触员工行为|前台服务行为|前台服务人员|前台服务人员行为|前场|前场行为|\
    可见行为|可见员工行为|可见的员工行为|可视行为|接触员工行为|员工行为|一线|一线员工|\
    一线员工行为";

const BACKSTAGE: &str = "backstage|back stage|offstage|off stage|backstage action|backstage actions|\
    backstage activities|backstage processes|backstage process|backstage employee actions|\
    backstage contact employee actions|backstage staff actions|backstage staff|\
    backstage employees|backstage invisible contact employee actions|\
    invisible contact employee actions|invisible employee actions|invisible actions|\
    invisible staff actions|behind the scenes|back office|back end|backend|后台|后台行为|\
    后台活动|后台动作|后台操作|后台服务|后台人员|后台员工|后台员工行为|后台人员行为|\
    后台接触员工|后台接触员工行为|后台服务行为|后台服务人员|后台服务人员行为|后场|后场行为|\
    幕后|幕后行为|不可见行为|不可见员工行为|不可见的员工行为|不可视行为|内部员工行为";

const SUPPORT: &str = "support|support process|support processes|supporting process|supporting processes|\
    support system|support systems|supporting systems|supporting system|support actions|\
    support activities|support functions|support staff|support services|internal support|\
    internal processes|internal systems|systems|system|it systems|it system|it|\
    information systems|technology|infrastructure|suppliers and systems|支持|支持过程|\
    支持流程|支持系统|支持活动|支持行为|支持性过程|支持性流程|支持体系|支撑|支撑过程|\
    支撑流程|支撑系统|支撑活动|支撑体系|内部支持|内部支持过程|内部支持流程|内部流程|\
    内部系统|系统|信息系统|系统支持|后勤|后勤支持|保障|辅助流程|辅助过程|技术支持";

/// Words for those who are served: a lane of that name among the customers' actions.
const CUSTOMERS: &[&str] = &[
    "guest",
    "guests",
    "patient",
    "patients",
    "passenger",
    "passengers",
    "visitor",
    "visitors",
    "applicant",
    "applicants",
    "citizen",
    "citizens",
    "consumer",
    "consumers",
    "buyer",
    "shopper",
    "traveller",
    "traveler",
    "resident",
    "caller",
    "diner",
    "患者",
    "病人",
    "旅客",
    "乘客",
    "客人",
    "来宾",
    "访客",
    "申请人",
    "办事人",
    "办事群众",
    "群众",
    "市民",
    "居民",
    "宾客",
    "游客",
    "食客",
];

/// Beginnings by which a lane names its zone: `Backstage kitchen`.
const BEGINNINGS: &[(&str, Zone)] = &[
    ("frontstage", Zone::Frontstage),
    ("onstage", Zone::Frontstage),
    ("backstage", Zone::Backstage),
    ("offstage", Zone::Backstage),
    ("前台", Zone::Frontstage),
    ("前场", Zone::Frontstage),
    ("后台", Zone::Backstage),
    ("后场", Zone::Backstage),
];

/// The lines between the zones: they are no lanes, and follow from the zones by themselves.
const LINES: &[&str] = &[
    "line of visibility",
    "visibility line",
    "line of interaction",
    "interaction line",
    "line of external interaction",
    "external interaction line",
    "line of internal interaction",
    "internal interaction line",
    "line of implementation",
    "line of order penetration",
    "visibility",
    "可视线",
    "可见线",
    "可见性线",
    "可视分界线",
    "可见度界线",
    "可视化分界线",
    "能见度界线",
    "互动线",
    "交互线",
    "互动分界线",
    "交互分界线",
    "外部互动线",
    "外部交互线",
    "外部互动分界线",
    "内部互动线",
    "内部交互线",
    "内部互动分界线",
    "内部交互分界线",
    "分界线",
];

/// The zone that a word names.
pub fn zone_named(text: &str) -> Option<Zone> {
    lane_named(text).map(|(zone, _)| zone)
}

/// Whether a text names one of the lines between zones.
pub fn is_line(text: &str) -> bool {
    let text = plain(text);
    LINES.iter().any(|line| squeezed(line) == text)
}

fn word_for(text: &str) -> Option<Zone> {
    let text = plain(text);
    let named = |zone: &Zone| zone_words(*zone).split('|').any(|word| squeezed(word) == text);
    Zone::ALL.into_iter().find(named)
}

/// The zone and the name of the lane: `Backstage`, `backstage/Kitchen`, `Backstage: Kitchen`,
/// `Backstage – Kitchen`, `Kitchen (backstage)`. The name is blank for a zone alone.
pub fn lane_named(text: &str) -> Option<(Zone, String)> {
    let text = text.trim();
    // The written form comes first, so that a lane may have any name.
    for separator in ["/", "／"] {
        if let Some((zone, name)) = text.split_once(separator)
            && let Some(zone) = word_for(zone)
        {
            return Some((zone, name.trim().to_owned()));
        }
    }
    if let Some(zone) = word_for(text) {
        return Some((zone, String::new()));
    }
    for separator in [":", "：", " - ", "–", "—", ">", "|", "·", ",", "，", "、", "\n"] {
        if let Some((zone, name)) = text.split_once(separator)
            && let Some(zone) = word_for(zone)
        {
            return Some((zone, name.trim().to_owned()));
        }
    }
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']')] {
        if let Some((before, rest)) = text.split_once(open)
            && let Some((inside, _)) = rest.split_once(close)
        {
            if let Some(zone) = word_for(before) {
                let remark = word_for(inside).is_some() || is_remark(inside);
                let name = if remark { String::new() } else { inside.trim().to_owned() };
                return Some((zone, name));
            }
            if let Some(zone) = word_for(inside) {
                return Some((zone, before.trim().to_owned()));
            }
        }
    }
    let folded = plain(text);
    if CUSTOMERS.iter().any(|word| squeezed(word) == folded) {
        return Some((Zone::Customer, text.to_owned()));
    }
    let begins = BEGINNINGS.iter().find(|(word, _)| folded.starts_with(word));
    begins.map(|(_, zone)| (*zone, text.to_owned()))
}

/// Whether a bracket behind a zone only explains it.
fn is_remark(text: &str) -> bool {
    let text = plain(text);
    ["visible", "invisible", "employees", "staff", "actions", "可见", "不可见", "员工"]
        .iter()
        .any(|word| text == *word)
}

/// The zone and the name of the lane that a cell gives; the usual zone of the kind of card where it
/// is blank, a blank name where it names a zone alone.
///
/// # Errors
/// [`TableFault::UnknownZone`].
pub fn read_lane(text: &str, kind: StepKind) -> Result<(Zone, String), TableFault> {
    if text.is_empty() {
        let zone = if kind == StepKind::Evidence { Zone::Evidence } else { Zone::Frontstage };
        return Ok((zone, String::new()));
    }
    lane_named(text).ok_or_else(|| {
        let zone = text.split(['/', '／']).next().unwrap_or(text);
        TableFault::UnknownZone(zone.trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_the_usual_words() {
        for (zone, words) in [
            (
                Zone::Frontstage,
                "Front stage|Front-stage|Frontstage|Onstage|Onstage actions|FRONTSTAGE ACTIONS|\
                 Visible contact employee actions|前台行为|前台员工行为|前台接触员工行为|前臺行為|前台|\
                 Frontstage action|Front office",
            ),
            (
                Zone::Backstage,
                "Back stage|Backstage actions|Back office|后台行为|後台行為|Backstage action",
            ),
            (
                Zone::Customer,
                "Customer|Customer Actions|User actions|User|用户行为|客户行为|顾客行为|用户|顧客行為",
            ),
            (
                Zone::Support,
                "Support Processes|Supporting processes|Support systems|支持系统|支持流程|Support process",
            ),
            (Zone::Evidence, "Physical Evidence|Evidence|有形展示|物理证据|Tangibles"),
        ] {
            for word in words.split('|') {
                assert_eq!(lane_named(word), Some((zone, String::new())), "{word}");
            }
        }
        assert_eq!(lane_named("cellar"), None);
        assert!(is_line("Line of visibility") && is_line("可视线") && !is_line("Backstage"));
    }

    #[test]
    fn lanes_are_named_beside_their_zone() {
        for (text, zone, name) in [
            ("backstage/Kitchen", Zone::Backstage, "Kitchen"),
            ("Backstage / Kitchen: cold", Zone::Backstage, "Kitchen: cold"),
            ("Backstage: Kitchen", Zone::Backstage, "Kitchen"),
            ("Frontstage – Waiter", Zone::Frontstage, "Waiter"),
            ("Waiter (frontstage)", Zone::Frontstage, "Waiter"),
            ("Frontstage (Waiter)", Zone::Frontstage, "Waiter"),
            ("Frontstage (visible)", Zone::Frontstage, ""),
            ("后台：厨房", Zone::Backstage, "厨房"),
            ("Guest", Zone::Customer, "Guest"),
            ("Backstage kitchen staff", Zone::Backstage, "Backstage kitchen staff"),
            ("前台接待组", Zone::Frontstage, "前台接待组"),
        ] {
            assert_eq!(lane_named(text), Some((zone, name.to_owned())), "{text}");
        }
    }
}
