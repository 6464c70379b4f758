# 命令行的文字。

command-scenario-name = 现状
command-no-such-scenario = 没有名为“{ $name }”的方案：文件中有{ $names }
command-bad-demand = --demand { $text }：{ $reason }。请写成 54/h
command-exists = { $file } 已存在：请换一个名称，或加上 --force 覆盖
command-format = { $file }：尚不支持导出为 { $format } 格式，请用 .csv
command-same-file = { $file } 不能同时存放两张表：请为角色表另取名称
command-encoding = 编码无法确定：按 { $encoding } 读取，开头为“{ $sample }”。请用 --encoding { $encoding } 或其他编码（{ $others }）指明
command-columns = --columns { $text }：请写明该列的含义和列名或列号，如 步骤=工序 或 用时=3
command-file-first = “{ $file }”写在了命令之前：请先写命令
command-format-missing = { $file } 没有注明格式：文件名请以 .csv 结尾
command-is-table = { $file } 像是表格：请用“onstage import { $file } -o FILE.ron”导入
command-renamed = 以下名称重复，在表格中已加以区分：{ $names }
command-imported = 已保存 { $file }：{ $steps }，{ $roles }
command-exported = 已保存 { $steps } 和 { $roles }
command-unknown-field = { $file }：第 { $line } 行：本版本无法识别“{ $field }”，已略去
command-newer = { $file } 由更新的版本保存；本版本无法识别的内容已略去
command-sound = 没有发现问题
command-counts = { $errors }，{ $warnings }，{ $hints }
errors = { $count } 个错误
warnings = { $count } 个警告
hints = { $count } 个提示

report-problems = 问题
report-bottleneck = 瓶颈：{ $names }
report-steps = 步骤
report-roles = 角色
report-count = 数量
report-limit-of-several = { $pool }（{ $steps }）
report-within = { $time }内 { $share }
report-all-at-once = { $customers }同时来到空闲的服务：{ $time }，{ $remark }
report-no-bottleneck = 无
report-arithmetic = { $pool }：{ $offer } ÷ 每位顾客 { $work } = { $capacity }

# 无法读写的文件。

file-not-found = 文件不存在
file-folder-missing = 文件夹不存在
file-is-folder = 这是文件夹，不是文件
file-not-a-file = 这不是普通文件
file-not-allowed = 系统不允许：请检查权限
file-read-only = 文件或磁盘为只读：请换一个位置
file-disk-full = 磁盘已满：请腾出空间或换一个位置
file-too-large = 文件超过可打开的上限 { $most } MB
file-other = 系统提示：{ $reason }
file-at = { $file }：{ $reason }
file-line = 第 { $line } 行第 { $column } 列：{ $reason }
file-of = { $reason }（{ $owner }）

decode-not-utf8 = 这不是 UTF-8 文本文件
decode-field-missing = 缺少字段“{ $field }”
decode-value = 值“{ $found }”无效。{ $reason }
decode-newer = 文件版本 { $version } 高于本程序支持的 { $known }：请升级程序
decode-duplicate = { $sort } 中有两项编号都是 { $number }：请分别编号
decode-dangling = { $place } 提到的 { $sort } { $number } 不在文件中
decode-nameless = 编号为 { $number } 的 { $sort } 没有名称：请填写
decode-bad-link = 连线 { $number } 无效：{ $reason }
decode-stands-in-for-itself = 角色 { $number } 顶替的是自己：请从列表中删去它的编号
decode-empty-need = 步骤 { $number } 有一项需求没有角色：请填写角色或删除该需求
sort-scenario = 方案“{ $name }”
sort-lane = 泳道“{ $name }”
sort-phase = 阶段“{ $name }”
sort-role = 角色“{ $name }”
sort-element = 要素“{ $name }”
sort-step = 步骤“{ $name }”
sort-link = 连线“{ $name }”

expected = 此处应为{ $what }
expected-number = 数字
expected-text = 引号中的文字
expected-text-or-number = 引号中的文字或数字
expected-pair = 括号中的两个数字
expected-yes-or-no = true 或 false
expected-list = 以 [ 开头的列表
expected-list-end = 列表结尾 ]
expected-group = 以 ( 开头的一组字段
expected-group-end = 字段组结尾 )
expected-comma = 逗号
expected-colon = 冒号
expected-field-name = 字段名
expected-one-of = { $words } 之一，而不是 { $found }
expected-only-once = 只出现一次的 { $field }
expected-more = 更多内容：文件过早结束
expected-end = 文件结尾：蓝图之后还有内容
expected-comment-end = 注释的结尾
expected-shallower = 更少的括号层次
expected-other = 其他内容（{ $reason }）

# 表格中的错误。

table-row = 第 { $row } 行：{ $reason }
table-cell = 第 { $row } 行 { $column } 列：{ $reason }
table-unknown-encoding = 文字编码未知：请将表格另存为 UTF-8
table-empty = 表格是空的
table-no-header = 无法判断哪一列是名称（{ $column }）：请写上列名，或指明是哪一列
table-column-twice = 有一列出现了两次：请保留一列
table-no-rows = 表头下面没有内容
table-unclosed-quote = 引号没有闭合
table-too-many-cells = 单元格比列多：含有分隔符的文字请加引号
table-decimal-comma = 请用小数点书写：此表以逗号分隔各列
table-no-name = 请输入名称
table-name-twice = “{ $name }”已存在：每行请用不同的名称
table-amount-unclear = “{ $name }”需要几个？请只写一个数字，放在第一个名称前：2 护士 | 医生
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
table-number-among-clocks = 此列按“时:分”书写，这里却只有数字：请用冒号书写，或写明单位
table-failed-formula = “{ $name }”是电子表格公式出错的显示：请在表格中改正，或清空此格
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
