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
