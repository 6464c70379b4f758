# The guide in its window: what leads through it. Its pages stand in assets/guide.

guide-back = 返回上一处
guide-forward = 前进
guide-contents = 目录
guide-search = 在指南中查找
guide-nothing = 没有关于“{ $text }”的内容
guide-elsewhere = 但在{ $language }页面中可以找到：
guide-close = 关闭指南
guide-more = 指南中的更多说明
