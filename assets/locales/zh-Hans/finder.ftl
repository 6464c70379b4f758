# The command palette and finding steps, roles, lanes and scenarios.

finder-hint-command = 输入想做的事
finder-hint-thing = 输入步骤、角色、泳道或方案的名称，或连线上的文字
finder-nothing = 没有与“{ $text }”匹配的内容
