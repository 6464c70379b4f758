# Reports as documents: their headings, sentences and tables. Names of figures and their remarks stand elsewhere.

# Parts.

report-part-verdict = 结论
report-part-blueprint = 蓝图
report-part-steps = 步骤
report-part-roles = 角色
report-part-experience = 体验与收支
report-part-problems = 问题
report-part-comparison = 方案比较
report-part-plans = 规划表
report-part-method = 方法
report-contents = 目录

# The verdict.

report-verdict-holds = 能够应付：每{ $period }到达 { $demand } 位，可服务 { $capacity } 位。
report-verdict-may-hold = 也许能够应付：每{ $period }到达 { $demand } 位，至多可服务 { $capacity } 位。
report-verdict-tight = 十分紧张：每{ $period }到达 { $demand } 位，可服务 { $capacity } 位。
report-verdict-over = 应付不了：每{ $period }到达 { $demand } 位，只能服务 { $capacity } 位；排队人数每{ $period }增加 { $growth } 位。
report-verdict-loses = 有顾客流失：每{ $period }到达 { $demand } 位，可服务 { $capacity } 位，{ $lost } 位未获服务就离开。
report-verdict-full = 已经满负荷：每{ $period }到达 { $demand } 位，可服务 { $capacity } 位；等待会不断变长。
report-verdict-no-demand = 每{ $period }可服务 { $capacity } 位；未给出到达人数。
report-verdict-unknown = 尚不清楚：要知道每{ $period }流量，{ $lacks }。
report-column-figure = 指标
report-column-value = 数值
report-column-basis = 可信程度
report-basis-full-load = 按满负荷计
report-basis-given = 给定
report-column-matter = 关注点
report-column-finding = 结果
# Between the sentences of a finding, and between gaps; something as a sentence.
report-sentences = { $first }{ $rest }
report-between-gaps = ；
report-sentence = { $text }。
report-limit = 限制所在
report-limit-none = 就图上所画，没有什么限制产能。
report-limit-unknown = 限制所在尚不清楚：要知道每{ $period }流量，{ $lacks }。
report-limit-as-much = 限制相同的还有：{ $names }。
report-limit-no-next = 没有其他限制。
report-longest-wait = 最长的等待
report-wait = { $step }：{ $time }。
report-wait-accepted = { $step }：{ $time }，可接受 { $accepted }。
report-wait-too-long = { $step }：{ $time }，超过可接受的 { $accepted }。
report-wait-none = 无人等待。
report-wait-unknown = 等待多久尚不清楚：{ $lacks }。
report-wait-no-steps = 还没有会让顾客等待的步骤。
report-risk = 风险最大的失误点
report-risk-line = { $step }：{ $what }（{ $risk } = { $often } × { $severity } × { $detection }）。
report-risk-next = 其次：{ $step }（{ $risk } = { $often } × { $severity } × { $detection }）。
report-risk-unnamed = 可能出错
report-risk-blank = 未填的评分按 10 计：{ $names }。
report-risk-rating-of = { $step }的{ $rating }
report-risk-recovery = 已注明如何补救。
report-risk-no-recovery = 没有注明如何补救。
report-risk-both-recover = 两者都注明了如何补救。
report-risk-neither-recovers = 两者都没有注明如何补救。
report-risk-first-recovers = 只有前者注明了如何补救。
report-risk-second-recovers = 只有后者注明了如何补救，前者没有。
report-risk-none = 没有标出失误点。
report-risk-unranked = 各失误点都未注明发生的频率，无法排序。
report-gaps = 数据缺口
report-gaps-none = 指标用得到的数据都齐全。
report-gaps-are = 未给出：{ $gaps }。
report-gap-demand = 到达人数
report-gap-price = 价格
report-gap-overhead = 间接费用
report-gap-hours = 营业时间
report-gap-rates = 每小时成本（{ $names }）
report-gap-steps = 步骤及其所需时间
report-gap-times = 时间（{ $names }）
report-gap-waits = 可接受的等待时间（{ $names }）
report-gap-often = 出错的频率（{ $names }）
report-gap-recoveries = 补救办法（{ $names }）
report-gap-owners = 负责人（{ $names }）
report-gap-evidence = { $count ->
   *[other] { $names }阶段的有形展示
}
report-problems-counted = { $counts }。
report-no-problems = 没有发现问题。
report-quality = 质量
report-suggestions = 最有帮助的改进
report-suggestion = { $what }（{ $gain }）
report-suggestions-none = 没有哪一项单独的改变必定有帮助。
report-best = 最好的方案
report-best-is = { $name }：{ $figures }。
report-best-figure = { $value }（{ $difference }）
report-best-own = 没有比本方案更好的方案。
report-best-alone = 只有一个方案。

# The other parts.

report-sheet-bottleneck = 瓶颈已标出
report-sheet-fails = F 为失误点
report-sheet-waits = W 为顾客等待之处
report-steps-none = 还没有步骤进入流程，无从计算。
report-steps-say = 按流程顺序排列。每{ $period }流量和利用率取步骤所需的最忙的人员或设备，并计入其全部工作。
report-column-step-visits = 经过次数
report-column-marks = F/W
report-roles-none = 没有角色：未说明由谁来做。
report-roles-say = 最忙的在前。
report-column-count = 数量
report-experience-none = 暂时无从说起：{ $lacks }。
report-money-none = 没有任何金额：既无每小时成本，也无间接费用、材料或价格。
report-column-part = 组成
report-column-amount = 金额
report-column-mark = 标记
report-column-execution = 执行时间
report-column-profit = 每位顾客利润
report-column-severity = 程度
report-column-where = 位置
report-column-problem = 问题
report-column-cure = 怎么办
report-column-code = 代码
report-comparison-of = { $name }与{ $baseline }相比
report-column-difference = 差异
report-column-verdict = 好坏
report-comparison-full-load = 未给出需求时，人工与收支按满负荷计：所比较的方案服务的顾客人数不同。
report-changes = 变化
report-method-says = 各指标如何定义，在此处有多可信，公式出自何处。
report-column-definition = 定义
report-column-source = 出处
report-source-capacity = 供给与工作之比的最小值：Dinkelbach 1967，Picard 1976
report-source-plain = 计数并相加
report-bases = 可信程度的含义
report-column-meaning = 含义
report-basis-approximate-meaning = 近似值。标有误差范围时，同类蓝图 100 个中有 95 个落在范围之内
report-basis-simulated = 仿真
report-basis-simulated-meaning = 多次仿真运行的平均值及其 95% 置信区间
