# 模板、示例、开始界面。

sample-driver-licence-office-about = 六个柜台，一个瓶颈，一个可供对比的改进方案
sample-airport-arrival-about = 从登机口到下一航班，顺序固定
sample-physical-examination-about = 护士与医生：谁该做什么？
sample-mortgage-applications-about = 并行的分支在审批处汇合
sample-hotel-room-service-about = 厨房与酒吧同时工作，并非人人点饮料
sample-corner-shoeshine-about = 最早的服务蓝图：一个人，四个步骤
sample-empty-sheet-about = 只有五个区域

template-general-service = 通用服务
template-general-service-about = 接待、了解需求、制定方案、提供服务、反馈改进
template-service-desk = 日常服务台
template-service-desk-about = 从请求到回报，含质量检查与返工
template-front-desk = 接待台服务
template-front-desk-about = 迎接、提供服务、登记、处理投诉
template-business-handling = 业务办理
template-business-handling-about = 按里程碑计划、执行、反馈进度、归档
template-back-office = 后台支持
template-back-office-about = 准备文件、沟通协调、分析数据、改进
template-bank = 银行服务
template-bank-about = 三种渠道，合规与风控并行审核，投诉处理
template-car-workshop = 汽车维修服务
template-car-workshop-about = 同一顾问从接待到交车，举升机与诊断工位
template-it-service-operation = IT 服务运营
template-it-service-operation-about = 事态、事件、请求、访问与问题同在一张蓝图

command-templates = 从模板新建…
command-start-screen = 开始界面
templates-filter = 输入文字查找模板
templates-none = 没有这样的模板

start-tagline = 边绘制服务蓝图，边看瓶颈与产能
start-recent = 最近的文件
start-no-recent = 保存过的文件会显示在这里
start-missing = 文件已不存在
start-first = 初次使用？
start-see-example = 查看示例
start-templates = 从模板开始
start-samples = 从示例学习

# 命令行帮助。

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
cli-value-language = 语言
cli-value-columns = 列
cli-value-encoding = 编码
cli-analyse = 显示蓝图的各项指标
cli-redesign = 查找多少人、怎样分工能达到多大产能
cli-compare = 并排比较蓝图的各个方案
cli-check = 列出蓝图的问题
cli-import = 从表格生成蓝图
cli-export = 把蓝图导出为表格
cli-help = 显示帮助
cli-version = 显示版本
cli-language = 文字的语言：en 或 zh；不指定则用系统语言
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
cli-import-output = 要生成的蓝图
cli-export-output = 要写入的文件；格式由扩展名决定：.csv
cli-export-roles = 要写入的角色表；不指定则写在步骤表旁边
cli-redesign-output = 保存一份蓝图副本，并把最佳设计作为新方案加入
cli-target = 达到某流量所需的最少人数，如 120/h；不写单位时按文件所用的单位
cli-target-cost = 每位顾客成本不超过某金额所需的最少人数
cli-staff = 给定人数下的最大产能：7、6..12，或按角色：护士=3,医生=2
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

cli-error = 错误：{ $what }
cli-unknown-argument = 无法识别“{ $name }”
cli-unknown-command = 没有命令“{ $name }”
cli-missing = 还缺少：{ $names }
cli-value-missing = { $name } 需要一个值
cli-value-wrong = “{ $value }”不适用于 { $name }：{ $hint }
cli-hint-language = 请用 en 或 zh
cli-hint-count = 请用大于 0 的整数
cli-hint-help = 请查看帮助
cli-twice = { $name } 重复出现
cli-conflict = { $name } 不能与 { $other } 同时使用
cli-conflict-alone = { $name } 不能与其他部分同时使用
cli-not-utf8 = 命令中含有无效的 UTF-8 字符
cli-not-understood = 无法理解该命令
cli-did-you-mean = 是否指“{ $name }”？
cli-try-help = 更多说明请用 --help 查看

empty-first-step = 第一步
empty-first-step-how = 把步骤拖到这里，双击，或按 N 键

region-start-files = 新建与最近的文件
region-start-shelves = 模板与示例
