# 步骤表格：可含哪些列，以及读成了什么。

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
import-sheet-read = 读取了工作表“{ $name }”；未导入：{ $names }
import-encoding-guessed = 编码是推测的：{ $encoding }，开头读作“{ $sample }”

# 对话框。

command-import = 导入…
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
import-not-yet = 还不能导入
import-button = 导入
import-failed-title = 没有导入任何内容
import-done = 已导入 { $steps }，{ $roles }
open-unknown-kind = { $file } 既不是蓝图（.ron），也不是可以导入的表格或流程图（{ $endings }）
import-decimal = 小数点写作
import-decimal-point = 点号：1,200 即 1200，1.200 即 1.2
import-decimal-comma = 逗号：1,200 即 1.2，1.200 即 1200
import-colon = 冒号
import-colon-minutes = 1:30 即 1 分 30 秒
import-colon-hours = 1:30 即 1 小时 30 分
