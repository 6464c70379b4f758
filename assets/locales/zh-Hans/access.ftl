# The command palette, finding, sizes, contrast and motion.

# Finding.

command-find-command = 查找命令…
command-find = 查找步骤或角色…
finder-hint-command = 输入想做的事
finder-hint-thing = 输入步骤、角色、泳道或方案的名称
finder-nothing = 没有名为“{ $text }”的内容
command-add-lane-in = 添加泳道：{ $zone }
command-insert = 插入：{ $what }

# How the window is seen.

menu-appearance = 外观
menu-language = 语言
command-contrast = 提高对比度
command-motion = 减少动画
command-larger = 放大界面
command-smaller = 缩小界面
command-usual-size = 标准大小
obstacle-largest = 最大为标准大小的两倍
obstacle-smallest = 最小为标准大小的五分之四
now-this-size = 界面大小 { $percent }
command-next-region = 转到窗口的下一部分
command-previous-region = 转到窗口的上一部分
region-menus = 菜单
region-tools = 工具栏
region-palette = 工具面板
region-sheet = 画布
region-figures = 指标
region-below = 表格与图
panel-edge = 调整面板大小
shortcuts-pointer = 用鼠标
command-fold-zone-in = 折叠或展开：{ $zone }

# What the hand and keys do that is no command.

gesture-copy = 复制
gesture-copy-how = 按住 Alt 再拖动
gesture-insert = 插入
gesture-insert-how = 把步骤放到连线上，或双击连线
gesture-share = 修改比例
gesture-share-how = 双击分支上的标签
gesture-reorder = 移动泳道或阶段
gesture-reorder-how = 拖动其名称
key-walk = 沿流程移动
key-walk-how = Tab、Shift+Tab；Home、End
key-nudge = 微移
key-nudge-how = 方向键；按住 Shift 步幅更大
key-rename = 重命名所选步骤
key-rename-how = 单击步骤或用 Tab 走到步骤后直接输入；或 F2、Enter
key-compose = 用输入法输入
key-compose-how = 选中步骤或单元格即可输入，此时字母键不是命令
key-letters = 字母命令：N、A、C、S
key-letters-how = 在画布上直接按；刚新建对象时先按 Esc
key-reorder = 移动所选泳道或阶段
key-reorder-how = Alt 加方向键
shortcuts-tables = 在表格中
key-cell = 修改单元格
key-cell-how = 直接输入；或 F2。Enter 向下，Tab 向右
key-choose = 从单元格的列表中选择
key-choose-how = Enter，再按 Alt+下方向键；或开始输入
key-range = 选择单元格
key-range-how = Shift 加方向键，或拖动
key-fill = 向下填充
key-fill-how = Ctrl+D
key-remove-rows = 删除行
key-remove-rows-how = Ctrl+Delete
