# Theme, language, contrast, motion and size.

command-theme-light = Light theme
command-theme-dark = Dark theme
command-theme-system = System theme
command-contrast = Increase contrast
command-motion = Reduce motion
command-larger = Increase size
command-smaller = Decrease size
command-usual-size = Default size
now-this-size = Size { $percent }
obstacle-largest = This is the largest size: twice the default
obstacle-smallest = This is the smallest size: four fifths of the default

preferences-damaged = The file of your settings was damaged. What could be read of it is kept
