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
shortcuts-pointer = 用鼠标
command-fold-zone-in = 折叠或展开：{ $zone }
