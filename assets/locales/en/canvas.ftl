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
now-in-phases =
    { $count ->
        [one] 1 step is now in another phase: { $phases }
       *[other] { $count } steps are now in another phase: { $phases }
    }
now-other-phase =
    { $count ->
        [one] 1 step is now in another phase
       *[other] { $count } steps are now in another phase
    }

flow-out = Customers may leave here
flow-again = Customers may come back here

# Lanes, phases, decisions.

lane-add-above = Add lane above
lane-add-below = Add lane below
lane-higher = Taller
lane-lower = Shorter
lane-select-steps = Select its steps
lane-border-help = Drag to make the lane taller or shorter
rows-gain-nothing = The sheet is seen best in one row: rows would not make it larger
lane-least-height = As low as the cards of the lane allow
lane-name-help = Drag to move the lane, double-click to rename it, right-click for more
lane-fold = Collapse lane
lane-unfold = Expand lane
lane-remove = Delete lane
phase-add-before = Add phase before
phase-add-after = Add phase after
phase-starts-here = Phase starts here
phase-select-steps = Select its steps
phase-wider = Wider
phase-narrower = Narrower
phase-border-help = Drag to make the phase wider or narrower
phase-cut-help = Click to start a new phase here. No card moves
phase-least-width = As narrow as the cards of the phase allow
phase-name-help = Drag to move the phase, double-click to rename it, + starts a new phase there, right-click for more
fit-to-cards = Fit to its cards
phase-move-left = Move left
phase-move-right = Move right
phase-remove = Delete phase
decision-remove = Delete decision…
zone-fold = Collapse { $zone }
zone-unfold = Expand { $zone }
hand-lane-up = Move up
hand-lane-down = Move down

# Lines between zones.

line-help = { $line }: drag it by this name over whole lanes, or right-click
line-up = Move up
line-down = Move down
line-up-over = Move up over “{ $lane }”
line-down-over = Move down over “{ $lane }”
line-no-lane = There is no lane on that side
line-nothing = { $line }: nothing changes here. A lane goes over once its middle is passed
line-becomes =
    { $count ->
        [one] { $lanes } becomes { $zone }
       *[other] { $lanes } become { $zone }
    }
line-no-steps = no step is concerned
line-steps-by-customer =
    { $count ->
        [one] 1 step is then done by the customer
       *[other] { $count } steps are then done by the customer
    }
line-steps-by-staff =
    { $count ->
        [one] 1 step is then done by the service, where the customer sees it
       *[other] { $count } steps are then done by the service, where the customer sees them
    }
line-steps-seen =
    { $count ->
        [one] 1 step comes before the line of visibility, the customer sees it
       *[other] { $count } steps come before the line of visibility, the customer sees them
    }
line-steps-hidden =
    { $count ->
        [one] 1 step comes behind the line of visibility, hidden from the customer
       *[other] { $count } steps come behind the line of visibility, hidden from the customer
    }
line-steps-by-contact-staff =
    { $count ->
        [one] 1 step is then work of contact staff behind the line of visibility
       *[other] { $count } steps are then work of contact staff behind the line of visibility
    }
line-steps-by-support =
    { $count ->
        [one] 1 step then supports contact staff from behind the line of internal interaction
       *[other] { $count } steps then support contact staff from behind the line of internal interaction
    }
line-steps-go-along =
    { $count ->
        [one] 1 step goes along
       *[other] { $count } steps go along
    }

# Connecting, making room, typing.

hand-connect-hint = Arrows or Tab choose a step, F flips the kind, Enter connects, Esc cancels
hand-space-hint = Drag or press arrows to make room, Enter confirms, Esc cancels
hand-no-lane-there = There is no lane in that direction
hand-words-field = Label and share
link-label = Label…
hand-words-hint = Yes 30 %
link-insert-here = Insert a step here
card-either-role = Either of them will do
keys-not-linked = Not linked yet: select the step before it and press C. A adds a step that is linked
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
