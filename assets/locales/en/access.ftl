# The command palette, finding, sizes, contrast and motion.

# Finding.

command-find-command = Find a command…
command-find = Find a step or role…
finder-hint-command = Type what you want to do
finder-hint-thing = Type the name of a step, role, lane or scenario
finder-nothing = Nothing is called “{ $text }”
command-add-lane-in = Add lane: { $zone }
command-insert = Insert: { $what }

# How the window is seen.

menu-appearance = Appearance
menu-language = Language
command-contrast = More contrast
command-motion = Less motion
command-larger = Larger size
command-smaller = Smaller size
command-usual-size = Usual size
obstacle-largest = It cannot get larger than twice the usual size
obstacle-smallest = It cannot get smaller than four fifths of the usual size
now-this-size = Size { $percent }
command-next-region = Go to the next part of the window
command-previous-region = Go to the previous part of the window
region-menus = Menus
region-tools = Tools
region-palette = Palette
region-sheet = Sheet
region-figures = Figures
region-below = Tables and pictures
panel-edge = Resize panel
shortcuts-pointer = With the pointer
command-fold-zone-in = Fold or unfold: { $zone }

# What the hand and keys do that is no command.

gesture-copy = Copy
gesture-copy-how = Hold Alt, then drag
gesture-insert = Insert
gesture-insert-how = Drop a step on a connector, or double-click it
gesture-share = Change a share
gesture-share-how = Double-click the label of the way
gesture-reorder = Move a lane or phase
gesture-reorder-how = Drag its name
key-walk = Go along the flow
key-walk-how = Tab, Shift+Tab; Home, End
key-nudge = Nudge
key-nudge-how = Arrows; with Shift by a larger step
key-rename = Rename the selected step
key-rename-how = Click it or Tab to it, then type; or F2, Enter
key-compose = Type with an input method
key-compose-how = On a selected step or cell; letters are no commands then
key-letters = Letters as commands: N, A, C, S
key-letters-how = On the sheet; after making something new, Esc first
key-reorder = Move the selected lane or phase
key-reorder-how = Alt and an arrow
shortcuts-tables = In the tables
key-cell = Change a cell
key-cell-how = Type; or F2. Enter goes down, Tab to the right
key-choose = Choose from the list of a cell
key-choose-how = Enter, then Alt+Down; or begin to type
key-range = Choose cells
key-range-how = Shift and arrows, or drag
key-fill = Fill down
key-fill-how = Ctrl+D
key-remove-rows = Delete rows
key-remove-rows-how = Ctrl+Delete
