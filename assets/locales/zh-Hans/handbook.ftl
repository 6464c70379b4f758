# The handbook: how each step is done, job descriptions, training, and what is still to be written.

handbook-title = 流程手册：{ $name }
handbook-concept = 服务理念
handbook-none = 还没有步骤说明由谁服务、需要多少时间，因此没有可以写进手册的内容。
handbook-item = 项目
handbook-content = 规定

# A step.

handbook-who = 执行者
handbook-stays = { $who }（一直陪同顾客）
handbook-actions = 操作
handbook-customer = 顾客行动
handbook-seen = 顾客所见
handbook-accepted-wait = 可接受等待
handbook-fails = 可能的失误
handbook-of = { $number }/{ $most }
handbook-guard = 防错
handbook-response = 应对
handbook-response-avoid = 规避
handbook-response-transfer = 转移
handbook-response-reduce = 减轻
handbook-response-accept = 接受
handbook-surroundings = 服务场景
handbook-for-staff = 对员工 { $rated }

# A role.

handbook-job = 岗位说明书：{ $role }
handbook-per-customer = 每位顾客用时
handbook-share = 占工作日比例
handbook-authority = 权限
handbook-steps = 步骤
handbook-risks = 风险
handbook-idle = 没有步骤用到它。

# Training.

handbook-training = 培训
handbook-training-say = 各步骤对各角色的技能要求。步骤要求而角色不具备的技能就是缺口，需要有人去学。
handbook-training-none = 没有步骤说明需要什么技能，因此找不出缺口。
handbook-skill = 技能
handbook-asked-by = 要求此技能的步骤
handbook-has = 是否具备
handbook-able = 具备
handbook-hole = 缺口
handbook-beside = { $role }具备

# What is still to be written.

handbook-blanks = 尚待填写
handbook-blanks-none = 没有：各项都已填写。
handbook-where = 位置
handbook-blank = 空白项
handbook-service = 整个服务
handbook-all-steps = 全部 { $count } 个步骤
handbook-all-roles = 全部 { $count } 个人员角色
