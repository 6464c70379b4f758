# The plan, the matrix of risks and the scorecard: what is bad leads to a change.

short-date = { $month } 月 { $day } 日

# The plan as a picture.

plan-stage-prepare = 准备
plan-stage-implement = 实施
plan-stage-evaluate = 评估
plan-stage-optimise = 优化
plan-picture-capacity = 产能
plan-picture-recomputed = 每项措施完成后重新计算
plan-picture-time = 每次服务历时
plan-picture-cost = 每位顾客成本
plan-picture-none = 无止境
plan-picture-come = { $rate }
plan-picture-reached = { $date }达到 { $rate }
plan-picture-span = { $start }至{ $end }
plan-picture-with-rest = 含没有措施带来的变化
plan-picture-none-late = 没有措施延期
plan-picture-on-time = 按期
plan-picture-late = { $count } 项措施延期
plan-picture-days = { $days } 天
plan-picture-slack = 时差 { $days } 天
plan-picture-days-late = 延期 { $days } 天
plan-picture-milestone = 里程碑
plan-picture-done = 已完成

# The plan in the window.

plan-none = 改进计划说明谁在何时做什么。每项措施完成后，产能、服务历时和成本都会重新计算，成效一目了然。
plan-begin = 制定计划
plan-add = 添加措施
plan-new-action = 新措施
plan-remove = 删除措施
plan-choose = 选择一项措施进行修改
plan-no-start = 填写计划的开始日期后，各项措施即按时间排列
plan-today = 今天是
plan-today-help = 以哪一天来看计划；留空则为计算机的日期
log-title = 记录
log-new = 做了什么，看到什么
log-remove = 删除这条记录：{ $text }
plan-whole = 整个计划
plan-start = 开始
plan-target = 目标方案
plan-target-none = 无
plan-target-help = 全部措施完成后，第一个方案变成的方案
plan-date-hint = 如 2026-06-01
plan-name = 措施
plan-stage = 阶段
plan-owner = 负责人
plan-field-days = 天数
plan-field-days-help = 日历天数；0 表示里程碑
plan-after = 前置措施
plan-after-help = 这些措施完成后才开始
plan-after-nothing = 无
plan-after-none-else = 没有其他措施
plan-after-circle = 这样它就必须先于自己完成
plan-own-start = 不早于
plan-own-start-help = 最早的开始日期
plan-done = 完成日期
plan-cost = 费用
plan-cost-help = 一次性费用
plan-brings = 带来
plan-brings-help = 完成后，第一个方案与目标方案之间的哪些差异得以实现
plan-brings-nothing = 无
plan-brings-all = 其余全部
plan-brings-no-difference = 计划没有指向其他方案
plan-about = 针对：{ $names }

# Risks.

risk-none = 目前没有失误点。选中一个步骤，在右侧“失误点”中填写可能出什么错、多久一次、多严重。
risk-often-severe = 频繁且严重
risk-rare-severe = 少见但严重
risk-often-mild = 频繁但轻微
risk-rare-mild = 少见且轻微
risk-likelihood = 每位顾客的可能性；面积表示每天失误次数
risk-likelihood-hour = 单个顾客的可能性；面积为每小时的失误次数
risk-severity = 影响程度
risk-free = { $share } 的顾客全程无失误
risk-failures = 每位顾客 { $number } 次失误
risk-a-day = 每天 { $number } 次
risk-an-hour = 每小时 { $number } 次
risk-column-what = 失误点
risk-column-customer = 每位顾客
risk-column-day = 每天
risk-column-hour = 每小时
risk-column-rank = 风险优先数
risk-column-suggested = 建议
risk-column-chosen = 已选
risk-column-response = 应对
risk-undecided = { $response }？
risk-not-rated = 未评分
risk-response-to = 对“{ $what }”的应对
risk-guard = 防错
plan-put = 列入计划
plan-is-in = 已列入计划
plan-was-put = 已列入计划：{ $name }

# Indicators.

indicator-view-customer = 顾客
indicator-view-process = 流程
indicator-view-finance = 财务
indicator-view-learning = 学习
indicator-higher = 越高越好
indicator-lower = 越低越好
indicator-near = 接近目标为好

indicators-none = 指标说明是否在改进：每个指标有目标，有带日期的数据或蓝图中的数值，并有控制图区分异常信号与偶然波动。
indicator-add = 添加指标
indicator-new = 新指标
indicator-remove = 删除指标
indicators-met = { $of } 个目标中达成 { $met } 个
indicator-itself = 指标
indicator-data = 数据
indicator-name = 名称
indicator-view = 维度
indicator-better = 方向
indicator-field-target = 目标
indicator-benchmark = 标杆
indicator-benchmark-help = 最佳者达到的水平
indicator-baseline = 基准期
indicator-baseline-all = 全部数据
indicator-baseline-help = 控制限取自最初多少个数据
indicator-of = 对象
indicator-of-help = 它所针对的步骤或角色
indicator-of-nothing = 整个服务
indicator-figure = 对应数值
indicator-figure-help = 它所测量的蓝图数值：用实测检验模型
indicator-figure-none = 无
indicator-date = 日期
indicator-today = 今天
indicator-value = 数值
indicator-n = 样本
indicator-add-datum = 添加数据
indicator-remove-datum = 删除数据
indicator-no-data = 没有数据
indicator-target = 目标 { $target }
indicator-target-off = 目标 { $target }（{ $off }）
indicator-against = 实测 { $measured }，蓝图为 { $said }
indicator-share-of = { $share }，样本 { $n }
indicator-met = 目标已达成
indicator-missed = 目标未达成
indicator-signals = 有异常信号
indicator-interval = 95% 区间：{ $low } 至 { $high }

# Control charts.

control-run = 趋势图：少于 8 个数据
control-trial = 试用控制限：少于 20 个数据
control-limits = 控制图
control-centre = 均值
control-median = 中位数
control-lower = 下限
control-upper = 上限
control-target = 目标
control-signal = 异常信号
control-one-beyond-three = 超出三倍标准差
control-two-of-three = 三点中两点超出两倍标准差
control-four-of-five = 五点中四点超出一倍标准差
control-eight-in-a-row = 连续八点在同一侧

# Plan, do, check, act.

cycle-plan = 已计划
cycle-do = 已执行
cycle-check = 已检查
cycle-act = 已固化
cycle-none = 尚未计划
cycle-reached = 改进进程：{ $stages }

# What would help against what is found.

remedies = 如何改进
remedy-try = 在副本上试行
remedy-guard-text = 进入下一步之前先检查：{ $what }
remedy-procedure-text =
    目的：“{ $step }”为了什么。
    动作：1. … 2. … 3. …
    标准：时间、结果与态度。
remedy-recovery-card = 补救：{ $step }
remedy-branch-ask = 是特殊情况吗？
remedy-branch-card = { $step }（特殊情况）
remedy-guard = 为“{ $step }”设置防错
remedy-recovery = 画出“{ $step }”失误后的补救步骤
remedy-procedure = 制定“{ $step }”的操作规程
remedy-revise = 重新评审“{ $step }”的操作规程
remedy-wait = 缩短等待：“{ $step }”
remedy-progress = 在“{ $step }”处显示进度
remedy-progress-card = 进度：{ $step }
remedy-train = 为“{ $step }”培训：{ $skill }
remedy-merge = 将“{ $step }”与同一角色的相邻步骤合并
remedy-keep = 从“{ $step }”起由同一人全程接待
remedy-branch = 为“{ $step }”处的特殊情况另设通道
remedy-evidence = 在“{ $step }”处增加有形展示
remedy-evidence-card = 展示：{ $step }
remedy-respond = 应对“{ $step }”的风险：{ $response }
remedy-walk = 走查全程，为所见所触评分
remedy-research = 了解顾客需要：市场调研、向上沟通、减少层级
remedy-standard = 将管理者的认知落实为标准：目标、任务标准化
remedy-deliver = 按标准传递服务：团队协作、人岗匹配、现场自主
remedy-promise = 承诺与传递一致：横向沟通、如实承诺
remedy-less = 减少无人需要的投入

# The curve of the feelings.

feeling-peak = 最高
feeling-low = 最低
feeling-end = 结束

# The widest gap of the firm, in the verdict.

quality-widest-gap = 最大差距：{ $number ->
    [1] 认知，顾客应得 { $ought }，管理者认为 { $is }
    [2] 标准，管理者认为 { $ought }，规定 { $is }
    [3] 传递，规定 { $ought }，实际传递 { $is }
   *[other] 承诺，承诺 { $ought }，实际传递 { $is }
}（{ $place }）

# The walk-through.

walk-moment = 第 { $at } 个时刻，共 { $of } 个
walk-end = 回到画布
walk-next = 下一个
walk-back = 上一个
walk-as-customer = 以顾客身份
walk-as-staff = 以员工身份
walk-happens = 此时发生
walk-missing = 尚缺
walk-evidence = 有形展示
walk-hint = 对顾客的作用如何？上下键选择，1 至 5 评星，0 清除，左右键前后走
walk-hint-staff = 对在此工作的员工作用如何？上下键选择，1 至 5 评星，0 清除，左右键前后走
walk-nothing = 此处没有
walk-add = 此处还有其他要素
walk-note-of = “{ $name }”的备注
walk-staff-say = 员工：{ $count } 星
walk-customers-say = 顾客：{ $count } 星
walk-complete = 此处没有缺漏
walk-no-elements = 尚未说明此刻周边的环境要素
walk-unrated = { $count } 个要素尚未评星
walk-no-evidence = { $phase }：图上没有画出有形展示
walk-no-feeling = { $step }：尚未说明顾客的感受
walk-no-procedure = { $step }：没有操作规程
walk-no-recovery = { $step }：尚未说明失误后如何补救
walk-no-guard = { $step }：对严重失误没有防错
