# Tables and flowcharts brought in: the columns, what was made of them, the dialog, and what is wrong in them.

import-column-step = 步骤
import-column-kind = 类型
import-column-lane = 泳道
import-column-phase = 阶段
import-column-role = 角色
import-column-time = 时间
import-column-scv = 变异（SCV）
import-column-places = 席位
import-column-batch = 批量
import-column-setup = 准备时间
import-column-next = 下一步
import-column-together = 同时进行
import-column-trigger = 触发
import-column-enter = 到达比例
import-column-cost = 材料成本
import-column-number = 序号
import-column-previous = 上一步
import-column-least-time = 最短时间
import-column-most-time = 最长时间
import-column-count = 数量
import-column-availability = 在岗率
import-column-cost-per-hour = 每小时成本

import-kind-action = 活动
import-kind-decision = 判断
import-kind-evidence = 有形展示
import-kind-note = 备注
import-kind-staff = 员工
import-kind-equipment = 设备
import-kind-room = 场地
import-kind-information = 信息
import-kind-external = 外部

# What was made of a table.

import-quoted = “{ $name }”
import-columns-left-out = 以下各列无法识别，未导入：{ $names }
import-column-guessed = “{ $heading }”读作：{ $column }
import-parts-of-time = 各列相加为一个时间：{ $names }
import-no-header = 没有表头：各列按内容判断
import-above-header = 表头之上的内容未导入：{ $names }
import-roles-all = 读作全部同时需要：{ $names }
import-roles-either = 读作其中任一：{ $names }
import-names-nobody = { $names }不是角色名称，未据此建立角色
import-taken-for-granted = “{ $heading }”列：{ $note }
import-taken-per-hour = “{ $heading }”列没有写明按什么时间计：读作每小时成本
import-unit-assumed = “{ $heading }”列没有写明单位：没有单位的数读作{ $unit }
import-unit-of-cells = “{ $heading }”列：没有单位的数与其他时间一样读作{ $unit }
import-roles-alike = 各视为同一角色：{ $names }
import-role-alike = “{ $written }”即“{ $taken }”
import-roles-name-others = 以下新角色的名称中含有另一个角色：{ $names }。若指多人，请写成“护士 + 医生”或“2 护士”
import-roles-unneeded = 角色表中的以下角色没有任何步骤需要：{ $names }
import-role-unneeded-meant = “{ $name }”（是否即步骤中的“{ $meant }”？）
import-totals-left-out = 以下各行是合计，未导入：{ $names }
import-below-table = 表格之下的内容未导入：{ $names }
import-merged-once = “{ $heading }”列中跨行的合并单元格只算在其第一行
import-by-row = 步骤号按表头以下的行数计
import-by-number = 步骤号以“{ $heading }”列为准
import-lines-left-out = 分界线由区域自动得出，以下各行未导入：{ $names }
import-marks = 已去掉名称前的列表符号
import-matrix = 按“区域 × 阶段”的蓝图读取：{ $steps }
import-outside-zones = 以下不是区域，未导入：{ $names }
import-flowchart = 按流程图读取
import-labels-left-out = 箭头上的文字未导入：{ $names }
import-choices-without-shares = 读作只走其中一条的判断，各自的比例尚待填写：{ $names }
import-link-left-out = 从“{ $from }”到“{ $to }”的连线未导入：蓝图中不能有这种连线
import-parts-left-out = 图中以下部分未导入：{ $names }
import-links-differ = 连线工作表与步骤各列所写的连线不一致：以步骤各列为准
import-demand-kept = 未采用工作簿中的需求、价格和间接费用：蓝图中原有的保持不变
import-cells-left-out = 以下单元格无法读取，未导入：{ $names }
import-not-held = { $what }（工作簿中没有）
not-held-scenarios = 其他方案
not-held-empty-bands = 没有步骤的泳道和阶段
not-held-surroundings = 服务场景
not-held-redesign-rules = 重新设计的条件
not-held-day = 一天与班次
not-held-judgements = 质量与改进计划
not-held-planning-sheets = 规划表
not-held-only-today = 步骤只由现有角色完成
not-held-rates = 流量的时间单位
import-sheet-read = 读取了工作表“{ $name }”；未导入：{ $names }
import-encoding-guessed = 编码是推测的：{ $encoding }，开头读作“{ $sample }”

# The dialog.

import-title = 导入“{ $name }”
import-title-paste = 粘贴表格
import-file-kind = 表格和流程图
import-choose-title = 导入表格
import-sheet = 工作表
import-encoding = 编码
import-encoding-guess = { $name }（推测）
import-encoding-check = 这些文字读得对吗？“{ $sample }”
import-read-as = 读作
import-as-rows = 每行一个步骤
import-as-matrix = 区域 × 阶段
import-flow = 从左到右相连
import-flow-help = 步骤从第一个阶段到最后一个阶段依次进行；同一阶段中的步骤同时进行
import-columns = 各列的含义
import-column-of = “{ $heading }”列
import-column-unnamed = 第 { $number } 列
import-leave-out = 不导入
import-joined-unit = 时间的单位
import-joined-part = 时间的一部分
import-numbers-in = 单位：{ $unit }
import-numbers-asked = 单位：{ $unit }？
import-numbers-as-others = 单位：{ $unit }（同其他）
import-numbers-unsaid = 单位：{ $unit }？未写明
import-unit-name =
    { $unit ->
        [milliseconds] 毫秒
        [minutes] 分钟
        [quarters] 刻
        [hours] 小时
        [days] 天
        [working_days] 工作日
        [weeks] 周
        [working_weeks] 工作周
       *[seconds] 秒
    }
import-into = 导入为
import-into-new = 新蓝图
import-into-sheet = 当前画布上的卡片
import-preview = { $steps }，{ $roles }
import-preview-more = ……还有 { $count } 个
import-preview-between = ；
import-not-yet = 还不能导入
import-button = 导入
import-failed-title = 没有导入任何内容
import-done = 已导入 { $steps }，{ $roles }
import-decimal = 小数点写作
import-decimal-point = 点号：1,200 即 1200，1.200 即 1.2
import-decimal-comma = 逗号：1,200 即 1.2，1.200 即 1200
import-colon = 冒号
import-colon-minutes = 1:30 即 1 分 30 秒
import-colon-hours = 1:30 即 1 小时 30 分
open-unknown-kind = { $file } 既不是蓝图（.ron），也不是可以导入的表格或流程图（{ $endings }）

# What is wrong in a table.

table-row = 第 { $row } 行：{ $reason }
table-cell = 第 { $row } 行 { $column } 列：{ $reason }
table-unknown-encoding = 文字编码未知：请将表格另存为 UTF-8
table-empty = 表格是空的
table-no-header = 无法判断哪一列是名称（{ $column }）：请写上列名，或指明是哪一列
table-column-twice = 有一列出现了两次：请保留一列
table-no-rows = 表头下面没有内容
table-unclosed-quote = 引号没有闭合
table-too-many-cells = 单元格比列多：含有分隔符的文字请加引号
table-unit-missing = 缺少此数字的单位：请填写在单位列，或写在数字之后
table-no-name = 请输入名称
table-name-twice = “{ $name }”已存在：每行请用不同的名称
table-amount-unclear = “{ $name }”需要几个？请只写一个数字，放在第一个名称前：2 护士 | 医生
table-number-in-name = “{ $name }”是指人数，还是另一个人？请把数字写在前面（2 护士），或给名称加引号
table-one-after-another = “{ $name }”先后进行：请各写成一步
table-not-a-headcount = “{ $name }”不是人数或件数：请输入 0 至 1,000,000 的整数
table-choice-among-all = “{ $name }”是择一，却与人人都要走的步骤并列：请把判断单独写成一步
table-unknown-role = 表格和蓝图中都没有名为“{ $name }”的角色
table-stands-in-for-itself = 角色不能顶替自己
table-unknown-step = 没有名为“{ $name }”的步骤
table-unknown-kind = 没有“{ $name }”这种类型：请用 { $words }
table-unknown-zone = 没有“{ $name }”这个区域：请用{ $words }，或写在区域之后，如“后台/厨房”
table-empty-name = 两个分隔符之间缺少名称
table-shares-above-all = 各比例合计超过 100%
table-variation-without-time = 填写了变异却没有时间
table-variation-twice = 时间中已注明变异：此格请留空
table-link-refused = 到“{ $name }”的连线无效：{ $reason }
table-unknown-unit = 此列数字的单位“{ $name }”无法识别：请把表头写成“时间（分钟）”，或在每格写明单位
table-not-per-hour = 表头写的是“{ $name }”，而角色按小时计成本：请填写每小时成本，表头写成“每小时成本”，或在每格写明，如 18 元/小时
table-number-among-clocks = 此列按“时:分”书写，这里却只有数字：请用冒号书写，或写明单位
table-failed-formula = “{ $name }”是电子表格公式出错的显示：请在表格中改正，或清空此格
table-formula-without-result = 文件没有保存公式“{ $name }”的结果：请用电子表格软件打开并重新保存，或直接填写数值
table-unclear-brackets = “{ $name }”中的括号看不出需要谁：请写成“护士 + 医生 | 文员”
table-some-of-several = “{ $name }”要求多人中的几人，无法表示：请写明需要谁一起（A + B），或谁都可以（A | B）
table-no-such-column = 表中没有“{ $name }”列：请写表头中的列名，或从 1 起的列号
table-too-many-rows = 表格超过 200,000 行：请拆分
table-other-notation = 这是 { $name }，无法读取。文字写成的图中，可读取 Mermaid 流程图
table-nothing-drawn = 流程图中没有步骤
table-no-such-sheet = 工作簿中没有工作表“{ $name }”，只有 { $names }
table-workbook = 无法读取工作簿：{ $name }
table-no-sheet = 工作簿中没有含步骤列的工作表：{ $names }
table-line-as-lane = “{ $name }”是两个区域之间的分界线，不是区域：请填写步骤所在的区域
