# The command palette, finding, sizes, contrast and motion.
