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
recovery-trouble = 无法保留恢复副本：{ $why }
