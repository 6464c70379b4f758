# The palette: steps, roles and servicescape elements to drag onto the sheet.

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

role-one-more = One more
role-one-less = One fewer
role-remove = Delete role
role-assign-selected =
    { $count ->
        [one] Assign to the selected step
       *[other] Assign to { $count } selected steps
    }
role-select-steps =
    { $count ->
        [0] Select its steps
        [one] Select its step
       *[other] Select its { $count } steps
    }
role-show-only = Show only its steps
palette-put-on-sheet = Add to the sheet
palette-select-all =
    { $count ->
        [0] Select all of this sort
        [one] Select the one there is
       *[other] Select all { $count } of this sort
    }
element-add = Add element
element-remove = Delete element
