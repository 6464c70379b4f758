# Planning sheets: what they are for, what holds in them, what comes out and what is wrong.

planning-production = 生产计划
planning-blend = 配料
planning-knapsack = 背包
planning-choice = 选择
planning-transport = 物流配送
planning-assignment = 指派
planning-count = 选取个数
planning-total = 总量
planning-holds-at-most = { $name }至多 { $amount }
planning-holds-at-least = { $name }至少 { $amount }
planning-holds-exactly = { $name }恰为 { $amount }
planning-needs = 选{ $one }必须选{ $other }
planning-excludes = { $one }与{ $other }不可同选

# What comes out.

planning-best = 最优值：{ $value }
planning-no-plan = 无可行解：没有方案能满足全部约束
planning-no-end = 无界：{ $names }不受任何约束限制，没有最优解
planning-stopped = 搜索已停止。目前最好的值：{ $value }；任何方案都不会优于 { $bound }
planning-stopped-without = 搜索已停止，尚未找到可行解
planning-relaxation = 松弛问题（不要求整数）：{ $value }
planning-unique = 最优解唯一
planning-others = 有多重最优解
planning-conflict = { $count ->
    [one] 以下约束本身就无法满足：{ $held }
   *[other] 以下约束无法同时满足：{ $held }
}
planning-conflict-stopped = 进一步精简的搜索已停止：其中可能有多余的条件
planning-repair = 单独改为 { $amount } 即可
planning-no-repair = 改变此项无济于事
planning-without-amount = { $names }尚未给出数量：还不构成约束
planning-share-note = 占比约束的影子价格按总量中超出该占比的每单位计
planning-item = 项目
planning-amount = 数量
planning-all-best = 各最优解中的范围
planning-forced = 强行加一单位的损失
planning-stays = 价值的最优范围
planning-who = 人员
planning-what = 任务
planning-from = 起点
planning-to = 终点
planning-limit = 约束条件
planning-used = 用量
planning-left = 剩余
planning-one-more = 增加一单位带来
planning-up-to = 直至
planning-one-less = 减少一单位带来
planning-down-to = 低至
planning-with-one-more = 增加一单位时的值
planning-with-one-less = 减少一单位时的值

# What is wrong, and where.

planning-fault = 规划表“{ $sheet }”，{ $place }：{ $wrong }
planning-fault-of-sheet = 规划表“{ $sheet }”：{ $wrong }
planning-at-item-name = 第 { $name } 个项目的名称
planning-at-worth = { $name }的价值
planning-at-uses = { $item }对{ $limit }的用量
planning-at-least = { $name }的下限
planning-at-most = { $name }的上限
planning-at-limit-name = 第 { $name } 个约束条件的名称
planning-at-amount = { $name }的数量
planning-at-rule = 第 { $name } 条规则
planning-at-row-name = 第 { $name } 行的名称
planning-at-column-name = 第 { $name } 列的名称
planning-at-way = 从{ $from }到{ $to }
planning-wrong-empty = 缺少数字
planning-wrong-text = “{ $text }”不是数字：请写 3.48、1/3 或 30%
planning-wrong-over-zero = “{ $text }”的分母为 0
planning-wrong-too-long = 数字最多 400 位
planning-wrong-negative = { $text } 小于 0
planning-wrong-least-above-most = 下限大于上限
planning-wrong-no-whole = 下限与上限之间没有整数
planning-wrong-doubled = 已有名为“{ $name }”的内容
planning-wrong-of-itself = 规则的两边都是“{ $name }”
planning-wrong-unknown = 没有名为“{ $name }”的项目
planning-wrong-items = { $there } 个项目过多：最多 { $most } 个
planning-wrong-limits = { $there } 个约束条件过多：最多 { $most } 个
planning-wrong-ends = { $there } 行或列过多：最多 { $most }
planning-wrong-beyond = 没有对应的约束条件、行或列
planning-wrong-wants-most = 请给“{ $name }”设上限，否则无法判断它是否被选
planning-wrong-wants-whole = 请让“{ $name }”取整数，否则无法判断它是否被选

planning-service-mix = 服务组合
planning-mix-no-link = 没有说明由什么填写：请用 link 指向一个方案
planning-mix-no-scenario = 它的方案已不存在
planning-mix-step-gone = 其方案中没有步骤 { $name }
planning-mix-no-decision = 它的步骤不是有两条出路的判断
planning-mix-no-entries = 没有两个按比例进入的步骤
planning-mix-class-gone = 第 { $name } 类的连线或步骤已不存在
planning-mix-class-twice = 第 { $name } 类写了两次
planning-mix-no-worth = “{ $name }”的一位顾客值多少没有给出，也没有价格
planning-mix-bad-fill = “{ $text }”不是工作时间的比例：请填写大于 0% 且不超过 100% 的比例
planning-mix-lacks = 所有顾客都属于“{ $name }”时，流量{ $lacks }
planning-mix-today = 按目前的比例，用同样多的工时，每小时可服务 { $rate } 位，每小时价值 { $value }。
planning-mix-at-most = 这是上限：需要同时占用多个或保留占用的工作，实际不一定能达到。
planning-column-pool = 资源
planning-column-hour = 每小时（边际）
planning-column-one-more = 多一个带来
planning-column-less-wage = 扣除工资

# What changed, and what is said in a sentence.

planning-change = 规划表“{ $sheet }”，{ $what }：{ $before } → { $after }
planning-nothing-written = 空白
planning-change-renamed = 规划表“{ $before }”现名“{ $after }”
planning-change-item = 项目
planning-change-limit = 约束条件
planning-change-row = 行
planning-change-column = 列
planning-change-added = 规划表“{ $sheet }”：新增{ $what }“{ $name }”
planning-change-removed = 规划表“{ $sheet }”：删除{ $what }“{ $name }”
planning-change-differs = 规划表“{ $sheet }”：{ $what }“{ $name }”有变化
planning-change-aim = 目标
planning-change-amounts = 取值
planning-change-holds = { $name }的约束方向
planning-change-otherwise = 规划表“{ $sheet }”另有变化
planning-said-most = “{ $sheet }”：最优方案为{ $plan }，目标值 { $value }。
planning-said-least = “{ $sheet }”：最优方案为{ $plan }，成本 { $value }。
planning-said-other = “{ $sheet }”：{ $said }。
planning-said-faults = “{ $sheet }”填写有误，没有结果。
planning-said-more = 文件中还有 { $count } 张规划表。
