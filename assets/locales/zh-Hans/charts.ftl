# The charts below the sheet: tabs, titles, axes, legends.

chart-tab-steps = 步骤
chart-tab-load = 负荷
chart-tab-visit = 顾客历程
chart-tab-waiting = 等待
chart-tab-money = 收支
chart-tab-risk = 风险
chart-tab-indicators = 指标
chart-tab-plan = 计划
chart-tab-verdict = 结论
chart-tab-redesign = 再设计
chart-tab-roles = 角色
chart-tab-day = 一天
chart-enlarge = 放大此图
chart-make-small = 还原

chart-lacks = 此图{ $what }
chart-reading = { $at }：{ $what }
chart-preview-of = 预览：{ $names }
chart-of = { $service } · { $scenario }
# Below a picture: what goes upwards and what to the right.
chart-axes-load = → 负荷：需求 ÷ 每{ $period }流量
chart-axes-visit = → 到达后的时间
chart-axes-waiting = ↑ 全程时间   → 到达人数
chart-axes-money = 左：→ 每位顾客金额 · 右：↑ 每位顾客利润   → 执行时间
chart-axes-money-parts = → 每位顾客金额
chart-axes-redesign = ↑ 每{ $period }流量   → 人数
chart-nothing = 还没有可显示的内容

# Load.

chart-load-share = 负荷
chart-load-capacity = 每{ $period }流量
chart-load-busy =
    { $count ->
       *[other] 需求 { $rate }：{ $name }是瓶颈，负荷 { $share }
    }
chart-load-full =
    { $count ->
       *[other] { $name }是瓶颈：满负荷时 { $rate }
    }
chart-load-over = { $name }超负荷：排队人数每{ $period }增加 { $rate }
chart-load-grows = 瓶颈，排队人数每{ $period }增加 { $rate }
chart-load-overloaded = 超负荷
chart-load-is-busy = 繁忙

# Waiting.

chart-waiting-now = { $demand }时，全程平均 { $time }；无人排队时 { $rush }
chart-waiting-over = 需求 { $demand }，只能服务 { $capacity }：排队人数不断增加
chart-waiting-compared = 负荷 80% 时全程平均 { $eighty }，90% 时 { $ninety }
chart-waiting-capacity = 上限 { $rate }
chart-waiting-rush = 无人排队：{ $time }
chart-waiting-computing = 正在计算…

# A visit.

chart-visit-now = 全程平均需 { $time }，其中等待 { $wait }
chart-visit-empty = 无人排队时，全程平均需 { $time }
chart-visit-likeliest = 按最可能的路线，全程需 { $time }，其中等待 { $wait }
chart-visit-likeliest-empty = 按最可能的路线，无人排队时全程需 { $time }
chart-visit-waits = 等待 { $time }
chart-visit-when = { $from } 至 { $to }
chart-visit-visible = 顾客看得见
chart-visit-hidden = 顾客看不见
chart-visit-slack = 时差（富余时间）{ $time }：再延长这么久也不影响全程
chart-visit-critical = 在关键路径上
chart-visit-triggered = 被触发，无人等它
chart-visit-legend-wait = 等待
chart-visit-legend-critical = 关键路径
chart-visit-legend-triggered = 无人等它
chart-visit-legend-slack = 时差（富余时间）

# Money.

chart-money-margin = 每位顾客 { $price }：成本 { $cost }，利润 { $margin }
chart-money-loss = 每位顾客成本 { $cost }，高于价格 { $price }
chart-money-cost = 每位顾客成本 { $cost }，其中空闲 { $idle }
chart-money-price = 价格 { $amount }
chart-money-total = 成本 { $amount }
chart-money-busy = 工作
chart-money-idle = 空闲
chart-money-of-it = 其中工作 { $busy }
chart-money-overhead = 间接费用
chart-money-material = 材料
chart-money-left = 利润
chart-money-lacking = 亏损
chart-money-profit = 利润随执行时间的变化
chart-money-work-only = 只计工作时间
chart-money-work-only-hint = 只计工作时间的利润：如同按工作分钟付薪（Shostack 1984）
chart-money-now = 现在 { $time }
chart-money-break-even = 盈亏平衡 { $time }
chart-money-standard = 标准 { $time }
chart-money-acceptable = 可接受 { $time }
chart-column-from = 开始
chart-column-to = 结束
chart-column-demand = 需求
chart-column-time = 时间
chart-column-part = 部分
chart-column-amount = 金额
chart-column-profit = 利润
profit-rule-paid = 每位顾客，含空闲时间，需求 { $demand }
profit-rule-capacity = 每位顾客，含全部付薪时间，满负荷
profit-rule-work = 只计工作时间，如同按工作分钟付薪（Shostack 1984）；不含空闲时间
profit-reach = 超过 { $time }时，{ $demand }超出{ $who }的产能，排队人数不断增加

mark-standard = 标准时间
mark-present = 当前时间
mark-acceptable = 可接受时间
mark-break-even = 盈亏平衡时间
