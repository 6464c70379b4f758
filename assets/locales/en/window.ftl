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
