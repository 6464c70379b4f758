# The day: its hours, appointments and shifts, in the comparison, the inspector and the tab.

day-from-to = { $from }–{ $to }
day-scenario-at = { $name }，{ $interval }
day-shift = { $count } 人 { $hours }{ $breaks }
day-break-paid = ，{ $at } 带薪休息 { $lasts }
day-break-unpaid = ，{ $at } 休息 { $lasts }
day-more = 另有 { $count } 个
day-comma = ，
day-rates = { $least } 至 { $most }
day-planned = 预约 { $customers } 人
day-hours = 营业时间
day-every = 时段
day-more-hours = 另有 { $count } 个时段，平均
day-steady-rate = 稳定流量
day-mean-rate = 全天平均
day-appointments = 预约
day-early = 平均提前
day-spread = 到达偏差
day-no-show = 爽约
day-at-closing = 关门时
day-serve-all = 在场顾客全部接待
day-turn-away = 尚未开始的顾客离开
day-first-come = 先到先服务
day-longest-inside = 在场最久者优先
day-promised = 承诺 { $time }
day-seeded = 随机种子 { $seed }
day-accepted = 可接受 { $time }
day-patient = 等 { $time } 后离开
day-waits = 已标记
day-simulation = 仿真

# A time of day on the command line.

at-busiest = 最忙
at-no-day = --at：“{ $name }”没有一天的安排。请在窗口的“一天”页签中添加，或去掉 --at
at-not-a-time = --at { $text }：请写时刻，如 12:30，或写“最忙”
at-closed = --at { $time }：“{ $name }”此时不营业，营业时间为 { $open } 至 { $close }

# The tab: table, picture, menus.

day-none = 顾客并非均匀到来，员工也有上下班。给服务安排一天，看看哪些时段应付得来。
day-give = 安排一天
day-give-help = 从 08:00 起，按营业时间（未填则八小时）；每小时均为稳定流量，因此起初一切不变
day-figures-of = 数值取自
day-long-run = 长期
day-help-steady = 改进效果均按长期计算
day-an-hour = 每小时顾客
day-bar =
    { $some ->
        [yes] { $interval }：每小时 { $rate } 位顾客，另有预约 { $planned } 人
       *[other] { $interval }：每小时 { $rate } 位顾客
    }
day-bar-help = 拖动顶端，或按 ↑ 和 ↓；按住 Alt 以十分之一为单位。点击可查看该时段的数值
day-strip = { $name }：{ $shift }
day-strip-always = { $name }：{ $shift }，按人数计；拖动一端即可安排班次
day-strip-help = 可拖动班次、两端或休息时间。← 和 → 移动班次，按住 Shift 移动结束时间，按住 Alt 移动开始时间。右键有更多操作
day-break = { $name }：{ $at } 休息 { $lasts }
day-break-make-paid = 休息带薪
day-break-make-unpaid = 休息不带薪
day-break-remove = 删除休息
day-one-more = 此班次多一人
day-one-less = 此班次少一人
day-add-break = 添加休息
day-remove-shift = 删除此班次
day-remove-shifts = 不安排班次：全天按人数
day-menu = 时间…
day-remove = 删除一天的安排
day-add-shift = 添加班次
day-opens = 开门
day-opens-help = 开门时间，如 08:00 或上午 8 点
day-closes = 关门
day-closes-help = 关门时间；不晚于开门时间则指次日，00:00 至 24:00 为全天营业
day-every-help = 表格一行代表多长时间
day-at-closing-help = 关门时在场的顾客如何处理
day-early-help = 预约的顾客平均比约定时间早到多久
day-spread-help = 到达时间的标准差
day-no-show-help = 预约后没有来的顾客所占比例
column-interval = 时段
column-interval-help = 一天中的时段
column-come = 顾客/小时
column-come-help = 每小时不经预约而来的顾客
column-planned = 预约
column-planned-help = 该时段有多少人预约
column-on-duty = 在岗
column-on-duty-help = 该时段在岗人数的最小值。填入的人数会变成最少的嵌套班次

# Tables of a day that are imported.

day-took-counts = 一天的顾客数已取自表格；有日期时取平均
day-took-appointments = 一天的预约已取自表格
day-took-shifts = 表格中的角色已采用其班次
day-fault-at = 第 { $row } 行，{ $column }“{ $text }”：{ $why }
day-fault-in-row = 第 { $row } 行：{ $why }
day-fault-table = 无法分辨各行：请将表格存为 CSV
day-fault-empty = 表格里没有内容
day-fault-no-column = 表格缺少一列：{ $column }
day-fault-not-a-date = 不是日期：请写成 2026-11-29 这样
day-fault-no-role = 没有这个名称的角色
day-fault-not-a-break = 不是休息时间：请写成“12:00 30 分钟 带薪”这样
day-column-time = 时间
day-column-count = 数量
day-column-customers = 顾客数
day-column-date = 日期
day-column-role = 角色
day-column-from = 开始
day-column-to = 结束
day-column-breaks = 休息
