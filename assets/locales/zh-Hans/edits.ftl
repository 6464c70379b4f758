# What edits are called after "Undo".

edit-add-step = 添加步骤
edit-append-step = 添加后续步骤
edit-insert-step = 插入步骤
edit-change-steps =
    { $count ->
        [1] 修改步骤
       *[other] 修改 { $count } 个步骤
    }
edit-rename-step = 重命名步骤
edit-move-steps =
    { $count ->
        [1] 移动步骤
       *[other] 移动 { $count } 个步骤
    }
edit-remove-steps =
    { $count ->
        [1] 删除步骤
       *[other] 删除 { $count } 个步骤
    }
edit-remove-links =
    { $count ->
        [1] 删除连线
       *[other] 删除 { $count } 条连线
    }
edit-duplicate-steps =
    { $count ->
        [1] 创建步骤副本
       *[other] 创建 { $count } 个步骤的副本
    }
edit-paste-steps =
    { $count ->
        [1] 粘贴步骤
       *[other] 粘贴 { $count } 个步骤
    }
edit-connect = 连接
edit-change-link = 修改连线
edit-change-share = 修改比例
edit-change-label = 修改标签
edit-assign-role = 指定角色
edit-assign-element = 添加服务场景要素到步骤
edit-add-lane = 添加泳道
edit-change-lane = 修改泳道
edit-move-line = 移动分界线
edit-reorder-lane = 移动泳道
edit-remove-lane = 删除泳道
edit-add-phase = 添加阶段
edit-split-phase = 开始新阶段
edit-change-phase = 修改阶段
edit-reorder-phase = 移动阶段
edit-remove-phase = 删除阶段
edit-add-role = 添加角色
edit-change-role = 修改角色
edit-remove-role = 删除角色
edit-add-element = 添加服务场景要素
edit-change-element = 修改服务场景要素
edit-remove-element = 删除服务场景要素
edit-change-demand = 修改需求
edit-change-typology = 修改场景类型
edit-change-redesign-rules = 修改再设计规则
edit-change-simulation-rules = 修改仿真规则
edit-change-title = 修改标题
edit-change-currency = 修改货币
edit-change-rates = 修改流量单位
edit-duplicate-scenario = 复制方案
edit-rename-scenario = 重命名方案
edit-move-scenario = 移动方案
edit-make-baseline = 设为基准方案
edit-remove-scenario = 删除方案“{ $name }”及其 { $count } 个步骤
edit-several = { $count } 项修改
edit-add-scenario = 另建新方案
edit-reload = 重新载入
edit-make-room = 腾出空间
edit-take-room = 收回空间
edit-align-steps =
    { $count ->
        [1] 对齐步骤
       *[other] 对齐 { $count } 个步骤
    }
edit-distribute-steps =
    { $count ->
        [1] 等距分布步骤
       *[other] 等距分布 { $count } 个步骤
    }
edit-tidy-up =
    { $count ->
        [1] 整理步骤
       *[other] 整理 { $count } 个步骤
    }
edit-change-roles = { $count ->
    [one] 修改角色
   *[other] 修改 { $count } 个角色
}
edit-change-unit = 修改顾客的称呼
edit-change-lesson = 修改课程
edit-comment = 批注
edit-reply = 回复
edit-close-comment = 关闭批注
edit-reopen-comment = 重新打开批注
edit-withdraw-comment = 撤回批注
edit-accept-suggestion = 采纳建议
edit-review = 提交审阅
edit-ask-for-review = 请求审阅
edit-merge-comments = 合并批注
edit-remove-comments = 删除全部批注
edit-change-relation = 修改顾客的长期价值
edit-change-factors = 修改环境评价
edit-change-quality = 修改质量设置
edit-add-item = 添加题项
edit-change-item = 修改题项
edit-remove-item = 删除题项
edit-take-survey = 录入调查
edit-remove-survey = 删除调查
edit-add-indicator = 添加指标
edit-change-indicator = 修改指标
edit-remove-indicator = 删除指标
edit-add-action = 在计划中添加措施
edit-change-action = 修改计划中的措施
edit-remove-action = 从计划中删除措施
edit-change-plan = 修改计划
edit-change-log = 修改记录
edit-add-sheet = 添加规划表
edit-rename-sheet = 重命名规划表
edit-move-sheet = 移动规划表
edit-remove-sheet = 删除规划表
edit-change-sheet = 修改规划表
edit-add-sheet-rows = 在规划表中添加行列
edit-remove-sheet-rows = 从规划表中删除行列
edit-paste-into-sheet = 粘贴到规划表
