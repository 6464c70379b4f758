# Lessons: giving one, and what is asked in it.

command-lesson = 开始上课
command-lesson-hint = 逐站展示课程。课上的一切尝试都不会改动文件
command-lesson-here = 从选中的一站开始上课
command-full-screen = 全屏
command-revert = 恢复到已保存的版本
command-revert-hint = 显示最近打开或保存时的蓝图。撤销可以找回您的改动
obstacle-nothing-unsaved = 没有未保存的改动
reverted = 这是最近保存的蓝图。撤销可以找回您的改动
lesson-wait-for-file = 文件仍在读写，请稍候再开始上课
lesson-is-over = 课程已结束。按 Esc 退出
lesson-try-name = 尝试 { $number }

lesson-stop-of = 第 { $number } 站，共 { $count } 站
lesson-stop-number = 第 { $number } 站
lesson-stop-named = { $number }  { $title }
lesson-go-to = 前往第 { $number } 站
lesson-hands-for = { $letter }  { $answer }：{ $count }
lesson-black = 黑屏。按任意键回到本站
lesson-white = 白屏。按任意键回到本站
lesson-leave = 结束上课
lesson-open-desk = 讲台视图
lesson-one-window = 单个窗口
lesson-wall-title = 投影 – Onstage
lesson-end-try = 结束这次尝试
lesson-restore-try = 把这次尝试恢复到开头
lesson-clock-off = 暂停计时
lesson-clock-on = 继续计时

lesson-on-the-wall = 投影画面
lesson-faint = 淡色虚线：尚未揭晓，只有您看得见
lesson-levers = 本站的调节杆
lesson-no-levers = 这里没有可调节的
lesson-put-back = 复位
lesson-put-all-back = 全部复位
lesson-keys = 按键
lesson-key-next = 下一步
lesson-key-back = 返回
lesson-key-hold = 揭晓
lesson-key-try = 新尝试
lesson-key-hands = 举手
lesson-key-levers = 调节杆
lesson-key-flip = 翻转
lesson-key-pointer = 光点
lesson-key-draw = 画笔
lesson-key-erase = 擦除
lesson-key-spotlight = 聚光
lesson-key-zoom = 放大
lesson-key-black = 黑屏
lesson-key-white = 白屏
lesson-key-overview = 总览
lesson-key-overlay = 叠加
lesson-key-contrast = 对比度
lesson-key-first = 第一站
lesson-key-last = 最后一站
lesson-key-restore = 恢复
lesson-key-restore-all = 全部恢复

lesson-clock = 时钟
lesson-stop-ends = 本站结束于
lesson-in-hand = 提前 { $time }
lesson-behind = 落后 { $time }
lesson-of-minutes = 共 { $minutes } 分钟
lesson-minutes = { $minutes } 分钟
lesson-not-planned = 没有安排时间
lesson-next-stop = 下一站
lesson-results-next = 接下来是成果
lesson-skips = 前面有一站被跳过：它的方案已不存在
lesson-note = 备注
lesson-note-size = Ctrl+滚轮调整字号
lesson-answer = 答案
lesson-held-back = 投影上尚未揭晓
lesson-next-limit = 下一个瓶颈
lesson-exact = 精确
lesson-tries = 尝试
lesson-tries-hint = 单击在投影上显示，双击继续修改
lesson-idea = 想法
lesson-by = 提出者
lesson-load = 利用率
lesson-throughput = 全部时间
lesson-cost = 每位成本
lesson-hands = 举手
lesson-hands-hint = 按 M，再逐项输入人数并按 Enter

lesson-whose-title = 新尝试
lesson-whose-text = 谁的想法？可以留空
lesson-whose-begin = 开始
lesson-keep-title = 要保留哪些？
lesson-keep-text = 您选中的每个想法都会成为这份蓝图的一个方案，其余的随课程一起消失。
lesson-keep-try = 尝试 { $number }
lesson-keep-name = 名称
lesson-keep-by = 谁的想法
lesson-keep-leave =
    { $count ->
        [0] 不保留，直接退出
       *[other] 保留 { $count } 个并退出
    }
lesson-keep-stay = 留下
