# 窗口用语。

# 名称与状态。

untitled = 未命名蓝图
scenario-first = 现状
scenario-new = 改进方案 { $number }
scenario-unnamed = 未命名
scenario-rename = 方案名称
scenario-baseline = 基准方案：其他方案与它对比
scenario-tab-help = 单击查看，双击重命名，拖动可移动
scenario-more = 更多方案
bottom-more = 更多表格与图形
state-edited = 已修改
state-saved = 已保存
state-unsaved = 未保存
state-covered = 已保存，但您自己的版本尚未保存
recomputed-in = { $time } 毫秒内重算
file-kind = Onstage 蓝图

# 菜单。

menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-insert = 插入
menu-scenario = 方案
menu-help = 帮助
menu-samples = 打开示例
menu-recent = 最近打开
menu-recent-none = 还没有文件
menu-lane = 泳道

# 命令。

command-new = 新建
command-open = 打开…
command-save = 保存
command-save-as = 另存为…
command-quit = 退出
command-undo = 撤销
command-redo = 重做
undo-named = 撤销{ $edit }
redo-named = 重做{ $edit }
command-cut = 剪切
command-copy = 复制
command-paste = 粘贴
command-duplicate = 创建副本
command-delete = 删除
command-select-all = 全选
command-select-none = 取消选择
command-rename = 重命名
command-add-lane = 添加泳道
command-add-phase = 添加阶段
command-add-role = 添加角色
command-duplicate-scenario = 复制方案
command-rename-scenario = 重命名方案
command-make-baseline = 设为基准方案
command-move-scenario-left = 左移方案
command-move-scenario-right = 右移方案
command-remove-scenario = 删除方案
command-compare = 对比
command-flip-comparison = 切换改进前后
command-leave-comparing = 结束对比
command-zoom-in = 放大
command-zoom-out = 缩小
command-zoom-actual = 缩放到 100%
command-fit-all = 显示全部
command-fit-selection = 显示所选
command-show-palette = 显示或隐藏工具面板
command-show-side = 显示或隐藏指标面板
command-show-table = 显示或隐藏下方面板
command-theme-light = 浅色主题
command-theme-dark = 深色主题
command-theme-system = 跟随系统主题
command-english = English
command-chinese = 简体中文
command-shortcuts = 键盘快捷键
command-about = 关于 Onstage

obstacle-nothing-to-undo = 没有可撤销的操作
obstacle-nothing-to-redo = 没有可重做的操作
obstacle-select-steps = 请先选择一个或多个步骤
obstacle-select-something = 请先选择对象
obstacle-select-one-step = 请先只选择一个步骤
obstacle-last-scenario = 最后一个方案必须保留
obstacle-one-scenario = 请先复制方案：目前没有可对比的方案
obstacle-not-comparing = 请先对比两个方案
obstacle-first-scenario = 该方案已在最前
obstacle-rightmost-scenario = 该方案已在最后
obstacle-no-steps = 画布上还没有步骤

# 操作名称，接在“撤销”之后。

edit-add-step = 添加步骤
edit-append-step = 添加后续步骤
edit-insert-step = 插入步骤
edit-change-steps =
    { $count ->
        [1] 修改步骤
       *[other] 修改 { $count } 个步骤
    }
edit-rename-step = 重命名步骤
edit-move-steps =
    { $count ->
        [1] 移动步骤
       *[other] 移动 { $count } 个步骤
    }
edit-remove-steps =
    { $count ->
        [1] 删除步骤
       *[other] 删除 { $count } 个步骤
    }
edit-remove-links =
    { $count ->
        [1] 删除连线
       *[other] 删除 { $count } 条连线
    }
edit-duplicate-steps =
    { $count ->
        [1] 创建步骤副本
       *[other] 创建 { $count } 个步骤的副本
    }
edit-paste-steps =
    { $count ->
        [1] 粘贴步骤
       *[other] 粘贴 { $count } 个步骤
    }
edit-connect = 连接
edit-change-link = 修改连线
edit-change-share = 修改比例
edit-assign-role = 指定角色
edit-assign-element = 添加服务场景要素到步骤
edit-add-lane = 添加泳道
edit-change-lane = 修改泳道
edit-move-line = 移动分界线
edit-reorder-lane = 移动泳道
edit-remove-lane = 删除泳道
edit-add-phase = 添加阶段
edit-change-phase = 修改阶段
edit-reorder-phase = 移动阶段
edit-remove-phase = 删除阶段
edit-add-role = 添加角色
edit-change-role = 修改角色
edit-remove-role = 删除角色
edit-add-element = 添加服务场景要素
edit-change-element = 修改服务场景要素
edit-remove-element = 删除服务场景要素
edit-change-demand = 修改需求
edit-change-typology = 修改场景类型
edit-change-redesign-rules = 修改再设计规则
edit-change-title = 修改标题
edit-change-currency = 修改货币
edit-change-rates = 修改流量单位
edit-duplicate-scenario = 复制方案
edit-rename-scenario = 重命名方案
edit-move-scenario = 移动方案
edit-make-baseline = 设为基准方案
edit-remove-scenario = 删除方案“{ $name }”及其 { $count } 个步骤
edit-several = { $count } 项修改

# 工具面板。

palette-steps = 步骤
palette-steps-help = 把步骤拖到泳道上，或双击
palette-drag-help = 拖到泳道上。泳道决定顾客能否看见
palette-customer-action = 顾客行为
palette-frontstage-action = 前台行为
palette-backstage-action = 后台行为
palette-support-process = 支持过程
palette-evidence = 有形展示
palette-decision = 判断
palette-waiting-point = 等待点
palette-note = 备注
palette-roles = 角色
palette-no-roles = 添加角色，再拖到需要它的步骤上
palette-role-help = 拖到需要它的步骤上。单击可编辑，双击可重命名
palette-servicescape = 服务场景
palette-ambient = 周边条件
palette-space = 空间与功能
palette-signs = 标志与制品
palette-element-help = 拖到用到它的步骤上。单击可编辑，双击可重命名
role-new = 新角色
role-one-more = 增加一个
role-one-less = 减少一个
role-remove = 删除角色
element-add = 添加要素
element-new = 新要素
element-remove = 删除要素
times = × { $count }
role-times = { $name } × { $count }
role-some-of = { $count } { measure }{ $name }中的 { $needed } { measure }
roles = { $count } 个角色

# 画布。

mark-fail-point = F
mark-wait-point = W
elements = { $count } 项要素
time-mean = 平均 { $time }
rename-card = 步骤名称
rename-lane = 泳道名称
rename-phase = 阶段名称
rename-role = 角色名称
rename-element = 要素名称
drop-on-a-step = 请放到步骤上
drop-outside = 这里在画布之外，请放到泳道内
now-hidden = 现在位于可视分界线之后：顾客看不见
now-visible = 现在位于可视分界线之前：顾客看得见
now-in-zone = 现在位于{ $zone }
empty-title = 绘制您的服务
empty-text = 从左侧把步骤拖到泳道上，双击泳道，或粘贴电子表格中的单元格
empty-open = 打开示例：{ $name }
flow-out = 顾客可在此离开
flow-again = 顾客可再次回到此处
lane-add-below = 在此区域添加泳道
lane-fold = 折叠泳道
lane-unfold = 展开泳道
lane-remove = 删除泳道
phase-new = 新阶段
phase-add-before = 在前面添加阶段
phase-add-after = 在后面添加阶段
phase-move-left = 左移
phase-move-right = 右移
phase-remove = 删除阶段
decision-remove = 删除判断…

# 侧面板。

tab-capacity = 产能
tab-blueprint = 蓝图
tab-step = 步骤
tab-selection = 所选
tab-link = 连线
tab-lane = 泳道
tab-phase = 阶段
tab-role = 角色
tab-element = 要素
tab-compare = 对比
tab-problems =
    { $count ->
        [0] 问题
       *[other] 问题 { $count }
    }
section-load-by-step = 各步骤负荷
section-load-by-step-tried = 各步骤负荷（预览）
section-load-by-role = 各角色负荷
section-what-would-help = 如何改进
section-time = 用时
section-experience = 可见与不可见
section-labour = 人工
section-money = 成本与利润
section-changes = 少一个，多一个
changes-meaning = 每种改变之后重新计算的每{ $period }流量
changes-one-less = 少一个
changes-one-more = 多一个
changes-faster = 快 10%
unit-capacity-per-hour =
    每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }流量
load-none = 填写步骤时间即可看到每{ $period }流量
load-part-of-time = 占{ $name }时间的 { $share }，共做 { $count } 个步骤
load-part-of-work = 占{ $name }工作的 { $share }，共做 { $count } 个步骤
rows-more = 另有 { $count } 项
role-work = 每位顾客所需时间：{ $time }
bottleneck-is = 瓶颈：{ $name }
bottleneck-tried = 预览——瓶颈：{ $name }
bottleneck-arithmetic =
    { $count ->
       *[other] { $offer } { measure }{ $name }
    } ÷ { $work }{ $exact ->
        [yes] { " " }=
       *[no] ：
    } { $rate }
# 资源及其唯一的步骤。
pool-with-step = { $name }（{ $step }）
bottleneck-next = 下一个限制：{ $name }，{ $rate }
bottleneck-no-other = 没有其他限制
queue-grows =
    排队人数每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }增加 { $number } 位
no-capacity = 还没有产能
no-capacity-tried = 预览——没有产能
no-end = 无稳定值
arrivals-of =
    每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }到达 { $number } 位
tile-queue-grows =
    排队每{ $per ->
        [day] 天
        [week] 周
       *[hour] 小时
    }增加 { $number } 位
tile-queue-unsettled = 排队人数不会稳定

# 指标的假设。

assumed = 假设：{ $arrivals }，{ $times }，{ $rate }
assumed-without-demand = 假设：{ $times }；未给出需求
assumed-arrivals-even = 到达间隔固定
assumed-arrivals-fairly-even = 到达较均匀
assumed-arrivals-random = 随机到达
assumed-arrivals-bursts = 成批到达
assumed-times-none = 还没有时间
assumed-no-links = 步骤尚未相连
assumed-times-fixed = 时间固定
assumed-times-random = 时间随机
assumed-times-vary = 时间有波动
assumed-times-some-vary = 部分时间有波动
assumed-rate = 全天 { $rate }
assumed-rate-open = 每天 { $hours } 小时，{ $rate }

go-there = 前往
from-to = { $from } → { $to }
help-capacity = 接待更多顾客
help-time = 缩短停留时间
help-none = 任何单项改变都不能提高产能
help-none-time = 没有单项改变必定能缩短停留时间
help-time-growing = 排队人数不断增加时，停留时间没有稳定值：先要能接待更多顾客
help-no-wait = 几乎无人排队等候：{ $names }
help-nothing = 单独增加以下任何一个，每{ $period }流量不变：{ $names }
problems = { $count } 个问题
problems-none = 没有发现问题
problems-none-help = 图中的缺口和服务的薄弱之处会列在这里

# 步骤表。

column-step = 步骤
column-lane = 泳道
column-role = 角色
column-servers = 服务台数
column-time = 时间
column-capacity = 每{ $period }流量
column-utilisation = 利用率
column-wait = 等待
column-fail-point = 失误点
step-table-empty = 有了步骤之后会列在这里

# 示例。

sample-driver-licence-office = 汽车驾照发放（美国原题）
sample-airport-arrival = 机场入境
sample-physical-examination = 体检
sample-mortgage-applications = 抵押贷款申请
sample-hotel-room-service = 酒店客房送餐（美国）
sample-corner-shoeshine = 街角擦鞋（美国原题）
sample-empty-sheet = 空白画布

# 对话框。

button-close = 关闭
button-cancel = 取消
button-save = 保存
button-save-as = 另存为…
button-open = 打开
button-discard = 不保存
button-overwrite = 仍然保存
ask-save-title = 要保存对 { $name } 的修改吗？
ask-save-text = 如果不保存，所做的修改将会丢失。
dialog-open-title = 打开蓝图
dialog-save-title = 保存蓝图
path-label = 文件路径
path-help = 此系统没有文件对话框，请输入路径。蓝图文件名以 .ron 结尾
open-failed-title = 文件未能打开
save-failed-title = 文件未能保存
saved-as = 已保存为 { $name }
paste-failed-title = 没有粘贴任何内容
work-stopped = 无法算出结果：程序在此出错。内容改变后会重新计算
work-lost = 操作被中断，请重试
work-not-begun = 系统过于繁忙，无法开始：{ $error }。请关闭其他程序后重试
unknown-fields-title = 此文件来自较新的版本
unknown-fields =
    此版本无法识别以下字段，已略去：
    { $fields }
    为避免丢失，只能另存为新文件。
newer-version-text = 文件内容都已读懂，但较新的版本可能另有含义。为避免丢失，只能另存为新文件。
caution-unknown-title = 请另存为新文件
caution-unknown-text = 文件来自较新的版本，覆盖保存可能会丢失此版本无法识别的内容。
caution-comments-title = 注释将会丢失
caution-comments-text = 以下注释手写在文件中，所在的内容已不在图上，保存时会一并删除。
remove-lane-title = 要删除“{ $name }”吗？
remove-lane-text = 其中有 { $steps }，如何处理？
remove-lane-move = 移到“{ $name }”
remove-lane-steps = 一并删除
remove-decision-title = 要删除“{ $name }”吗？
remove-decision-text = 这里有多条去向，保留哪一条？
remove-decision-keep = 保留通向“{ $name }”的去向
no-display = 没有可用的显示环境，无法打开窗口。请在桌面环境中启动 Onstage，或使用命令，例如 onstage analyse 文件
no-window = 无法打开窗口。第一种渲染方式报告：{ $first }。第二种报告：{ $second }。请更新显卡驱动，或将 WGPU_BACKEND 设为 vulkan、gl 或 dx12 后重试
about-version = 版本 { $version }
about-text = 服务蓝图设计工具，边画边显示瓶颈与产能。
about-licences = 自由软件，采用 MIT 或 Apache-2.0 许可证。包含 Inter 字体与 Noto Sans 中文子集（开放字体许可证）以及 Lucide 图标（ISC 许可证）。
about-changes = 更新记录

# 快捷键一览。

gesture-select = 选择
gesture-select-how = 单击；按住 Shift 加选
gesture-marquee = 多选
gesture-marquee-how = 在空白处拖动
gesture-move = 移动
gesture-move-how = 拖动；Shift 沿单一方向，Alt 取消吸附
gesture-connect = 连接
gesture-connect-how = 从卡片边缘的手柄拖出
gesture-rename = 重命名
gesture-rename-how = 双击
gesture-pan = 平移
gesture-pan-how = 滚轮、中键，或按住空格拖动
gesture-zoom = 缩放
gesture-zoom-how = Ctrl 加滚轮，或双指捏合
gesture-abort = 取消拖动
gesture-abort-how = Esc
