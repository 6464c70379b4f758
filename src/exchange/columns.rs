//! Columns and fixed words of the tables, in English and Chinese.

use super::faults::TableFault;
use crate::blueprint::{RoleKind, StepKind, Zone};

/// A set of columns with the words that a header may name them by.
pub trait Column: Copy + PartialEq + 'static {
    /// All columns in the order in which they are written.
    const ALL: &'static [Self];
    /// The column that a table cannot do without.
    const REQUIRED: Self;
    /// The words for it: the name that is written, then others that are read.
    fn words(self) -> &'static [&'static str];

    /// The column that a header cell names.
    fn find(header: &str) -> Option<Self> {
        let plain: String =
            header.to_lowercase().chars().filter(|c| !matches!(c, ' ' | '_' | '-')).collect();
        Self::ALL
            .iter()
            .copied()
            .find(|column| column.words().iter().any(|word| word.replace('_', "") == plain))
    }
}

/// A column of the table of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepColumn {
    /// The step's name.
    Step,
    /// What the card stands for.
    Kind,
    /// Zone and lane.
    Lane,
    /// Phase.
    Phase,
    /// Who and what is needed.
    Role,
    /// How long it takes.
    Time,
    /// How much the time varies.
    Scv,
    /// How many customers it holds.
    Places,
    /// How many customers are served together.
    Batch,
    /// Set-up time per batch.
    Setup,
    /// Where customers go from here.
    Next,
    /// What happens at the same time.
    Together,
    /// What is set off.
    Trigger,
    /// The share of the arrivals that starts here.
    Enter,
    /// Material per execution.
    Cost,
}

impl StepColumn {
    /// The name in a header that is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.words().first().copied().unwrap_or_default()
    }
}

impl Column for StepColumn {
    const ALL: &'static [Self] = &[
        Self::Step,
        Self::Kind,
        Self::Lane,
        Self::Phase,
        Self::Role,
        Self::Time,
        Self::Scv,
        Self::Places,
        Self::Batch,
        Self::Setup,
        Self::Next,
        Self::Together,
        Self::Trigger,
        Self::Enter,
        Self::Cost,
    ];
    const REQUIRED: Self = Self::Step;

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Step => &["step", "steps", "步骤", "步骤名称", "活动", "活动名称", "名称"],
            Self::Kind => &["kind", "类型", "种类"],
            Self::Lane => &["lane", "zone", "泳道", "区域", "行"],
            Self::Phase => &["phase", "阶段"],
            Self::Role => &["role", "roles", "角色", "人员", "岗位"],
            Self::Time => &["time", "时间", "作业时间", "处理时间"],
            Self::Scv => &["scv", "变异系数平方", "变异"],
            Self::Places => &["places", "席位", "位置", "容量"],
            Self::Batch => &["batch", "批量"],
            Self::Setup => &["setup", "准备时间"],
            Self::Next => &["next", "下一步", "后续", "流向"],
            Self::Together => &["together", "同时", "同时进行"],
            Self::Trigger => &["trigger", "触发"],
            Self::Enter => &["enter", "进入", "入口", "到达比例"],
            Self::Cost => &["cost", "成本", "材料成本"],
        }
    }
}

/// A column of the table of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleColumn {
    /// The role's name.
    Role,
    /// What sort it is.
    Kind,
    /// How many there are.
    Count,
    /// The share of paid time that they are there.
    Availability,
    /// What an hour costs.
    CostPerHour,
}

impl RoleColumn {
    /// The name in a header that is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.words().first().copied().unwrap_or_default()
    }
}

impl Column for RoleColumn {
    const ALL: &'static [Self] =
        &[Self::Role, Self::Kind, Self::Count, Self::Availability, Self::CostPerHour];
    const REQUIRED: Self = Self::Role;

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Role => &["role", "角色", "人员", "岗位", "名称"],
            Self::Kind => &["kind", "类型", "种类"],
            Self::Count => &["count", "headcount", "人数", "数量"],
            Self::Availability => &["availability", "可用率", "出勤率"],
            Self::CostPerHour => &["cost_per_hour", "每小时成本", "时薪"],
        }
    }
}

/// The words for a kind of card; the first is written.
pub fn step_kind_words(kind: StepKind) -> &'static [&'static str] {
    match kind {
        StepKind::Action => &["action", "活动", "动作"],
        StepKind::Decision => &["decision", "判断", "决策"],
        StepKind::Evidence => &["evidence", "有形展示", "证据"],
        StepKind::Note => &["note", "备注", "注释"],
    }
}

/// The words for a zone; the first is written.
pub fn zone_words(zone: Zone) -> &'static [&'static str] {
    match zone {
        Zone::Evidence => &["evidence", "physical evidence", "有形展示"],
        Zone::Customer => &["customer", "customer actions", "顾客", "客户", "顾客行为"],
        Zone::Frontstage => &["frontstage", "onstage", "前台"],
        Zone::Backstage => &["backstage", "后台"],
        Zone::Support => &["support", "support processes", "支持", "支持过程"],
    }
}

/// The words for a kind of role; the first is written.
pub fn role_kind_words(kind: RoleKind) -> &'static [&'static str] {
    match kind {
        RoleKind::Staff => &["staff", "员工", "人员"],
        RoleKind::Equipment => &["equipment", "设备"],
        RoleKind::Room => &["room", "场地", "房间"],
        RoleKind::Information => &["information", "信息"],
        RoleKind::External => &["external", "外部", "外部伙伴"],
    }
}

/// The kind that a word names.
pub fn find_word<T: Copy>(
    text: &str,
    all: &[T],
    words: impl Fn(T) -> &'static [&'static str],
) -> Option<T> {
    let text = text.trim().to_lowercase();
    all.iter().copied().find(|item| words(*item).contains(&text.as_str()))
}

/// Whether a cell names a zone, alone or before a lane.
pub fn is_zone(text: &str) -> bool {
    let zone = text.split(['/', '／']).next().unwrap_or(text);
    find_word(zone, &Zone::ALL, zone_words).is_some()
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

/// Words for "no limit" in the column of places; the first is written.
pub const UNLIMITED: &[&str] = &["unlimited", "不限", "无限"];
/// Words for "leaves the service" among the next steps; the first is written.
pub const END: &[&str] = &["end", "结束", "离开"];
/// Words for "no next step"; the first is written.
pub const NOTHING: &[&str] = &["-", "–", "—", "无"];
/// Words before a need whose unit stays with the customer; the first is written.
pub const KEEP: &[&str] = &["keep", "保留"];

/// Whether a text is one of some fixed words.
pub fn is_word(text: &str, words: &[&str]) -> bool {
    words.contains(&text.trim().to_lowercase().as_str())
}
