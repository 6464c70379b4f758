# 一天：营业时间、预约与班次，用于比较、属性和页签。

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
day-serve-all = 店内顾客全部接待
day-turn-away = 尚未开始的顾客离开
day-first-come = 先到先服务
day-longest-inside = 在店最久者优先
day-promised = 承诺 { $time }
day-seeded = 随机数 { $seed }
day-accepted = 可接受 { $time }
day-patient = 等 { $time } 后离开
day-waits = 已标记
day-simulation = 仿真

# 命令行上的时刻。

at-busiest = 最忙
at-no-day = --at：“{ $name }”没有一天的安排。请在窗口的“一天”页签中添加，或去掉 --at
at-not-a-time = --at { $text }：请写时刻，如 12:30，或写“最忙”
at-closed = --at { $time }：“{ $name }”此时不营业，营业时间为 { $open } 至 { $close }
