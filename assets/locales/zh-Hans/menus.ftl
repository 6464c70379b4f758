# Menus and commands of the window, and why a command does not apply ("obstacle-").

menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-insert = 插入
menu-scenario = 方案
menu-arrange = 排列
menu-help = 帮助
menu-samples = 打开示例
menu-recent = 最近打开
menu-recent-none = 没有最近的文件
menu-lane = 泳道
menu-line = 分界线
menu-sheet = 新建规划表
menu-select = 选择
menu-filter = 筛选
menu-lens = 视角
menu-zones = 折叠区域
menu-below = 画布下方
menu-appearance = 外观
menu-language = 语言
language-english = 英语
language-chinese = 中文

# File.

command-new = 新建
command-templates = 从模板新建…
command-export = 导出…
command-export-hint = 供他人使用的图片、页面和表格
command-review = 审阅…
command-review-hint = 在一页上评判、批注、对比：服务不作任何修改
command-save-reviewed-copy = 保存审阅副本
command-save-reviewed-copy-hint = 在文件旁保存带有您姓名的副本，并将摘要放到剪贴板
command-ask-for-review = 请求审阅
command-ask-for-review-hint = 下一个打开文件的人会先看到结论，不会误改任何内容
command-take-notes = 把文件中的手写注释转为批注
command-take-notes-hint = 文件中手写的注释（// …）成为所在位置的批注
command-remove-comments = 移除全部批注…
obstacle-no-notes = 文件中没有手写的注释
obstacle-nothing-said = 还没有人对它发表意见
command-add-comment = 批注
command-report = 报告…
command-report-hint = 结论、指标及其含义，可以交给他人
command-print = 打印…
command-print-hint = 在系统的查看器中打开页面，由它打印
command-start-screen = 开始界面
command-open = 打开…
command-import = 导入…
command-read-survey = 读取调查表…
command-save = 保存
command-save-as = 另存为…
command-quit = 退出

# Edit.

command-undo = 撤销
command-redo = 重做
undo-named = 撤销{ $edit }
redo-named = 重做{ $edit }
command-cut = 剪切
command-copy = 复制
command-copy-picture = 复制为图片
command-paste = 粘贴
command-duplicate = 创建副本
command-delete = 删除
command-select-all = 全选
command-select-none = 取消选择
command-select-same-role = 选择同角色的步骤
command-select-same-lane = 选择同泳道的步骤
command-select-untimed = 选择缺少时间的步骤
select-by-role = 按角色
select-by-lane = 按泳道
command-rename = 重命名

# Insert.

command-insert-here = 添加下一步
command-insert-here-now = 添加下一步：{ $what }
command-insert = 插入：{ $what }
command-append = 追加步骤
command-append-before = 在前面追加步骤
command-append-above = 在上方泳道追加步骤
command-append-below = 在下方泳道追加步骤
command-connect = 连接
command-make-room = 腾出空间
command-lane-rename = 重命名泳道
command-lane-fold = 折叠或展开泳道
command-lane-up = 上移泳道
command-lane-down = 下移泳道
command-add-lane = 添加泳道
command-add-lane-in = 添加泳道：{ $zone }
command-add-phase = 添加阶段
command-split-phase = 阶段从此处开始
command-line-up = 上移：{ $line }
command-line-down = 下移：{ $line }
command-add-role = 添加角色
command-sheet-production = 规划表：生产计划
command-sheet-blend = 规划表：配料问题
command-sheet-knapsack = 规划表：背包问题
command-sheet-choice = 规划表：公司选择
command-sheet-transport = 规划表：物流配送
command-sheet-assignment = 规划表：指派问题
command-sheet-mix = 规划表：服务组合
command-sheet-mix-none = 没有带两条出路的判断，也没有两个按比例进入的步骤

# Scenario.

command-duplicate-scenario = 复制方案
command-rename-scenario = 重命名方案
command-make-baseline = 设为基准方案
command-move-scenario-left = 左移方案
command-move-scenario-right = 右移方案
command-remove-scenario = 删除方案
command-compare = 对比
command-flip-comparison = 切换改进前后
command-leave-comparing = 结束对比
command-redesign = 再设计…

# Arrange.

command-tidy-up = 自动整理
command-align-left = 左对齐
command-align-centre = 左右居中对齐
command-align-right = 右对齐
command-align-top = 顶端对齐
command-align-middle = 上下居中对齐
command-align-bottom = 底端对齐
command-distribute-horizontally = 横向等距分布
command-distribute-vertically = 纵向等距分布
tidy-already = 画布已经很整齐
tidy-too-wide = 整理后某个阶段会过宽，无法整理

# View.

command-lens-figures = 视角：数据
command-lens-experience = 视角：体验
command-lens-quality = 视角：质量
command-lens-risk = 视角：风险
command-lens-surroundings = 视角：服务场景
command-walk-through = 走查服务全程
command-walk-through-hint = 逐个接触时刻，为周边环境评分
command-zoom-in = 放大
command-zoom-out = 缩小
command-zoom-actual = 缩放到 100%
command-fit-all = 显示全部
command-fit-selection = 显示所选
command-show-palette = 显示或隐藏工具面板
command-show-side = 显示或隐藏指标面板
command-show-table = 显示或隐藏下方面板
command-show-steps = 步骤表
command-show-roles = 角色表
command-show-day = 一天：各时段的顾客与班次
command-show-load = 负荷图
command-show-visit = 顾客历程图
command-show-waiting = 等待图
command-show-money = 收支图
command-show-risk = 风险矩阵
command-show-indicators = 指标与控制图
command-show-plan = 改进计划
command-show-verdict = 结论页
command-enlarge = 放大或还原此图
command-copy-chart = 将图表复制为图片
command-copy-redesign = 将再设计图复制为图片
command-fold-zone = 折叠或展开区域
command-fold-zone-in = 折叠或展开：{ $zone }
command-fold-into-rows = 分行显示
command-show-pins = 批注图钉
command-show-pins-hint = 在画布上以图钉标出批注的编号；点击图钉查看内容
command-show-comments = 查看批注
command-show-comments-hint = 在画布旁显示对蓝图的批注
command-show-map = 大画布的缩略图
command-show-hints = 状态栏提示
command-paste-hint = 可粘贴此处或其他窗口复制的步骤，以及从电子表格复制的单元格
command-read-survey-hint = 顾客的回答，表头为 E1、P1…… 或 K1+、K1-……
command-import-hint = 从文件导入步骤表。也可以复制单元格后直接粘贴
view-enlarged = 图表占据画布
command-next-region = 转到窗口的下一部分
command-previous-region = 转到窗口的上一部分

# Filter.

filter-role = 按角色
filter-zone = 按区域
filter-kind = 按类型
filter-kind-action = 步骤
filter-kind-decision = 判断
filter-kind-evidence = 有形展示
filter-kind-note = 备注
filter-untimed = 缺少时间
filter-hide = 隐藏其他步骤
filter-on = 筛选：{ $what }
command-clear-filter = 显示全部步骤

# Help.

command-find-command = 查找命令…
command-find = 查找步骤或角色…
command-guide = 使用指南
command-shortcuts = 键盘快捷键
command-report-problem = 报告问题…
command-about = 关于 Onstage

# Why a command does not apply.

obstacle-nothing-to-undo = 没有可撤销的操作
obstacle-nothing-to-redo = 没有可重做的操作
obstacle-select-steps = 请先选择一个或多个步骤
obstacle-select-something = 请先选择对象
obstacle-select-one-step = 请先只选择一个步骤
obstacle-last-scenario = 不能删除最后一个方案
obstacle-one-scenario = 请先复制方案：目前没有可对比的方案
obstacle-no-chart = 请先在图纸下方显示一张图表
obstacle-not-comparing = 请先对比两个方案
obstacle-first-scenario = 该方案已在最前
obstacle-rightmost-scenario = 该方案已在最后
obstacle-no-steps = 画布上还没有步骤
obstacle-no-capacity = 再设计需要先有每{ $period }流量：请连接步骤，并填写时间和角色
obstacle-select-two-steps = 请先选择至少两个步骤
obstacle-select-three-steps = 请先选择至少三个步骤
obstacle-two-in-a-lane = 请选择同一泳道中的至少两个步骤：步骤不会离开所在泳道
obstacle-three-in-a-lane = 请选择同一泳道中的至少三个步骤：步骤不会离开所在泳道
obstacle-none-untimed = 没有缺少时间的步骤
obstacle-no-filter = 已显示全部步骤
obstacle-select-lane = 请先选择一条泳道或其中的步骤
obstacle-no-lane = 该区域没有泳道
