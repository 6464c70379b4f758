# What the sheet says while steps, lanes and phases are drawn, moved and named, and what a screen reader is told of it.

empty-title = Draw your service
empty-text = Drag a step from the left onto a lane, double-click a lane, or paste cells from a spreadsheet
empty-open = Open the sample: { $name }
empty-first-step = First step
empty-first-step-how = Drag a step here, double-click, or press N

rename-card = Name of the step
rename-lane = Name of the lane
rename-phase = Name of the phase
rename-role = Name of the role
rename-element = Name of the element

drop-on-a-step = Drop it on a step
drop-outside = This is outside the sheet. Drop it inside a lane
now-hidden = Now behind the line of visibility: hidden from the customer
now-visible = Now in front of the line of visibility: the customer sees it
now-in-zone = Now in { $zone }

flow-out = Customers may leave here
flow-again = Customers may come back here

# Lanes, phases, decisions.

lane-add-below = Add lane to this zone
lane-fold = Collapse lane
lane-unfold = Expand lane
lane-remove = Delete lane
phase-add-before = Add phase before
phase-add-after = Add phase after
phase-move-left = Move left
phase-move-right = Move right
phase-remove = Delete phase
decision-remove = Delete decision…
zone-fold = Collapse { $zone }
zone-unfold = Expand { $zone }
hand-lane-up = Move up
hand-lane-down = Move down

# Connecting, making room, typing.

hand-connect-hint = Arrows or Tab choose a step, F flips the kind, Enter connects, Esc cancels
hand-space-hint = Drag or press arrows to make room, Enter confirms, Esc cancels
hand-no-lane-there = There is no lane in that direction
hand-words-field = Label and share
link-insert-here = Insert a step here
card-either-role = Either of them will do
keys-letters-rest = Letters are commands again once a card is selected or Esc is pressed
keys-card-by-hand = Click the card, or go to it with Tab, to type its name

# Told to a screen reader.

hand-sheet = Blueprint sheet
hand-sheet-help = Tab goes along the flow, arrows move the selected card, Ctrl+F6 leads to the next part of the window
spoken-load = load { $share }
spoken-fail-point = fail point
spoken-wait-point = waiting point
spoken-feeling = emotion: { $feeling }
spoken-then = then { $names }
spoken-together = together with { $names }
spoken-starts = triggers { $names }
spoken-with-share = { $name } { $share }
spoken-link = { $kind } from { $from } to { $to }
spoken-phase = Phase { $name }, { $steps }
spoken-lane = Lane { $name }, { $zone }, { $steps }
map-name = Map of the sheet

# Text pasted onto a card.

paste-on-title = What is this text for “{ $name }”?
paste-on-name = Its name
paste-on-name-and-procedure = First line its name, the rest its procedure
paste-on-procedure = Add it to the procedure
paste-on-steps =
    { $count ->
        [one] { $count } step of its own
       *[other] { $count } steps of their own
    }
paste-no-steps = This text is not a table of steps. Copy cards, or cells of a spreadsheet with the name of a step in each row
