#!/usr/bin/env python3
"""Draws a table of eng/perf.sh: for each task our least time, the floor of the machine and, where there is one, another program's, on a logarithmic axis.

  eng/perf.sh -f FLOORS -p PEERS | eng/perf-picture.py > docs/pictures/performance.svg
"""
import math
import sys

LEFT, TOP, ROW, WIDTH, LOW, HIGH = 250, 64, 18, 520, 0, 6


def x(microseconds):
    return LEFT + (math.log10(microseconds) - LOW) / (HIGH - LOW) * WIDTH


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


rows = []
for line in sys.stdin:
    parts = line.split()
    if len(parts) == 8 and number(parts[1]):
        rows.append((parts[0], number(parts[1]), number(parts[5]), number(parts[7])))

height = TOP + ROW * len(rows) + 30
print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 40} {height}" font-family="system-ui, sans-serif" font-size="11">')
print(f'<rect width="100%" height="100%" fill="#ffffff"/>')
print('<text x="16" y="24" font-size="14" font-weight="600" fill="#1c1c1c">Time of one explanation, one thread</text>')
for column, (color, name) in enumerate([("#1f6f8b", "this library"), ("#9fb9c3", "floor of the machine"), ("#d9822b", "Python")]):
    at = LEFT + [0, 110, 260][column]
    print(f'<circle cx="{at}" cy="42" r="4.5" fill="{color}"/><text x="{at + 10}" y="46" fill="#444">{name}</text>')
for power in range(LOW, HIGH + 1):
    at = x(10 ** power)
    label = ["1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s"][power]
    print(f'<line x1="{at:.1f}" y1="{TOP - 4}" x2="{at:.1f}" y2="{height - 24}" stroke="#e4e4e4"/><text x="{at:.1f}" y="{height - 8}" text-anchor="middle" fill="#666">{label}</text>')
for i, (task, ours, floor, peer) in enumerate(rows):
    y = TOP + ROW * i + 8
    print(f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end" fill="#1c1c1c">{task}</text>')
    if peer:
        print(f'<line x1="{x(ours):.1f}" y1="{y}" x2="{x(peer):.1f}" y2="{y}" stroke="#d8d8d8" stroke-width="2"/><circle cx="{x(peer):.1f}" cy="{y}" r="4.5" fill="#d9822b"/>')
    if floor and floor >= 1:
        print(f'<rect x="{x(floor) - 1.5:.1f}" y="{y - 6}" width="3" height="12" fill="#9fb9c3"/>')
    print(f'<circle cx="{x(ours):.1f}" cy="{y}" r="4.5" fill="#1f6f8b"/>')
print("</svg>")
