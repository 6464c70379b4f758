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
lesson-waits-for-file = The file is still being read or written: the lesson starts as soon as it is there. Esc calls it off
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
lesson-file-help = The lesson goes on with what was opened. What to do about the file is asked after it
lesson-faint = Faint and dashed: held back, only you see it
lesson-kept = Not told before stop { $number } asks: { $what } (H shows it)
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

command-add-stop = Add stop from what I see
command-suggest-stops = Suggest stops
command-suggest-stops-hint = Adds the stops of a first lesson: the customer’s way, who waits for whom, which step limits, a first cure, and what it brings
command-show-lesson = Lesson
chart-tab-lesson = Lesson
tab-stop = Stop
lesson-add-stop = Add stop
lesson-none = There is no lesson yet. Add a stop from what you see, or have the stops of a first lesson suggested. F5 shows a suggested lesson without keeping it.
lesson-column-number = No.
lesson-field-title = Title
lesson-field-minutes = Minutes
lesson-field-minutes-help = How long this stop is planned to take
lesson-field-scenario = Scenario
lesson-field-sheet = Planning sheet
lesson-field-shows = Shows
lesson-field-with = Compared with
lesson-field-figures = Figures, at most three
lesson-field-hold = Held back
lesson-field-levers = Levers
lesson-field-ask = Question
lesson-field-answers = Answers
lesson-field-answers-hint = One on each line
lesson-field-note = Note
lesson-field-note-hint = Only you see it
lesson-scenario-gone = Scenario is gone
lesson-shows-sheet = Sheet
lesson-shows-compare = Before and after
lesson-shows-redesign = Redesign
lesson-shows-day = The day
lesson-shows-plan = Planning sheet
lesson-shows-unknown = Something newer
lesson-holds-bottleneck = Bottleneck
lesson-holds-figures = Figures
lesson-holds-help = What would help
lesson-lever-headcount = People at the bottleneck
lesson-lever-time = Time of the bottleneck
lesson-with-none = Nothing
lesson-around-all = All cards are shown
lesson-around-some =
    { $count ->
        [one] 1 card is framed
       *[other] { $count } cards are framed
    }
lesson-around-selected = Frame selected cards
lesson-around-whole = Show all cards

lesson-shows-both = This stop always shows both versions; F3 flips between them
lesson-no-other = There is no other version to compare with at this stop
lesson-lever-ends = { $name } goes from { $least } to { $most }

shortcuts-lesson = In a lesson
key-lesson-next = Reveal, then the next stop
key-lesson-next-how = →, ↓, Page Down, Space, N or a click
key-lesson-back = The stop before
key-lesson-back-how = ←, ↑, Page Up, Backspace, P
key-lesson-jump = A stop by its number, the first, the last, all at once
key-lesson-jump-how = Number and Enter, Home, End, G
key-lesson-blank = Black wall, white wall
key-lesson-blank-how = B or full stop, W or comma
key-lesson-hold = Hold back, or show: guess first
key-lesson-hold-how = H
key-lesson-tools = Pointer, pen, eraser, spotlight, zoom
key-lesson-tools-how = L, D, E, S, Z
key-lesson-levers = Take a lever, turn it
key-lesson-levers-how = V, then ↑, ↓, + or −, or a number and Enter
key-lesson-flip = The other version, both on one axis
key-lesson-flip-how = F3, C
key-lesson-hands = Count hands for each answer
key-lesson-hands-how = M, then a number and Enter for each
key-lesson-try = Try what somebody proposes
key-lesson-try-how = T; Esc ends the try
key-lesson-restore = This stop as at the start, the whole lesson
key-lesson-restore-how = R, Shift+R
key-lesson-undo = Take back the last change
key-lesson-undo-how = Ctrl+Z
key-lesson-day = Play the day, or pause it
key-lesson-day-how = F12; Shift+arrows move the clock, + and − set the speed
key-lesson-looks = More contrast, full screen, these keys
key-lesson-looks-how = K, F11, ?
key-lesson-leave = Leave the lesson
key-lesson-leave-how = Esc

playlist-title = Playlist: { $name }
playlist-lessons =
    { $count ->
        [one] 1 lesson, given from the one that is chosen
       *[other] { $count } lessons, given one after another from the one that is chosen
    }
playlist-stops =
    { $count ->
        [one] 1 stop
       *[other] { $count } stops
    }
playlist-suggested = no lesson of its own: suggested stops
playlist-none = None of its lessons can be given
playlist-missing = Skipped, as they are not there:
playlist-no-sample = { $name }: no sample has this name
playlist-begin = Begin
playlist-kept = These ideas were kept in this blueprint. It is not saved yet
playlist-kept-more =
    { $count ->
        [one] Ideas were kept in this blueprint, which is not saved yet. Another one comes once you close this one
       *[other] Ideas were kept in this blueprint, which is not saved yet. { $count } others come once you close this one
    }
lesson-skips-stop = Skipped: { $number } { $title }, as what it shows is gone
lesson-partner-gone = The scenario that it is compared with is gone
lesson-cards-gone =
    { $count ->
        [one] 1 of its cards is gone
       *[other] { $count } of its cards are gone
    }
lesson-spotlight-none = No card stands out
lesson-spotlight-some =
    { $count ->
        [one] 1 card stands out
       *[other] { $count } cards stand out
    }
lesson-spotlight-selected = Spotlight selected cards
lesson-spotlight-off = All alike
lesson-stop-oddity = Stop { $number } of the lesson, “{ $title }”: { $what }
lesson-unknown-word = “{ $word }” in “{ $field }” is not known and is left out; known are { $known }
