# What the hand does on the sheet: insert, append, connect, make room.

command-append = 追加步骤
command-append-before = 在前面追加步骤
command-append-above = 在上方泳道追加步骤
command-append-below = 在下方泳道追加步骤
command-connect = 连接
command-make-room = 腾出空间

hand-connect-hint = 用方向键或 Tab 选择步骤，Enter 连接，Esc 退出
hand-space-hint = 拖动或按方向键腾出空间，Enter 保留，Esc 撤回
hand-no-lane-there = 该方向没有泳道
keys-letters-rest = 选中一张卡片或按 Esc 之后，字母键才重新作为命令
keys-card-by-hand = 请先单击卡片，或用 Tab 走到卡片，再输入名称
hand-sheet = 蓝图画布
hand-sheet-help = Tab 沿流程移动，方向键移动所选卡片，Ctrl+F6 转到窗口的下一部分
spoken-load = 负荷 { $share }
spoken-fail-point = 失误点
spoken-wait-point = 等待点
spoken-feeling = 感受：{ $feeling }
spoken-then = 之后是{ $names }
spoken-together = 与{ $names }同时
spoken-starts = 触发{ $names }
spoken-link = { $kind }：从{ $from }到{ $to }
spoken-phase = 阶段 { $name }，{ $steps }
spoken-lane = 泳道 { $name }，{ $zone }，{ $steps }
hand-share-field = 比例
hand-lane-up = 上移
hand-lane-down = 下移

edit-make-room = 腾出空间
edit-take-room = 收回空间
