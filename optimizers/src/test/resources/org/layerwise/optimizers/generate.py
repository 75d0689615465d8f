"""Steps of optimizers and rates of schedules from their published formulas, in 50 digits.

Run: python3 generate.py   (needs numpy for its generator and mpmath; writes optimizers.json beside itself)

Written from the papers and from the documentation of PyTorch and Keras; shares nothing with the Java code.
"""
import json
import os
import numpy as np
from mpmath import mp, mpf, sqrt, fabs, sign, cos, pi, floor

mp.dps = 50
N, STEPS = 5, 25
random = np.random.RandomState(4)
start = [round(float(v), 6) for v in random.randn(N)]
grads = [[round(float(v), 6) for v in random.randn(N)] for _ in range(STEPS)]
grads[6] = [0.0] * N
grads[7][2] = 250.0
grads[12] = [g * 1e-6 for g in grads[12]]

def elementwise(rule):
    """Runs a rule, a generator function of one weight, over all weights."""
    paths = []
    for i in range(N):
        w, path, state = mpf(start[i]), [], {}
        for t in range(1, STEPS + 1):
            w = rule(w, mpf(grads[t - 1][i]), t, state)
            path.append(float(w))
        paths.append(path)
    return [[paths[i][t] for i in range(N)] for t in range(STEPS)]

def radam(lr, b1, b2, eps):
    lr, b1, b2, eps = map(mpf, (lr, b1, b2, eps))
    def rule(w, g, t, s):
        m = s['m'] = b1 * s.get('m', 0) + (1 - b1) * g
        v = s['v'] = b2 * s.get('v', 0) + (1 - b2) * g * g
        mhat = m / (1 - b1 ** t)
        inf = 2 / (1 - b2) - 1
        rho = inf - 2 * t * b2 ** t / (1 - b2 ** t)
        if rho > 5:
            l = sqrt(1 - b2 ** t) / (sqrt(v) + eps)
            r = sqrt((rho - 4) * (rho - 2) * inf / ((inf - 4) * (inf - 2) * rho))
            return w - lr * mhat * r * l
        return w - lr * mhat
    return rule

def lion(lr, b1, b2, wd):
    lr, b1, b2, wd = map(mpf, (lr, b1, b2, wd))
    def rule(w, g, t, s):
        m = s.get('m', mpf(0))
        c = b1 * m + (1 - b1) * g
        s['m'] = b2 * m + (1 - b2) * g
        return w - lr * (sign(c) + wd * w)
    return rule

def adabelief(lr, b1, b2, eps):
    lr, b1, b2, eps = map(mpf, (lr, b1, b2, eps))
    def rule(w, g, t, s):
        m = s['m'] = b1 * s.get('m', 0) + (1 - b1) * g
        v = s['v'] = b2 * s.get('v', 0) + (1 - b2) * (g - m) ** 2 + eps
        return w - lr * (m / (1 - b1 ** t)) / (sqrt(v / (1 - b2 ** t)) + eps)
    return rule

def rprop(lr, minus, plus, lo, hi):
    lr, minus, plus, lo, hi = map(mpf, (lr, minus, plus, lo, hi))
    def rule(w, g, t, s):
        step, p = s.get('s', lr), s.get('p', mpf(0))
        turn = sign(g * p)
        step = s['s'] = min(max(step * (plus if turn > 0 else minus if turn < 0 else 1), lo), hi)
        if turn < 0:
            g = mpf(0)
        s['p'] = g
        return w - sign(g) * step
    return rule

def momentum(lr, beta):
    lr, beta = map(mpf, (lr, beta))
    def rule(w, g, t, s):
        v = s['v'] = beta * s.get('v', 0) + (1 - beta) * g
        return w - lr * v
    return rule

def rmsprop(lr, rho, eps, mom, centered):
    lr, rho, eps, mom = map(mpf, (lr, rho, eps, mom))
    def rule(w, g, t, s):
        sq = s['s'] = rho * s.get('s', 0) + (1 - rho) * g * g
        a = s['a'] = rho * s.get('a', 0) + (1 - rho) * g
        b = s['b'] = mom * s.get('b', 0) + g / (sqrt(sq - a * a if centered else sq) + eps)
        return w - lr * b
    return rule

def nadam(lr, b1, b2, eps, decay):
    lr, b1, b2, eps, decay = map(mpf, (lr, b1, b2, eps, decay))
    mu = lambda t: b1 * (1 - mpf('0.5') * mpf('0.96') ** (t * decay))
    def rule(w, g, t, s):
        product = s['product'] = s.get('product', mpf(1)) * mu(t)
        m = s['m'] = b1 * s.get('m', 0) + (1 - b1) * g
        v = s['v'] = b2 * s.get('v', 0) + (1 - b2) * g * g
        ahead = mu(t + 1) * m / (1 - product * mu(t + 1)) + (1 - mu(t)) * g / (1 - product)
        return w - lr * ahead / (sqrt(v / (1 - b2 ** t)) + eps)
    return rule

RULES = {
    'nadam': nadam(0.002, 0.9, 0.999, 1e-8, 0.004),
    'momentum': momentum(0.01, 0.9),
    'rmsprop': rmsprop(0.001, 0.9, 1e-8, 0, False),
    'rmsprop(centered, momentum)': rmsprop(0.01, 0.95, 1e-6, 0.8, True),
    'radam': radam(0.01, 0.9, 0.999, 1e-8),
    'radam(beta2 0.7)': radam(0.01, 0.8, 0.7, 1e-8),
    'lion': lion(0.01, 0.9, 0.99, 0),
    'lion(decay)': lion(0.01, 0.8, 0.9, 0.1),
    'adabelief': adabelief(0.01, 0.9, 0.999, 1e-16),
    'rprop': rprop(0.01, 0.5, 1.2, 1e-6, 50),
    'rprop(narrow)': rprop(0.02, 0.6, 1.5, 0.01, 0.04),
}

M = lambda x: mpf(x)

def half_wave(a, b, u):
    return b + (a - b) * (1 + cos(pi * u)) / 2

def one_cycle(top, total, pct, div, final):
    top, pct, div, final = map(mpf, (top, pct, div, final))
    up, end = pct * total - 1, mpf(total - 1)
    first, last = top / div, top / div / final
    def rate(t):
        t = min(mpf(t), end)
        return half_wave(first, top, t / up) if t < up else half_wave(top, last, (t - up) / (end - up))
    return rate

def cyclic(low, high, up, down, scale):
    low, high = mpf(low), mpf(high)
    def rate(t):  # PyTorch's CyclicLR
        total = mpf(up + down)
        cycle = floor(1 + t / total)
        x = 1 + t / total - cycle
        ratio = up / total
        s = x / ratio if x <= ratio else (x - 1) / (ratio - 1)
        return low + (high - low) * s * scale(cycle, t)
    return rate

def restarts(top, first, tmul, mmul, low):
    top, tmul, mmul, low = map(mpf, (top, tmul, mmul, low))
    def rate(t):
        k, begin, length = 0, mpf(0), mpf(first)
        while t >= begin + length:
            begin, length, k = begin + length, length * tmul, k + 1
        return half_wave(top * mmul ** k, low, (t - begin) / length)
    return rate

SCHEDULES = {
    'constant': lambda t: M(0.3),
    'inverse_time': lambda t: M(0.2) / (1 + M(0.5) * mpf(t) / 3),
    'multi_step': lambda t: M(0.1) * M(0.5) ** sum(t >= m for m in (4, 9, 30)),
    'exponential(staircase)': lambda t: M(0.1) * M(0.9) ** (t // 4),
    'exponential(7)': lambda t: M(0.1) * M(0.9) ** (mpf(t) / 7),
    'step': lambda t: M(0.2) * M(0.1) ** (t // 5),
    'piecewise': lambda t: M(0.1) if t <= 3 else M(0.05) if t <= 10 else M(0.001),
    'polynomial(1)': lambda t: (M(0.1) - M(0.0001)) * (1 - mpf(min(t, 20)) / 20) + M(0.0001),
    'cosine(after)': lambda t: half_wave(M(0.3), M(0), mpf(min(t, 12)) / 12),
    'cosine_restarts': restarts(0.1, 7, 1, 1, 0),
    'cosine_restarts(2)': restarts(0.1, 4, 2, 0.5, 0.001),
    'cosine_restarts(equal, lower)': restarts(0.1, 6, 1, 0.5, 0.001),
    'one_cycle': one_cycle(0.1, 30, 0.3, 25, 1e4),
    'one_cycle(short)': one_cycle(0.5, 20, 0.25, 10, 100),
    'cyclic': cyclic(0.01, 0.1, 5, 5, lambda c, t: 1),
    'cyclic(triangular2)': cyclic(0.01, 0.1, 5, 3, lambda c, t: mpf(2) ** (1 - c)),
    'cyclic(exp_range)': cyclic(0.01, 0.1, 4, 4, lambda c, t: M(0.95) ** t),
    'warmup(constant)': lambda t: M(0.1) * (t + 1) / 5 if t < 5 else M(0.1),
    'inverse_sqrt': lambda t: M(0.1) / sqrt(mpf(t + 1)),
}

# The published algorithm of Keras's ReduceLROnPlateau; the rate of each epoch, before its value is known.
T = np.arange(40)
VALUES = [round(float(v), 6) for v in np.cos(T / 5) * (1 + T / 20) + 0.3 * np.random.RandomState(9).rand(40)]

def plateau(rate, factor, patience, delta, cooldown, least, sign):
    rate, factor, least = map(mpf, (rate, factor, least))
    best, wait, cooling, rates = mpf('inf'), 0, 0, []
    for value in VALUES:
        rates.append(float(rate))
        if cooling > 0:
            cooling, wait = cooling - 1, 0
        if sign * mpf(value) < best - mpf(delta):
            best, wait = sign * mpf(value), 0
        elif cooling == 0:
            wait += 1
            if wait >= patience:
                rate, cooling, wait = max(rate * factor, least), cooldown, 0
    return rates

PLATEAUS = {
    'lower': plateau(0.5, 0.1, 3, 1e-4, 0, 0, 1),
    'higher(cooldown, least)': plateau(0.5, 0.6, 2, 0.01, 3, 0.02, -1),
}

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, 'optimizers.json'), 'w') as out:
    json.dump({
        'about': 'written by generate.py',
        'start': start,
        'gradients': grads,
        'trajectories': {name: elementwise(rule) for name, rule in RULES.items()},
        'values': VALUES,
        'plateaus': PLATEAUS,
        'rates': {name: [float(rate(t)) for t in range(40)] for name, rate in SCHEDULES.items()},
    }, out, indent=0)
    out.write('\n')
