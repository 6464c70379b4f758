# The simulation: what it found beside the formulas, and whom to believe.

simulate-precise = 长期：16 次运行共 { $customers } 位顾客后已足够精确。
simulate-time = 长期：16 次运行共 { $customers } 位顾客后时间已到；置信区间比要求的宽。
simulate-stopped = 长期：16 次运行共 { $customers } 位顾客后停止，因为再多时间也不够。
simulate-unsettled = 长期：16 次运行共 { $customers } 位顾客后仍未稳定：排队仍在变长，或负荷接近流量上限。请给更多时间。
simulate-unsettled-growth = 目前每{ $period }到来比离开多 { $growth } 位；{ $output } 得到接待后离开。
simulate-too-much = 内部顾客将超过 1,000,000 位，无法仿真。
simulate-too-many-inside = 内部顾客将超过 1,000,000 位，多数在“{ $step }”处，无法仿真。
simulate-too-long = “{ $step }”的一次用时超过 1,000,000,000 秒，无法仿真。
simulate-no-steady-state = 没有稳定状态：排队人数每{ $period }增加 { $growth } 位。
simulate-at-capacity = 没有稳定状态：到达的顾客恰好等于能接待的顾客，排队会无限变长。
simulate-not-attained = 时间太短，无法得出可达到的流量。请给更多时间。
simulate-lacks = 暂时无法仿真：{ $lacks }。
simulate-lacks-of = { $name }暂时无法仿真：{ $lacks }。
simulate-nobody-comes = { $name }：需求为零，没有顾客到来。请给出顾客数再仿真。
simulate-column-formula = 公式
simulate-column-simulation = 仿真
simulate-column-believe = 以何为准
simulate-attained = 可达到的每{ $period }流量
simulate-labour-cost = 每小时人工成本
simulate-output = 产出
simulate-wait-at = { $name }处的等待
simulate-within-at = { $name }处在可接受等待之内
simulate-busy = { $name }的忙碌程度
simulate-wait-of = { $name }的等待
simulate-within-limit-of = { $name }在限时内的比例
simulate-beyond = 公式不考虑{ $things }：公式与仿真不一致时，以仿真为准。
simulate-beyond-order = 在场最久者优先
simulate-beyond-urgency = 紧急程度
simulate-beyond-priority = 优先级
simulate-beyond-patience = 耐心
simulate-beyond-room = 等候位置可能已满
simulate-beyond-batch-wait = 批次未满即开始
simulate-believe-either = 两者皆可
simulate-believe-formula = 公式
simulate-believe-load = 公式：工作多于工时
simulate-believe-simulation = 仿真
simulate-believe-neither = 两者矛盾，是程序的错误
simulate-believe-nothing-yet = 尚无结果
simulate-bad-precision = “{ $text }”不是精度：请给出 0 到 100% 之间的比例，如 2%
simulate-bad-time = “{ $text }”不是一天以内的时间：请写成如 30 秒
simulate-bad-number = { $option } { $text }：请输入从 1 起的整数
simulate-bad-seed = “{ $text }”不能作为随机种子：请输入 0 到 4,294,967,295 之间的整数
day-precise =
    { $from ->
        [none] 一天的仿真
       *[other] { $from } 至 { $to } 一天的仿真
    }：{ $count ->
       *[other] { $days }
    } 天后达到精度。
day-days =
    { $from ->
        [none] 一天的仿真
       *[other] { $from } 至 { $to } 一天的仿真
    }：共 { $count ->
       *[other] { $days }
    } 天。
day-time =
    { $from ->
        [none] 一天的仿真
       *[other] { $from } 至 { $to } 一天的仿真
    }：时间已到，共 { $count ->
       *[other] { $days }
    } 天；区间比要求的宽。
day-column-day = 一天
day-column-long-run = 长期，按公式
day-column-begins = 自
day-column-inside = 在场人数
day-column-wait = 每步等待
day-column-busy = { $name }：忙 / 在岗
day-arrivals = 到达顾客
day-served = 已接待
day-gave-up = 中途离开
day-no-room = 因无位置离开
day-unserved = 未接待
day-carried-in = 前一天留下的顾客
day-carried-over = 留到第二天的顾客
day-median = 半数顾客离开用时不超过
day-p90 = 90% 顾客离开用时不超过
day-p95 = 95% 顾客离开用时不超过
day-within-promise = 承诺时间内的比例
day-wait = 等待合计
day-wip-max = 最多在场人数
day-inside-at-closing = 关门时在场人数
day-overtime = 从关门到最后一位离开
day-paid-hours = 付薪工时
day-overtime-hours = 加班工时
day-labour-cost = 人工成本
day-cost-per-customer = 每位顾客成本
day-profit = 利润
simulate-bad-mode = “{ $text }”不是可用的方式：请用 day 或 long-run
simulate-needs-hours = 需要营业时间：请添加一天，或使用 --mode long-run
simulate-days-of-long-run = --days 和 --log 只用于一天的仿真：请使用 --mode day
simulate-days-at = --at 是一个时段的长期仿真，没有天数：请去掉 --mode day、--days 和 --log，或去掉 --at
simulate-tables-of-long-run = --counts 和 --appointments 属于一天，不属于长期：请用 --mode day，或用 --at 看一个时段
simulate-no-such-day =
    --day { $day }：{ $count ->
       *[other] 最多仿真 { $days } 天，编号从 0 到 { $last }
    }
simulate-bad-day = “{ $text }”不是某一天的编号：请输入从 0 开始的整数

# 窗口中。

section-simulation = 公式还是仿真
simulation-running = 正在仿真……
simulation-running-after = 正在仿真……已有 { $customers } 位顾客
simulation-precise = 16 次运行共 { $customers } 位顾客后精确到 ±2%
simulation-time = 16 次运行共 { $customers } 位顾客后时间已到，尚未精确到 ±2%
simulation-unsettled = 16 次运行共 { $customers } 位顾客后仍未稳定：排队仍在变长，或负荷接近流量上限。以公式为准。
simulation-by-hand = 16 次运行共 { $customers } 位顾客后停止
simulation-held = { $customers } 位顾客后的初步数值；松手后继续
simulation-nothing = 尚无结果便已停止
simulation-not-settled = 未稳定
simulation-too-much = 无法仿真
simulation-no-steady-state = 没有稳定状态
simulation-grows = 没有稳定状态：{ $grows }
simulation-lost = 仿真中断。
simulation-contradiction = 精确公式与仿真相互矛盾。其中之一是程序的错误，请反馈。
simulation-stop = 停止
simulation-go-on = 继续
simulation-again = 重试
simulation-attained = 仿真中可达到：{ $rate }
simulation-believe-either = 两者皆可
simulation-believe-formula = 公式
simulation-believe-load = 公式（负荷）
simulation-believe-simulation = 仿真
simulation-believe-neither = 两者矛盾
simulation-believe-nothing-yet = 尚无结果
why-simulated = 仿真所得：16 次运行共 { $customers } 位顾客，每次都从没有顾客时开始。开头尚有影响的一段不计。
why-simulated-formula = 公式给出 { $value }（{ $basis }）。
why-simulated-no-formula = 没有公式可算：{ $lacks }。
why-simulation-agrees = 仿真结果一致：{ $value }。
why-simulation-attains = 顾客为其两倍时，仿真中完成 { $value }：这就是可达到的流量。
why-simulation-contradicts = 仿真与此矛盾：{ $value }。其中之一是程序的错误。

# 两个方案，同一批顾客。

compare-no-difference-seen = 看不出差别：区间包含零

# 与另一方案比较，同一批顾客。

simulate-versus = { $other }与{ $scenario }相比（同一批顾客）：
simulate-versus-unsettled = { $other }暂时无法与{ $scenario }比较：两者尚未都稳定。请给更多时间。
day-no-time = 第一轮仿真尚未完成，时间就到了：每天约有 { $customers } 位顾客。请用 --time 给更多时间。
simulate-versus-itself = “{ $name }”会与自身比较：请用 --versus 指定另一个方案。
simulate-versus-no-time = 没有时间将{ $other }与{ $scenario }比较。请给更多时间。
simulate-less = 更少
simulate-more = 更多
simulate-no-difference = 看不出差别
