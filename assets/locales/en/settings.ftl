# Theme, language, contrast, motion and size.

command-theme-light = Light theme
command-theme-dark = Dark theme
command-theme-system = Theme of the system
command-english = English
command-chinese = 简体中文
command-contrast = More contrast
command-motion = Less motion
command-larger = Larger size
command-smaller = Smaller size
command-usual-size = Usual size
now-this-size = Size { $percent }
obstacle-largest = It cannot get larger than twice the usual size
obstacle-smallest = It cannot get smaller than four fifths of the usual size

preferences-damaged = The file of your settings was damaged. What could be read of it is kept
