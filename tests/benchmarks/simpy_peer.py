"""The network of `simulation.rs` in SimPy, timed: `python3 tests/benchmarks/simpy_peer.py`.

Five stations in line with one server each, exponential times of 54 s, 45 customers an hour; from the last
station one customer in ten goes back to the first. Prints events per second; an event is an arrival or the end
of a service, as in `simulation.rs`, which compares itself with this number when it is given as SIMPY_EVENTS.
"""

import random
import time

import simpy

STATIONS = 5
SERVICE_S = 54.0
GAP_S = 80.0
REWORK = 0.1
CUSTOMERS = 30_000


def main():
    draw = random.Random(1)
    env = simpy.Environment()
    stations = [simpy.Resource(env, capacity=1) for _ in range(STATIONS)]
    counts = {"events": 0, "served": 0, "wait": 0.0, "inside": 0.0}

    def customer():
        came = env.now
        while True:
            for station in stations:
                with station.request() as request:
                    asked = env.now
                    yield request
                    counts["wait"] += env.now - asked
                    yield env.timeout(draw.expovariate(1 / SERVICE_S))
                    counts["events"] += 1
            if draw.random() >= REWORK:
                break
        counts["served"] += 1
        counts["inside"] += env.now - came

    def arrivals():
        for _ in range(CUSTOMERS):
            yield env.timeout(draw.expovariate(1 / GAP_S))
            counts["events"] += 1
            env.process(customer())

    env.process(arrivals())
    began = time.perf_counter()
    env.run()
    took = time.perf_counter() - began
    per_second = counts["events"] / took
    mean = counts["inside"] / counts["served"]
    print(f"{counts['events']} events in {took:.2f} s: {per_second:.0f} a second; mean time {mean:.0f} s")


if __name__ == "__main__":
    main()
