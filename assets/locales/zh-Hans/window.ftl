# The frame of the window: its regions, the status bar, scenario tabs, buttons of dialogs, and About.

region-start-files = 新建与最近的文件
region-start-shelves = 模板与示例
region-menus = 菜单
region-tools = 工具栏
region-palette = 工具面板
region-sheet = 画布
region-figures = 指标
region-below = 表格与图
panel-edge = 调整面板大小

tab-capacity = 产能
tab-compare = 对比
tab-comments = 批注 { $count }
tab-quality = 质量
tab-problems =
    { $count ->
        [0] 问题
       *[other] 问题 { $count }
    }
go-there = 前往

state-edited = 已修改
state-on = 已开启
state-off = 已关闭
state-saved = 已保存
state-new = 尚未存为文件
state-unsaved = 未保存
state-covered = 已保存，但您自己的版本未保存
state-counts = { $steps } · { $roles } ·
recomputed-in = { $time } 毫秒内重算

scenario-rename = 方案名称
scenario-baseline = 基准方案：其他方案与它对比
scenario-tab-help = 单击查看，双击重命名，拖动可移动
scenario-more = 更多方案
bottom-more = 更多表格与图形

# Buttons of dialogs.

button-close = 关闭
button-cancel = 取消
button-save = 保存
button-save-as = 另存为…
button-open = 打开
button-discard = 不保存
button-overwrite = 仍然保存
button-try-again = 重试

# Work in the background.

work-stopped = 由于程序内部错误，无法得出结果。内容改变后会重新计算
work-lost = 操作被中断，请重试
work-not-begun = 系统过于繁忙，无法开始：{ $error }。请关闭其他程序后重试

# Starting.

no-display = 没有可用的显示环境，无法打开窗口。请在桌面环境中启动 Onstage，或使用命令，例如 onstage analyse 文件
no-window = 无法打开窗口。第一种渲染方式报告：{ $first }。第二种报告：{ $second }。请更新显卡驱动，或将 WGPU_BACKEND 设为 vulkan、gl 或 dx12 后重试

about-version = 版本 { $version }
about-text = 服务蓝图设计工具，边画边显示瓶颈与产能。
about-licences = 自由软件，采用 MIT 或 Apache-2.0 许可证。包含 Inter 字体与 Noto Sans 中文子集（开放字体许可证）以及 Lucide 图标（ISC 许可证）。
about-changes = 更新记录

# What can be done with what is under the pointer, at the foot of the window.

hint-card = 拖动可移动 · 从边缘拖出可连接 · 双击可重命名 · 右键查看更多
hint-edge = 拖动可连接：拖到步骤上，或拖到空白处新建步骤
hint-append = 单击可添加并连接一个步骤
hint-share = 双击可修改比例
hint-link-end = 拖动可改连到另一个步骤
hint-link = 单击可选择 · 右键可改类型 · 把步骤放在上面可插入其间
hint-line = 拖动可移动分界线：它决定顾客能看到什么
hint-lane-border = 拖动可调整泳道高度
hint-lane-fold = 单击可折叠或展开泳道
hint-lane-name = 拖动可移动泳道 · 双击可重命名 · 右键查看更多
hint-phase-border = 拖动可调整阶段宽度
hint-phase-name = 拖动可移动阶段 · 双击可重命名 · 右键查看更多
hint-lane = 双击可新建步骤 · 拖动可选择多个 · 按住空格拖动可平移 · Ctrl 加滚轮可缩放
hint-outside = 拖动可选择多个 · 按住空格拖动可平移 · Ctrl 加滚轮可缩放
hint-moving = 按住 Shift 保持对齐 · 按住 Alt 不吸附 · Esc 取消
hint-copying = 松开即复制 · Esc 取消
hint-connecting = 在步骤上松开，或在空白处松开新建步骤 · Esc 取消
hint-reattaching = 在另一个步骤上松开 · Esc 取消
hint-marquee = 松开即选择 · 按住 Shift 可追加
hint-drag-card = 放到泳道上，或放到连线上插入其间 · Esc 取消
hint-drag-note = 放到相应位置 · Esc 取消
hint-drag-role = 放到需要此角色的步骤上 · Esc 取消
hint-drag-element = 放到依靠它的步骤上 · Esc 取消
hint-problem = 单击可前往 · 按 F1 查看含义
hint-table = 直接输入即可修改 · Ctrl+V 粘贴单元格 · 单击列标题排序 · 右键查看更多

# Pictures for other programs.
picture-copied-sheet = 已把整张蓝图复制为图片（{ $size } 像素），可粘贴到文档或幻灯片中
picture-copied-small = 已复制为图片（{ $size } 像素），但字太小，无法看清。请选中一部分再复制，或分行、分页导出
picture-copied-steps = 已把 { $steps }复制为图片（{ $size } 像素），可粘贴到文档或幻灯片中
picture-not-copied-large = 蓝图太大，无法整张复制为图片。请先选中一部分再复制
picture-not-copied = 未能生成图片：{ $why }
