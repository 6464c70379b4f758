# The command palette and finding steps, links, roles, lanes and scenarios.

finder-hint-command = Type what you want to do
finder-hint-thing = Type the name of a step, role, lane or scenario, or what a link says
finder-nothing = No match for “{ $text }”
