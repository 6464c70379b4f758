# The tab of what customers judge: the table of items and its pictures.

chart-tab-quality = 质量
command-show-quality = 题项与质量图

items-view-items = 题项
items-view-profile = 剖面
items-view-gaps = 差距
items-view-importance = 重要性
items-view-kano = 卡诺
items-views = 这一页显示什么

# The table.

items-row-new = 新题项
items-row-blank = 再添一个题项
items-column-item = 题项
items-column-item-help = 请顾客评价的一句话，例如“到时就能办好”
items-column-dimension = 维度
items-column-dimension-help = 属于五个维度中的哪一个；不填则不计入任何得分
items-column-steps = 步骤
items-column-steps-help = 这句话说的是哪些步骤；填步骤名称，多个之间用分号隔开
items-column-weight = 权重
items-column-weight-help = 有多重要；不填时以“应该期望”代替
items-least = 最低可接受
items-least-help = 低于它，顾客就会不满
items-will = 将会期望
items-will-help = 顾客认为会得到的：满意度与它相比
items-should = 应该期望
items-should-help = 顾客应该得到的：质量与它相比
items-perceived = 感知
items-perceived-help = 顾客实际得到的
items-rival = 竞争对手
items-rival-help = 顾客在最好的竞争对手那里得到的
items-believed = 管理者认知
items-believed-help = 管理者认为顾客应该得到的
items-standard = 服务标准
items-standard-help = 规定要做到的
items-delivered = 实际传递
items-delivered-help = 执行检查所见
items-promised = 对外承诺
items-promised-help = 向顾客宣传和承诺的
items-column-kano = 卡诺类别
items-column-kano-help = 根据“有它”和“没有它”两问的回答，它对顾客意味着什么
items-column-gap = 差距 5
items-column-gap-help = 感知 − 应该期望
items-column-zone = 容忍区
items-column-zone-help = 感知处在最低可接受与应该期望之间的什么位置
cell-textless-item = 题项要有一句话
cell-from-survey = 这个数来自{ $name }；移除该调查后才能手工填写

items-add = 添加题项
items-remove = 移除
items-add-classical = 添加 22 个经典题项
items-read-survey = 读取调查表…
items-asked = { $count } 人作答，{ $source }
items-remove-survey = 移除调查“{ $source }”
items-removed-survey = 已移除调查“{ $source }”（{ $count } 人作答），题项中来自它的数值也一并移除。撤销即可恢复
items-empty = 还没有可评价的题项
items-empty-help = 题项是请顾客评价的一句话，例如“到时就能办好”。请填写顾客应该得到的和实际得到的，或从表格读取他们的回答。

# Words of the pictures.

kano-must-be = 基本
kano-one-dimensional = 期望
kano-attractive = 兴奋
kano-indifferent = 无差异
kano-reverse = 反向
kano-questionable = 可疑

zone-below = 低于
zone-at-edge = 恰在下限
zone-within = 之内
zone-above = 高于

quadrant-concentrate = 优先改进
quadrant-keep-up = 继续保持
quadrant-low-priority = 低优先
quadrant-overkill = 过度

items-plus = +{ $number }
items-on-scale = 量表 { $low } 至 { $high }
items-shown-from = 量表 { $low } 至 { $high }，从 { $from } 起显示
items-counted = { $all } 个题项中的 { $shown } 个；{ $scale }
items-of = { $all } 个题项中的 { $shown } 个
items-at = { $dimension }，{ $steps }
items-place-and-scale = { $place }；{ $scale }
items-drag = { $said }。拖动柱子试试看
items-figures-of = { $item }：{ $figures }
items-named-figure = { $name } { $figure }

# Where quality is lost.

items-gaps-lost = { $item }：{ $gap } 的质量失在哪里
items-gaps-kept = { $item }：顾客得到了应该得到的
items-gaps-open = { $item }：还缺感知或应该期望
items-fall-should = 应该期望
items-fall-should-detail = 应该得到的
items-fall-knowledge = 1 认知
items-fall-knowledge-detail = 认知 { $value }
items-fall-standards = 2 标准
items-fall-standards-detail = 标准 { $value }
items-fall-delivery = 3 传递
items-fall-delivery-detail = 传递 { $value }
items-fall-unexplained = 未解释
items-fall-perceived = 感知
items-fall-perceived-detail = 实际得到的
items-fall-promise = 4 承诺
items-fall-promise-detail = 另列
items-fall-missing = 未填写
items-remedy-research = 市场调研
items-remedy-upward-talk = 向上沟通
items-remedy-fewer-levels = 减少层级
items-remedy-goals = 明确目标
items-remedy-standard-tasks = 任务标准化
items-remedy-feasibility = 论证可行性
items-remedy-teamwork = 团队协作
items-remedy-fit = 人岗匹配
items-remedy-control = 监督控制
items-remedy-measure = 有待测量
items-remedy-horizontal-talk = 横向沟通
items-remedy-honest-promises = 如实承诺

# The zone of tolerance.

items-zone-below = { $count ->
    [0] 没有低于最低可接受水平的
   *[other] { $count } 个低于最低可接受水平
}
items-zone-legend = 最低可接受至应该期望
items-zone-perceived = 感知

# The profile.

items-profile-worst = { $dimension }落差最大：{ $gap }
items-profile-none-short = 没有低于期望的
items-profile-without = 未归入维度
items-profile-expected = 应该期望
items-profile-interval = 95% 区间
items-profile-gap = { $gap } [{ $low }，{ $high }]

# Importance and performance.

items-importance-first = { $count ->
    [0] 没有需要优先改进的
    [one] 优先改进：{ $first }
   *[other] { $count } 个需要优先改进，首先是{ $first }
}
items-importance-axis-weight = 重要性（权重）
items-importance-axis-should = 重要性（应该期望）
items-unnamed = { $count } 项因空间不足未标名
items-cross-means = 以平均值划界
items-cross-moved = 以拖动的十字线划界；双击回到平均值
items-cross-across = 从多高的感知起算做得好
items-cross-up = 从多高的重要性起算重要
items-without-weight = 没有权重，未列入：{ $items }
items-without-should = 没有“应该期望”，未列入：{ $items }
items-performance-axis = 感知

# Kano.

items-kano-counts = 基本 { $basic } 个，期望 { $expected } 个，兴奋 { $exciting } 个
items-kano-better = 有它时的满意
items-kano-worse = 没有它时的不满

# What a picture lacks.

items-lack-profile = 剖面需要顾客应该得到的和实际得到的：请填写“应该期望”和“感知”，或读取调查表
items-lack-gaps = 差距图需要一个填了“应该期望”和“感知”的题项
items-lack-zone = 容忍区需要“最低可接受”或“应该期望”，以及“感知”
items-lack-importance = 重要性—绩效图需要“感知”，以及权重或“应该期望”
items-lack-kano = 卡诺图需要对每项特性“有”和“没有”两问的回答：请读取卡诺表（K1+、K1-……，或 题项、A、O、M、I、R、Q）

# Fields of the inspector.

cause-people = 人员
cause-technology = 技术
cause-management = 管理
cause-outside = 外部
guard-task = 员工：任务
guard-treatment = 员工：待客
guard-tangible = 员工：有形展示
guard-preparation = 顾客：准备
guard-encounter = 顾客：接触过程
guard-resolution = 顾客：事后
stage-win = 招揽
stage-serve = 服务
stage-keep = 保持
stage-win-back = 挽回

details-section-guard = 防错与应对
details-cause = 原因
details-cause-help = 失误从哪里来
details-guard = 防错
details-guard-hint = 例如填不完整就无法提交的表格
details-guard-help = 用什么防止它发生
details-guard-kind = 防什么
details-guard-kind-help = 防的是哪一类错误：员工的，还是顾客的
details-response = 应对
details-response-help = 规避：从设计上消除。转移：由他人承担。减轻：使它更少、更轻。接受：容许它发生
details-recovered = 补救满意率
details-recovered-help = 失误得到补救并令顾客满意的比例
details-staff-rating = 员工评分
details-staff-rating-help = 它为在这里工作的人服务得有多好
details-authority-hint = 可以自行决定什么
details-section-role-documents = 技能与权限
details-stage = 阶段
details-stage-help = 属于顾客与这项服务往来的哪一段
details-section-aims = 目标与顾客
details-concept = 服务理念
details-concept-hint = 用一句话说明这项服务要做成什么样
details-review-days = 评审周期（天）
details-review-days-help = 操作规程多少天后要再评审一次
details-budget = 每月预算
details-budget-help = 每月人工成本的上限
details-section-relation = 长期的顾客
details-visits = 每年来访次数
details-visits-hint = 例如 2
details-visits-help = 一位顾客一年来几次
details-retention = 保持率
details-retention-help = 一年的顾客中，下一年还来的比例
details-discount = 折现率
details-discount-help = 同一笔钱晚一年收到会少值多少
details-acquisition = 招揽成本
details-acquisition-help = 招揽一位顾客要花多少
details-win-back = 挽回率
details-win-back-help = 流失的顾客中被挽回的比例
details-win-back-cost = 挽回成本
details-win-back-cost-help = 挽回一位顾客要花多少
details-urgency-none = 不分类时，按到达先后服务
details-urgency-add = 添加一类
details-urgency-new = 第 { $number } 类
details-urgency-remove = 移除{ $name }
details-urgency-share = 占比
details-urgency-share-help = 占顾客的比例；没有填的几类平分其余
details-urgency-within = 最长等候
details-urgency-within-help = 他们最多应等多久
details-section-factors = 场所设计
details-factor-hint = 理由

# A survey on its way in.

survey-title = 顾客的回答
survey-taken-on = 调查日期
survey-pasted = 粘贴的表格
survey-respondents = { $count } 人作答
survey-of-items = 对 { $count } 个题项的回答
survey-of-dimensions = 对 { $count } 个维度的回答
survey-of-kano = { $count } 个题项的卡诺回答
survey-adds-items = 新增 { $count } 个题项
survey-wrong = 有 { $count } 处不明白；尚未录入任何内容
survey-leave-out = 略去这些
survey-take = 录入调查
survey-taken = 调查已录入

# Quality from other sides, beside the sheet.

views-trend = 趋势
views-trend-summary = { $before } → { $now }
views-trend-help = 各次调查均按今天的权重计算。从上一次到最近一次：
views-wave = { $score }，{ $count } 人作答
views-parts = 按组成部分
views-parts-whole = 感知
views-stars = 对照：服务场景的星级 { $stars }
views-wait = 对照：计算出的等待 { $time }
views-of-items = { $count } 个题项
views-nothing = 尚无数据
views-needs = 需求
views-ideas = { $count ->
    [0] 尚无创意
   *[other] { $count } 个创意
}
views-idea = 创意（潜在且令人兴奋）：{ $item }
views-more = 另有 { $count } 项
views-copy = 复制为图片
views-title = 质量的不同定义
views-known = { $all } 项中有 { $known } 项
views-five = 五种定义
views-eight = 加文的八个维度
part-of-interaction = 互动质量
part-of-environment = 环境质量
part-of-outcome = 结果质量
part-attitude = 态度
part-behaviour = 行为
part-expertise = 专业知识
part-ambience = 氛围
part-design = 设计
part-social = 社会因素
part-waiting = 等待时间
part-tangibles = 有形物
part-valence = 效价
voice-direct = 直接需求
voice-direct-help = 顾客自己说出的
voice-latent = 潜在需求
voice-latent-help = 调查发现的；潜在且令人兴奋的就是创意
voice-internal = 内部需求
voice-internal-help = 企业自身的需求
view-transcendent = 超越型
view-transcendent-help = 最近一次调查中顾客的总体评价
view-product = 产品型
view-product-help = 增值时间所占的比例
view-user = 用户型
view-user-help = 加权得分：感知减去应该期望
view-manufacture = 制造型
view-audits-help = 最近一次执行检查中符合标准的比例
view-value = 价值型
view-value-help = 每位顾客单位成本得到的感知
view-performance = 性能
view-performance-help = 全部时间有多长
view-features = 特色
view-features-help = 有多少步骤增值
view-reliability = 可靠性
view-reliability-help = 没有遇到失误的顾客比例
view-conformance = 符合性
view-durability = 耐久性
view-durability-help = 保持下来的顾客比例
view-serviceability = 可服务性
view-serviceability-help = 得到补救的失误比例
view-aesthetics = 美感
view-aesthetics-help = 服务场景的星级
view-perceived = 感知质量
view-perceived-help = 顾客的感知，按调查的量表
view-points-per = 每 { $unit } { $points } 分
view-steps = { $count } 个步骤
view-stars = { $stars } 星（满分 5 星）
items-column-part = 组成部分
items-column-part-help = 属于质量的哪一部分：互动、环境或结果
items-column-voice = 需求
items-column-voice-help = 是谁的需求：顾客说出的、调查发现的，还是企业自身的
