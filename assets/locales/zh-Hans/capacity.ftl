# The capacity panel: bottleneck, tiles, loads, and one less or one more of each pool.

section-load-by-step = 各步骤负荷
section-load-by-step-tried = 各步骤负荷（预览）
section-load-by-role = 各角色负荷
section-what-would-help = 如何改进
section-time = 用时
section-experience = 可见与不可见
section-labour = 人工
section-money = 成本与利润
section-changes = 少一个，多一个

changes-meaning = 每种改变之后重新计算的每{ $period }流量
changes-one-less = 少一个
changes-one-more = 多一个
changes-faster = 快 10%
unit-capacity-per-hour =
    每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }流量
load-none = 填写步骤时间即可看到每{ $period }流量
load-part-of-time = 占{ $name }时间的 { $share }，共做 { $count } 个步骤
load-part-of-work = 占{ $name }工作的 { $share }，共做 { $count } 个步骤
role-work = 每位顾客所需时间：{ $time }
bottleneck-is = 瓶颈：{ $name }
bottleneck-tried = 预览——瓶颈：{ $name }
bottleneck-arithmetic =
    { $count ->
       *[other] { $offer } { measure }{ $name }
    } ÷ { $work }{ $exact ->
        [yes] { " " }=
       *[no] ：
    } { $rate }
bottleneck-next = 下一个限制：{ $name }，{ $rate }
bottleneck-no-other = 没有其他限制
# A pool and the only step that it does.
pool-with-step = { $name }（{ $step }）

queue-grows =
    排队人数每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }增加 { $number } 位
no-capacity = 还没有产能
no-capacity-now = 目前无法得出产能
# A figure that the last changes took away: the ear is told its last value so.
figure-before = { $value }（最近修改之前）
headline-before = 灰色数值：最近修改之前
headline-utilisation = 利用率
headline-time = 全部时间
headline-to-capacity = 单击查看负荷与建议
no-capacity-tried = 预览——没有产能
no-end = 无稳定值
arrivals-of =
    每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }到达 { $number } 位
tile-queue-grows =
    排队每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }增加 { $number } 位
tile-queue-unsettled = 排队人数不会稳定
