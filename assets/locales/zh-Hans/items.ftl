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
items-remove-survey = 移除这次调查
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
items-profile-interval = 95 % 区间
items-profile-gap = { $gap } [{ $low }，{ $high }]

# Importance and performance.

items-importance-first = { $count ->
    [0] 没有需要优先改进的
    [one] 优先改进：{ $first }
   *[other] { $count } 个需要优先改进，首先是{ $first }
}
items-importance-axis = 重要性
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
