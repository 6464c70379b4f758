# Planning sheets in the window: their table, what an answer says, their pictures.

# Templates.

planner-title-production = 生产计划
planner-title-blend = 配料问题
planner-title-knapsack = 背包问题
planner-title-choice = 公司选择
planner-title-transport = 物流配送
planner-title-assignment = 指派问题
planner-about-production = 各生产多少，利润最大
planner-about-blend = 样样够用，成本最低
planner-about-knapsack = 容量有限，该装哪些
planner-about-choice = 选哪些，不选哪些
planner-about-transport = 从哪里运到哪里，运费最省
planner-about-assignment = 谁做哪件事
planner-new-sheet = 新建规划表
planner-unnamed = 未命名的规划表
planner-rename = 重命名规划表
planner-duplicate = 复制规划表
planner-remove = 删除规划表
planner-tab-help = 双击改名，拖动换位置，右键有更多操作
planner-new-item = 项目 { $number }
planner-new-limit = 约束 { $number }
planner-new-from = 产地 { $number }
planner-new-to = 销地 { $number }

# The panel at the left, and the strip above the table.

planner-this-sheet = 本表
planner-template = 模板
planner-aim = 目标
planner-aim-most = 利润最大
planner-aim-least = 成本最小
planner-amounts = 取值
planner-any = 任意
planner-whole = 整数
planner-yes-no = 是或否
planner-items = 项目
planner-limits = 约束条件
planner-rows = 行
planner-columns = 列
planner-count = 选取个数
planner-total = 总量
planner-free = 不限
planner-at-most = 至多
planner-at-least = 至少
planner-exactly = 恰好
planner-at-most-share = 至多占总量
planner-at-least-share = 至少占总量
planner-exactly-share = 恰好占总量
planner-add-rule = 添加规则
planner-remove-rule = 删除规则：{ $rule }
planner-show-formulas = 显示为公式
planner-add-item = 添加项目
planner-add-limit = 添加约束
planner-add-from = 添加行
planner-add-to = 添加列

# The table.

planner-profit = 利润
planner-cost = 成本
planner-least = 下限
planner-most = 上限
planner-kind = 取值
planner-holds = 约束方向
planner-used-left = 用量、剩余
planner-left = 剩 { $left }
planner-one-more = 影子价格
planner-to-value = 达 { $value }
planner-up-to = 至 { $to }
planner-one-less = 减少一单位变化 { $value }，至 { $from } 为止
planner-more-none = 无法再增加：增加后无可行解
planner-more-unknown = 此表未求得
planner-answer = 最优解
planner-stays = 最优范围
planner-all-best = 各最优解的范围
planner-profit-most = 最大利润
planner-cost-least = 最小成本
planner-forced = 强行加入一单位损失 { $loss }
planner-yes = 选
planner-no = 不选
planner-name-of-item = 第 { $number } 个项目的名称
planner-name-of-limit = 第 { $number } 个约束的名称
planner-name-of-row = 第 { $number } 行的名称
planner-name-of-column = 第 { $number } 列的名称
planner-supply = 供应量
planner-demand = 需求量
planner-can = 可承担
planner-times = 需完成
planner-from-to = 产地 \ 销地
planner-who-what = 人员 \ 任务
planner-not-typed = 此格由计算得出，请在白色格中输入
planner-kind-of-item = 此项目的取值
planner-row-above = 在上方添加行
planner-row-below = 在下方添加行
planner-remove-row = 删除此行
planner-column-before = 在前面添加列
planner-column-after = 在后面添加列
planner-remove-column = 删除此列
planner-no-line = 此处没有可增删的行或列
planner-unknown-columns = 无法识别，已略去：{ $names }

# What the answer says.

planner-last-answer = 表格改正之前，显示上一次的结果
planner-faults = 需要改正
planner-size-items = { $items } 个项目 · { $limits } 个约束
planner-size-ways = { $rows } × { $columns } 条路线
planner-failed = 规划表求解失败
planner-again = 重试
planner-solving = 正在求解……
planner-the-most = 可能的最大值
planner-the-least = 可能的最小值
planner-if-parts = 松弛问题的最优值
planner-if-parts-note = 不一定能达到
planner-best = 最优解
planner-only-best = 唯一的最优解
planner-one-of-many = 多重最优解之一
planner-others-lines = 还有同样好的方案，各项的范围见表。
planner-no-end = 无界，没有最优解
planner-stopped = 搜索中止：目前最好的方案
planner-bound = 任何方案都不会优于 { $bound }。
planner-ray = 每增加一单位{ $item }，目标值变化 { $value }，且不占用任何有限的资源。
planner-ray-along = 每增加一单位{ $item }，同时 { $along }，目标值变化 { $value }，且不占用任何有限的资源。
planner-use-repair = 改用这个数量
planner-plan = 方案
planner-way = { $from }至{ $to }
planner-more-lines = 表中还有 { $count } 项
planner-used-of = { $used }/{ $amount }
planner-brings = 每增加一单位带来 { $value }
planner-brings-until = 每增加一单位带来 { $value }，至 { $to } 为止
planner-brings-to = 增加一单位带来 { $value }，达到 { $total }
planner-costs = 每增加一单位成本变化 { $value }
planner-costs-until = 每增加一单位成本变化 { $value }，至 { $to } 为止
planner-costs-to = 增加一单位成本变化 { $value }，达到 { $total }
planner-excess = 超出比例一单位，目标值变化 { $value }
planner-excess-note = 按超出比例的单位计
planner-brings-nothing = 再增加不会带来改善
planner-binds-badge = 瓶颈

# The pictures.

planner-picture = 图解
planner-bars = 用量
planner-formulas = 公式
planner-put-back = 直线复位
planner-pull = 拖动琥珀色的等值线，直到最后碰到可行域：那个顶点最优。
planner-line = 等值线
planner-line-profit = 利润 { $value }
planner-line-cost = 成本 { $value }
planner-line-no-profit = 没有方案能达到 { $value }
planner-line-no-cost = 没有方案只花 { $value }
planner-unused-way = 未用：每单位多 { $loss }
planner-copy-formulas = 复制公式
planner-course = 目标值随{ $name }的变化
planner-pick-number = 在表中选一个数，这里会画出目标值随它的变化。
planner-no-course = 在这个范围内，无论取什么数都没有最优解。
planner-each = 每单位 { $value }
planner-corner = 从 { $at } 起：{ $changes }
planner-binds = { $name }成为瓶颈
planner-frees = { $name }不再是瓶颈
planner-comes-in = { $name }进入方案
planner-goes-out = { $name }退出方案
planner-reaches-most = { $name }达到上限
planner-leaves-most = { $name }低于上限
