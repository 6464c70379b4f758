# The start screen, the templates and the samples.

start-tagline = Service blueprints with bottlenecks and capacity, while you draw
start-recent = Recent files
start-no-recent = Files that you save appear here
start-missing = File not found
start-first = New here?
start-see-example = See an example
start-templates = Start from a template
start-samples = Learn from a sample

# Samples.

sample-driver-licence-office = Driver-licence office
sample-driver-licence-office-about = Six counters, one bottleneck, and a better design to compare
sample-licence-office-measured = Licence office, measured
sample-licence-office-measured-about = What 84 applicants say of it: gaps, risks, indicators, and a plan from 60 to 120
sample-airport-arrival = Airport arrival
sample-airport-arrival-about = From the gate to the next flight, in a fixed order
sample-physical-examination = Physical examination
sample-physical-examination-about = Nurses and doctor: who should do what?
sample-mortgage-applications = Mortgage applications
sample-mortgage-applications-about = Branches side by side that join at the approval
sample-hotel-room-service = Hotel room service
sample-hotel-room-service-about = Kitchen and bar work at once; not everybody drinks
sample-licence-office-day = Licence office: a day
sample-licence-office-day-about = An even rate hides the lunch hour: simulated from opening to the last one out
sample-clinic-appointments = Clinic with appointments
sample-clinic-appointments-about = Two doctors, an appointment every ten minutes, and patients who give up
sample-corner-shoeshine = Corner shoeshine
sample-corner-shoeshine-about = The first published service blueprint: one man, four steps
sample-planning-class = Planning class
sample-planning-class-about = Planning sheets: tables and chairs, three of five companies, feed, a rucksack, peas, machines, and the mix of a surgery
sample-empty-sheet = Empty sheet
sample-empty-sheet-about = Five zones, nothing else

# Templates.

template-general-service = General service
template-general-service-about = Receive, establish needs, plan, deliver, improve by feedback
template-service-desk = Daily service desk
template-service-desk-about = From a request to the report back, with quality check and rework
template-front-desk = Front desk
template-front-desk-about = Greet, offer, record, and put complaints right
template-business-handling = Business handling
template-business-handling-about = Plan with milestones, do, tell progress, archive
template-back-office = Back office
template-back-office-about = Documents, communication, data analysis, improvement
template-bank = Bank services
template-bank-about = Three channels, compliance and risk side by side, complaints
template-car-workshop = Car workshop
template-car-workshop-about = One adviser from reception to hand-over, lifts, a diagnosis bay
template-complaint-handling = Complaint handling
template-complaint-handling-about = Hear, record, apologise, put right, tell, find the cause
template-customer-journey = Customer journey
template-customer-journey-about = Win, serve, keep, win back: what a customer is worth over time
template-it-service-operation = IT service operation
template-it-service-operation-about = Events, incidents, requests, access and problems on one sheet
templates-filter = Type to find a template
templates-none = No matching template
