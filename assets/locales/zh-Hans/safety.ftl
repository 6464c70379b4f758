# 恢复副本、被他人更改的文件、保存失败。

list-comma = 、
ago-moment = 刚刚
ago-minutes = { $count } 分钟前
ago-hours = { $count } 小时前
ago-days = { $count } 天前

# 恢复副本。

recovery-title = 发现未保存的内容
recovery-text = 程序在保存这些内容之前就结束了。恢复后内容处于未保存状态：在您保存之前，原文件不会改变。
recovery-recover = 恢复
recovery-open-file = 打开磁盘上的文件
recovery-delete = 删除副本
recovery-delete-sure = 确定永久删除？
recovery-later = 以后决定
recovery-later-help = 副本会保留，打开其文件时及下次启动时会再次询问
recovery-holds = { $steps }；{ $disk }
recovery-never-saved = 从未保存
recovery-disk-gone = 原文件已不存在
recovery-disk-unreadable = 原文件无法读取
recovery-same = 与文件相同
recovery-others = 其他细节与文件不同
recovery-against = 与文件相比：{ $changes }
recovery-added = 新增 { $count } 个步骤
recovery-removed = 删除 { $count } 个步骤
recovery-changed = 修改 { $count } 个步骤
recovery-disk-changed = 此后文件已被更改
recovery-elsewhere = 它来自另一台电脑或另一位用户，对方可能仍在编辑
recovery-damaged = 此副本已损坏，无法打开。它位于 { $place }
recovery-trouble = 无法保留恢复副本：{ $why }

# 被他人更改的文件。

edit-reload = 重新载入
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
covered-discard = 不保留我的版本
covered-back = 回到我的版本
file-in-other-window = 另一个窗口中有此文件的未保存更改
conflict-changed-title = { $name } 已被他人更改
conflict-changed-text = 文件中有您尚未看到的更改。覆盖保存会丢失这些更改。
conflict-gone-title = { $name } 已不存在
conflict-gone-text = 自您打开以来，文件被移动、改名或删除。
conflict-exists-title = { $name } 已存在
conflict-exists-text = 另一个文件使用了这个名称。替换会丢失其中的内容。
conflict-overwrite = 覆盖对方的版本
conflict-save-again = 重新保存到原处
conflict-replace = 替换

# 保存失败。

button-try-again = 重试
save-failed-kept = 没有任何丢失：您的内容仍在这里打开，原文件保持不变。
save-failed-copy = 没有任何丢失：您的内容仍在这里打开，恢复副本已保留，原文件保持不变。
save-advice-folder = 请重新创建文件夹，或保存到其他位置。
save-advice-name = 请选择其他名称。
save-advice-large = 请将蓝图拆分为多个文件。
save-advice-other = 请检查磁盘是否已连接后重试，或保存到其他位置。

# 看不到的文件对话框。

dialog-slow = 没有看到对话框？
dialog-slow-text = 已请求系统打开对话框，但尚未得到回应
dialog-slow-type = 直接输入路径
save-slow = 仍在保存
save-slow-text = 磁盘响应较慢，您要做的事正在等它完成
save-slow-leave = 不再等待
save-dialog-too-late = 没有保存任何内容：对话框所针对的蓝图已不再打开
open-too-late = 未打开 { $name }：其间您已转到另一张蓝图
still-saving = 文件正在保存，请稍后再试
left-unsaved = 您转去做别的事时 { $name } 仍在保存，而保存失败了。内容尚未丢失：请重新显示它，并另存到别处。
left-unsaved-show = 重新显示
recent-forget = 从列表中移除
path-typed-help = 输入或粘贴路径。蓝图文件以 .ron 结尾

# 设置。

preferences-damaged = 设置文件已损坏。能读取的内容已保留
