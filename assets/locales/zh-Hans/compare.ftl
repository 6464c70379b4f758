# Scenarios side by side: figures, what changed, and the legend on the sheet.

compare-before = 改进前
compare-after = 改进后
compare-difference = 差异
compare-points = { $number } 个百分点
compare-better = 更好
compare-worse = 更差
compare-same = 不变
compare-unclear = 好坏未定
compare-uncertain = 不确定
compare-uncertain-meaning = 差异不确定：两个数的精度不足以判断哪个更大
compare-figures = 指标
compare-changes = 变化
compare-changes-none = 图上没有差别
compare-more = 还有 { $count } 项
compare-with = 对比对象
compare-subject-capacity = 产能
compare-subject-time = 时间
compare-subject-experience = 体验
compare-subject-labour = 人工
compare-subject-money = 金额

# Changes. Names stand before the dot, what became of them behind it.

compare-added = { $name } · 新增
compare-added-in = { $name } · 新增于{ $place }
compare-removed = { $name } · 已删除
compare-changed = { $name } · 有改动
compare-field = { $name } · { $field }有改动
compare-sheet-value = { $field }：{ $before } → { $after }
compare-parts = { $name } · { $field }：{ $parts }
compare-part = { $part } { $before } → { $after }
compare-risk = 风险 { $before } → { $after }
compare-risk-of = { $risk }（{ $step }）
compare-with-risk = 连同其失误点（风险 { $risk }）
compare-with-fail-point = 连同其失误点
compare-value = { $name } · { $field }：{ $before } → { $after }
compare-zone-moved = { $name } · { $before } → { $after }，跨越{ $lines }
compare-lane-moved = { $name } · 泳道 { $before } → { $after }
compare-phase-moved = { $name } · 阶段 { $before } → { $after }
compare-reordered = { $name } · 顺序改变
compare-link-added = 连线 { $link } · 新增
compare-link-removed = 连线 { $link } · 已删除
compare-link-changed = 连线 { $link } · { $before } → { $after }
compare-lane = 泳道 { $name }
compare-phase = 阶段 { $name }
compare-lane-order = “{ $zone }”各泳道的顺序改变
compare-phase-order = 阶段的顺序改变
details-elements = 服务场景要素
compare-typology = 服务类型 · 有改动
compare-demand = 需求

# The legend.

compare-legend-added = 新增
compare-legend-removed = 已删除
compare-legend-changed = 有改动
compare-legend-moved = 移动
