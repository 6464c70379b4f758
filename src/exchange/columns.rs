//! Columns of the tables, and the words that people head them with, in English and Chinese.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::heading_quantities::{
    counts_in_tens, is_in_small_coin, is_multiplied, is_no_count_of_places, is_no_single_time,
};
use super::headings::squeezed;
use crate::blueprint::TimeUnit;
use crate::blueprint::notation::{parse_count, parse_time};

/// Words for columns, as they are looked up.
pub type Index<C> = HashMap<String, Vec<(C, usize)>>;

/// Puts the words of all columns into an index.
fn index_of<C: Column>() -> Index<C> {
    let mut index = Index::new();
    for column in C::ALL.iter().copied() {
        for (at, word) in column.words().split('|').enumerate() {
            index.entry(squeezed(word)).or_default().push((column, at));
        }
    }
    index
}

/// A set of columns with the words that a header may name them by.
pub trait Column: Copy + PartialEq + std::fmt::Debug + 'static {
    /// All columns that are read; the order decides between equals.
    const ALL: &'static [Self];
    /// The columns in the order in which they are written.
    const WRITTEN: &'static [Self];
    /// The column that a table cannot do without.
    const REQUIRED: Self;
    /// Whether a header alone is a table too.
    const MAY_BE_EMPTY: bool;
    /// The words for it with bars between: the name that is written, then others that are read, the
    /// surest first.
    fn words(self) -> &'static str;
    /// How many of the words mean it even where what stands below cannot be read.
    fn sure(self) -> usize {
        1
    }
    /// Parts of a heading that make it likely that this column is meant.
    fn hints(self) -> &'static [&'static str];
    /// Whether a plain number below it is a time, so that its heading may give a unit.
    fn holds_time(self) -> bool;
    /// Whether the text of a cell that is drawn over several rows holds for each of them.
    fn spans_rows(self) -> bool;
    /// Whether its cells name people and things.
    fn names_people(self) -> bool {
        false
    }
    /// Whether its cells number the rows.
    fn numbers_rows(self) -> bool {
        false
    }
    /// Its heading without a word that looks like a unit and is none: of the shortest time "min".
    fn heading_for_unit(self, heading: &str) -> String {
        heading.to_owned()
    }
    /// Whether its cells are amounts.
    fn holds_number(self) -> bool;
    /// Whether a heading that names it says something of its numbers that makes them something else:
    /// a time of ten customers, places per hour.
    fn is_spoiled_by(self, _heading: &str) -> bool {
        false
    }
    /// Whether a heading that names it could mean something else, so that people are told.
    fn is_doubtful(self, _heading: &str) -> bool {
        false
    }
    /// Whether a cell below it can be read; what is free text always can.
    fn reads(self, cell: &str) -> bool;

    /// Every word for a column, without signs, with its column and its place among the words.
    fn index() -> &'static Index<Self>;

    /// The name in a header that is written.
    fn name(self) -> &'static str {
        self.words().split('|').next().unwrap_or_default()
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
    /// A number or sign of the row, by which others name it; read only.
    Number,
    /// Where customers come from; read only.
    Previous,
    /// The shortest time that it takes; read only.
    LeastTime,
    /// The longest time that it takes; read only.
    MostTime,
}

impl StepColumn {
    /// The column that a word names, as in a heading.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        super::headings::named(word)
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
        Self::Number,
        Self::Previous,
        Self::LeastTime,
        Self::MostTime,
    ];
    const WRITTEN: &'static [Self] = &[
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
    const MAY_BE_EMPTY: bool = false;

    fn index() -> &'static Index<Self> {
        static INDEX: OnceLock<Index<StepColumn>> = OnceLock::new();
        INDEX.get_or_init(index_of)
    }

    fn words(self) -> &'static str {
        match self {
            Self::Step => STEP,
            Self::Kind => {
                "kind|type|step type|activity type|task type|node type|card|card type|类型|\
                种类|类别|步骤类型|环节类型|节点类型|活动类型|任务类型|步骤类别|卡片类型"
            }
            Self::Lane => {
                "lane|lanes|swimlane|swimlanes|泳道|泳道名称|所属泳道|所在泳道|zone|\
                zone lane|lane zone|blueprint layer|blueprint lane|blueprint zone|layer|\
                area|row|区域|行|所属区域|所在区域|蓝图层|蓝图区域|层|层次|层级|分区|\
                行为类型"
            }
            Self::Phase => {
                "phase|phases|stage|stages|phase name|stage name|journey stage|journey phase|\
                customer journey stage|customer journey phase|process phase|process stage|\
                service phase|service stage|阶段|阶段名称|所处阶段|所属阶段|流程阶段|\
                服务阶段|旅程阶段|业务阶段"
            }
            Self::Role => ROLE,
            Self::Time => TIME,
            Self::Scv => {
                "scv|cv2|cv²|squared coefficient of variation|\
                coefficient of variation squared|variability|变异系数平方|变异|平方变异系数"
            }
            Self::Places => {
                "places|capacity|seats|windows|counters|stations|workstations|servers|\
                positions|slots|number of places|number of servers|number of windows|\
                number of counters|number of stations|no of servers|parallel servers|席位|\
                位置|容量|席位数|窗口数|窗口数量|座位数|工位数|服务台数|容纳人数|同时容纳|\
                并行数"
            }
            Self::Batch => {
                "batch|batch size|lot size|customers per batch|批量|批次大小|每批|每批人数|\
                每批数量|批量大小"
            }
            Self::Setup => {
                "setup|setup time|set up time|changeover|changeover time|preparation time|\
                prep time|准备时间|换型时间|切换时间|准备用时|启动时间|准备时长"
            }
            Self::Next => {
                "next|next step|next steps|next activity|next task|next action|\
                next process step|next step no|next step number|next step id|next id|\
                next no|next number|successor|successors|followed by|followed by step|\
                goes to|go to|leads to|flows to|then|then go to|connects to|outgoing|下一步|\
                后续|流向|下一步骤|下一环节|下一节点|下一工序|下一任务|下一活动|下一步编号|\
                下一步序号|下步|下道工序|后续步骤|后续环节|后续活动|后续任务|后续工序|\
                后续节点|紧后|紧后活动|紧后工序|紧后任务|后继|后继步骤|转至|转向|去向"
            }
            Self::Together => {
                "together|together with|at the same time|at the same time as|same time as|\
                simultaneous|simultaneous with|simultaneously with|in parallel with|\
                parallel with|concurrent with|同时|同时进行|同时步骤|并行|并行步骤|同步进行"
            }
            Self::Trigger => {
                "trigger|triggers|sets off|set off|starts step|触发|触发步骤|触发环节|\
                触发事项"
            }
            Self::Enter => {
                "enter|entry|entry share|share of arrivals|arrival share|share entering|进入|\
                入口|到达比例|进入比例|入口比例"
            }
            Self::Cost => {
                "cost|costs|material cost|material costs|cost of material|cost of materials|\
                materials cost|unit cost|cost per unit|cost per execution|cost per customer|\
                consumables|成本|材料成本|物料成本|材料费|物料费|耗材费|费用|单位成本|\
                单次成本|材料费用"
            }
            Self::Number => {
                "no|nr|number|#|№|id|step no|step number|step id|step nr|step #|activity no|\
                activity number|activity id|task no|task number|task id|process id|\
                process no|process number|item no|row|row no|seq|seq no|sequence|\
                sequence no|sequence number|serial no|serial number|s no|s/n|sl no|sr no|\
                order|ref|ref no|index|wbs|code|序号|编号|步骤编号|步骤序号|步骤号|环节编号|\
                环节序号|工序号|工序编号|活动编号|活动序号|任务编号|任务序号|节点编号|\
                流程编号|顺序|顺序号|号|步号|代号|代码|行号|标识"
            }
            Self::Previous => {
                "predecessor|predecessors|immediate predecessor|immediate predecessors|\
                previous|previous step|previous steps|previous activity|previous task|\
                preceded by|preceding|preceding step|preceding steps|preceding activity|\
                depends on|dependency|dependencies|comes after|follows|前置|前置步骤|\
                前置任务|前置环节|前置活动|前置工序|上一步|上一步骤|上一环节|上一节点|\
                上一工序|上一活动|紧前|紧前活动|紧前工序|紧前任务|紧前步骤|前序|前序步骤|\
                前驱|前驱步骤|先行活动"
            }
            Self::LeastTime => {
                "min time|minimum time|time min|shortest time|least time|fastest time|minimum|\
                lowest time|best case|best case time|optimistic|optimistic time|time from|\
                min duration|minimum duration|min processing time|minimum processing time|\
                min service time|minimum service time|最短时间|最少时间|最小时间|最短用时|\
                最短时长|最短|最小值|最短耗时|最快|最快时间|乐观时间"
            }
            Self::MostTime => {
                "max time|maximum time|time max|longest time|most time|slowest time|maximum|max|\
                highest time|worst case|worst case time|pessimistic|pessimistic time|time to|\
                max duration|maximum duration|max processing time|maximum processing time|\
                max service time|maximum service time|最长时间|最多时间|最大时间|最长用时|\
                最长时长|最长|最大值|最长耗时|最慢|最慢时间|悲观时间"
            }
        }
    }

    fn sure(self) -> usize {
        match self {
            // Lanes of unknown zones are to be named, not left out.
            Self::Lane => 8,
            // What costs something that is no money is to be corrected, not left out.
            Self::Cost => usize::MAX,
            _ => 1,
        }
    }

    fn hints(self) -> &'static [&'static str] {
        match self {
            Self::Step => {
                &["step", "activity", "task", "步骤", "环节", "工序", "活动", "任务", "节点"]
            }
            Self::Time => &[
                "time", "duration", "minutes", "mins", "seconds", "hours", "时间", "时长", "用时",
                "耗时", "工时", "时限",
            ],
            Self::Role => &[
                "role",
                "responsible",
                "resource",
                "resources",
                "staff",
                "owner",
                "performer",
                "actor",
                "department",
                "team",
                "employee",
                "负责",
                "责任",
                "部门",
                "岗位",
                "角色",
                "人员",
                "执行人",
                "经办",
                "承办",
            ],
            Self::Phase => &["phase", "stage", "阶段"],
            Self::Lane => &["lane", "swimlane", "zone", "泳道"],
            Self::Next => &["next", "successor", "successors", "下一", "后续", "紧后"],
            Self::Previous => {
                &["predecessor", "predecessors", "previous", "depends", "前置", "紧前", "上一"]
            }
            Self::Number => &["id", "no", "number", "编号", "序号"],
            Self::Setup => &["setup", "changeover", "换型"],
            _ => &[],
        }
    }

    fn holds_time(self) -> bool {
        matches!(self, Self::Time | Self::Setup | Self::LeastTime | Self::MostTime)
    }

    fn is_doubtful(self, heading: &str) -> bool {
        // How many at the same time, or how many in an hour.
        let heading = super::headings::plain(heading);
        self == Self::Places && ["capacity", "容量"].iter().any(|word| heading.contains(word))
    }

    fn is_spoiled_by(self, heading: &str) -> bool {
        match self {
            Self::Time | Self::Setup | Self::LeastTime | Self::MostTime => {
                is_no_single_time(heading)
            }
            Self::Places => is_no_count_of_places(heading),
            Self::Cost => is_multiplied(heading) || is_in_small_coin(heading),
            Self::Batch => is_multiplied(heading),
            _ => false,
        }
    }

    fn spans_rows(self) -> bool {
        matches!(self, Self::Kind | Self::Lane | Self::Phase | Self::Role)
    }

    fn names_people(self) -> bool {
        self == Self::Role
    }

    fn numbers_rows(self) -> bool {
        self == Self::Number
    }

    fn heading_for_unit(self, heading: &str) -> String {
        if self != Self::LeastTime {
            return heading.to_owned();
        }
        let words = super::headings::spaced(heading);
        let mut words: Vec<&str> = words.split_whitespace().collect();
        let is_least = |word: &&str| word.eq_ignore_ascii_case("min") || *word == "Min.";
        if let Some(at) = words.iter().position(is_least) {
            words.remove(at);
        }
        words.join(" ")
    }

    fn holds_number(self) -> bool {
        self.holds_time() || matches!(self, Self::Scv | Self::Cost | Self::Enter)
    }

    fn reads(self, cell: &str) -> bool {
        match self {
            Self::Kind => super::fixed_words::read_step_kind(cell).is_ok(),
            Self::Lane => super::lanes::zone_named(cell).is_some(),
            Self::Time => looks_like_number(cell) || parse_time(cell, TimeUnit::Second).is_ok(),
            Self::Places => {
                super::fixed_words::is_word(cell, super::fixed_words::UNLIMITED)
                    || parse_count(cell).is_ok()
            }
            Self::Scv
            | Self::Setup
            | Self::Batch
            | Self::Cost
            | Self::Enter
            | Self::LeastTime
            | Self::MostTime => looks_like_number(cell),
            _ => true,
        }
    }
}

/// Whether a heading is that of the most likely of several times.
pub fn is_most_likely(heading: &str) -> bool {
    let text = squeezed(&heading.to_lowercase());
    ["mostlikely", "likely", "mode", "modal", "typical", "最可能", "众数"]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether a text begins or ends as amounts do.
fn looks_like_number(cell: &str) -> bool {
    cell.chars().any(|c| c.is_numeric() || "一二两三四五六七八九十百千".contains(c))
}

const STEP: &str = "step|steps|step name|name of step|process step|process steps|service step|service steps|\
    activity|activities|activity name|process activity|task|tasks|task name|work step|\
    work item|work element|operation|operations|operation name|action|actions|\
    step description|activity description|task description|process name|process|subprocess|\
    procedure|touchpoint|touch point|event|name|title|job|what|work|description|步骤|\
    步骤名称|步骤名|活动|活动名称|环节|环节名称|流程环节|业务环节|办理环节|服务环节|\
    工作环节|工序|工序名称|节点|节点名称|流程节点|任务|任务名称|作业|作业名称|作业步骤|\
    作业内容|作业项目|流程步骤|服务步骤|办理步骤|业务步骤|操作步骤|工作步骤|操作|操作名称|\
    操作内容|动作|动作名称|事项|事项名称|办理事项|工作|工作内容|工作项|工作项目|步骤内容|\
    步骤描述|步骤说明|活动内容|活动描述|服务内容|服务项目|服务活动|触点|接触点|行为|流程|\
    流程名称|程序|项目|项目名称|名称|内容|描述|说明";

const ROLE: &str = "role|roles|resource|resources|resource name|resource names|required resource|\
    required resources|responsible|responsible role|responsible person|responsible party|\
    responsible staff|person responsible|role responsible|responsibility|owner|step owner|\
    task owner|activity owner|process owner|who|by whom|who does it|who is responsible|\
    performer|performed by|done by|carried out by|executed by|executor|handled by|handler|\
    assigned to|assignee|assigned role|actor|actors|participant|participants|staff|\
    staff member|staff role|staff type|staffing|personnel|employee|employees|worker|workers|\
    operator|operators|agent|server|provider|service provider|person|people|\
    person in charge|in charge|job title|job role|position|post|team|unit|department|\
    departments|dept|responsible department|department responsible|responsible team|\
    responsible unit|function|角色|人员|岗位|角色名称|岗位名称|执行角色|责任角色|所需角色|\
    负责人|负责人员|负责角色|负责岗位|责任人|责任岗位|责任人员|责任主体|执行人|执行者|\
    执行人员|执行岗位|执行主体|经办人|经办人员|承办人|承办岗位|办理人|办理人员|办理岗位|\
    操作人|操作人员|操作员|操作岗位|处理人|处理人员|受理人|受理人员|参与者|参与人|参与人员|\
    参与角色|员工|工作人员|服务人员|所需人员|人力|人力资源|资源|资源名称|所需资源|职位|职务|\
    工种|责任部门|负责部门|主责部门|承办部门|办理部门|执行部门|经办部门|牵头部门|归口部门|\
    所属部门|部门|部门岗位|责任单位|负责单位|承办单位|科室|责任科室|班组|团队|主体|由谁|谁|\
    由谁负责|由谁执行";

const TIME: &str = "time|times|duration|most likely|most likely time|mode|typical time|usual time|\
    最可能时间|最可能值|processing time|process time|service time|cycle time|step time|\
    task time|activity time|handling time|handle time|average handling time|\
    average handle time|aht|work time|working time|touch time|operation time|operating time|\
    run time|execution time|standard time|labour time|labor time|effort|time taken|\
    time required|time needed|time spent|required time|estimated time|expected time|\
    average time|mean time|avg time|average duration|mean duration|avg duration|\
    estimated duration|expected duration|average processing time|avg processing time|\
    mean processing time|average service time|avg service time|mean service time|\
    average cycle time|avg cycle time|ct|st|pt|time per unit|time per customer|\
    time per item|time per case|unit time|task duration|step duration|activity duration|\
    service duration|process duration|length|how long|时间|作业时间|处理时间|用时|时长|耗时|\
    工时|办理时限|时限|办理时间|服务时间|所需时间|所用时间|花费时间|持续时间|占用时间|\
    标准工时|标准时间|操作时间|加工时间|执行时间|工作时间|平均时间|平均用时|平均耗时|\
    平均时长|平均处理时间|平均服务时间|平均办理时间|处理时长|办理时长|服务时长|作业时长|\
    作业工时|操作时长|单件工时|单件时间|单位时间|周期时间|作业周期|时耗|工期|承诺时限|\
    法定时限|处理时限|规定时限|步骤用时|步骤时间|环节用时|环节时间|环节耗时|活动时间|\
    任务用时|预计时间|预计用时|预计时长|估计时间|多久";

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
    /// The roles whose work it may do as well.
    StandsInFor,
}

impl Column for RoleColumn {
    const ALL: &'static [Self] = &[
        Self::Role,
        Self::Kind,
        Self::Count,
        Self::Availability,
        Self::CostPerHour,
        Self::StandsInFor,
    ];
    const WRITTEN: &'static [Self] = Self::ALL;
    const REQUIRED: Self = Self::Role;
    const MAY_BE_EMPTY: bool = true;

    fn index() -> &'static Index<Self> {
        static INDEX: OnceLock<Index<RoleColumn>> = OnceLock::new();
        INDEX.get_or_init(index_of)
    }

    fn words(self) -> &'static str {
        match self {
            Self::Role => {
                "role|roles|role name|resource|resources|resource name|staff|position|post|\
                job title|job role|team|department|employee|person|who|equipment|name|title|\
                角色|人员|岗位|角色名称|岗位名称|人员名称|资源|资源名称|职位|工种|部门|设备|\
                名称"
            }
            Self::Kind => {
                "kind|type|category|role type|resource type|类型|种类|类别|角色类型|资源类型"
            }
            Self::Count => {
                "count|headcount|head count|number|quantity|qty|how many|fte|ftes|\
                number of staff|number of people|number of employees|no of staff|\
                no of people|staff count|people|heads|units|available units|人数|数量|编制|\
                编制人数|在岗人数|员工数|人员数量|人员数|台数|个数|人员编制|编制数|岗位编制|\
                岗位数|岗位人数|配备人数|配置人数|配备数量|配置数量|现有人数|实有人数|定员|\
                定编|定编人数|在编人数|员工人数|员工数量|人力|人力数量|数目|总人数|设备数量|\
                台数量|可用数量|资源数量|number available|staffing level|establishment"
            }
            Self::Availability => {
                "availability|available|availability %|share of time|可用率|出勤率|在岗率|\
                可用比例|在岗比例|在岗时间比例|可用时间比例|到岗率|在位率|开动率|利用时间比例|\
                上岗率|有效工时率|出勤比例|可用性|present|presence|attendance|attendance rate"
            }
            Self::CostPerHour => {
                "cost_per_hour|cost per hour|cost/h|cost/hour|hourly cost|hourly rate|\
                hourly wage|wage|wages|wage per hour|pay per hour|rate per hour|rate|hourly pay|\
                salary per hour|labour rate|labor rate|billing rate|每小时成本|\
                每小时人工成本|时薪标准|小时费率|\
                时薪|小时成本|小时工资|每小时工资|每小时费用|工资|每小时薪酬|小时薪酬|小时费用|薪酬|\
                薪资|薪水|工资标准|小时工资标准|每小时时薪|单位小时成本|小时单价|工时费|工时单价|\
                工时成本|人工成本|人力成本|费率|每小时费率|小时薪资|每小时薪资|成本每小时|\
                hourly salary|salary|pay|pay rate|hourly wages|hourly labour cost|\
                hourly labor cost"
            }
            Self::StandsInFor => {
                "stands_in_for|may stand in for|can stand in for|stand in for|substitute for|\
                substitutes for|may substitute for|can substitute for|backup for|back up for|\
                covers for|can cover for|cover for|deputises for|deputizes for|also does work of|\
                可以顶替|可顶替|顶替|可代替|代替|可替代|替代|可顶替角色|可代替角色|顶替角色|\
                可顶替的角色|可以顶替的角色|可代替的角色|可替代的角色|顶岗|可顶岗"
            }
        }
    }

    fn hints(self) -> &'static [&'static str] {
        match self {
            Self::Role => &["role", "resource", "staff", "position", "角色", "岗位", "人员"],
            Self::Count => &["count", "headcount", "人数", "数量"],
            _ => &[],
        }
    }

    fn holds_time(self) -> bool {
        false
    }

    fn sure(self) -> usize {
        // A number of people, or a wage, that is none is to be corrected, not left out.
        if matches!(self, Self::Count | Self::CostPerHour) { usize::MAX } else { 1 }
    }

    fn is_spoiled_by(self, heading: &str) -> bool {
        matches!(self, Self::Count | Self::CostPerHour)
            && (counts_in_tens(heading) || self == Self::Count && is_multiplied(heading))
            || self == Self::CostPerHour && is_in_small_coin(heading)
    }

    fn spans_rows(self) -> bool {
        self == Self::Kind
    }

    fn holds_number(self) -> bool {
        matches!(self, Self::Count | Self::Availability | Self::CostPerHour)
    }

    fn reads(self, cell: &str) -> bool {
        match self {
            Self::Role | Self::StandsInFor => true,
            Self::Kind => super::fixed_words::read_role_kind(cell).is_ok(),
            _ => looks_like_number(cell),
        }
    }
}
