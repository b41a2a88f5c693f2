"""Expected values for the statistics that golden-statistics.json gives no raw rows for.

An implementation of its own, from the text of the rules and not from the code: plain Python, exact
fractions where they matter. It reads the raw rows that golden-statistics.json does hold (40 counts of
one month, 21 series of 36 months) and writes independent-statistics.json, which the tests read:

    python3 independent_statistics.py
"""
import json
import math
import os
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))


def read(name):
    with open(os.path.join(HERE, name)) as file:
        return json.load(file)


def type7(values, p):
    """Hyndman and Fan type 7: the (n - 1) p + 1-th of the sorted values, between neighbours linear."""
    values = sorted(values)
    position = (len(values) - 1) * Fraction(str(p))
    below = math.floor(position)
    above = min(below + 1, len(values) - 1)
    return float(values[below] + (position - below) * (values[above] - values[below]))


def funnel(rows):
    """Spiegelhalter: z winsorised 10 % on each side, phi their mean square, tau squared additive."""
    total = Fraction(sum(n for n, _ in rows), sum(d for _, d in rows))
    target = float(total)
    scores = [(n / d - target) / math.sqrt(target * (1 - target) / d) for n, d in rows]
    low, high = (type7([Fraction(z) for z in scores], p) for p in (0.1, 0.9))
    phi = math.fsum(min(max(z, low), high) ** 2 for z in scores) / len(scores)
    weights = [d / (target * (1 - target)) for _, d in rows]
    spread = math.fsum(weights) - math.fsum(w * w for w in weights) / math.fsum(weights)
    excess = len(rows) * phi - (len(rows) - 1)
    tau2 = max(0.0, excess / spread) if phi > 1 else 0.0

    def outside(tau_squared):
        return sum(
            abs(n / d - target) > 3.090232306167813 * math.sqrt(target * (1 - target) / d + tau_squared)
            for n, d in rows
            if d >= 100
        )

    return {
        "target": target,
        "phi": phi,
        "tau2": tau2,
        "n_of_100_and_more": sum(d >= 100 for _, d in rows),
        "n_outside_99.8": {"naive": outside(0.0), "overdispersed": outside(tau2)},
    }


def xmr(series):
    """Making Data Count with a baseline of the first twelve points, moving ranges screened once."""
    base = series[:12]
    centre = math.fsum(base) / len(base)
    ranges = [abs(b - a) for a, b in zip(base, base[1:])]
    average = math.fsum(ranges) / len(ranges)
    kept = [r for r in ranges if r < 3.267 * average]
    average = math.fsum(kept) / len(kept)
    upper, lower = centre + 2.66 * average, centre - 2.66 * average
    near_upper, near_lower = centre + 2 * (upper - centre) / 3, centre - 2 * (centre - lower) / 3
    n = len(series)
    outside, trend, pair, shift = ({} for _ in range(4))
    for i, y in enumerate(series):
        if y > upper:
            outside[i] = 1
        elif y < lower:
            outside[i] = -1
    for i in range(n - 6):
        window = series[i : i + 7]
        for side in (1, -1):
            if all(side * (b - a) > 0 for a, b in zip(window, window[1:])):
                trend.update({j: side for j in range(i, i + 7)})
            if all(side * (y - centre) > 0 for y in window):
                shift.update({j: side for j in range(i, i + 7)})
    for i in range(n - 2):
        for side in (1, -1):
            three = range(i, i + 3)
            near = [
                j
                for j in three
                if (near_upper < series[j] <= upper if side == 1 else lower <= series[j] < near_lower)
            ]
            if len(near) >= 2 and all(side * (series[j] - centre) > 0 for j in three):
                pair.update({j: side for j in near})
    rules = (("outside", outside), ("trend", trend), ("two_of_three", pair), ("shift", shift))
    flags = []
    for i in range(n):
        flags.append(next(([name, marks[i]] for name, marks in rules if i in marks), None))
    return {"mean": centre, "amr": average, "lower": lower, "upper": upper, "flags": flags}


golden = read("golden-statistics.json")
rows = [(row["num"], row["den"]) for row in golden["cross_section"]["rows"]]
series = [golden["did"]["treated"], *golden["did"]["controls"]]
points = ("0.1", "0.25", "0.5", "0.75", "0.9")
answer = {
    "note": "Written by independent_statistics.py from the raw rows of golden-statistics.json.",
    "quantiles_type7": {p: type7([Fraction(n, d) for n, d in rows], p) for p in points},
    "funnel": funnel(rows),
    "xmr": [xmr(one) for one in series],
}
with open(os.path.join(HERE, "independent-statistics.json"), "w") as file:
    json.dump(answer, file, indent="\t")
    file.write("\n")
