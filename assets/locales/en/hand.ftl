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
hand-sheet = Blueprint sheet
hand-share-field = Share
hand-lane-up = Move up
hand-lane-down = Move down

edit-make-room = make room
edit-take-room = take away room
