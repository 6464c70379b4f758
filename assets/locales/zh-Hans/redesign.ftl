# The redesign: its goal, rules, results, and what stands in its way.

advisor-title = 再设计
advisor-question = 最少用多少人能达到目标，又需要改变多少？

# Goal and rules.

advisor-target = 目标
advisor-target-rate = 至少
advisor-target-people = 使用人数
advisor-target-cost = 成本不超过
advisor-unit-people = 人
advisor-rules = 规则
rule-first = { $step }排在最前
rule-last = { $step }排在最后
rule-before = { $first }先于{ $then }
rule-alone = { $step }单独成岗
rule-together = { $steps }同岗
rule-one-thing = { $thing }只有一{ measure }：{ $step }只能在一处
rule-places = { $step }最多 { $count } 处
rule-trained = { $role }可以学习{ $step }
rule-widest = 每岗最多 { $count } 个步骤
rule-order = 保持现有顺序
rule-roles = 仍由现在的人员完成
rule-held = { $rule }（整个文件的规定）
rule-one-worker = 每岗一人
rule-keep-visibility = 任何岗位都不跨越可视分界线
rule-remove = 删除规则：{ $rule }
rule-wider = 每岗多一个步骤
rule-narrower = 每岗少一个步骤
rule-add = + 添加规则…
new-rule-sort = 规则类型
new-rule-first = 排在最前
new-rule-last = 排在最后
new-rule-before = 先于另一步骤
new-rule-alone = 单独成岗
new-rule-together = 与另一步骤同岗
new-rule-places = 限制处数
new-rule-trained = 谁可以学习
new-rule-step = 选择步骤
new-rule-other-step = 选择另一步骤
new-rule-role = 选择角色
new-rule-count = 最多处数
new-rule-add = 添加

# Progress of the search.

advisor-searching = 正在搜索…
advisor-stop = 停止
advisor-stopped = 搜索未完成
advisor-again = 重新搜索
advisor-nothing = 没有可搜索的内容
advisor-proven = 已证明：{ $people }已是最优
advisor-proven-between = 已证明：在判断位置不变时，{ $people }已是最优
advisor-proven-at-most = { $proven }（上限）
advisor-less-than-today = 低于现有{ $people }的流量
advisor-best-found = 目前最好，至多 { $rate }

# The designs.

advisor-plot = 人数与每{ $period }流量
advisor-axis-people = 人数
advisor-mark = { $people }，{ $rate }
advisor-mark-at-least = { $people }，至少 { $rate }
advisor-today-mark = 现状 { $rate }
advisor-target-line = 目标 { $rate }
advisor-take = 改为 { $target }
advisor-designs = { $people }达到 { $rate }的设计
advisor-equal =
    { $count ->
        [1] 仅此一种
       *[other] { $count } 种同样好，改动少的在前
    }
advisor-equal-more = { $count } 种以上同样好，改动少的在前
advisor-show-all = 显示全部 { $count } 种
advisor-show-few = 收起
advisor-design = { $jobs }：{ $changes }
advisor-task = { $number }  { $name }，{ $time }
advisor-merges = 合并 { $count } 处
advisor-splits = 拆分 { $count } 处
advisor-moved = 新增或调动 { $count } 人
advisor-reordered = { $count } 个步骤改变次序
advisor-no-change = 没有改变
advisor-design-balance = 平衡率 { $share }

# What a design changes.

advisor-changes = 有何改变
advisor-today = 现状
advisor-design-head = 设计
advisor-people = 人数
advisor-time-at = 全部时间（{ $rate }）
advisor-skills = 每人最多步骤
advisor-no-end = 无稳定值
advisor-better = 改善
advisor-worse = 变差
advisor-row = { $name }：{ $today } → { $design } { $meaning }
advisor-at-capacity = 成本与平衡率按满负荷计算
advisor-why = 为何不能更多
advisor-limit = { $steps }（{ $who }）：最多 { $rate }
advisor-limit-stays = 保持不变的部分最多服务 { $rate }
advisor-limit-more = 另有 { $count } 个岗位达到同样的上限
advisor-one-more = 再增加一人，可增加 { $rate }
advisor-one-more-at-most = 再增加一人，总共至多 { $rate }
advisor-one-more-nothing-at-most = 再增加一人不会提高这一上限
advisor-one-more-nothing = 再增加一人没有作用
advisor-training = 培训与配员
advisor-learns =
    { $count ->
       *[other] { $who }学习：{ $steps }
    }
advisor-nobody-learns = 无须培训
advisor-shift = { $name }：{ $today } → { $design }
advisor-staying = 保持不变
advisor-stays = { $step }：{ $why }
advisor-preview = 在画布上预览
advisor-make = 另建新方案
advisor-scenario-name = { $people } 人 { $rate }
advisor-previewing = 预览：{ $name }——未作任何改动
advisor-back = 返回

# Limits of a result.

redesign-proven-bound = 上限中最高；能否达到未经证明
redesign-rate-at-most = 至多 { $rate }
redesign-rate-at-least = 至少 { $rate }
redesign-cost-at-least = 至少 { $cost }
redesign-cost-at-most = 至多 { $cost }
redesign-target-at-most = 目标至多能达到：这里的每{ $period }流量都是上限，实际可能更低
redesign-target-cost-at-least = 目标在最好情况下才能达到：这里的成本都是下限，实际可能更高
redesign-assumed-worker = { $name }的人员
redesign-assumed = 有 { $count } 个步骤没有指明由谁来做：每个步骤按一名专人计算，这些人也可以改做其他步骤。
redesign-less-than-today = 低于现状
redesign-today-reaches-more = 现有人员的流量更高，因为其中有人承担不相邻的步骤。这里的设计由相邻步骤组成的岗位构成，“已证明最优”是指在这类设计中最优。
redesign-free-between-decisions = 顺序只在判断、分叉和汇合之间可以调整；“已证明最优”是指在保留这些位置的方案中最优。

# Why a step stays as it is.

stays-several-at-once = 同时需要多名人员
stays-kept-unit = 有资源在多个步骤中一直跟随顾客
stays-stand-in = 设备或合作方也能完成
stays-partner = 有合作方参与
stays-equipment = 设备或位置不能随人员一同增加
stays-shared = 同样的人员或设备还做其他保持不变的工作

# Why there is no redesign.

obstacle-lacks = 现状的每{ $period }流量未知，无法再设计：{ $reason }
obstacle-no-staff = 没有由人员完成的步骤，无可重组
obstacle-nothing-to-regroup = 没有可以重组的工作。“{ $step }”保持不变：{ $reason }
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
obstacle-cost-unknown = 成本未知：请为每个员工角色填写每小时成本
obstacle-role-without-tasks = “{ $name }”没有可以重组的工作
