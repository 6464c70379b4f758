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
hand-sheet = 蓝图画布
hand-share-field = 比例
hand-lane-up = 上移
hand-lane-down = 下移

edit-make-room = 腾出空间
edit-take-room = 收回空间
