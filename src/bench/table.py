"""The measured figures as the tables of README.md beside this file."""
import statistics
import sys

measured = {}
for line in open(sys.argv[1]):
    work, size, figure, value = line.rstrip("\n").split("\t")
    if value:
        measured.setdefault((work, size, figure), []).append(float(value))
figures = {}
for (work, size, figure), values in measured.items():
    figures.setdefault(work, {}).setdefault(size, {})[figure] = statistics.median(values)

BESIDE = {
    "list": "list of 20 appointments | pgbench, the same select",
    "invoice": "one invoice | pgbench, the same select",
    "redeem": "redeeming a link | pgbench, the least two rows in one commit",
    "refresh": "refreshing a session | pgbench, the least one row",
    "ask": "asking for a link | pgbench, the least two rows in one commit",
    "download": "download of 10 MB | nginx",
}

print("| what | beside | a second | of it |\n| --- | --- | --- | --- |")
for work, words in BESIDE.items():
    for size, measured in list(figures.get(work, {}).items())[:1]:
        print(f"| {words} | {measured['rate']:,.0f} beside {measured['limit']:,.0f} | {measured['rate'] / measured['limit']:.2f} |")

sizes = sorted({size for measured in figures.values() for size in measured}, key=int)
if len(sizes) > 1:
    print(f"\n| a second, at so many clients | {' | '.join(f'{int(size):,}' for size in sizes)} | last to first |\n| --- |{' --- |' * (len(sizes) + 1)}")
    for work in ("list", "invoice", "search"):
        rates = [figures.get(work, {}).get(size, {}).get("rate", 0) for size in sizes]
        if all(rates):
            print(f"| {work} | {' | '.join(f'{rate:,.0f}' for rate in rates)} | {rates[-1] / rates[0]:.3f} |")

COST = {
    "list": "list of 20 appointments",
    "redeem": "redeeming a link",
    "refresh": "refreshing a session",
    "ask": "asking for a link, with its letter",
}
costs = [
    f"| {words} | {its['statements']:.1f} | {its['transactions']:.1f} | {its['postgres']:.2f} | {its['ours']:.2f} |"
    for work, words in COST.items()
    for its in list(figures.get(f"cost-{work}", {}).values())[:1]
]
if costs:
    print("\n| one call | statements | transactions | PostgreSQL, ms | ours, ms |\n| --- | --- | --- | --- | --- |", *costs, sep="\n")

ALONE = {
    ("open-model", "p50"): "list at 60 % of its ceiling, p50 (ms)",
    ("open-model", "p99"): "list at 60 % of its ceiling, p99 (ms)",
    ("letters", "rate"): "letters delivered, when no more links are asked for (a second)",
    ("start", "ms"): "start to first answer (ms)",
    ("standalone-start", "ms"): "standalone, on a kept directory (ms)",
    ("memory", "idle"): "memory, idle (MB)",
    ("memory", "load"): "memory, the most under load (MB)",
}
alone = [
    f"| {words} | {measured[figure]:,.0f} |"
    for (work, figure), words in ALONE.items()
    for measured in figures.get(work, {}).values()
    if figure in measured
]
if alone:
    print("\n| alone | |\n| --- | --- |", *alone, sep="\n")
