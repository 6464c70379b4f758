# The day as it is simulated: in the panel beside the sheet, in the tab of the day, among the problems.

simulated-day-running = 已仿真 { $days } 天，±{ $width }，正在细化到 ±2%
simulated-day-first = 已仿真 { $days } 天，正在细化到 ±2%
simulated-day-precise = 已仿真 { $days } 天，精确到 ±2%
simulated-day-time = 已仿真 { $days } 天，±{ $width }；时间已到
simulated-day-most = 已仿真 { $days } 天，±{ $width }；天数已达上限
simulated-day-by-hand = 已在 { $days } 天后停止，±{ $width }
simulated-day-held = 由 { $days } 天得出的初步数字；松开后继续仿真
simulated-day-only = { $days } 天
simulated-day-beside = { $said }；长期运行仍在仿真

# The card above the tabs.

simulated-day-card = 全天的全部时间（仿真）
simulated-day-uneven = 一天之内忙闲不均，长期平均并不适用
simulated-day-short = 一天太短，达不到长期平均
simulated-day-card-help = 从无人在场开始的一天里，每位得到服务的顾客从到达到离开的平均时间。公式描述的是到达率恒定的长期情形

# Formula or simulation.

simulated-day-column-day = 一天
simulated-day-all-day = 全天 { $rate }
simulated-day-believe-help = 公式描述的是长期平均；一天太短或太不均匀，公式并不适用
simulated-day-long-run = 长期平均，{ $of }

# The day.

section-the-day = 一天
simulated-day-mean = { $days } 天的平均
simulated-day-within = { $time }内离开
simulated-day-p90 = 十分之九的顾客离开所需时间
simulated-day-inside = 关门时在场
simulated-day-last = 关门后最后一位离开
simulated-day-paid = 计薪工时
simulated-day-overtime = 加班
simulated-day-cost = 员工成本
simulated-day-came = 到来
simulated-day-hours = { $hours } 小时
simulated-day-at = 在“{ $name }”

# The tab.

simulated-day-plot = 在场人数（仿真）
simulated-day-band = 平均值与各天的 10%–90% 范围
simulated-day-highest = { $interval }：{ $number }
simulated-day-none-yet = 在场人数（仿真）：尚无结果
simulated-day-said = 在场人数（仿真）：平均最多 { $number }，在 { $interval }；其时十天中有八天在 { $low } 到 { $high } 之间
simulated-day-interval = { $interval }：在场平均 { $number }，十天中有八天在 { $low } 到 { $high } 之间
simulated-day-interval-wait = 此时开始等候的顾客等候 { $wait }
day-on-duty = 在岗
simulated-day-strips = 在岗与忙碌
simulated-day-busy = { $name }：{ $interval } 最忙，{ $share }

# Two scenarios on the same days.

simulated-day-compared = 一天（同样的 { $days } 天）

# Counts of several days of the week.

weekdays-title = 合为一天，还是按星期分开？
weekdays-text = 计数带有日期：{ $days }。可以取平均，也可以为每个星期几各建一份本方案的副本，使用各自的顾客数。
weekdays-mean = 取平均
weekdays-each = 各建一个方案
weekdays-scenario = { $name }，{ $day }
weekday-monday = 星期一
weekday-tuesday = 星期二
weekday-wednesday = 星期三
weekday-thursday = 星期四
weekday-friday = 星期五
weekday-saturday = 星期六
weekday-sunday = 星期日
