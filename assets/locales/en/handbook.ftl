# The handbook: how each step is done, job descriptions, training, and what is still to be written.

handbook-title = Handbook: { $name }
handbook-concept = Concept
handbook-none = No step says yet who serves customers or how long that takes, so there is nothing to lay down.
handbook-item = Item
handbook-content = As laid down

# A step.

handbook-who = Who
handbook-stays = { $who }, staying with the customer
handbook-actions = Actions
handbook-customer = What the customer does
handbook-seen = What the customer sees
handbook-accepted-wait = Accepted wait
handbook-fails = If it fails
handbook-of = { $number } of { $most }
handbook-guard = Guard
handbook-response = Response
handbook-response-avoid = Avoid
handbook-response-transfer = Transfer
handbook-response-reduce = Reduce
handbook-response-accept = Accept
handbook-surroundings = Surroundings
handbook-for-staff = for those who work there { $rated }

# A role.

handbook-job = Job description: { $role }
handbook-per-customer = Time per customer
handbook-share = Share of the day
handbook-authority = Authority
handbook-steps = Steps
handbook-risks = Risks
handbook-idle = No step needs it.

# Training.

handbook-training = Training
handbook-training-say = What the steps ask of each role. A skill that a step asks for and its role lacks is a hole: somebody has to learn it.
handbook-training-none = No step says which skills it asks for, so no hole can be found.
handbook-skill = Skill
handbook-asked-by = Asked for by
handbook-has = Is it there?
handbook-able = Yes
handbook-hole = A hole
handbook-beside = { $role } has it

# What is still to be written.

handbook-blanks = Still to be written
handbook-blanks-none = Nothing: every field is filled in.
handbook-where = Where
handbook-blank = Blank
handbook-service = The service
handbook-all-steps = All { $count } steps
handbook-all-roles = All { $count } roles of staff
