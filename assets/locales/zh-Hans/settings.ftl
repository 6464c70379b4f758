# Theme, language, contrast, motion and size.

command-theme-light = 浅色主题
command-theme-dark = 深色主题
command-theme-system = 跟随系统主题
command-contrast = 提高对比度
command-motion = 减少动画
command-larger = 放大界面
command-smaller = 缩小界面
command-usual-size = 标准大小
now-this-size = 界面大小 { $percent }
obstacle-largest = 已是最大：标准大小的两倍
obstacle-smallest = 已是最小：标准大小的五分之四

preferences-damaged = 设置文件已损坏。能读取的内容已保留
