# The command line: its help, its reports, and its messages. Texts of the window stand elsewhere.

# Help.

cli-about = 绘制服务蓝图，即时查看瓶颈与产能
cli-exit-codes = 退出码：0 正常，1 蓝图有错误，2 命令或文件无法读取。
cli-usage = 用法：
cli-heading = { $name }：
cli-commands = 命令
cli-arguments = 参数
cli-options = 选项
cli-value-command = 命令
cli-value-options = 选项
cli-value-file = 文件
cli-value-name = 名称
cli-value-rate = 每小时数
cli-value-amount = 金额
cli-value-staff = 人数
cli-value-step = 步骤
cli-value-steps = 步骤表
cli-value-roles = 角色表
cli-value-out = 输出
cli-value-scale = 倍率
cli-value-language = 语言
cli-value-columns = 列
cli-value-encoding = 编码
cli-value-format = 格式
cli-value-chart = 图表
cli-value-theme = 配色
cli-value-dpi = 像素数
cli-value-width = 宽度
cli-value-paper = 纸张
cli-value-pages = 页数
cli-value-date = 日期
cli-value-form = 形式
cli-value-part = 部分

cli-analyse = 显示蓝图的各项指标
cli-redesign = 查找最少用多少人、怎样分工能达到所需流量
cli-compare = 并排比较蓝图的各个方案
cli-check = 列出蓝图的问题
cli-simulate = 对蓝图作长期仿真，与公式并列
cli-simulate-precision = 平均停留时间须精确到多少，如 2%；不指定则为 2%
cli-simulate-time = 仿真最多用多长时间，如 30 秒；不指定则为 10 秒
cli-simulate-seed = 随机数的起点；数字相同，结果相同
cli-simulate-threads = 最多使用几个线程；结果与此无关
cli-import = 从表格生成蓝图
cli-export = 把蓝图导出为表格、工作簿、流程图或图片
cli-report = 生成蓝图的报告：结论、图纸、指标、问题、方案比较
cli-help = 显示帮助
cli-version = 显示版本
cli-language = 文字的语言：{ $languages }；不指定则用系统语言
cli-open-file = 在窗口中打开的蓝图；不指定则显示开始界面
cli-file = 蓝图文件
cli-scenario = 哪个方案；不指定则为第一个
cli-compare-scenario = 哪些方案，第一个作为基准；只给一个时与文件中的第一个比较；不指定则为全部
cli-other-demand = 代替文件中的到达人数，如 54/h 或 400/天；不写单位时按文件所用的单位
cli-customers = 这么多顾客同时来到空闲的服务，全部完成需要多久
cli-demand = 到达人数，如 54/h 或 400/天；不写单位时按每小时
cli-json = 输出 JSON，供脚本使用
cli-force = 文件已存在时覆盖
cli-steps = 步骤表
cli-roles = 角色表；不指定则每个角色为一人
cli-columns = 指定各列的含义，写列名或列号，如 步骤=工序,用时=3；-=备注 表示不导入该列
cli-sheet = 工作簿中的工作表；不指定则为步骤所在的表
cli-encoding = 表格的编码，如 gbk 或 big5；不指定则按内容判断
cli-no-flow = “区域 × 阶段”表中的步骤之间不加连线
cli-strict = 有任何推测或未导入的内容，就不写入
cli-import-json = 把推测和未导入的内容按 JSON 输出，供脚本使用
cli-import-output = 要生成的蓝图
cli-export-output = 要写入的文件，写 - 则输出到标准输出；格式由扩展名决定：{ $formats }
cli-export-to = 扩展名未注明格式时指定格式：{ $formats }
cli-export-as = 写成什么：{ $choices }；不写则按该格式的惯例
cli-export-select = 只导出这些步骤周围的部分
cli-export-pair = 两个方案：后一方案的蓝图，并标出与前一方案的差别
cli-export-stacked = 把 --pair 的两个方案按同一比例上下排列
cli-export-chart = 以图表代替蓝图：{ $choices }
cli-export-no-figures = 略去计算得出的内容：流量、负荷、瓶颈
cli-export-theme = 配色：{ $choices }；不写则为 light
cli-export-outlines = svg 图片的文字改为图形，在哪里显示都一样
cli-export-dpi = png 图片每英寸的像素数，24 到 384，代替 --scale
cli-export-width = png 图片的宽度（像素），代替 --scale
cli-export-paper = pdf 的纸张：{ $choices }，最后一种与图片同大；不写时美国和加拿大为 letter，其他为 a4
cli-export-pages = pdf 的页数：{ $choices }；auto 在字迹看得清时为一页
cli-export-date = 页面、报告和工作簿上的日期，如 2026-11-29；不写则用 SOURCE_DATE_EPOCH 的日期，否则为今天
cli-export-rows = 把过长的蓝图分成上下多行，以适合页面
cli-export-scale = png 图片每个点的像素数，0.25 到 4；不写则为 2
cli-export-transparent = png 图片不带底色，透出后面的内容
cli-export-roles = 要写入的角色表；不指定则写在步骤表旁边
cli-report-output = 要写的文件，- 表示标准输出；扩展名决定格式：{ $formats }
cli-report-to = 扩展名没有说明时的格式：{ $formats }
cli-report-without = 不要的部分，以逗号分隔：{ $choices }
cli-report-paper = pdf 或 docx 的纸张：{ $choices }，最后一种让图纸独占一张同样大的页；不写则在美国和加拿大为 letter，其他地方为 a4
cli-redesign-output = 保存一份蓝图副本，并把最佳设计作为新方案加入
cli-target = 达到某流量所需的最少人数，如 120/h；不写单位时按文件所用的单位
cli-target-cost = 每位顾客成本不超过某金额所需的最少人数
cli-staff = 给定人数下的最大流量：7、6..12，或按角色：护士=3,医生=2
cli-free-order = 步骤顺序可与现在不同
cli-first = 必须最先进行的步骤
cli-last = 必须最后进行的步骤
cli-alone = 单独成为一个岗位的步骤
cli-one-place = 同一时间只能由一人进行的步骤
cli-max-job = 一个岗位最多包含几个步骤
cli-one-worker-jobs = 每个岗位只有一人
cli-keep-visibility = 岗位不跨越可视分界线
cli-fixed-roles = 每个步骤只由现在能做的角色来做
cli-all = 显示找到的全部设计

# Mistakes in a command.

cli-error = 错误：{ $what }
cli-unknown-argument = 无法识别“{ $name }”
cli-unknown-command = 没有命令“{ $name }”
cli-missing = 还缺少：{ $names }
cli-value-missing = { $name } 需要一个值
cli-value-count = { $name } 需要 { $count } 个值
cli-value-wrong = “{ $value }”对 { $name } 无效：{ $hint }
cli-hint-language = 请用 { $languages }
cli-hint-choice = 请用 { $choices }
cli-hint-count = 请用大于 0 的整数
cli-hint-help = 请查看帮助
cli-twice = { $name } 重复出现
cli-conflict = { $name } 不能与 { $other } 同时使用
cli-conflict-alone = { $name } 不能与其他部分同时使用
cli-not-utf8 = 命令中含有无效的 UTF-8 字符
cli-not-understood = 无法理解该命令
cli-did-you-mean = 是否指“{ $name }”？
cli-try-help = 更多说明请用 --help 查看

# Messages.

command-scenario-name = 现状
command-no-such-scenario = 没有名为“{ $name }”的方案：文件中有{ $names }
command-bad-demand = --demand { $text }：{ $reason }。请写成 54/h
command-bad-customers = --customers { $text }：请输入 1 到 { $most } 的整数，例如 30
command-option-not-for = { $option } 只用于 { $formats }，不用于 { $format }，请去掉
command-reports = 报告
command-no-picture = 图片可写成 { $formats }，不能写成 { $format }：请去掉 --as picture
command-nothing-left = --without 列出了全部内容，报告里什么也不剩：请至少保留一项
command-pair-same = --pair 需要两个不同的方案，而“{ $name }”写了两次：请另选一个
command-is-folder = { $folder } 是文件夹：请写明其中的文件名，如 { $example }
command-beside-left-out = 标准输出只能容纳一个文件，未输出：{ $files }。用 -o 指定文件名即可全部写出
command-no-report = 报告可写成 { $formats }，不能写成 { $format }
command-only-report = 只有报告写成 { $formats }：请去掉 --as picture
command-bad-number = { $option } { $text }：请输入 { $least } 到 { $most } 的数
command-bad-date = --date { $text }：请把日期写成 2026-11-29
command-bad-build-day = { $name } 的值为“{ $text }”：应为 1970 年以来的整秒数
command-standard-format = 标准输出没有注明格式的扩展名：请加上 --to 和 { $formats }
command-letters-missing = Onstage 自带的字体没有以下文字，各以方框代替：{ $letters }
command-too-large = 图片太大。可用的最大倍率：--scale { $scale }
command-too-large-at-all = --scale 的任何比例都不够小：请用 --width 要求较少的像素，或改用没有此限制的 SVG、PDF
command-not-written = 无法生成文件：{ $why }
command-exists = { $file } 已存在：请换一个名称，或加上 --force 覆盖
command-format = { $file }：不支持导出为 { $format } 格式，请用 { $formats }
command-own-file = { $file } 就是蓝图文件本身：请另取文件名
command-same-file = { $file } 不能同时存放两张表：请为角色表另取名称
command-encoding = 编码无法确定：按 { $encoding } 读取，开头为“{ $sample }”。请用 --encoding { $encoding } 或其他编码（{ $others }）指明
command-columns = --columns { $text }：请写明该列的含义和列名或列号，如 步骤=工序 或 用时=3
command-file-first = “{ $file }”写在了命令之前：请先写命令
command-import-to-table = { $file } 是表格文件名，而这里要写入的是蓝图：文件名请以 .ron 结尾
command-format-missing = { $file } 没有注明格式的扩展名：请用 { $formats }
command-is-table = { $file } 像是表格：请用“onstage import { $file } -o FILE.ron”导入
command-renamed = 以下名称重复出现，在表格中已加编号：{ $names }
command-strict = 未写入：使用 --strict 时不允许有推测或未导入的内容（{ $count }）
command-imported = 已保存 { $file }：{ $steps }，{ $roles }
command-exported = 已保存 { $files }
command-unknown-field = { $file }：第 { $line } 行：本版本无法识别“{ $field }”，已略去
command-newer = { $file } 由更新的版本保存；本版本无法识别的内容已略去
command-sound = 没有发现问题
command-counts = { $errors }，{ $warnings }，{ $hints }
command-comments-lost = { $file }：以下注释所属的内容已不在文件中，因此略去：{ $comments }
command-bad-target = --target { $text }：{ $reason }。请写成 120/h
command-bad-target-cost = --target-cost { $text }：{ $reason }。请写成 0.90 这样的金额
command-bad-staff = --staff { $text }：请写 1 至 { $most } 的人数、范围（如 6..12）或角色（如 Nurse=3,Doctor=2）
command-staff-twice = --staff { $text }：“{ $name }”出现了两次
command-no-such-step = 没有名为“{ $name }”的步骤，最接近的是“{ $nearest }”
command-no-such-role = 没有名为“{ $name }”的角色，最接近的是“{ $nearest }”
command-no-task = 步骤“{ $name }”没有可以重组的人员工作，最接近的是“{ $nearest }”
command-redesigned = 已保存 { $file }，其中有方案“{ $name }”

errors = { $count } 个错误
warnings = { $count } 个警告
hints = { $count } 个提示
notices = { $count } 处

# Reports.

report-title = { $blueprint } – { $scenario }
report-problems = 问题
report-bottleneck = 瓶颈：{ $names }
report-steps = 步骤
report-roles = 角色
report-count = 数量
report-limit-of-several = { $pool }（{ $steps }）
report-within = { $time }内 { $share }
report-all-at-once = { $customers }同时来到空闲的服务：{ $time }，{ $remark }
report-no-bottleneck = 无
report-arithmetic = { $pool }：{ $offer } ÷ 每位顾客 { $work } { $capacity }
report-experience = 看得见的与看不见的（每位顾客）
report-money = 金额
report-triggered = 其中 { $time } 为触发的工作
report-remark-separator = ，
report-cost-structure = 每位顾客 { $total } 的去向
report-role-busy = { $name }（工作）
report-role-idle = { $name }（空闲）
report-overhead = 间接费用
report-material = 材料
report-margin = 利润
report-beyond = （超出能力）
compare-changes-against = “{ $name }”与“{ $baseline }”相比的变化
compare-one-scenario = { $file } 只有一个方案，没有可对比的方案

# The redesign.

redesign-staff = 人员
redesign-cost = 每位顾客成本
redesign-designs = 设计数
redesign-proof = 依据
redesign-today = 现状 { $count }
redesign-at-least = 至少 { $count }
redesign-no-gain = 与{ $people }相同，没有提高
redesign-proven = 已证明最优
redesign-job = { $role } ×{ $count }
redesign-unproven = 至多 { $rate }
redesign-point = { $people }，{ $rate }：改动少的在前
redesign-changes = 合并 { $merges }，拆分 { $splits }，新增或调动 { $moved } 人，调整顺序 { $reordered }
redesign-stays = 保持不变
redesign-scenario-name = { $people }，{ $rate }
