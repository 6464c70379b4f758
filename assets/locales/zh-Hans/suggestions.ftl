# What would help: suggestions, the heuristics behind them, their price, and the levers.

help-capacity = 接待更多顾客
help-time = 缩短停留时间
help-none = 任何单项改变都不能提高产能
help-none-time = 没有单项改变必定能缩短停留时间
help-time-growing = 排队人数不断增加时，停留时间没有稳定值：先要能接待更多顾客
help-nothing = 单独增加以下任何一个，每{ $period }流量不变：{ $names }
help-no-wait = 几乎无人排队等候：{ $names }

# Suggestions.

proposal-one-more =
    { $count ->
        [2] 增加 1 { measure }{ $name }
        [3] 再增加 1 { measure }{ $name }，共 3 { measure }
       *[other] 增加 1 { measure }{ $name }
    }
proposal-one-more-place =
    { $count ->
        [2] 增加 1 个席位：{ $name }
        [3] 再增加 1 个席位：{ $name }，共 3 个
       *[other] 增加 1 个席位：{ $name }
    }
proposal-one-more-each = 各增加 1 个：{ $names }
proposal-help = 让{ $helper }协助{ $helped }
proposal-pool = { $first }与{ $second }互相支援（合并人手）
proposal-hand-over = { $name }：由{ $to }代替{ $from }
proposal-merge = 合并{ $first }和{ $second }
proposal-side-by-side = { $first }和{ $second }同时进行
proposal-afterwards = 顾客离开后再做{ $name }
proposal-decide-before = 先{ $decision }，再{ $name }
proposal-shorten = { $name }：{ $from } → { $to }
proposal-leave-out = 取消{ $name }
proposal-automate = 用机器完成{ $name }

# The heuristics.

heuristic-extra-resources = 增加资源
heuristic-flexible-assignment = 灵活分配
heuristic-specialist-generalist = 由专才到通才
heuristic-exploit = 充分利用瓶颈
heuristic-task-elimination = 取消作业
heuristic-task-composition = 组合作业
heuristic-parallelism = 并行作业
heuristic-contact-reduction = 减少接触
heuristic-knock-out = 尽早筛除
heuristic-task-automation = 引入技术
heuristic-source = { $name }（Reijers 和 Limam Mansar，2005）
heuristic-source-constraint = { $name }（Goldratt 和 Cox，1984）

# What a suggestion costs besides.

trade-cost = 每小时多花 { $cost }
trade-cost-unknown = 成本未知
trade-training = 需要培训{ $name }
trade-haste = 质量不能因赶时间而下降
trade-missed = 顾客不再得到这一步
trade-longer-jobs = 少一次交接，但每项作业更长
trade-result-later = 顾客较晚才知道结果
trade-waits-for-both = 先完成的要等另一项
trade-order = 仅当判断不需要这一步的结果时可行
trade-independent = 仅当两者互不需要对方的结果时可行
trade-set-up = 需要投入资金和时间；一旦故障这一步就停止
trade-ask = 请填写届时所需的时间

# The card beside the panel.

suggestion-gain = { $name } { $gain }
suggestion-today = 现在
suggestion-then = 改进后
suggestion-uncertain = { $figures }：两个数的精度不足以判断哪个更大
suggestion-staff = 员工人数
suggestion-time = 所需时间
suggestion-cost = 每小时成本
suggestion-cost-hint = 未知
suggestion-time-hint = 例如 20 秒
suggestion-try = 直接改本方案
suggestion-make = 另建新方案
suggestion-thinking = 正在寻找改进办法…
suggestion-levers = 正在试算，恢复后才能预览

# Levers.

section-levers = 试算
levers-meaning = 可以随意试数，不会改动蓝图，除非您选择保留
levers-demand = 需求
levers-people = 数量
levers-times = 时间
levers-times-all = 所有步骤用时
levers-keep = 保留为新方案
levers-back = 恢复原值
levers-set = 正在试算，尚未保留
levers-were-put-back = 试算值已恢复；只有保留为新方案才不会丢失
levers-name-demand = 需求 { $rate }
levers-name-role = { $name }：在岗 { $count } 人
levers-name-things = { $name }：{ $count } { measure }
levers-name-time = { $name } { $percent }
levers-times-of-roles = 各角色的步骤用时
levers-times-of-bottleneck = 瓶颈步骤用时
levers-gaps = 到达方式
levers-helpers = 谁可以做
levers-nobody-else = 没有其他人
levers-helpers-help = 让另一角色也能做此步骤：谁空闲谁来做
levers-name-helper = { $name }也做{ $step }
levers-name-price = 价格 { $price }
levers-less = 少 1 { measure }{ $name }
levers-more = 多 1 { measure }{ $name }
levers-on-duty = 在岗 { $count }
levers-on-duty-still = 在岗仍为 { $count }
