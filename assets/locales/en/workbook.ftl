# Workbooks: names of sheets and columns, and what stands in them.

workbook-summary = Summary
workbook-steps = Steps
workbook-roles = Roles
workbook-links = Links
workbook-details = Details
workbook-scenarios = Scenarios
workbook-problems = Problems
workbook-plan = Plan { $name }
workbook-about = About

# Headings. Columns behind workbook-computed are left out when the workbook is read back.

workbook-computed = Computed: { $name }
workbook-in-seconds = { $name } (s)
workbook-value = Value
workbook-unit = Unit
workbook-basis = Basis
workbook-basis-of-wait = Basis of the wait
workbook-remark = Remark
workbook-figure = Figure
workbook-capacity = Capacity per hour
workbook-paid = Paid per hour
workbook-link-from = From
workbook-link-to = To
workbook-link-share = Share
workbook-link-label = Label
workbook-link-end = end
workbook-detail-value = Value
workbook-detail-wait = Accepted wait
workbook-detail-standard = Standard time
workbook-detail-tolerated = Tolerated time
workbook-detail-target = Target time
workbook-detail-failure = What fails
workbook-detail-fail-share = How often
workbook-detail-severity = Severity
workbook-detail-detection = Detection
workbook-detail-recovery = Recovery
workbook-detail-recovery-step = Recovery step
workbook-detail-meeting = Incoming flows
workbook-detail-emotion = Emotion
workbook-detail-owner = Owner
workbook-detail-procedure = Procedure
workbook-detail-documents = Documents
workbook-opening-hours = Opening hours
workbook-gap-scv = Arrival SCV
workbook-unit-hours = h
workbook-points = points
workbook-severity = Severity
workbook-place = Where
workbook-problem = Problem
workbook-cure = What to do

# Units and remarks.

workbook-unit-hour = /h
workbook-unit-second = s
workbook-money-per-hour = { $currency }/h
workbook-input = may be changed
workbook-as-of-export = as of export
workbook-recompute = recompute in Onstage
workbook-fixed-limit = Limit by places and single servers

# About.

workbook-blueprint = Blueprint
workbook-scenario = Scenario
workbook-date = Exported
workbook-yellow = Yellow
workbook-yellow-meaning = May be changed: demand, price and overhead in the summary; count, availability and cost of the roles.
workbook-grey = Grey
workbook-grey-meaning = Computed. The basis says how far a number can be trusted.
workbook-live = Live
workbook-live-whole = In the summary, capacity, output, utilisation, cycle time, cost and profit follow the yellow cells.
workbook-live-roles = Of a role, capacity and utilisation follow where nobody stands in for it and no step needs several at once; what is paid always does. The differences of the scenarios follow too.
workbook-not-live = In the summary, figures are values: here the capacity depends on more than people and work, so that no formula of a spreadsheet would stay true.
workbook-as-of-export-meaning = Times and waits, and all figures of the steps, are values. They do not follow changes.
workbook-recompute-meaning = Read the workbook back with Onstage to see these figures after a change.
workbook-back = Reading it back
workbook-back-meaning = Steps, roles and links can be edited here and imported again, with what is yellow and the details. Computed columns are left out then; Onstage computes them anew.
workbook-not-held = Not in it
