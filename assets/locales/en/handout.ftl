# The handout of a lesson: what participants take home.

handout-title = Handout: { $lesson }
handout-stop = { $number } { $title }
handout-stop-unnamed = Stop
handout-lines = Lines to write on
handout-tries = What we tried
handout-try-of = { $name } · { $by }
handout-reckoned = How it was reckoned
handout-answers = Answers
handout-answer-letter = { $letter }  { $answer }
handout-answer-is = Answer
handout-change = One change that helps
handout-after = { $value }, before { $before }
