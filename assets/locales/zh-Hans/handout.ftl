# The handout of a lesson: what participants take home.

handout-title = 讲义：{ $lesson }
handout-stop = { $number } { $title }
handout-stop-unnamed = 环节
handout-lines = 书写横线
handout-tries = 我们试过的方案
handout-try-of = { $name } · { $by }
handout-reckoned = 计算依据
handout-answers = 答案
handout-answer-letter = { $letter }  { $answer }
handout-answer-is = 答案
handout-change = 一项有效的改变
handout-after = { $value }，之前为 { $before }
