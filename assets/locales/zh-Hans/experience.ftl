# 顾客看到什么、什么在幕后，以及人工和金额：指标名称及含义。

figure-work-in-zone-meaning = 每位顾客在该区域所需的工作时间，不含等待；同时进行的步骤只计最长的一个
figure-in-front-of-interaction = 互动分界线之前
figure-in-front-of-visibility = 可视分界线之前
figure-in-front-of-internal-interaction = 内部互动分界线之前
figure-in-front-meaning = 分界线靠顾客一侧的工作时间；同时进行的步骤只计最长的一个
figure-behind-interaction = 互动分界线之后
figure-behind-visibility = 可视分界线之后
figure-behind-internal-interaction = 内部互动分界线之后
figure-behind-meaning = 分界线另一侧的工作时间；同时进行的步骤只计最长的一个
figure-crossings-of-interaction = 跨越互动分界线的次数
figure-crossings-of-visibility = 跨越可视分界线的次数
figure-crossings-meaning = 每位顾客经过跨线的“先后”和“同时进行”连线的平均次数
figure-internal-hand-offs = 内部交接
figure-internal-hand-offs-meaning = 每位顾客经过跨越内部互动分界线的“先后”和“同时进行”连线的平均次数
figure-triggers-across-interaction = 跨越互动分界线的触发
figure-triggers-across-visibility = 跨越可视分界线的触发
figure-triggers-across-internal-interaction = 跨越内部互动分界线的触发
figure-triggers-meaning = 每位顾客在分界线另一侧触发工作的平均次数
figure-moments-of-truth = 关键时刻
figure-moments-of-truth-meaning = 每位顾客与前台接触的平均次数：顾客行为与前台之间的连线，按使用次数计
figure-hand-offs = 角色间交接
figure-hand-offs-meaning = 每位顾客的工作转交给角色完全不同的人员的平均次数
figure-adding-share = 增值时间
figure-adding-share-meaning = 顾客时间（不含等待）中有步骤在增值的比例
figure-necessary-share = 必要时间
figure-necessary-share-meaning = 顾客时间（不含等待）中不增值但不可省去的比例
figure-waste-share = 浪费时间
figure-waste-share-meaning = 顾客时间（不含等待）中可以省去的比例
figure-flow-efficiency = 流程效率
figure-flow-efficiency-meaning = 在当前需求下，真正接受服务的时间占全部时间的比例
figure-waiting-share = 等待比例
figure-waiting-share-meaning = 在当前需求下，等待占全部时间的比例

figure-margin = 每位顾客利润
figure-margin-meaning = 价格减去按当前产量计算的每位顾客成本，含空闲时间
figure-profit-at-capacity = 满负荷每小时利润
figure-profit-at-capacity-meaning = 顾客到达与服务一样快时，每小时的利润
figure-busy-cost = 工作成本
figure-busy-cost-meaning = 各角色为每位顾客工作的时间 × 每小时成本，不含空闲时间
figure-execution-profit = 只计工作时间的利润
figure-execution-profit-meaning = 价格减去每位顾客的工作成本和材料，不含空闲时间
figure-break-even-time = 盈亏平衡时间（只计工作时间）
figure-break-even-time-meaning = 各步骤同比例变慢时，执行最多可持续多久而不亏损，只计工作时间
figure-delay-cost = 每分钟延误成本
figure-delay-cost-meaning = 各步骤同比例变慢时，执行每延长一分钟的成本
figure-step-delay-cost = 每多一分钟的成本
figure-step-delay-cost-meaning = 该步骤每次延长一分钟的成本：所占用角色的费率

# 这些数值的由来。

why-work-zone = { $zone }：每组同时进行的步骤中该区域最长的一步 × 经过次数，合计 { $time }。
why-work-in-front = { $line }：每组同时进行的步骤中线前最长的一步 × 经过次数，合计 { $time }。
why-work-behind = { $line }：每组同时进行的步骤中线后最长的一步 × 经过次数，合计 { $time }。
why-work-triggered = 其中 { $time } 是被触发的工作，顾客不必等待。
why-crossings = { $line }：跨线的连线 × 使用次数，合计 { $count }。
why-crossings-triggers = { $line }：跨线的触发 × 次数，合计 { $count }。
why-moments-of-truth = 顾客行为与前台之间的连线 × 使用次数，合计 { $count }。
why-source-moments-of-truth = Normann 1984，“Service Management”；Bitner、Ostrom & Morgan 2008
why-hand-offs = 每位顾客的工作平均转交给其他人员 { $count } 次。
why-hand-offs-meaning = 其他人员是指与前一批员工没有相同角色的人员；没有员工的步骤略过不计。
why-value-share = { $value }：{ $time } ÷ 顾客时间（不含等待）{ $total } = { $share }。
why-value-share-rule = 同时进行的步骤以价值最高的为准。
why-flow-efficiency = 不含等待的 { $rush } ÷ { $throughput } = { $share }。
why-waiting-share = （{ $throughput } − 不含等待的 { $rush }）÷ { $throughput } = { $share }。
why-margin = { $price } − { $cost } = 每位顾客 { $margin }。
why-busy-cost = 各角色为一位顾客工作的时间 × 每小时成本，合计 { $cost }。
why-execution-profit = { $price } − 工作 { $busy } − 材料 { $material } = 每位顾客 { $profit }。
why-execution-profit-idle = 这里只计工作时间；空闲时间的费用计入每位顾客成本。
why-break-even = （{ $price } − 材料 { $material }）÷ 每分钟 { $rate } = { $time }。
why-break-even-now = 目前执行需要 { $time }。
why-delay-cost = 工作 { $busy } ÷ { $time } = 每分钟 { $rate }。
why-step-delay-cost = 这里每次多一分钟的成本为 { $rate }。
why-bound-many-staffs = 这是界限：无人经手的工作来源太多或循环太久，无法全部追踪。
why-source-shostack = Shostack 1984，“Designing services that deliver”

# 这些指标缺少的条件。

lack-value-marks = 需要注明各步骤对顾客的价值
lack-cost = 需要角色的每小时成本、间接费用或材料成本
lack-busy-cost = 需要有每小时成本的角色参与工作
lack-price-above-material = 价格须高于材料：目前无论多快都没有利润

# 利润曲线上的标记。

mark-standard = 标准时间
mark-present = 当前时间
mark-acceptable = 可接受时间
mark-break-even = 盈亏平衡时间

# 报告的各部分。

report-experience = 看得见的与看不见的（每位顾客）
report-money = 金额
report-triggered = 其中 { $time } 为触发的工作
report-remark-separator = ，
report-cost-structure = 每位顾客 { $total } 的去向
report-role-busy = { $name }（工作）
report-role-idle = { $name }（空闲）
report-overhead = 间接费用
report-material = 材料
report-margin = 利润
report-beyond = （超出能力）
