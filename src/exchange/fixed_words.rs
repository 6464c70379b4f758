//! Fixed words inside the cells of a table: kinds of cards and roles, and what is no name.

use super::faults::TableFault;
use super::headings::{plain, squeezed};
use crate::blueprint::{RoleKind, StepKind};

/// The words for a kind of card; the first is written.
pub fn step_kind_words(kind: StepKind) -> &'static [&'static str] {
    match kind {
        StepKind::Action => &[
            "action",
            "activity",
            "task",
            "step",
            "process",
            "operation",
            "customer action",
            "frontstage action",
            "backstage action",
            "support process",
            "waiting point",
            "活动",
            "动作",
            "步骤",
            "任务",
            "环节",
            "行为",
            "操作",
            "作业",
            "顾客行为",
            "前台行为",
            "后台行为",
            "支持过程",
            "等待点",
        ],
        StepKind::Decision => &[
            "decision",
            "gateway",
            "choice",
            "branch",
            "condition",
            "decision point",
            "diamond",
            "判断",
            "决策",
            "判定",
            "分支",
            "网关",
            "选择",
            "条件",
            "决策点",
            "判断点",
        ],
        StepKind::Evidence => &[
            "evidence",
            "physical evidence",
            "tangible",
            "tangible evidence",
            "有形展示",
            "证据",
            "物理证据",
            "实体证据",
            "有形证据",
        ],
        StepKind::Note => &[
            "note",
            "comment",
            "annotation",
            "remark",
            "sticky note",
            "备注",
            "注释",
            "批注",
            "说明",
        ],
    }
}

/// The words for a kind of role; the first is written.
pub fn role_kind_words(kind: RoleKind) -> &'static [&'static str] {
    match kind {
        RoleKind::Staff => {
            &["staff", "person", "people", "human", "employee", "员工", "人员", "人"]
        }
        RoleKind::Equipment => &["equipment", "machine", "tool", "device", "设备", "机器", "工具"],
        RoleKind::Room => &["room", "space", "place", "facility", "场地", "房间", "场所", "空间"],
        RoleKind::Information => &["information", "data", "system", "信息", "数据", "系统"],
        RoleKind::External => {
            &["external", "partner", "supplier", "外部", "外部伙伴", "供应商", "合作方"]
        }
    }
}

/// The thing that a word names, whatever its capitals, spaces and hyphens.
pub fn find_word<T: Copy>(
    text: &str,
    all: &[T],
    words: impl Fn(T) -> &'static [&'static str],
) -> Option<T> {
    let text = plain(text);
    all.iter().copied().find(|item| words(*item).iter().any(|word| squeezed(word) == text))
}

/// The kind of card that a cell names, in English or Chinese.
///
/// # Errors
/// [`TableFault::UnknownKind`].
pub fn read_step_kind(text: &str) -> Result<StepKind, TableFault> {
    find_word(text, &StepKind::ALL, step_kind_words)
        .ok_or_else(|| TableFault::UnknownKind(text.trim().to_owned()))
}

/// The kind of role that a cell names, in English or Chinese.
///
/// # Errors
/// [`TableFault::UnknownKind`].
pub fn read_role_kind(text: &str) -> Result<RoleKind, TableFault> {
    find_word(text, &RoleKind::ALL, role_kind_words)
        .ok_or_else(|| TableFault::UnknownKind(text.trim().to_owned()))
}

/// What spreadsheets show where a formula fails, in the languages that translate it.
const FAILED: &[&str] = &[
    "#ref!",
    "#n/a",
    "#value!",
    "#div/0!",
    "#name?",
    "#null!",
    "#num!",
    "#spill!",
    "#calc!",
    "#field!",
    "#getting_data",
    "#data!",
    "#bezug!",
    "#wert!",
    "#nv",
    "#zahl!",
    "#valeur!",
    "#nom?",
    "#nombre!",
    "#valor!",
    "#error!",
];

/// Whether a cell shows that a formula failed.
pub fn is_failed_formula(text: &str) -> bool {
    let text = text.trim();
    let numbered = text.strip_prefix("Err:").or_else(|| text.strip_prefix("错误:"));
    let numbered = numbered.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()));
    numbered || text.starts_with('#') && FAILED.contains(&text.to_lowercase().as_str())
}

/// Words for "no limit" in the column of places; the first is written.
pub const UNLIMITED: &[&str] = &["unlimited", "no limit", "不限", "无限", "无限制"];
/// Words for "leaves the service" among the next steps; the first is written.
pub const END: &[&str] =
    &["end", "exit", "leave", "leaves", "stop", "out", "结束", "离开", "流程结束", "终止", "完成"];
/// Words for "no next step"; the first is written.
pub const NOTHING: &[&str] = &[
    "-",
    "–",
    "—",
    "--",
    "---",
    "－",
    "/",
    "／",
    "none",
    "n/a",
    "n.a.",
    "na",
    "nil",
    "null",
    "无",
    "没有",
    "不适用",
    "\u{7121}",
];
/// Words in the column of roles that are nobody's name.
pub const NOBODY: &[&str] = &[
    "tbd",
    "tba",
    "tbc",
    "t.b.d.",
    "to be decided",
    "to be defined",
    "to be determined",
    "to be confirmed",
    "?",
    "??",
    "???",
    "unknown",
    "nobody",
    "no one",
    "no-one",
    "noone",
    "nobody needed",
    "self",
    "self-service",
    "self service",
    "themselves",
    "unassigned",
    "vacant",
    "待定",
    "未定",
    "未知",
    "不详",
    "无人",
    "自助",
    "自助服务",
    "本人",
    "空缺",
    "待确认",
    "未分配",
];
/// Words before a need whose unit stays with the customer; the first is written.
pub const KEEP: &[&str] = &["keep", "保留"];

/// Whether a text is one of some fixed words.
pub fn is_word(text: &str, words: &[&str]) -> bool {
    words.contains(&text.trim().to_lowercase().as_str())
}
