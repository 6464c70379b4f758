# What is wrong inside a blueprint file: what was found, and what was expected there.

decode-not-utf8 = 这不是 UTF-8 文本文件
decode-field-missing = 缺少字段“{ $field }”
decode-hours-unlike-rates = 从开门到关门有 { $intervals } 个时段，却给了 { $rates } 个数：请每个时段各给一个
decode-value = 值“{ $found }”无效。{ $reason }
decode-newer = 文件版本 { $version } 高于本程序支持的 { $known }：请升级程序
decode-duplicate = { $sort }中有两项编号都是 { $number }：请分别编号
decode-dangling = { $place }提到的{ $missing }不在文件中
decode-redesign = 再设计规则
decode-something = 某处
decode-nameless = { $thing }没有名称：请填写
decode-bad-link = { $link }无效：{ $reason }
decode-stands-in-for-itself = { $role }顶替的是自己：请从列表中删去它的编号
decode-empty-need = { $step }有一项需求没有角色：请填写角色或删除该需求

sorts-scenario = 方案
sorts-lane = 泳道
sorts-phase = 阶段
sorts-role = 角色
sorts-element = 要素
sorts-step = 步骤
sorts-link = 连线
sorts-thing = 内容
sort-scenario = 方案{ $name }
sort-lane = 泳道{ $name }
sort-phase = 阶段{ $name }
sort-role = 角色{ $name }
sort-element = 要素{ $name }
sort-step = 步骤{ $name }
sort-link = 连线{ $name }

# What was expected.

expected = 此处应为{ $what }
expected-number = 数字
expected-text = 引号中的文字
expected-text-end = 文字结尾的引号
expected-escape = 反斜杠之后可用的字符，如 \n、\" 或 \\
expected-character = 单引号中的一个字符
expected-text-or-number = 引号中的文字或数字
expected-pair = 括号中的两个数字
expected-yes-or-no = true 或 false
expected-list = 以 [ 开头的列表
expected-list-end = 列表结尾 ]
expected-group = 以 ( 开头的一组字段
expected-group-end = 字段组结尾 )
expected-map = 以花括号开头的映射
expected-map-end = 映射结尾的花括号
expected-comma = 逗号
expected-colon = 冒号
expected-field-name = 字段名
expected-one-of = { $words } 之一，而不是 { $found }
expected-only-once = 只出现一次的 { $field }
expected-field = 字段 { $field }
expected-extension = 该格式已有的扩展，如 #![enable(implicit_some)]
expected-value = 一个值
expected-other-sort = 另一类值
expected-other-than = “{ $found }”以外的内容
expected-more = 后续内容
expected-end = 文件结尾，而蓝图之后还有内容
expected-comment-end = 注释的结尾
expected-shallower = 更少的括号层次
expected-other = 其他内容
