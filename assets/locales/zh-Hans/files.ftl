# Opening, saving, files changed by others, and what went wrong with a file.

file-kind = Onstage 蓝图

# Opening and saving.

ask-save-title = 要保存对 { $name } 的修改吗？
ask-save-text = 如果不保存，所做的修改将会丢失。
dialog-open-title = 打开蓝图
dialog-save-title = 保存蓝图
dialog-slow = 没有看到对话框？
dialog-slow-text = 已请求系统打开对话框，但尚未得到回应
dialog-slow-type = 直接输入路径
path-label = 文件路径
path-help = 此系统没有文件对话框，请输入路径。
path-typed-help = 输入或粘贴路径。
path-ending = 蓝图文件名以 .ron 结尾
saved-as = 已保存为 { $name }
open-failed-title = 文件未能打开
open-too-late = 未打开 { $name }：其间您已切换到另一张蓝图
save-failed-title = 文件未能保存
save-failed-kept = 没有任何丢失：您的内容仍在这里打开，原文件保持不变。
save-failed-copy = 没有任何丢失：您的内容仍在这里打开，恢复副本已保留，原文件保持不变。
save-advice-folder = 请重新创建文件夹，或保存到其他位置。
save-advice-name = 请选择其他名称。
save-advice-large = 请将蓝图拆分为多个文件。
save-advice-other = 请检查磁盘是否已连接后重试，或保存到其他位置。
save-slow = 仍在保存
save-slow-text = 磁盘响应较慢，您的操作正在等待它
save-slow-leave = 不再等待
save-dialog-too-late = 没有保存任何内容：对话框所针对的蓝图已不再打开
still-saving = 文件正在保存，请稍后再试
left-unsaved = 您切换之后，{ $name } 未能保存。内容尚未丢失：请重新显示它，并另存到别处。
left-unsaved-show = 重新显示
recent-forget = 从列表中移除
paste-failed-title = 没有粘贴任何内容
unknown-fields-title = 此文件来自较新的版本
unknown-fields =
    此版本无法识别以下字段，已略去：
    { $fields }
    为避免丢失，只能另存为新文件。
newer-version-text = 文件内容都已读懂，但较新的版本可能另有含义。为避免丢失，只能另存为新文件。
unread-said-title = 部分意见无法读取
unread-said =
    这些内容在此略去，其余照常显示。只要另存为新文件，它们就会留在原文件中：
    { $told }
caution-unknown-title = 请另存为新文件
caution-unknown-text = 文件中有本版本不认识或无法读取的内容，覆盖保存可能会丢失这些内容。
caution-comments-title = 注释将会丢失
caution-comments-text = 以下注释手写在文件中，所在的内容已不在图上，保存时会一并删除。
caution-take-notes = 保留为批注

# Deleting what holds more than itself.

remove-lane-title = 要删除“{ $name }”吗？
remove-lane-text = 其中有 { $steps }，如何处理？
remove-lane-move = 移到“{ $name }”
remove-lane-steps = 一并删除
remove-decision-title = 要删除“{ $name }”吗？
remove-decision-text = 这里有多条“先后”连线引出，保留哪一条？
remove-decision-keep = 保留通向“{ $name }”的连线

# Files changed by others.

file-reload = 重新载入
file-look = 查看对方的版本
file-save-mine = 将我的版本另存为…
file-dismiss = 暂不
file-changed = 文件已被他人更改
file-changed-text = 重新载入即可查看新版本
file-changed-mine = 您也有未保存的更改
file-gone = 文件已不存在
file-gone-text = 它被移动、改名或删除。您看到的内容仍保留在这里
reloaded = 已从磁盘重新载入
reloaded-theirs = 这是磁盘上的版本。您的版本尚未保存，撤销即可恢复
covered-title = 您自己的 { $name } 版本尚未保存
covered-text = 画布上现在是磁盘上的版本。您的版本还没有存入任何文件，如果不保存就会丢失。
covered-discard = 放弃我的版本
covered-back = 回到我的版本
file-in-other-window = 另一个窗口中有此文件的未保存更改
conflict-changed-title = { $name } 已被他人更改
conflict-changed-text = 文件中有您尚未看到的更改。覆盖保存会丢失这些更改。
conflict-comments-text = 其间有人在文件中写了批注。双方的内容都可以保留，不会丢失。
conflict-merge-comments = 合并批注
conflict-gone-title = { $name } 已不存在
conflict-gone-text = 自您打开以来，文件被移动、改名或删除。
conflict-exists-title = { $name } 已存在
conflict-exists-text = 另一个文件使用了这个名称。替换会丢失其中的内容。
conflict-overwrite = 覆盖对方的版本
conflict-save-again = 重新保存到原处
conflict-replace = 替换

# Why a file could not be read or written.

file-not-found = 文件不存在
file-folder-missing = 文件夹不存在
file-no-new-files = 无法在此文件夹中新建文件：请换一个位置
file-is-folder = 这是文件夹，不是文件
file-not-a-file = 这不是普通文件
file-not-allowed = 系统不允许：请检查权限，或换一个位置
file-read-only = 文件或磁盘为只读：请允许写入后重试，或换一个位置
file-disk-full = 磁盘已满：请腾出空间后重试，或保存到其他磁盘
file-too-large = 文件超过可打开的上限 { $most } MB
file-other = 系统提示：{ $reason }
file-at = { $file }：{ $reason }
file-line = 第 { $line } 行第 { $column } 列，{ $reason }
file-breaks-off = 第 { $line } 行第 { $column } 列处文件中断，内容不完整
file-of = { $reason }（{ $owner }）
