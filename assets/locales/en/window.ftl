# The frame of the window: its regions, the status bar, scenario tabs, buttons of dialogs, and About.

region-start-files = Start and recent files
region-start-shelves = Templates and samples
region-menus = Menus
region-tools = Tools
region-palette = Palette
region-sheet = Sheet
region-figures = Figures
region-below = Tables and charts
panel-edge = Resize panel

tab-capacity = Capacity
tab-compare = Compare
tab-comments = Comments { $count }
tab-quality = Quality
tab-problems =
    { $count ->
        [0] Problems
       *[other] Problems { $count }
    }
go-there = Go there

state-edited = edited
state-on = on
state-off = off
state-saved = saved
state-new = in no file yet
state-unsaved = not saved
state-covered = saved, but your own version is not
state-counts = { $steps } · { $roles } ·
recomputed-in = recomputed in { $time } ms

scenario-rename = Name of the scenario
scenario-baseline = Baseline: the other scenarios are compared with it
scenario-tab-help = Click to show, double-click to rename, drag to move
scenario-more = More scenarios
bottom-more = More tables and charts

# Buttons of dialogs.

button-close = Close
button-cancel = Cancel
button-save = Save
button-save-as = Save as…
button-open = Open
button-discard = Don’t save
button-overwrite = Save anyway
button-try-again = Try again

# Work in the background.

work-stopped = This could not be computed because of an internal error. It will be tried again when something changes
work-lost = The operation was interrupted. Try again
work-not-begun = The system is too busy to start the work: { $error }. Close other programs and try again

# Starting.

no-display = There is no display to open a window on. Start Onstage from a desktop, or use its commands, such as onstage analyse FILE
no-window = No window could be opened. The first renderer said: { $first }. The second said: { $second }. Update the graphics driver, or set WGPU_BACKEND to vulkan, gl or dx12 and try again

about-version = Version { $version }
about-text = A designer for service blueprints that shows bottlenecks and capacity while you draw.
about-licences = Free software under the MIT or Apache-2.0 licence. It carries the typefaces Inter and a Chinese subset of Noto Sans (Open Font Licence) and icons of Lucide (ISC licence).
about-changes = What’s new

# What can be done with what is under the pointer, at the foot of the window.

hint-card = Drag to move · drag from an edge to link · double-click to rename · right-click for more
hint-edge = Drag to link: onto a step, or into the empty for a new one
hint-append = Click to add a step and link it
hint-share = Double-click to change the share
hint-link-end = Drag to attach it to another step
hint-link = Click to select · right-click for its kind · drop a step on it to put it in between
hint-line = Drag to move the line: it decides what customers see
hint-lane-border = Drag to make the lane taller or shorter
hint-lane-fold = Click to fold or unfold the lane
hint-lane-name = Drag to move the lane · double-click to rename · right-click for more
hint-phase-border = Drag to make the phase wider or narrower
hint-phase-name = Drag to move the phase · double-click to rename · right-click for more
hint-lane = Double-click for a new step · drag to select several · Space and drag to pan · Ctrl and wheel to zoom
hint-outside = Drag to select several · Space and drag to pan · Ctrl and wheel to zoom
hint-moving = Shift keeps it in line · Alt turns snapping off · Esc cancels
hint-copying = Release to copy · Esc cancels
hint-connecting = Release on a step, or in the empty for a new one · Esc cancels
hint-reattaching = Release on another step · Esc cancels
hint-marquee = Release to select · with Shift adds
hint-drag-card = Drop on a lane, or on a link to put it in between · Esc cancels
hint-drag-note = Drop it where it belongs · Esc cancels
hint-drag-role = Drop on a step that needs this role · Esc cancels
hint-drag-element = Drop on a step that relies on it · Esc cancels
hint-problem = Click to go there · F1 for what it means
hint-table = Type to change · Ctrl+V pastes cells · click a heading to sort · right-click for more

# Pictures for other programs.
picture-copied-sheet = The sheet is copied as a picture, { $size } pixels. Paste it into a document or a slide
picture-copied-small = It is copied as a picture, { $size } pixels, but too small to be read. Select a part of it and copy that, or export it in rows or on pages
picture-copied-steps = { $steps } copied as a picture, { $size } pixels. Paste it into a document or a slide
picture-not-copied-large = The sheet is too large for a picture. Select a part of it and copy that
picture-not-copied = No picture was made: { $why }
