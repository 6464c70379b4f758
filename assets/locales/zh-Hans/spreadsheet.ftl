# The tables of steps and roles, bulk changes, the clipboard.
