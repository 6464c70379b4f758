# The palette: steps, roles and servicescape elements to drag onto the sheet.

palette-steps = 步骤
palette-steps-help = 把步骤拖到泳道上，或双击
palette-drag-help = 拖到泳道上。泳道决定顾客能否看见
palette-customer-action = 顾客行为
palette-frontstage-action = 前台行为
palette-backstage-action = 后台行为
palette-support-process = 支持过程
palette-evidence = 有形展示
palette-decision = 判断
palette-waiting-point = 等待点
palette-note = 备注
palette-roles = 角色
palette-no-roles = 添加角色，再拖到需要它的步骤上
palette-role-help = 拖到需要它的步骤上。单击可编辑，双击可重命名
palette-servicescape = 服务场景
palette-ambient = 周边条件
palette-space = 空间与功能
palette-signs = 标志与制品
palette-element-help = 拖到用到它的步骤上。单击可编辑，双击可重命名

role-one-more = 增加一个
role-one-less = 减少一个
role-remove = 删除角色
role-assign-selected = 分配给所选的 { $count } 个步骤
role-select-steps =
    { $count ->
        [0] 选择其步骤
       *[other] 选择其 { $count } 个步骤
    }
role-show-only = 只显示其步骤
palette-put-on-sheet = 添加到画布
palette-select-all =
    { $count ->
        [0] 选择全部此类
       *[other] 选择全部 { $count } 个此类
    }
element-add = 添加要素
element-remove = 删除要素
