# The inspector. "-help" explains a field, "-hint" stands in it while it is blank, "-short" stands for it in a line.

tab-step = 步骤
tab-selection = 所选
tab-link = 连线
tab-lane = 泳道
tab-phase = 阶段
tab-role = 角色
tab-element = 要素
tab-blueprint = 蓝图

details-mixed = 不一致
details-none = 无
details-not-said = 未指定
details-yes = 是
details-name = 名称
details-kind = 类型
details-order = 顺序
details-place-of = { $place } / { $count }
details-span-hint = 45 秒、3 分 25 秒
details-share-hint = 70%、1/3
details-rating-hint = 1 到 10

# Figures above the fields.

details-busy = 利用率
details-work = 工作量
details-step-capacity-meaning = 该步骤独占所需角色时每{ $period }能服务的顾客数
details-step-busy-meaning = 需求占该步骤所能服务顾客数的比例
details-pool-meaning = 指能做该步骤的全部人员，按他们所做的所有步骤合计
details-role-capacity-meaning = 不受其他因素限制时该角色每{ $period }能服务的顾客数
details-role-busy-meaning = 需求占该角色所能服务顾客数的比例

# A step.

details-kind-help = 活动和判断属于流程；有形展示和备注仅作说明
details-lane = 泳道
details-lane-help = 泳道决定顾客能否看到该步骤
details-phase-help = 所在的阶段（泳道图的列）
details-zone-evidence = 有形展示 · 顾客看到和接触到的
details-zone-customer = 顾客行为 · 由顾客完成
details-zone-frontstage = 前台 · 顾客可见
details-zone-moment-of-truth = 前台 · 顾客可见并与之接触：关键时刻
details-zone-backstage = 后台 · 顾客看不见
details-zone-support = 支持过程 · 系统和内部服务
details-not-in-flow = 不属于流程
details-time = 时间
details-time-hint = 45 秒、2 ± 0.5 分钟
details-time-help = 每次所需时间：45 秒、1:30、2 ± 0.5 分钟、1–3 分钟、指数 2 分钟、爱尔朗 4, 2 分钟；只写数字则沿用原单位
details-law = 时间分布
details-law-help = 时间如何变动；更改后均值不变
details-law-fixed = 固定不变
details-law-uniform = 均匀分布
details-law-triangular = 三角分布
details-law-normal = 正态分布
details-law-exponential = 指数分布
details-law-erlang = 爱尔朗分布
details-law-log-normal = 对数正态分布
details-law-samples = 实测样本
details-mean-and-scv = 均值 { $mean } · 变异系数平方 { $scv }

details-needs = 角色
details-needs-help = 该步骤进行时必须在场的人或设备
details-count = 数量
details-count-help = 同时需要几个
details-roles-either = 任选其一即可
details-keep = 保留给该顾客
details-keep-help = 在下一个需要同一角色的步骤之前，一直由该顾客占用
details-keeps = 保留给该顾客，直到再次需要
details-need-remove = 从步骤中移除
details-needs-none = 尚无角色：填写时间后按一个服务台计算
details-needs-none-timed = 尚无角色：按一个服务台计算
details-needs-none-customers = 无需角色：顾客自己完成，人数不限
details-needs-none-some = 尚无角色：由员工服务的步骤各按一个服务台计算
details-role-add = 指定角色
details-role-or = 或其他角色
details-role-or-help = 另一个也能做的角色：谁空闲谁来做
details-role-new-hint = 新角色名称，按回车添加
details-role-open = 查看该角色
details-role-of-steps = { $count } / { $all } 个
details-role-to-all = 全部都需要

details-ways-out = 去向
details-ways-out-none = 还没有去向：请从判断引出“先后”连线

details-section-room = 席位、批量、材料
details-places = 席位
details-places-hint = 数量
details-places-help = 同时能容纳多少顾客：窗口、隔间、座位
details-places-short = { $count } 个席位
details-places-no-limit = 席位不限
details-places-no-limit-help = 只是延时：顾客之间互不等待
details-batch = 批量
details-batch-help = 多少位顾客一起接受服务；填写了席位时，每位占一个席位
details-batch-short = { $count } 位一批
details-batch_wait = 成批等待上限
details-batch_wait-help = 首位顾客等到这么久，不满的一批也开始；留空则等到满批
details-setup = 准备时间
details-setup-help = 每批一次的准备时间
details-priority = 优先级
details-priority-help = 在此等待的顾客先于或后于在别处等待同一角色的顾客
details-priority-between = 与其他相同
details-material_cost = 材料费
details-material_cost-help = 每次执行除时间以外的成本

details-section-targets = 标准与目标
details-standard = 标准时间
details-standard-help = 规定应花的时间（Shostack 1984）
details-standard-short = 标准 { $time }
details-acceptable = 可接受时间
details-acceptable-help = 顾客能容忍的最长时间
details-acceptable-short = 最多 { $time }
details-target = 目标时间
details-target-help = 希望达到的时间
details-target-short = 目标 { $time }

details-fail = 失误点
details-fail-here = 这里可能失误
details-fail-none = 未标记
details-fail-help = 在卡片上标记 F
details-fail-what = 失误内容
details-fail-what-hint = 例如姓名写错
details-fail-often = 发生比例
details-fail-often-help = 失误次数占执行次数的比例
details-fail-severity = 严重程度
details-fail-severity-help = 有多严重：1 几乎察觉不到，10 会失去顾客
details-fail-detection = 发现难度
details-fail-detection-help = 及时发现有多难：1 总能发现，10 从不能发现
details-recovery = 补救
details-recovery-hint = 如何补救
details-recovery-step = 补救步骤
details-recovery-step-help = 进行补救的步骤（如果已画出）

details-wait = 等待点
details-wait-here = 顾客在此等待
details-wait-none = 未标记
details-wait-help = 在卡片上标记 W
details-wait-acceptable = 可接受等待
details-wait-acceptable-help = 顾客能接受的最长等待时间
details-patience = 耐心
details-patience-hint = 一直等
details-patience-help = 等得更久就离开：10 分钟、8–12 分钟、exp 20 min；留空则一直等。仿真会计入，公式不计入

details-section-worth = 价值与感受
details-value = 价值
details-value-help = 该步骤对顾客的价值
details-emotion = 感受
details-emotion-help = 顾客在这里的感受

details-section-surroundings = 服务场景
details-surroundings-none = 还没有服务场景要素：请在左侧面板中添加

details-section-documents = 操作规程与单据
details-owner = 负责人
details-owner-hint = 由谁负责
details-purpose = 目的
details-purpose-hint = 这一步骤为了什么
details-skills = 技能
details-skills-hint = 做这一步需要会什么，每行一项
details-manner = 待客方式
details-manner-hint = 以怎样的方式接待顾客
details-result = 结果
details-result-hint = 做好之后是什么样子
details-revised = 规程修订日期
details-revised-hint = 2026-05-12
details-revised-help = 最近一次检查并在需要时修改操作规程的日期
details-procedure = 操作规程
details-procedure-hint = 具体怎么做
details-documents = 单据
details-documents-hint = 使用或产生的单据

details-section-flow = 到达与汇合
details-enter = 由此进入
details-enter-help = 从该步骤开始的顾客占到达顾客的比例
details-enter-short = { $share } 由此进入
details-meeting = 汇合方式
details-meeting-help = 在此相遇的各条“先后”连线是否互相等待
details-meeting-by-itself = 按流程自动判断

# Several steps or links.

details-selected = 已选中 { $count } 个步骤
details-selected-cards = 已选中 { $count } 张卡片，其中 { $steps } 个步骤
details-selected-help = 更改会应用于全部所选步骤
details-selected-links = 已选中 { $count } 条连线
details-times-together = 依次进行共需 { $time }

# A link.

details-from = 起点
details-to = 终点
details-association = 仅表示相互关联，顾客不经过它
details-share = 比例
details-share-help = 走这条路的顾客比例；各去向合计为 100% 时，其余部分由下面的去向按原比例分配
details-share-rest = { $share }（其余）
details-label = 标签
details-label-hint = 是、否
details-label-help = 写在连线旁的一两个词，例如走这条路的答案；不影响任何指标
details-swap = 反转方向
details-share-dropped = 比例 { $share } 指的是“{ $step }”处的顾客，反向后不再适用，已去掉
details-link-remove = 删除连线
details-links-remove = 删除这些连线

# Lanes and phases.

details-zone = 区域
details-height = 高度
details-height-help = 缩放为 100% 时的点数，40 到 4,000
details-lane-folded = 折叠成窄条
details-lane-folded-help = 卡片位置不变，展开后恢复显示
details-lane-up = 上移
details-lane-down = 下移
details-lane-steps = 此泳道中的步骤
details-phase-unnamed = 未命名阶段
details-phase-left = 左移
details-phase-right = 右移
details-phase-steps = 此阶段中的步骤
details-width = 宽度
details-width-help = 缩放为 100% 时的点数，至少 60
details-steps-select = 全部选中

# A role.

details-role-kind-help = 只有员工计入人工
details-headcount = 人数
details-headcount-help = 一共有多少
details-availability = 在岗率
details-availability-hint = 100%
details-availability-help = 付薪时间中真正在岗的比例，即在岗率
details-cost_per_hour = 每小时成本
details-cost_per_hour-help = 每人每小时的成本
details-colour = 颜色
details-colour-help = 卡片上的色条
details-colour-number = 颜色 { $number }
details-stands_in_for = 可以顶替
details-stands_in_for-help = 改进建议和再设计可以把哪些角色的工作交给它。不影响任何指标：步骤由谁做，以步骤上写明的为准
details-stands_in_for-nobody = 无
details-only-today = 只由现在的人员来做
details-only-today-help = 在所有方案中，改进建议和再设计只把步骤交给现在做它的人员，或可以顶替他们的人员
details-role-steps = 需要该角色的步骤

# A servicescape element.

details-dimension = 维度
details-rating = 评分
details-rating-help = 效果如何，一到五星；再次点击同一颗星可取消评分
details-stars = { $count } 星
details-note = 备注
details-note-hint = 顾客和员工注意到什么
details-element-steps = 用到该要素的步骤

# The blueprint.

details-title = 标题
details-title-hint = 服务名称
details-scenario = 方案
details-scenario-help = 这一版服务的名称
details-section-demand = 需求
details-per_hour = 到达顾客
details-per_hour-hint = 54 位/小时
details-per_hour-help = 有多少顾客到达：54 位/小时、400 位/天、每 5 分钟一位；只写数字则按显示的流量单位
details-rates = 流量单位
details-rates-help = 到达率和流量按什么单位显示和填写；一天按营业时间计（未填写时为 24 小时），填写营业时间后一周按五天计
details-rates-hour = 每小时
details-rates-day = 每天
details-rates-week = 每周
details-gaps = 到达方式
details-gaps-help = 顾客到达是否均匀；等待时间取决于此
details-gaps-constant = 间隔固定
details-gaps-appointments = 按预约
details-gaps-random = 随机（泊松）
details-gaps-bursts = 成群到达
details-gaps-own = 自定
details-gap_scv = 间隔 SCV
details-gap_scv-help = 到达间隔的变异系数平方：0 为固定，1 为泊松
details-opening_hours = 营业时间
details-opening_hours-hint = 每天小时数
details-opening_hours-help = 每天营业多少小时
details-authority = 权限
details-urgency = 紧急程度
details-shifts = 班次
details-hours-of-day = 由一天的安排决定，请在该页签中修改
details-open-day = 打开一天
details-shifts-help = 各时间有多少人在岗；没有班次则从开门到关门都按人数
details-shifts-none = 无：全天按人数
details-section-simulation = 仿真
details-served = 先服务
details-served-help = 等待同一角色的顾客中谁优先：在此等待最久的，或在场时间最长的
details-promise = 承诺
details-promise-help = 承诺整个服务最长多久完成；仿真给出做到的比例
details-seed = 随机种子
details-seed-help = 随机数由种子产生；种子相同，每天的过程相同
details-day = 一天
details-per-day = 每天 { $customers } 位顾客
details-section-money = 价格与成本
details-currency = 货币
details-currency-hint = ¥, $, €
details-currency-help = 货币符号或代码；金额不作换算
details-price = 价格
details-price-help = 每位顾客支付的金额
details-overhead_per_hour = 每小时间接费
details-overhead_per_hour-help = 每小时的房租、照明等费用
details-section-typology = 服务类型
details-participation = 参与者
details-participation-help = 谁在服务场景中活动（Bitner 1992）
details-complexity = 场景复杂度
details-complexity-help = 服务场景的复杂程度（Bitner 1992）
details-section-counts = 画布内容
details-count-actions = 活动
details-count-decisions = 判断
details-count-evidence = 有形展示
details-count-notes = 备注
details-count-links = 连线
details-count-roles = 角色
details-count-elements = 服务场景要素
details-count-lanes = 泳道
details-count-phases = 阶段
