# The simulation: what it found beside the formulas, and whom to believe.

simulate-precise = Long run: precise after { $customers } customers in 16 runs.
simulate-time = Long run: the time is over after { $customers } customers in 16 runs; the intervals are wider than was asked for.
simulate-unsettled = Long run: not settled after { $customers } customers in 16 runs: lines still grow, or the load is close to the capacity. Give it more time.
simulate-too-much = More than 1,000,000 customers would be inside: this is too much to simulate.
simulate-no-steady-state = There is no steady state: the line grows by { $growth } { $period ->
    [hour] an hour
   *[other] a { $period }
}.
simulate-lacks = It cannot be simulated yet: the simulation { $lacks }.
simulate-column-formula = Formula
simulate-column-simulation = Simulation
simulate-column-believe = Believe
simulate-attained = Capacity attained
simulate-output = Output
simulate-wait-at = Wait at { $name }
simulate-within-at = Within the accepted wait at { $name }
simulate-busy = { $name } busy
simulate-believe-either = either
simulate-believe-formula = the formula
simulate-believe-simulation = the simulation
simulate-believe-neither = neither: they contradict each other, which is a mistake of the program
simulate-bad-precision = “{ $text }” is no precision: give a share between 0 and 100 %, such as 2 %
simulate-bad-time = “{ $text }” is no length of time up to a day: give one such as 30 s
simulate-bad-number = “{ $text }” is no whole number from 1
