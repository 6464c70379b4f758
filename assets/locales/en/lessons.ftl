# Lessons: giving one, and what is asked in it.

command-lesson = Start lesson
command-lesson-hint = Shows the stops of the lesson one after another. What is tried meanwhile does not touch the file
command-lesson-here = Start lesson from the chosen stop
command-full-screen = Full screen
command-revert = Revert to saved
command-revert-hint = Shows the blueprint as it was opened or saved last. Undo brings your changes back
obstacle-nothing-unsaved = There is nothing that has not been saved
reverted = This is the blueprint as it was saved last. Undo brings your changes back
lesson-wait-for-file = The file is still being read or written. Start the lesson in a moment
lesson-is-over = The lesson is over. Esc leaves it
lesson-try-name = Try { $number }

lesson-stop-of = stop { $number } of { $count }
lesson-stop-number = Stop { $number }
lesson-stop-named = { $number }  { $title }
lesson-go-to = Go to stop { $number }
lesson-hands-for = { $letter }  { $answer }: { $count }
lesson-black = Black wall. Any key brings the stop back
lesson-white = White wall. Any key brings the stop back
lesson-leave = Leave lesson
lesson-open-desk = Presenter’s desk
lesson-one-window = One window
lesson-wall-title = Wall – Onstage
lesson-end-try = End this try
lesson-restore-try = Take this try back to its start
lesson-clock-off = Pause clock
lesson-clock-on = Resume clock

lesson-on-the-wall = On the wall
lesson-faint = Faint and dashed: held back, only you see it
lesson-levers = Levers of this stop
lesson-no-levers = Nothing can be turned here
lesson-put-back = Put back
lesson-put-all-back = Put all back
lesson-keys = Keys
lesson-key-next = Next
lesson-key-back = Back
lesson-key-hold = Reveal
lesson-key-try = New try
lesson-key-hands = Hands
lesson-key-levers = Levers
lesson-key-flip = Flip
lesson-key-pointer = Pointer
lesson-key-draw = Draw
lesson-key-erase = Erase
lesson-key-spotlight = Spotlight
lesson-key-zoom = Zoom
lesson-key-black = Black
lesson-key-white = White
lesson-key-overview = Overview
lesson-key-overlay = Overlay
lesson-key-contrast = Contrast
lesson-key-first = First
lesson-key-last = Last
lesson-key-restore = Restore
lesson-key-restore-all = Restore all

lesson-clock = Clock
lesson-stop-ends = This stop ends at
lesson-in-hand = { $time } in hand
lesson-behind = { $time } behind
lesson-of-minutes = of { $minutes } min
lesson-minutes = { $minutes } min
lesson-not-planned = No times are planned
lesson-next-stop = Next stop
lesson-results-next = The results come next
lesson-skips = A stop before it is skipped: its scenario is gone
lesson-note = Note
lesson-note-size = Ctrl+wheel sets its size
lesson-answer = Answer
lesson-held-back = held back on the wall
lesson-next-limit = Next limit
lesson-exact = exact
lesson-tries = Tries
lesson-tries-hint = A click shows one on the wall, a double click goes on with it
lesson-idea = Idea
lesson-by = By
lesson-load = Load
lesson-throughput = Throughput
lesson-cost = Cost each
lesson-hands = Hands
lesson-hands-hint = M, then a count and Enter for each

lesson-whose-title = New try
lesson-whose-text = Whose idea? May stay blank
lesson-whose-begin = Begin
lesson-keep-title = What do you want to keep?
lesson-keep-text = Each idea that you choose becomes a scenario of this blueprint. The others go with the lesson.
lesson-keep-try = Try { $number }
lesson-keep-name = Name
lesson-keep-by = Whose idea
lesson-keep-leave =
    { $count ->
        [0] Keep none and leave
        [one] Keep 1 and leave
       *[other] Keep { $count } and leave
    }
lesson-keep-stay = Stay
