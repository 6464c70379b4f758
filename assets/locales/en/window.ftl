# What the window says.

# Names and states.

untitled = Untitled blueprint
scenario-first = As-is
scenario-new = To-be { $number }
scenario-unnamed = Unnamed
scenario-rename = Name of the scenario
scenario-baseline = Baseline: the other scenarios are compared with it
scenario-tab-help = Click shows it, double-click renames it, dragging moves it
scenario-more = More scenarios
bottom-more = More tables and pictures
state-edited = edited
state-saved = saved
state-unsaved = not saved
state-covered = saved, but not your own version
recomputed-in = recomputed in { $time } ms
file-kind = Onstage blueprint

# Menus.

menu-file = File
menu-edit = Edit
menu-view = View
menu-insert = Insert
menu-scenario = Scenario
menu-help = Help
menu-samples = Open sample
menu-recent = Open recent
menu-recent-none = No files yet
menu-lane = Lane

# Commands.

command-new = New
command-open = Open…
command-save = Save
command-save-as = Save as…
command-quit = Quit
command-undo = Undo
command-redo = Redo
undo-named = Undo { $edit }
redo-named = Redo { $edit }
command-cut = Cut
command-copy = Copy
command-paste = Paste
command-duplicate = Duplicate
command-delete = Delete
command-select-all = Select all
command-select-none = Select nothing
command-rename = Rename
command-add-lane = Add lane
command-add-phase = Add phase
command-add-role = Add role
command-duplicate-scenario = Duplicate scenario
command-rename-scenario = Rename scenario
command-make-baseline = Make it the baseline
command-move-scenario-left = Move scenario left
command-move-scenario-right = Move scenario right
command-remove-scenario = Delete scenario
command-compare = Compare
command-flip-comparison = Switch between before and after
command-leave-comparing = Leave comparing
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-actual = Zoom to 100 %
command-fit-all = Fit everything
command-fit-selection = Fit selection
command-show-palette = Show or hide the palette
command-show-side = Show or hide the figures
command-show-table = Show or hide the panel below
command-theme-light = Light theme
command-theme-dark = Dark theme
command-theme-system = Theme of the system
command-english = English
command-chinese = 简体中文
command-shortcuts = Keyboard shortcuts
command-about = About Onstage

obstacle-nothing-to-undo = There is nothing to undo
obstacle-nothing-to-redo = There is nothing to redo
obstacle-select-steps = Select one or more steps first
obstacle-select-something = Select something first
obstacle-select-one-step = Select a single step first
obstacle-last-scenario = The last scenario stays
obstacle-one-scenario = Duplicate the scenario first: there is nothing to compare it with
obstacle-not-comparing = Compare two scenarios first
obstacle-first-scenario = This scenario stands first already
obstacle-rightmost-scenario = This scenario stands last already
obstacle-no-steps = The sheet has no steps yet

# What edits are called, after "Undo".

edit-add-step = add step
edit-append-step = add connected step
edit-insert-step = insert step
edit-change-steps =
    { $count ->
        [one] change step
       *[other] change { $count } steps
    }
edit-rename-step = rename step
edit-move-steps =
    { $count ->
        [one] move step
       *[other] move { $count } steps
    }
edit-remove-steps =
    { $count ->
        [one] delete step
       *[other] delete { $count } steps
    }
edit-remove-links =
    { $count ->
        [one] delete link
       *[other] delete { $count } links
    }
edit-duplicate-steps =
    { $count ->
        [one] duplicate step
       *[other] duplicate { $count } steps
    }
edit-paste-steps =
    { $count ->
        [one] paste step
       *[other] paste { $count } steps
    }
edit-connect = connect
edit-change-link = change link
edit-change-share = change share
edit-assign-role = assign role
edit-assign-element = assign servicescape element
edit-add-lane = add lane
edit-change-lane = change lane
edit-move-line = move line
edit-reorder-lane = move lane
edit-remove-lane = delete lane
edit-add-phase = add phase
edit-change-phase = change phase
edit-reorder-phase = move phase
edit-remove-phase = delete phase
edit-add-role = add role
edit-change-role = change role
edit-remove-role = delete role
edit-add-element = add servicescape element
edit-change-element = change servicescape element
edit-remove-element = delete servicescape element
edit-change-demand = change demand
edit-change-typology = change typology
edit-change-redesign-rules = change redesign rules
edit-change-title = change title
edit-change-currency = change currency
edit-change-rates = change the unit of rates
edit-duplicate-scenario = duplicate scenario
edit-rename-scenario = rename scenario
edit-move-scenario = move scenario
edit-make-baseline = make scenario the baseline
edit-remove-scenario = delete scenario { $name } with { $count ->
    [one] 1 step
   *[other] { $count } steps
}
edit-several = { $count } changes

# The palette.

palette-steps = Steps
palette-steps-help = Drag a step onto a lane, or double-click it
palette-drag-help = Drag onto a lane. The lane decides whether customers see it
palette-customer-action = Customer action
palette-frontstage-action = Frontstage action
palette-backstage-action = Backstage action
palette-support-process = Support process
palette-evidence = Physical evidence
palette-decision = Decision
palette-waiting-point = Waiting point
palette-note = Note
palette-roles = Roles
palette-no-roles = Add a role, then drag it onto the steps that need it
palette-role-help = Drag onto a step that needs it. Click to edit, double-click to rename
palette-servicescape = Servicescape
palette-ambient = Ambient conditions
palette-space = Space & function
palette-signs = Signs & symbols
palette-element-help = Drag onto a step that relies on it. Click to edit, double-click to rename
role-new = New role
role-one-more = One more
role-one-less = One less
role-remove = Delete role
element-add = Add element
element-new = New element
element-remove = Delete element
times = × { $count }
role-times = { $name } × { $count }
role-some-of = { $needed } of { $count } { $name }
roles =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }

# The sheet.

mark-fail-point = F
mark-wait-point = W
elements =
    { $count ->
        [one] { $count } element
       *[other] { $count } elements
    }
time-mean = mean { $time }
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
empty-title = Draw your service
empty-text = Drag a step from the left onto a lane, double-click a lane, or paste cells from a spreadsheet
empty-open = Open the sample: { $name }
flow-out = Customers may leave here
flow-again = Customers may come back here
lane-add-below = Add lane to this zone
lane-fold = Collapse lane
lane-unfold = Expand lane
lane-remove = Delete lane
phase-new = New phase
phase-add-before = Add phase before
phase-add-after = Add phase after
phase-move-left = Move left
phase-move-right = Move right
phase-remove = Delete phase
decision-remove = Delete decision…

# The side panel.

tab-capacity = Capacity
tab-blueprint = Blueprint
tab-step = Step
tab-selection = Selection
tab-link = Link
tab-lane = Lane
tab-phase = Phase
tab-role = Role
tab-element = Element
tab-compare = Compare
tab-problems =
    { $count ->
        [0] Problems
       *[other] Problems { $count }
    }
section-load-by-step = Load by step
section-load-by-step-tried = Load by step, preview
section-load-by-role = Load by role
section-what-would-help = What would help
section-time = Times
section-experience = Seen and hidden
section-labour = Labour
section-money = Cost and profit
section-changes = One less, one more
changes-meaning = The capacity after each change, recomputed
changes-one-less = One less
changes-one-more = One more
changes-faster = 10 % faster
unit-capacity-per-hour =
    capacity /{ $per ->
        [day] day
        [week] week
       *[hour] h
    }
load-none = Give a step a time to see its capacity
load-part-of-time = { $share } of the time of { $name }, shared among { $count } steps
load-part-of-work = { $share } of the work of { $name }, shared among { $count } steps
rows-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
role-work = Work per customer: { $time }
bottleneck-is = Bottleneck: { $name }
bottleneck-tried = Preview – bottleneck: { $name }
bottleneck-arithmetic =
    { $count ->
        [one] { $offer } { $name }
       *[other] { $offer } × { $name }
    } ÷ { $work }{ $exact ->
        [yes] { " " }=
       *[no] :
    } { $rate }
# A pool and the only step that it does.
pool-with-step = { $name } ({ $step })
bottleneck-next = Next limit: { $name } at { $rate }
bottleneck-no-other = Nothing else limits the service
queue-grows =
    The queue grows by { $number } { $per ->
        [day] a day
        [week] a week
       *[hour] an hour
    }
no-capacity = No capacity yet
no-capacity-tried = Preview – no capacity
no-end = no end
arrivals-of =
    { $number } { $per ->
        [day] /day
        [week] /week
       *[hour] /h
    }
tile-queue-grows =
    queue +{ $number } { $per ->
        [day] /day
        [week] /week
       *[hour] /h
    }
tile-queue-unsettled = the queue never settles

# What the figures assume.

assumed = Assumed: { $arrivals }, { $times }, { $rate }
assumed-without-demand = Assumed: { $times }; no demand is given
assumed-arrivals-even = arrivals evenly spaced
assumed-arrivals-fairly-even = arrivals fairly even
assumed-arrivals-random = arrivals at random
assumed-arrivals-bursts = arrivals in bursts
assumed-times-none = no times yet
assumed-no-links = no steps linked yet
assumed-times-fixed = times fixed
assumed-times-random = times at random
assumed-times-vary = times vary
assumed-times-some-vary = some times vary
assumed-rate = { $rate } all day
assumed-rate-open = { $rate } for { $hours } h a day

go-there = Go there
from-to = { $from } → { $to }
help-capacity = More customers
help-time = Shorter visits
help-none = No single change lifts the capacity
help-none-time = No single change surely shortens the visit
help-time-growing = Visits have no end while the queue grows: first more customers must be served
help-nothing = One more lets no more customers through: { $names }
help-no-wait = Hardly anybody waits for: { $names }
problems =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    }
problems-none = No problems found
problems-none-help = Gaps in the drawing and weak spots of the service are listed here

# The step table.

column-step = Step
column-lane = Lane
column-role = Role
column-servers = Servers
column-time = Time
column-capacity = Capacity
column-utilisation = Utilisation
column-wait = Wait
column-fail-point = Fail point
step-table-empty = Steps are listed here once there are some

# Samples.

sample-driver-licence-office = Driver-licence office
sample-airport-arrival = Airport arrival
sample-physical-examination = Physical examination
sample-mortgage-applications = Mortgage applications
sample-hotel-room-service = Hotel room service
sample-corner-shoeshine = Corner shoeshine
sample-empty-sheet = Empty sheet

# Dialogs.

button-close = Close
button-cancel = Cancel
button-save = Save
button-save-as = Save as…
button-open = Open
button-discard = Don’t save
button-overwrite = Save all the same
ask-save-title = Save changes to { $name }?
ask-save-text = What you changed is lost if you don’t save it.
dialog-open-title = Open blueprint
dialog-save-title = Save blueprint
path-label = Path of the file
path-help = This system offers no file dialog, so type the path. Blueprints end in .ron
open-failed-title = The file was not opened
save-failed-title = The file was not saved
saved-as = Saved as { $name }
paste-failed-title = Nothing was pasted
work-stopped = This could not be worked out: the program made a mistake over it. It is tried again when something changes
work-lost = The work was stopped. Try again
work-not-begun = The system is too busy to start the work: { $error }. Close other programs and try again
unknown-fields-title = This file comes from a newer version
unknown-fields =
    These fields are unknown here and were left out:
    { $fields }
    So that nothing is lost, the blueprint can only be saved under a new name.
newer-version-text = All of it was understood, but a newer version may mean something else by it. So that nothing is lost, the blueprint can only be saved under a new name.
caution-unknown-title = Save under a new name
caution-unknown-text = The file comes from a newer version. Saving over it could lose what this version does not know.
caution-comments-title = Comments would be lost
caution-comments-text = These comments were written into the file by hand, at things that are no longer on the sheet. Saving removes them too.
remove-lane-title = Delete { $name }?
remove-lane-text = It holds { $steps }. What becomes of them?
remove-lane-move = Move them to { $name }
remove-lane-steps = Delete them too
remove-decision-title = Delete { $name }?
remove-decision-text = Several ways lead on from here. Which one stays?
remove-decision-keep = Keep the way to { $name }
no-display = There is no display to open a window on. Start Onstage from a desktop, or use its commands, such as onstage analyse FILE
no-window = No window could be opened. The first renderer said: { $first }. The second said: { $second }. Update the graphics driver, or set WGPU_BACKEND to vulkan, gl or dx12 and try again
about-version = Version { $version }
about-text = A designer for service blueprints that shows bottlenecks and capacity while you draw.
about-licences = Free software under the MIT or Apache-2.0 licence. It carries the typefaces Inter and a Chinese subset of Noto Sans (Open Font Licence) and icons of Lucide (ISC licence).
about-changes = What is new

# The shortcut sheet.

gesture-select = Select
gesture-select-how = Click; with Shift add to the selection
gesture-marquee = Select many
gesture-marquee-how = Drag on the empty sheet
gesture-move = Move
gesture-move-how = Drag; Shift keeps one axis, Alt does not snap
gesture-connect = Connect
gesture-connect-how = Drag from a handle on the edge of a card
gesture-rename = Rename
gesture-rename-how = Double-click
gesture-pan = Pan
gesture-pan-how = Wheel, middle button, or Space and drag
gesture-zoom = Zoom
gesture-zoom-how = Ctrl and wheel, or pinch
gesture-abort = Take back a drag
gesture-abort-how = Esc
