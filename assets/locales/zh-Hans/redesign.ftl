# 再设计建议的文字。

redesign-staff = 人员
redesign-cost = 每位顾客成本
redesign-designs = 设计数
redesign-proof = 依据
redesign-today = 现状 { $count }
redesign-at-least = 至少 { $count }
redesign-no-gain = 与{ $people }相同，没有提高
redesign-proven = 已证明最优
redesign-proven-bound = 上限中最高；能否达到未经证明
redesign-rate-at-most = 至多 { $rate }
redesign-rate-at-least = 至少 { $rate }
redesign-cost-at-least = 至少 { $cost }
redesign-cost-at-most = 至多 { $cost }
redesign-target-at-most = 目标至多能达到：这里的能力都是上限，实际可能更低
redesign-target-cost-at-least = 目标在最好情况下才能达到：这里的成本都是下限，实际可能更高
redesign-job = { $role } ×{ $count }
redesign-assumed-worker = { $name }的人员
redesign-assumed = 有 { $count } 个步骤没有指明由谁来做：每个步骤按一名专人计算，这些人也可以改做其他步骤。
redesign-free-between-decisions = 顺序只在判断、分叉和汇合之间可以调整；“已证明最优”是指在保留这些位置的方案中最优。
redesign-unproven = 至多 { $rate }
redesign-point = { $people }，{ $rate }：改动少的在前
redesign-changes = 合并 { $merges }，拆分 { $splits }，新增或调动 { $moved } 人，调整顺序 { $reordered }
redesign-stays = 保持不变
redesign-scenario-name = { $people }，{ $rate }

stays-several-at-once = 同时需要多名人员
stays-kept-unit = 有资源在多个步骤中一直跟随顾客
stays-stand-in = 设备或合作方也能完成
stays-partner = 有合作方参与
stays-equipment = 设备或位置不能随人员一同增加
stays-shared = 同样的人员或设备还做其他保持不变的工作

obstacle-lacks = 现状能力未知，无法再设计：{ $reason }
obstacle-no-staff = 没有由人员完成的步骤，无可重组
obstacle-nothing-to-regroup = 没有可以重组的工作。{ $step } 保持不变：{ $reason }
obstacle-too-many-tasks = 工作有 { $count } 项，太多；最多可重组 { $most } 项
obstacle-order-in-circle = 规则要求的顺序形成了循环：请取消其中一条
obstacle-too-few = { $people }太少：按这些规则至少需要 { $least } 人
obstacle-no-design = { $people }无法在这些规则下完成工作：请放宽一条
obstacle-rate-out-of-reach = 无论多少人都达不到：按这些规则最高为 { $rate }
obstacle-rate-out-of-reach-at-most = 无论多少人都达不到：按这些规则至多为 { $rate }
obstacle-rate-staying = 仅靠重新安排工作达不到：保持不变的工作（{ $steps }）最多只能做到 { $rate }；此处不尝试为其增加人手
obstacle-rate-not-found = 没有找到能达到目标的设计：找到的设计最高为 { $rate }
obstacle-cost-out-of-reach = 没有找到成本这么低的设计：每位顾客最低为 { $cost }
obstacle-cost-out-of-reach-at-least = 没有找到成本这么低的设计：每位顾客至少为 { $cost }
obstacle-cost-unknown = 成本未知：请给每个人员角色填写每小时成本
obstacle-role-without-tasks = { $name } 没有可以重组的工作

command-bad-target = --target { $text }：{ $reason }。请写成 120/h
command-bad-target-cost = --target-cost { $text }：{ $reason }。请写成 0.90 这样的金额
command-bad-staff = --staff { $text }：请写 1 至 { $most } 的人数、范围（如 6..12）或角色（如 Nurse=3,Doctor=2）
command-staff-twice = --staff { $text }：{ $name } 出现了两次
command-no-such-step = 没有名为“{ $name }”的步骤，最接近的是“{ $nearest }”
command-no-such-role = 没有名为“{ $name }”的角色，最接近的是“{ $nearest }”
command-no-task = 步骤“{ $name }”没有可以重组的人员工作，最接近的是“{ $nearest }”
command-redesigned = 已保存 { $file }，其中有方案“{ $name }”
# 改进建议与试算。

# 建议的做法。

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

# 启发式方法。

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

# 其他代价。

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

# 面板旁的卡片。

suggestion-gain = { $name } { $gain }
suggestion-today = 现在
suggestion-then = 改进后
suggestion-uncertain = { $figures }：两个数的精度不足以判断哪个更大
suggestion-staff = 员工人数
suggestion-time = 所需时间
suggestion-cost = 每小时成本
suggestion-cost-hint = 未知
suggestion-time-hint = 例如 20 s
suggestion-try = 直接改本方案
suggestion-make = 另建新方案
suggestion-thinking = 正在寻找改进办法…
suggestion-levers = 正在试算，恢复后才能预览
suggestion-machine = { $name }用的机器
scenario-numbered = { $name }（{ $number }）

# 试算。

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
levers-name = 试算：{ $changes }
levers-name-demand = 需求 { $rate }
levers-name-role = { $count } { measure }{ $name }
levers-name-time = { $name } { $percent }
levers-times-of-roles = 各角色的步骤用时
levers-times-of-bottleneck = 瓶颈步骤用时
levers-less = 少 1 { measure }{ $name }
levers-more = 多 1 { measure }{ $name }
