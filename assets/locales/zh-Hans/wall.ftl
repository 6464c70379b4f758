# The wall of a lesson: what a class sees of a stop.

wall-changed = { $name } · 已改动
wall-try = 试一试
wall-try-by = 试一试 · { $by }
wall-unreliable = 约 { $value }：不可靠，仅供判断方向
wall-was = 原为 { $value }
wall-held-back = 暂不公布
wall-held-back-as = 暂不公布，{ $value }
wall-queue-grows =
    没有终点：排队人数每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }增加 { $number } 位
wall-queue-unsettled = 没有终点：排队人数永不稳定
wall-no-redesign = 尚未算出各目标所需的最少人数
wall-no-plan = 规划表已不存在，或其中有待改正之处
wall-hands = { $count } 人举手
wall-answers-cut = 有 { $count } 个选项太长，未能全部显示
wall-part = 蓝图的第 { $number } 部分，共 { $count } 部分
wall-results = 结果
wall-idea = 想法
wall-by = 提出者
wall-by-file = 文件中已有
wall-becomes = 变为 { $value }
wall-more = 还有 { $count } 项
wall-the-end = 课程到此结束
wall-day-typical = 典型的一天
wall-day-bad = 糟糕的一天
wall-day-number = 第 { $number } 天
wall-day-paused = { $day }，已暂停
day-picture-busiest = { $time } 到达最多：{ $rate }
day-picture-axes = ↑ 到达人数   → 时刻   折线：每{ $period }流量
day-picture-axes-held = ↑ 到达人数   → 时刻
