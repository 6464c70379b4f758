# What the sheet says while steps, lanes and phases are drawn, moved and named, and what a screen reader is told of it.

empty-title = 绘制您的服务
empty-text = 从左侧把步骤拖到泳道上，双击泳道，或粘贴电子表格中的单元格
empty-open = 打开示例：{ $name }
empty-first-step = 第一步
empty-first-step-how = 把步骤拖到这里，双击，或按 N 键

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
now-in-phases = { $count } 个步骤现在属于另一阶段：{ $phases }
now-other-phase = { $count } 个步骤现在属于另一阶段

flow-out = 顾客可在此离开
flow-again = 顾客可再次回到此处

# Lanes, phases, decisions.

lane-add-above = 在上方添加泳道
lane-add-below = 在下方添加泳道
lane-higher = 加高
lane-lower = 减低
lane-select-steps = 选中其中的步骤
lane-border-help = 拖动以调整泳道高度
rows-gain-nothing = 蓝图在一行中已显示得最大，分行不会使其更大
lane-least-height = 再低就容不下泳道中的卡片
lane-name-help = 拖动可移动泳道，双击可重命名，右击查看更多
lane-fold = 折叠泳道
lane-unfold = 展开泳道
lane-remove = 删除泳道
phase-add-before = 在前面添加阶段
phase-add-after = 在后面添加阶段
phase-starts-here = 阶段从此处开始
phase-select-steps = 选中其中的步骤
phase-wider = 加宽
phase-narrower = 收窄
phase-border-help = 拖动以调整阶段宽度
phase-cut-help = 单击即从此处开始新阶段，卡片不会移动
phase-least-width = 再窄就容不下阶段中的卡片
phase-name-help = 拖动可移动阶段，双击可重命名，单击 + 可从该处开始新阶段，右击查看更多
fit-to-cards = 适合其中的卡片
phase-move-left = 左移
phase-move-right = 右移
phase-remove = 删除阶段
decision-remove = 删除判断…
zone-fold = 折叠{ $zone }
zone-unfold = 展开{ $zone }
hand-lane-up = 上移
hand-lane-down = 下移

# Lines between zones.

line-help = { $line }：拖动此名称可跨越整条泳道，也可右击
line-up = 上移
line-down = 下移
line-up-over = 上移，越过“{ $lane }”
line-down-over = 下移，越过“{ $lane }”
line-no-lane = 该侧没有泳道
line-nothing = { $line }：放在这里不会有变化，越过泳道中线才会改变其归属
line-becomes =
    { $count ->
        [0] “{ $lanes }”变为{ $zone }
       *[other] “{ $lanes }”变为{ $zone }
    }
line-no-steps = 不涉及任何步骤
line-steps-by-customer = { $count } 个步骤将由顾客完成
line-steps-by-staff = { $count } 个步骤将由服务方当着顾客的面完成
line-steps-seen = { $count } 个步骤移到可视分界线之前，顾客看得见
line-steps-hidden = { $count } 个步骤移到可视分界线之后，顾客看不见
line-steps-by-contact-staff = { $count } 个步骤将由接触员工在可视分界线之后完成
line-steps-by-support = { $count } 个步骤将在内部互动分界线之后支持接触员工
line-steps-go-along = { $count } 个步骤随之移动

# Connecting, making room, typing.

hand-connect-hint = 用方向键或 Tab 选择步骤，F 换类型，Enter 连接，Esc 取消
hand-space-hint = 拖动或按方向键腾出空间，Enter 确认，Esc 取消
hand-no-lane-there = 该方向没有泳道
hand-words-field = 标签和比例
link-label = 标签…
hand-words-hint = 是 30 %
link-insert-here = 在此插入步骤
card-either-role = 其中任意一个即可
keys-not-linked = 尚未连接：选中它前面的步骤，再按 C。按 A 可添加已连接的步骤
keys-letters-rest = 选中一张卡片或按 Esc 之后，字母键才重新作为命令
keys-card-by-hand = 请先单击卡片，或用 Tab 走到卡片，再输入名称

# Told to a screen reader.

hand-sheet = 蓝图画布
hand-sheet-help = Tab 沿流程移动，方向键移动所选卡片，Ctrl+F6 转到窗口的下一部分
spoken-load = 负荷 { $share }
spoken-fail-point = 失误点
spoken-wait-point = 等待点
spoken-feeling = 感受：{ $feeling }
spoken-then = 之后是{ $names }
spoken-together = 与{ $names }同时
spoken-starts = 触发{ $names }
spoken-with-share = { $name } { $share }
spoken-link = { $kind }：从{ $from }到{ $to }
spoken-phase = 阶段 { $name }，{ $steps }
spoken-lane = 泳道 { $name }，{ $zone }，{ $steps }
map-name = 画布缩略图

# Text pasted onto a card.

paste-on-title = 这段文字用作“{ $name }”的什么？
paste-on-name = 名称
paste-on-name-and-procedure = 第一行作名称，其余作操作规程
paste-on-procedure = 加到操作规程
paste-on-steps = 另建 { $count } 个步骤
paste-no-steps = 这段文字不是步骤表。请复制卡片，或复制电子表格中每行都有步骤名称的单元格
