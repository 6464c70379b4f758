# The tables of steps and roles: columns, cells, filters.

step-table-empty = 有了步骤之后会列在这里。从电子表格复制的单元格可以粘贴到画布上

column-step = 步骤
column-step-help = 做什么
column-lane = 泳道
column-role = 角色
column-role-help = 需要谁：“护士”、“2 护士”、“护士 + 医生”两者都要、“护士 | 医生”任一即可、“保留 烤箱”。新的名称会添加角色
column-servers = 服务台数
column-servers-help = 该步骤可同时服务多少顾客
column-time = 时间
column-capacity = 每{ $period }流量
column-capacity-help = 做该步骤的人员中最紧的一方每{ $period }可服务的顾客数，已计入其所做的其他步骤
column-utilisation = 利用率
column-utilisation-help = 需求 ÷ 每{ $period }流量：做该步骤的人员中最紧的一方有多忙，已计入其所做的其他步骤
column-wait = 等待
column-wait-help = 每次在该步骤之前的平均等待
column-fail-point = 失误点
column-fail-point-help = 此处是否可能出错：是或否
column-places = 席位
column-visits = 顾客比例
column-visits-help = 经过该步骤的顾客比例；有返回时会超过 100%
column-phase = 阶段
column-phase-help = 阶段的名称；没有名称时用序号
column-kind = 类型
column-material = 材料
column-role-name-help = 由谁或什么提供服务
column-role-utilisation-help = 需求 ÷ 该角色的每{ $period }流量
column-role-capacity-help = 该角色单独每{ $period }可服务的顾客数
column-role-wait-help = 每次等待该角色的平均时间
column-steps = 用于步骤
column-steps-help = 需要该角色的步骤
column-sort-help = 单击按此列排序
column-ascending = { $column }，从小到大
column-descending = { $column }，从大到小
column-edge = “{ $column }”列的宽度

# Cells.

cell-yes = 是
cell-no = 否
cell-steps = { $count } · { $names }
cell-no-lane = 没有名为“{ $name }”的泳道
cell-no-phase = 没有名为“{ $name }”的阶段
cell-not-a-choice = 没有“{ $name }”这个选项
cell-name-taken = 已有名为“{ $name }”的角色
cell-not-yes-no = 请填写是或否
cell-not-a-colour = 颜色的编号为 1 到 { $most }
cell-nameless-row = 新角色需要名称
cell-computed = 这是计算结果，不能输入
cell-no-row = 该行已不存在
cells-refused-title = 没有任何改动
cell-refused = “{ $text }”：{ $reason }
cells-refused-line = { $row }，{ $column }：“{ $text }” – { $reason }
cells-too-many-rows = 要粘贴 { $rows } 行，而所选单元格以下只有 { $there } 行
cells-too-many-columns = 要粘贴的列多于所选单元格右侧的列
cells-choices = 可选内容
cells-choose-hint = 直接输入，或按 Alt+下方向键选择
cells-fill-down = 向下填充
cells-clear = 清除单元格
cells-cleared = 已清除 { $count } 个单元格。按 { $keys } 可恢复
cells-remove-rows = 删除行
role-row-new = 新角色

# Finding rows.

step-table-find = 查找步骤
role-table-find = 查找角色
step-table-filter = 筛选
step-table-count = { $shown } / { $all } 个步骤
step-table-nothing-found = 没有符合条件的步骤
table-filter-without-time = 没有时间
table-filter-beside-flow = 包括有形展示和备注
table-filter-zone = 区域
table-filter-role = 角色
table-filter-any = 任意
