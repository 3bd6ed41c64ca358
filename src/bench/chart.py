"""What a node does of the rate of pgbench or nginx, as a picture (SVG). Each row has its own scale: the longer of its two bars is full."""
import sys
from html import escape

WORKS = {
    "list": "list of 20 appointments",
    "invoice": "one invoice",
    "redeem": "redeeming a link",
    "refresh": "refreshing a session",
    "ask": "asking for a link",
    "download": "download of 10 MB",
}
ROW, LEFT, FULL, WIDTH = 34, 190, 380, 760

measured = {}
for line in open(sys.argv[1]):
    work, size, figure, value = line.rstrip("\n").split("\t")
    if work in WORKS and value and float(value):
        measured.setdefault((work, size), {})[figure] = float(value)
works = {}
for (work, size), its in measured.items():
    if len(its) == 2:
        works.setdefault(work, its)
if not works:
    sys.exit("no rate was measured beside another one")

height = ROW * len(works) + 64
print(f'''<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" aria-labelledby="title">
<title id="title">What one node does in a second, beside PostgreSQL (pgbench) or nginx on the same machine</title>
<style>
  text {{ font: 14px system-ui, sans-serif; fill: #24292f }}
  .limit {{ fill: #d0d7de }} .rate {{ fill: #1f6f8b }} .small {{ font-size: 12px; fill: #57606a }}
  @media (prefers-color-scheme: dark) {{ text {{ fill: #e6edf3 }} .limit {{ fill: #3d444d }} .rate {{ fill: #5fb3ce }} .small {{ fill: #9198a1 }} }}
</style>
<rect class="rate" x="{LEFT}" y="8" width="12" height="12"/><text class="small" x="{LEFT + 18}" y="18">Latchkey, requests a second</text>
<rect class="limit" x="{LEFT + 200}" y="8" width="12" height="12"/><text class="small" x="{LEFT + 218}" y="18">the same by pgbench (download: nginx)</text>''')
for row, work in enumerate(work for work in WORKS if work in works):
    rate, limit = works[work]["rate"], works[work]["limit"]
    scale, top = FULL / max(rate, limit), 40 + ROW * row
    print(f'''<text x="{LEFT - 10}" y="{top + 15}" text-anchor="end">{escape(WORKS[work])}</text>
<rect class="limit" x="{LEFT}" y="{top}" width="{limit * scale:.0f}" height="20"/>
<rect class="rate" x="{LEFT}" y="{top + 4}" width="{rate * scale:.0f}" height="12"/>
<text class="small" x="{LEFT + FULL + 10}" y="{top + 15}">{rate:,.0f} of {limit:,.0f}</text>''')
print("</svg>")
