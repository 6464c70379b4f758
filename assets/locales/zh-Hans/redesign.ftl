# 再设计建议的文字。

redesign-staff = 人员
redesign-cost = 每位顾客成本
redesign-designs = 设计数
redesign-proof = 依据
redesign-today = 现状 { $count }
redesign-at-least = 至少 { $count }
redesign-no-gain = 与{ $people }相同，没有提高
redesign-proven = 已证明最优
redesign-unproven = 至多 { $rate }
redesign-point = { $people }，{ $rate }：改动少的在前
redesign-changes = 合并 { $merges }，拆分 { $splits }，新增或调动 { $moved } 人，调整顺序 { $reordered }
redesign-stays = 保持不变
redesign-scenario-name = { $people }，{ $rate }

stays-several-at-once = 同时需要多名人员
stays-kept-unit = 有资源在多个步骤中一直跟随顾客
stays-stand-in = 设备或合作方也能完成
stays-partner = 有合作方参与
stays-equipment = 设备或位置不能随人员一同增加
stays-shared = 同样的人员或设备还做其他保持不变的工作

obstacle-lacks = 现状能力未知，无法再设计：{ $reason }
obstacle-no-staff = 没有由人员完成的步骤，无可重组
obstacle-nothing-to-regroup = 没有可以重组的工作。{ $step } 保持不变：{ $reason }
obstacle-too-many-tasks = 工作有 { $count } 项，太多；最多可重组 { $most } 项
obstacle-order-in-circle = 规则要求的顺序形成了循环：请取消其中一条
obstacle-too-few = { $people }太少：按这些规则至少需要 { $least } 人
obstacle-no-design = { $people }无法在这些规则下完成工作：请放宽一条
obstacle-rate-out-of-reach = 无论多少人都达不到：按这些规则最高为 { $rate }
obstacle-cost-out-of-reach = 没有找到成本这么低的设计：每位顾客最低为 { $cost }
obstacle-cost-unknown = 成本未知：请给每个人员角色填写每小时成本
obstacle-role-without-tasks = { $name } 没有可以重组的工作

command-bad-target = --target { $text }：{ $reason }。请写成 120/h
command-bad-target-cost = --target-cost { $text }：{ $reason }。请写成 0.90 这样的金额
command-bad-staff = --staff { $text }：请写人数、范围（如 6..12）或角色（如 Nurse=3,Doctor=2）
command-no-such-step = 没有名为“{ $name }”的步骤，最接近的是“{ $nearest }”
command-no-such-role = 没有名为“{ $name }”的角色，最接近的是“{ $nearest }”
command-no-task = 步骤“{ $name }”没有可以重组的人员工作，最接近的是“{ $nearest }”
command-redesigned = 已保存 { $file }，其中有方案“{ $name }”
