# Stops of a lesson that is suggested.

stop-way = Read it like a customer
stop-way-note = From left to right along the customer’s actions. Then go down at each step: who does it, who stands behind, what supports them?
stop-waits = Who waits for whom?
stop-waits-ask = Where does a customer wait, and for whom?
stop-waits-note = Let everybody point before anybody speaks. What customers see of a queue is rarely where it comes from.
stop-guess = Which step sets the pace?
stop-guess-ask = Which step sets the pace of the whole service?
stop-guess-note = Raise hands for each answer before anybody computes. Many point at the queue they can see; ask who works behind the line of visibility.
stop-answer = The bottleneck
stop-answer-note = The longest bar is full first. Capacity is people divided by the time that a customer takes of them; the smallest sets the pace, and all others wait for it.
stop-cure = A first cure
stop-cure-ask = What would you change first?
stop-cure-note = Turn one thing at a time and say beforehand what will happen. When the bottleneck moves to another step, stop: from there on the same cure brings nothing.
stop-redesign = A new design
stop-redesign-ask = With as many people, could they share the work better?
stop-redesign-note = Nobody works faster here. Steps are put together so that nobody stands idle while others are busy. Ask what the staff would have to learn.
stop-busy = Why busy hurts
stop-busy-note = Turn the demand up slowly. Waiting does not grow with the load but with what is left of it: near full load each customer more costs all others time.
stop-day = A day
stop-day-ask = When is the line longest, and why then?
stop-day-note = Play the day, then drag the clock to the longest line. The line is longest after the rush, not at its height.
stop-compared = Before and after
stop-compared-note = The same axis for both. Ask what became better for customers, what for staff, and what it costs.
stop-money = What it costs
stop-money-note = People are paid while they wait, too. Ask what a customer costs when the house is full, and what when it is half empty.
