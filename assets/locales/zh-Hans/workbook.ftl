# Workbooks: names of sheets and columns, and what stands in them.

workbook-summary = 概要
workbook-steps = 步骤
workbook-roles = 角色
workbook-links = 连线
workbook-details = 详情
workbook-scenarios = 方案
workbook-problems = 问题
workbook-plan = 规划 { $name }
workbook-about = 说明

# Headings. Columns behind workbook-computed are left out when the workbook is read back.

workbook-computed = 计算：{ $name }
workbook-in-seconds = { $name }（秒）
workbook-value = 数值
workbook-unit = 单位
workbook-basis = 依据
workbook-basis-of-wait = 等待的依据
workbook-remark = 备注
workbook-figure = 指标
workbook-capacity = 每小时流量
workbook-paid = 每小时薪酬
workbook-link-from = 起点
workbook-link-to = 终点
workbook-link-share = 比例
workbook-link-label = 标签
workbook-link-end = 结束
workbook-detail-value = 价值
workbook-detail-wait = 可接受等待
workbook-detail-standard = 标准时间
workbook-detail-tolerated = 可接受时间
workbook-detail-target = 目标时间
workbook-detail-failure = 失误内容
workbook-detail-fail-share = 发生比例
workbook-detail-severity = 严重程度
workbook-detail-detection = 发现难度
workbook-detail-recovery = 补救
workbook-detail-recovery-step = 补救步骤
workbook-detail-meeting = 汇合方式
workbook-detail-emotion = 感受
workbook-detail-owner = 负责人
workbook-detail-procedure = 操作规程
workbook-detail-documents = 单据
workbook-opening-hours = 营业时间
workbook-gap-scv = 间隔 SCV
workbook-unit-hours = 小时
workbook-points = 个百分点
workbook-severity = 级别
workbook-place = 位置
workbook-problem = 问题
workbook-cure = 处理办法

# Units and remarks.

workbook-unit-hour = /小时
workbook-unit-second = 秒
workbook-money-per-hour = { $currency }/小时
workbook-input = 可以修改
workbook-as-of-export = 导出时的数值
workbook-recompute = 请用 Onstage 重新计算
workbook-fixed-limit = 席位等的上限

# About.

workbook-blueprint = 蓝图
workbook-scenario = 方案
workbook-date = 导出日期
workbook-yellow = 黄色
workbook-yellow-meaning = 可以修改：概要中的需求、价格和间接费用，角色的数量、在岗率和成本。
workbook-grey = 灰色
workbook-grey-meaning = 由计算得出。“依据”说明数值有多可靠。
workbook-live = 随之更新
workbook-live-whole = 概要中的流量、产量、产能利用率、作业时间、成本和利润随黄色单元格更新。
workbook-live-roles = 角色的流量和利用率，在无人顶替、也没有步骤同时需要多名时随之更新；薪酬始终更新。各方案的差值也会更新。
workbook-not-live = 概要中的指标是固定数值：这里的流量不只取决于人手和工作量，没有哪个表格公式能始终成立。
workbook-as-of-export-meaning = 时间、等待以及步骤的各项指标都是固定数值，不随修改更新。
workbook-recompute-meaning = 修改后用 Onstage 读回工作簿，即可看到这些指标。
workbook-back = 读回
workbook-back-meaning = 步骤、角色和连线可以在这里修改后重新导入，黄色单元格和“详情”也一并导入。计算得出的列不导入，由 Onstage 重新计算。
workbook-not-held = 未包含
