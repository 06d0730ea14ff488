"""How an HTML page looks on a screen, on a phone and on paper; and the policy that lets it use nothing else."""

from __future__ import annotations

import base64
import hashlib

from sscb_graph.formats.status_fills import STATUS_FILLS


def fill_class(fill: str) -> str:
    """The class of what has a fill, such as #bdd7ee: a policy without inline styles lets no cell name a colour."""
    return f"fill-{fill[1:]}"


#: How columns may stand: numbers at the right edge, dates and statuses on one line, names with room.
_LOOKS = {"right": "text-align: right", "whole": "white-space: nowrap", "names": "min-width: 11em"}
#: More columns than any answer has on paper.
_COLUMNS = range(1, 25)
#: More levels than the text of any picture has.
_LEVELS = range(1, 30)

#: Text on every fill has a contrast of 7 to 1 or better. Colour never tells anything alone: a status is a word too.
STYLE = """
:root { color-scheme: light; scroll-padding-top: 3rem; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 66rem; padding: 1.5rem; background: #fff; color: #1a1a1a;
  font: 1rem/1.45 Arial, Helvetica, "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p, dt, dd, li, th, td { white-space: pre-wrap; }
h1, h2, h3 { line-height: 1.25; margin: 0 0 .5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } h3 { font-size: 1.05rem; }
p { margin: 0 0 .6rem; max-width: 48rem; }
a { color: #0b4a8f; text-underline-offset: .15em; }
:focus-visible { outline: .2rem solid #0b4a8f; outline-offset: .15rem; }
.draft { display: inline-block; border: .15rem solid #8a1c1c; padding: .1rem .8rem; color: #8a1c1c;
  font-weight: bold; letter-spacing: .08em; }
section + section, nav + main { border-top: .1rem solid #8a94a3; margin-top: 2rem; padding-top: 1.5rem; }
nav ol { margin: 0; padding-left: 2rem; } nav li { padding: .2rem 0; }
.headline { border-left: .35rem solid #0b4a8f; margin: 1rem 0 1.2rem; padding: .2rem 0 .2rem .9rem;
  font-size: 1.2rem; line-height: 1.4; }
.plan, .small { color: #454c57; font-size: .875rem; }
.of-draft .plan { color: #8a1c1c; font-weight: bold; }
.subjects { margin: 0 0 .6rem; padding-left: 1.2rem; }
table { width: 100%; margin: 0 0 1.5rem; border-collapse: collapse; overflow-wrap: break-word;
  font-size: .9375rem; line-height: 1.35; }
caption { padding: .3rem 0; text-align: left; overflow-wrap: anywhere; } caption :is(h2, h3) { margin: 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #b9c1cc; padding: .35rem .55rem; text-align: left; vertical-align: top; }
thead th { background: #e8edf3; vertical-align: bottom; }
.same tbody th { font-weight: normal; }
.long { overflow-wrap: anywhere; }
:target { background: #fff3c4; outline: .15rem solid #6b5200; }
section:target { background: none; outline: none; }
.status { border-left: .3rem solid #1a1a1a; padding: 0 .4rem; background: #f1f1f1; }
dl { display: grid; grid-template-columns: fit-content(9rem) minmax(0, 1fr); gap: .35rem .9rem; margin: 0 0 1.5rem; }
dt { min-width: 1.6rem; text-align: right; } dd { margin: 0; max-width: 56rem; }
ul { margin: 0 0 1.5rem; padding-left: 1.4rem; } main li { max-width: 56rem; padding: .15rem 0; }
figure { margin: 0 0 1.5rem; } img { display: block; max-width: 100%; height: auto; }
summary { margin: .5rem 0; cursor: pointer; }
details { margin: 0 0 1.5rem; }
.line { margin: 0 0 .15rem; max-width: 56rem; min-height: .6rem; padding-left: 1em; text-indent: -1em;
  font-size: .875rem; }
@media screen and (min-width: 56.01rem) { thead th { position: sticky; top: 0; } }
@media screen and (max-width: 56rem) {
  body { padding: 1rem; } h1 { font-size: 1.35rem; } h2 { font-size: 1.15rem; } .headline { font-size: 1.1rem; }
  .wide { overflow-x: auto; margin-bottom: 1.5rem; } .wide table { margin: 0; }
  dl { grid-template-columns: fit-content(4.5rem) minmax(0, 1fr); }
}
@page { size: A4; margin: 16mm 14mm 18mm;
  @bottom-right { content: counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; color: #454c57; } }
@page draft { @top-right { content: "DRAFT"; font: bold 11pt Arial, sans-serif; color: #8a1c1c; } }
@page across { size: A4 landscape; }
@page draft-across { size: A4 landscape;
  @top-right { content: "DRAFT"; font: bold 11pt Arial, sans-serif; color: #8a1c1c; } }
@media print {
  .of-draft { page: draft; } .across { page: across; } .of-draft .across { page: draft-across; }
  img { width: auto; max-height: 155mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; } h1 { font-size: 17pt; } h2 { font-size: 13.5pt; }
  h3 { font-size: 11pt; } .headline { font-size: 12.5pt; } table { font-size: 9.5pt; }
  .plan, .small, .line { font-size: 9pt; }
  p, dd, main li { max-width: none; }
  section + section, nav + main { break-before: page; border: 0; margin: 0; padding: 0; }
  h1, h2, h3, caption, summary { break-after: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child, p.small { break-before: avoid; } tr, dd, dt, li, figure { break-inside: avoid; }
  a { color: inherit; text-decoration: none; } .back { display: none; }
  thead th, .status { print-color-adjust: exact; } :target { background: none; outline: none; }
}
"""
STYLE += "".join(f".{fill_class(fill)} {{ background: {fill}; }}\n" for fill in STATUS_FILLS.values())
STYLE += "".join(
    f".{look}{place} tr > :nth-child({place}) {{ {rule}; }}\n" for look, rule in _LOOKS.items() for place in _COLUMNS
)
STYLE += "".join(f".level{level} {{ margin-left: {level}em; }}\n" for level in _LEVELS)


def policy() -> str:
    """The content policy: no script, no request, pictures from the file itself, and this one style by its digest."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
