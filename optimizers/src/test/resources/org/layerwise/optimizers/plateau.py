"""Learning rates that follow a measured value, by the published algorithm of Keras' ReduceLROnPlateau.

Run: python3 plateau.py   (needs numpy for its generator; writes plateau.json beside itself)

Written from Keras' documentation: a class that is told the value at the end of each epoch and keeps the rate itself,
where the Java code keeps a multiplier; shares nothing with it.
"""
import json
import os
import numpy as np


class Keras:
    def __init__(self, lr, mode, factor, patience, min_delta, cooldown, min_lr):
        self.lr, self.mode, self.factor, self.patience = lr, mode, factor, patience
        self.min_delta, self.cooldown, self.min_lr = min_delta, cooldown, min_lr
        self.best = float('inf') if mode == 'min' else -float('inf')
        self.wait = self.cooldown_counter = 0

    def better(self, value):
        return value < self.best - self.min_delta if self.mode == 'min' else value > self.best + self.min_delta

    def on_epoch_end(self, value):
        if self.cooldown_counter > 0:
            self.cooldown_counter -= 1
            self.wait = 0
        if self.better(value):
            self.best, self.wait = value, 0
        elif self.cooldown_counter <= 0:
            self.wait += 1
            if self.wait >= self.patience and self.lr > self.min_lr:
                self.lr = max(self.lr * self.factor, self.min_lr)
                self.cooldown_counter, self.wait = self.cooldown, 0


CASES = [
    ('defaults', dict(lr=0.1, mode='min', factor=0.1, patience=10, min_delta=1e-4, cooldown=0, min_lr=0)),
    ('patience 2', dict(lr=0.5, mode='min', factor=0.3, patience=2, min_delta=0.01, cooldown=0, min_lr=0)),
    ('cooldown', dict(lr=0.5, mode='min', factor=0.7, patience=1, min_delta=0, cooldown=4, min_lr=0)),
    ('cooldown 1', dict(lr=0.5, mode='max', factor=0.7, patience=3, min_delta=0.02, cooldown=1, min_lr=0)),
    ('floor', dict(lr=0.2, mode='max', factor=0.5, patience=2, min_delta=0, cooldown=0, min_lr=0.03)),
]
random = np.random.RandomState(7)
written = {}
for name, options in CASES:
    falling = 1 / (1 + 0.3 * np.arange(60)) + 0.05 * random.randn(60)
    values = falling if options['mode'] == 'min' else 1 - falling
    values = [round(float(v), 6) for v in values]
    values[20] = values[19]
    rule, rates = Keras(**options), []
    for value in values:
        rates.append(rule.lr)
        rule.on_epoch_end(value)
    written[name] = dict(options, values=values, rates=rates)
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'plateau.json'), 'w') as f:
    json.dump(written, f, indent=1)
    f.write('\n')
