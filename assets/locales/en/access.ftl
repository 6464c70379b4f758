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
shortcuts-pointer = With the pointer
command-fold-zone-in = Fold or unfold: { $zone }
