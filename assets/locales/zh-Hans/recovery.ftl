# Recovery copies of unsaved work.

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
recovery-lesson = 来自一堂课：大家的想法是其中的方案
recovery-lesson-of = 来自一堂课，含 { $who } 的想法
recovery-trouble = 无法保留恢复副本：{ $why }

# The report of a problem, and an unexpected end.

reporting-title = 报告问题
reporting-text = 此日志便于他人查明问题所在。其中包含版本、系统、显卡和设置，命令和编辑的种类、数量与内部编号，用时和错误；除非您在下方选择包含，否则不含任何名称、文字、数值或路径。程序不会发送任何内容：请自行复制或保存这段文字，并附在报告中。日志使用英文，以便开发者阅读。
reporting-field = 日志
reporting-with-texts = 包含名称和文字
reporting-with-texts-help = 步骤、角色和文件的名称，输入的内容，以及可能含有这些内容的消息
reporting-with-blueprint = 包含蓝图
reporting-with-blueprint-help = 与文件内容相同的完整蓝图，含所有名称和数值
reporting-copy = 复制
reporting-save = 保存…
reporting-copied = 已复制
reporting-save-title = 保存报告
reporting-file-kind = 文本
reporting-name-taken = { $name } 已存在，请换一个名称。
reporting-last-time = 上次 Onstage 意外退出，当时保留的记录在日志末尾。
reporting-forget = 丢弃记录
fallen-title = 上次 Onstage 意外退出
fallen-text = 程序保留了退出前的日志，不含名称和文字。您可以查看并附在报告中。程序没有发送任何内容。
fallen-look = 查看日志…
