# What customers judge, what can fail, what is measured and planned, and what is found.

quality-dimension-reliability = 可靠性
quality-dimension-responsiveness = 反应性
quality-dimension-assurance = 保障
quality-dimension-empathy = 情感注入
quality-dimension-tangibles = 有形性

# The classical questionnaire, in words of our own.

quality-item-1 = 这里的设备跟得上时代
quality-item-2 = 场所看上去令人舒服
quality-item-3 = 工作人员着装整洁
quality-item-4 = 表格和标识清楚、做工好
quality-item-5 = 答应几时办好，到时就能办好
quality-item-6 = 出了问题，真的有人负责解决
quality-item-7 = 一次就能把事情办对
quality-item-8 = 服务按说好的时间进行
quality-item-9 = 记录准确无误
quality-item-10 = 会告诉我什么时候轮到我
quality-item-11 = 工作人员接待及时
quality-item-12 = 工作人员愿意帮忙
quality-item-13 = 再忙也有人回答我的问题
quality-item-14 = 工作人员的言行让人信任
quality-item-15 = 把证件和钱交在这里觉得放心
quality-item-16 = 工作人员始终有礼貌
quality-item-17 = 工作人员懂业务，答得上来
quality-item-18 = 被当作一个人而不是一个号码对待
quality-item-19 = 办公时间对来办事的人方便
quality-item-20 = 有人肯花时间了解我的情况
quality-item-21 = 服务处处为我着想
quality-item-22 = 工作人员明白我需要什么

# Tables of answers.

survey-fault-table = 这不是有行有列的表格
survey-fault-empty = 表中没有答案
survey-fault-no-form = 表头不属于任何一种问卷表。可用的表头有：题项 E1、P1……，维度 E_rel、P_rel……，卡诺 K1+、K1-……，或带有“题项”一列的清单
survey-fault-unknown-column = “{ $column }”这一列没有对应的题项，或属于另一种表
survey-fault-doubled-column = “{ $column }”这一列出现了两次
survey-fault-unpaired = “{ $column }”这一列缺少与它配对的“{ $partner }”
survey-fault-at = 第 { $row } 行“{ $column }”列：“{ $text }”。{ $why }
survey-fault-in-row = 第 { $row } 行：{ $why }
survey-fault-too-wide = 量表上的答案不可能如此分散：最大为 { $most }
survey-fault-not-a-number = 请输入数字
survey-fault-off-scale = 量表范围是 { $low } 到 { $high }
survey-fault-not-an-answer = 答案应为 1 到 5 的整数
survey-fault-no-dimension = 没有这样的维度
survey-fault-doubled-item = 这个题项已经有一行了
survey-fault-cells = 第 { $row } 行有 { $found } 格，而标题有 { $expected } 列
survey-fault-no-item = 请填写题项
survey-more = ……另有 { $count } 处
survey-skip-hint = 未读入任何内容。如要略去这些，请加上 --skip-bad
survey-left-out = 已略去：
survey-few = 只有 { $count } 人回答，不足以得出多少结论

# The command.

command-bad-today = --today { $text }：请输入日期，例如 2026-05-12
command-bad-busy = --busy { $text }：请输入大于 0 且不超过 100% 的比例，例如 85%
command-plan-empty = 没有改进计划：请添加措施和开始日期
command-plan-verb = { $text }：计划只能查看：onstage plan show FILE

# The quality of a service as text.

quality-whole = { $scenario }：质量 { $score }
quality-whole-interval = { $score }（95%：{ $low } 至 { $high }）
quality-unknown = 尚未测量
quality-weights-customers = 权重：顾客打分
quality-weights-hand = 权重：人工设定
quality-weights-study = 权重：取自研究
quality-expected = 期望
quality-perceived = 感知
quality-gap = 差距
quality-interval = 95%
quality-weight = 权重
quality-n = 人数
quality-range = { $low } … { $high }
quality-gap-firm = 差距 { $number }
quality-gap-unexplained = 未解释
quality-gaps-of-some = 每个差距都是有该数据的各项目的平均值。{ $judged } 个项目中只有 { $whole } 个具备差距 1、2、3 和 5，因此前者之和不等于总体的差距 5。
quality-failure-free = { $share } 的顾客不会遇到失误
quality-risks-unknown = 有 { $count } 个失误点的发生频率未知
quality-emotion = 情绪：最高 { $peak }，最低 { $low }，结束时 { $end }，平均 { $mean }
quality-stars = { $dimension }：{ $stars } 星（满分 5 星）
quality-value = 一位顾客的终身价值为 { $value }
quality-class = { $name }：平均等候 { $wait }
quality-class-late = { $name }：平均等候 { $wait }，超过了上限
quality-heads-enough = 有 { $count } 名{ $role }时，各类顾客都能及时得到服务
quality-heads-none = 增加{ $role }也不能让各类顾客都及时得到服务
quality-role = 角色
quality-there = 现有
quality-needed = 需要
quality-planned = 计划
quality-hour = 每小时
quality-month = 每月
quality-findings = 发现
quality-findings-more = 还有 { $count } 项
quality-no-findings = 没有发现问题

# Findings: what, where, by how much.

finding-gap-wide = { $place }：比应该得到的低 { $gap }
finding-zone-missed = { $place }：低于顾客最低可接受的水平
finding-basic-unmet = { $place }：属于基本需求，却差 { $gap }
finding-overkill = { $place }：相对其重要性，做得过度
finding-belief-off = { $place }：管理者以为的期望比顾客真实的期望低 { $gap }
finding-standard-low = { $place }：服务标准比管理者的认知低 { $gap }
finding-delivery-low = { $place }：实际传递比服务标准低 { $gap }
finding-promise-high = { $place }：对外承诺比实际传递高 { $gap }
finding-element-poor = { $place }：只有 { $stars } 星
finding-factor-poor = { $place }：只有 { $stars } 星
finding-risk-open = { $place }：失误风险尚无应对
finding-guard-missing = { $place }：严重失误没有防错措施
finding-target-missed = { $place }：与目标相差 { $variance }
finding-out-of-control = { $place }：波动超出偶然范围
finding-figure-unknown = { $place }：所度量的蓝图数据不存在，请重新选择
finding-survey-varies = { $place }：调查给出的标准差 { $sd } 超出了量表上任何答案所能达到的程度，因此不计算其区间
finding-survey-covariance = { $source } 中的协方差不可能来自任何答案：得分没有区间
finding-name-lost = { $place }：指向的内容已不存在
finding-standard-missing = { $place }：顾客看得见的行动没有操作规程
finding-review-due = { $place }：操作规程已有 { $days } 天没有修订
finding-skill-missing = { $place }：担任此步骤的人都不具备“{ $skill }”这项技能
finding-plan-late = { $place }：应于 { $due } 完成，已延迟 { $days } 天
finding-done-before-start = { $place }：完成日期比“不早于”的日期早了 { $days } 天
finding-over-budget = 人员费用每月超出预算 { $money }
finding-sad-end = { $place }：顾客带着不好的情绪离开

factor-purpose = 性质与目标
factor-space = 土地与空间
factor-flexibility = 柔性
factor-security = 安全性
factor-aesthetics = 美学
factor-community = 社会与环境

# The plan as text.

plan-line = { $start } 至 { $end }
plan-action = 措施
plan-starts = 开始
plan-ends = 结束
plan-slack = 时差
plan-late = 延迟
plan-cost-once = 费用
plan-cost-of-all = 全部措施共需 { $cost }
plan-days = { $days } 天
plan-critical = 关键
plan-at-start = 现状
plan-with-rest = 最后一项措施结束时也计入了没有措施带来的变化：请在“带来”中指明由哪项措施带来
plan-no-target = 计划没有指明通往哪个方案，无法说明它能带来什么

# Lenses: what cards say beside their names.

lenses = 视角
lens-figures = 数据
lens-experience = 体验
lens-quality = 质量
lens-risk = 风险
lens-surroundings = 服务场景
lens-feeling = 顾客感受：{ $feeling }
lens-gap = { $dimension } { $gap }
lens-stars = { $stars } 星
lens-rated = 已评 { $rated }/{ $of } 项
lens-unrated = 尚未评星
lens-severity = 严重程度 { $severity }
lens-suggested = 建议：{ $response }
lens-chosen = 已选：{ $response }
lens-likelihood = 每位顾客 { $share }
lens-no-guard = 没有防错
lens-no-recovery = 没有补救
lens-risk-unknown = 尚未评定

risk-avoid = 规避
risk-transfer = 转移
risk-reduce = 减轻
risk-accept = 接受

# The tab of the window.

quality-verdict = 结论
quality-score = 加权得分
quality-score-interval = 95%：{ $low } 至 { $high }
quality-unweighted = 未加权
quality-unweighted-help = 各维度同等计算
quality-key = 五根柱：感知减应该期望
quality-key-responsiveness = 反应性
quality-measured-on = 在“{ $name }”中测得
resources-title = 人力与物资
resources-row = 需要 { $needed }，计划 { $planned }
resources-goes = 计划中不再保留
resources-lacking = 还缺 { $count }
resources-enough = 足够
resources-month = 每月 { $cost }
resources-hour = 每小时 { $cost }
resources-of = 需要与计划均按计划的目标方案“{ $scenario }”计算
budget-within = 计划配备的全部资源每月 { $cost }，未超出预算 { $budget }
budget-over = 计划配备的全部资源每月 { $cost }，超出预算 { $budget }
budget-month = 计划配备的全部资源每月 { $cost }
budget-pays-for = 计划配备的全部资源每小时 { $cost }：每月预算 { $budget } 可支付每个工作日 { $hours } 小时。尚未填写营业时间
budget-hour = 计划配备的全部资源每小时 { $cost }。填写营业时间后即可知道每月的成本
resources-busy = 最高利用率
training-title = 培训
training-holes = { $count } 处缺口
training-able = 已具备
training-beside = 同事具备
training-hole = 缺口
training-action = 培训{ $role }：{ $skill }
training-help = 每行是步骤所要求的一项技能，每列是承担这些步骤的一个角色。单击缺口即可把相应的培训加入计划
resources-help = 所需数量以每项资源忙碌不超过 { $busy } 计
quality-nothing-measured = 尚未测量
quality-nothing-measured-help = 只有问过顾客，才能知道他们得到的与应该得到的相差多少。在此之前，这里依据的是图上填写的情绪、失误点、操作规程和星级。
quality-sorest-tied = 最痛处：{ $place }，{ $gap }；另有 { $more } 项同样
quality-answered = { $all } 个题项中有 { $known } 个有答案
quality-sorest = 差距最大：{ $place }，{ $gap }
quality-basics = { $count } 项基本需求没有满足，首先是{ $place }
quality-risks-open = { $count } 项严重风险尚无应对，首先是{ $place }
quality-targets-missed = { $count } 项目标没有达到，首先是{ $place }
quality-actions-late = { $count } 项措施已经延迟，首先是{ $place }（应于 { $due } 完成，最多延迟 { $days } 天）
quality-likewise = 同样的还有：{ $places }
quality-other-findings = 另有 { $count } 项其他发现，见“质量”视角
quality-feelings = 顾客的感受
quality-no-feelings = 尚无卡片说明顾客的感受。请选中一个顾客行动，在右侧设定其情绪
quality-mean-feeling = 平均
quality-meets = 顾客的经历
quality-without-failure = 无失误离开的顾客
quality-stars-of = 有形环境的评分
fact-flexibility = 每次到访等待 { $now }；顾客增加 { $more } 时为 { $then }
fact-cannot-keep-up = 顾客增加 { $more } 时将无法应付
fact-space = 平均有 { $inside } 位顾客在场，共 { $places } 个位置
fact-security = { $count ->
    [0] 严重风险均有防错措施
   *[other] 有 { $count } 项严重风险没有防错措施
}
quality-findings-of = { $severity } · { $count }
