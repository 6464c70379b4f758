# What the hand does on the sheet: insert, append, connect, make room.

command-append = Append a step
command-append-before = Append a step before
command-append-above = Append a step in the lane above
command-append-below = Append a step in the lane below
command-connect = Connect
command-make-room = Make room

hand-connect-hint = Arrows or Tab choose a step, Enter connects, Esc leaves
hand-space-hint = Drag or press arrows to make room, Enter keeps it, Esc takes it back
hand-no-lane-there = There is no lane in that direction
keys-letters-rest = Letters are commands again once a card is selected or Esc is pressed
keys-card-by-hand = Click the card, or go to it with Tab, to type its name
hand-sheet = Blueprint sheet
hand-sheet-help = Tab goes along the flow, arrows move the selected card, Ctrl+F6 leads to the next part of the window
spoken-load = load { $share }
spoken-fail-point = fail point
spoken-wait-point = waiting point
spoken-feeling = feeling: { $feeling }
spoken-then = then { $names }
spoken-together = together with { $names }
spoken-starts = starts { $names }
spoken-link = { $kind } from { $from } to { $to }
spoken-phase = Phase { $name }, { $steps }
spoken-lane = Lane { $name }, { $zone }, { $steps }
hand-share-field = Share
hand-lane-up = Move up
hand-lane-down = Move down

edit-make-room = make room
edit-take-room = take away room
