# The elements of a blueprint: zones, lines, steps, links, roles, and what a step can say of itself.

zone-evidence = 有形展示
zone-customer = 顾客行为
zone-frontstage = 前台
zone-backstage = 后台
zone-support = 支持过程

line-interaction = 互动分界线
line-visibility = 可视分界线
line-internal-interaction = 内部互动分界线

step-action = 活动
step-decision = 判断
step-evidence = 有形展示
step-note = 备注

link-flow = 先后
link-together = 同时进行
link-trigger = 触发
link-flow-meaning = 前者结束后，后者开始
link-together-meaning = 两者同时进行
link-trigger-meaning = 启动一项顾客无需等待的工作
link-association = 关联
link-flip-hint = F 换类型
link-chip = 这条连线：{ $kind }
link-kind-changed = 这两步之间不能保持原来的类型：现为{ $kind }
link-outside = 离开服务

role-staff = 员工
role-equipment = 设备
role-room = 场地
role-information = 信息
role-external = 外部伙伴

value-adding = 增值
value-necessary = 必要但不增值
value-waste = 浪费

emotion-awful = 很糟
emotion-bad = 不满
emotion-neutral = 平静
emotion-good = 满意
emotion-delighted = 惊喜

meeting-join = 等齐再继续
meeting-merge = 不等待，各自继续
priority-high = 优先
priority-low = 靠后

participation-self-service = 自我服务
participation-interpersonal = 交互服务
participation-remote = 远程服务

complexity-lean = 精简
complexity-elaborate = 复杂

dimension-ambient = 周边条件
dimension-space = 空间布局与功能
dimension-signs = 标志、象征品和制品

unit-second = 秒
unit-minute = 分钟
unit-hour = 小时

places-unlimited = 不限

# Names that new things begin with.

untitled = 未命名蓝图
scenario-first = 现状
scenario-new = 改进方案 { $number }
scenario-unnamed = 未命名
scenario-numbered = { $name }（{ $number }）
phase-new = 新阶段
role-new = 新角色
element-new = 新要素
suggestion-machine = { $name }用的机器

# Marks on a card.

mark-fail-point = F
mark-wait-point = W
time-mean = 平均 { $time }
