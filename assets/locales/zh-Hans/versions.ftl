# What changed between two versions of a blueprint.

versions-by-name = 按名称对应：这两个文件不是同一蓝图的两个版本。
versions-figures = 指标，每项更改单独计算
versions-customers = 顾客所见所为
versions-other = 移动、改名及其他
versions-file = 整个文件
versions-wait = 等待合计
versions-before = 旧版本
versions-after = 新版本
versions-zone = 区域
versions-together = 共同作用
versions-rules = 再设计的规则 · 已更改
versions-only-today = { $field }：现已启用
versions-not-only-today = { $field }：不再启用
versions-scenario-added = 方案 { $name } · 新增
versions-scenario-removed = 方案 { $name } · 已删除
versions-scenario-renamed = 方案 { $before } → { $after }
versions-scenario-order = 方案的顺序已更改
versions-file-added = { $file } · 新增
versions-file-removed = { $file } · 已删除
versions-unit = 顾客的称呼
