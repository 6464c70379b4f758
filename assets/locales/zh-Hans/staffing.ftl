# The staffing plan: its target, its shifts, what it costs, and what stands in its way.

staffing-target-within = 每个时段中，各角色处 { $share } 的等待不超过 { $wait }
staffing-target-busy = 每个时段中，各角色的忙碌时间不超过在岗时间的 { $share }
staffing-holds = 在另外 { $days } 天的每个时段都达到目标：最低 { $share } ± { $half }，为{ $role }自 { $time } 起的时段。
staffing-misses = 未达到目标：在另外 { $days } 天中为 { $share } ± { $half }，为{ $role }自 { $time } 起的时段。
staffing-busy-holds = 在另外 { $days } 天的每个时段都达到目标：最高 { $share } ± { $half }，为{ $role }自 { $time } 起的时段。
staffing-misses-several = { $of } 个时段中有 { $missed } 个未达到目标，其中差得最多的：{ $said }
staffing-people = 人数
staffing-paid = 计薪
staffing-cost = 每天费用
staffing-today = 目前计薪
staffing-cost-today = 目前费用
staffing-overtime = 加班
staffing-hours = { $hours } 小时
staffing-proof = 班次
staffing-all = 合计
staffing-proven = 没有更便宜的
staffing-unproven = 最多比最便宜的贵 { $share }
staffing-unknown = 未必最便宜
staffing-shift = { $count } × { $from }–{ $to }
staffing-break = { $shift }，{ $from }–{ $to } 休息，不计薪
staffing-break-paid = { $shift }，{ $from }–{ $to } 休息，计薪
staffing-from = 时间
staffing-work = { $role }：工作
staffing-need = 需要
staffing-duty = 在岗
staffing-held = 及时
staffing-held-busy = 忙碌
staffing-stretch = { $from } 至 { $to }
staffing-scenario-name = { $roles }轮班
staffing-name-of-role = { $name } { $count } 人
staffing-saved = 已保存 { $file }，新方案为“{ $name }”
staffing-rota-saved = 已保存 { $file }，共 { $count } 个班次
staffing-no-day = 排班需要营业时间：请给需求加上一天的开门和关门时间。
staffing-no-staff = 没有可排的人：没有一个角色是有工作的员工。
staffing-cancelled = 排班已取消。
staffing-out-of-reach = 目标达不到：无论有多少{ $role }，自 { $time } 起的时段只有 { $share } 的等待足够短。顾客在那里等的是别的人或物。
staffing-unreached = { $times }没有班次能到，而此时需要{ $role }。请允许更短的班次，或更多的上班时间。
staffing-bad-shape = 第 { $number } 种班次不成立：它长于一天，或休息不能在班次之内按上班时间的间隔开始。
staffing-bad-within = “{ $text }”不是比例：请给出 0 到 100% 之间的比例，如 90%
staffing-bad-busy = “{ $text }”不是比例：请给出 0 到 100% 之间的比例，如 85%
staffing-bad-wait = “{ $text }”不是一天以内的时间：请写成如 5 分钟
staffing-bad-start = “{ $text }”不是一天以内的整分钟数：请写成如 30 分钟
staffing-bad-shift = “{ $text }”不是班次：请写明时长，如有休息，再写明休息多久、何时可以开始，如 8 小时，3:30-4:30 后休息 30 分钟
staffing-bad-output = “{ $file }”既不是蓝图（.ron），也不是班次表（.csv）

# 窗口：从目标到方案的对话框。

command-staffing = 排班…
command-staffing-hint = 谁何时上班：用最少的计薪工时，全天守住承诺
staffing-from-day = 谁该何时上班？排班…
staffing-title = 排班
staffing-question = 最少需要多少计薪工时，才能在一天的每个时段都守住承诺？
staffing-target = 目标
staffing-aim-waits = 等待
staffing-aim-busy = 忙碌不超过
staffing-wait-at-most = 的等待不超过
staffing-field-share = 等待的比例
staffing-field-wait = 最长等待
staffing-field-busy = 忙碌比例上限
staffing-roles = 角色
staffing-wage = 每小时 { $wage }
staffing-no-wage = 无工资
staffing-shifts-allowed = 可用班次
staffing-shape-break = { $length }，{ $from }-{ $to } 后休息 { $lasts }
staffing-shape-paid-break = { $length }，{ $from }-{ $to } 后带薪休息 { $lasts }
staffing-no-break = 无休息
staffing-rest = 休 { $lasts }，{ $from }–{ $to } 后
staffing-rest-paid = 带薪休 { $lasts }，{ $from }–{ $to } 后
staffing-shape-change = 修改班次：{ $shape }
staffing-shape-remove = 删除班次：{ $shape }
staffing-shape-field = 可用的班次
staffing-shape-help = 如 8 小时，3:30-4:30 后休息 30 分钟；带薪休息：8 小时，4:00 后带薪休息 15 分钟
staffing-add-shift = + 添加班次…
staffing-new-shift = 5 小时
staffing-malformed = “{ $shape }”不成立：休息不在班次之内，或按每 { $every } 一次的上班时间，没有一次落在休息可以开始的时间里。
staffing-starts-every = 上班间隔
staffing-how = 如何求得
staffing-stage-load = 人手充足时仿真 { $days } 天的工作量
staffing-stage-repair = 埃尔朗 C 公式，再用 { $days } 天修正
staffing-stage-repair-busy = 工作量除以比例，再用 { $days } 天修正
staffing-stage-shifts = 精确搜索选出班次
staffing-stage-check = 用另外 { $days } 天检验
staffing-stage-done = 已完成
staffing-stage-now = 进行中
staffing-working = 正在排班…
staffing-checking = 正在检验…
staffing-step-of = 第 { $number } 步，共 { $of } 步：{ $stage }
staffing-again = 重新排班
staffing-no-plan = 没有排班方案
staffing-no-role-chosen = 没有要排的人：请至少勾选一个角色。
staffing-all-proven = 已证明：计薪工时不能更少
staffing-all-unproven = 最多比最少工时多 { $share }
staffing-demand = 需求
staffing-an-hour = 每小时顾客
staffing-needed = 需要
staffing-there = 在岗
staffing-spare = 富余 { $count } 人
staffing-in-time = 及时
staffing-of-waits = 占等待的 %
staffing-busy-share = 忙碌
staffing-of-time = 占时间的 %
staffing-shifts = 班次
staffing-pause = 休息
staffing-person = { $role } { $number }
staffing-person-told = { $name }：{ $shift }；计薪 { $paid }
staffing-interval = { $role }，{ $interval }：需要 { $need } 人，在岗 { $there } 人，{ $share } 的等待及时
staffing-interval-busy = { $role }，{ $interval }：需要 { $need } 人，在岗 { $there } 人，{ $share } 的时间忙碌
staffing-plus-minus = { $share } ± { $half }
staffing-half-width = ± { $half }
staffing-holds-always =
    { $hours ->
        [yes] 每小时都达到目标
       *[other] 每个时段都达到目标
    }
staffing-misses-at = { $time } 起未达到目标
staffing-misses-some =
    { $hours ->
        [yes] { $of } 小时中有 { $missed } 小时未达到目标，{ $time } 起差得最多
       *[other] { $of } 个时段中有 { $missed } 个未达到目标，{ $time } 起差得最多
    }
staffing-no-shapes = 没有可用的班次：请添加一种，如 8 小时。
staffing-usual-shapes = 恢复常用的班次
staffing-least-share = 等待不超过 { $wait } 的最低比例：{ $role }，自 { $time } 起
staffing-most-busy = 最高忙碌比例：{ $role }，自 { $time } 起
staffing-on-days = 用排班时未用过的 { $days } 天得出
staffing-paid-hours = 计薪工时
staffing-sum = 排班
staffing-sum-today = 目前
staffing-wage-missing = { $role }没有工资：其费用未计入。
staffing-plan = 排班
staffing-row-share = 等待不超过 { $wait } 的最低比例
staffing-row-busy = 最高忙碌比例
staffing-row-when =
    { $hours ->
        [yes] 起于哪一小时
       *[other] 起于哪一时段
    }
staffing-row-held =
    { $hours ->
        [yes] 达到目标的小时
       *[other] 达到目标的时段
    }
staffing-held-of = { $of } 个中 { $held } 个
staffing-why = 为何不能更少
staffing-why-least = { $role }：无论目标如何，任何时候都不能更少。
staffing-why-less = 自 { $time } 起少一名{ $role }，该时段就只有 { $share } 的等待足够短。
staffing-why-less-then = 自 { $time } 起少一名{ $role }，自 { $then } 起的时段就只有 { $share } 的等待足够短。
staffing-why-busier = 自 { $time } 起少一名{ $role }，该时段就有 { $share } 的时间忙碌。
staffing-why-busier-then = 自 { $time } 起少一名{ $role }，自 { $then } 起的时段就有 { $share } 的时间忙碌。
staffing-why-exact = { $role }：需要 { $need }，计薪也不多于此。
staffing-why-cover = { $role }：需要 { $need }；用这些班次，最少要计薪 { $paid } 才能排满。
staffing-why-above = { $role }：需要 { $need }；计薪 { $paid }，最多比排满所需的最少工时多 { $above }。
staffing-why-unknown = { $role }：需要 { $need }，计薪 { $paid }；也许还能更少。
staffing-save-rota = 保存班次表…
staffing-save-title = 将班次保存为表格
staffing-name-taken = 已有文件 { $name }。请另选名称。
staffing-made = “{ $name }”已成为单独的方案，采用这些班次
staffing-drag = 拖动班次可试其他安排，上方的比例随之更新
staffing-drag-help = 拖动，或按 ← 和 →，可试其他时间
staffing-back = 恢复求得的排班
staffing-by-hand = 这些班次经过手动移动。达到目标与否由仿真得出，但未证明工时不能更少。
staffing-moved = 已手动移动
