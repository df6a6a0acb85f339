"""How an HTML sheet looks: on screens wide and narrow, light and dark, and on paper."""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1c1c1c; --quiet: #595959; --rule: #d4d4d0; --none: #efefec;
  --part: #8e1f4b; --least: 8.5rem; --gap: .8rem;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #17181a; --ink: #ececea; --quiet: #a8a8a4; --rule: #3a3b3d; --none: #262729;
    --part: #f2a5c1; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem clamp(.8rem, 2.5vw, 2.5rem) 2.5rem; max-width: 140rem;
  background: var(--paper); color: var(--ink);
  font: .875rem/1.4 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
}
h1, h2 { margin: 0 0 .15rem; line-height: 1.2; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.3rem; }
p { margin: 0; }
.lead { color: var(--quiet); font-size: 1rem; }
.facts {
  display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin: 1rem 0 1.4rem; padding: .8rem 0;
  border: solid var(--rule); border-width: 1px 0; list-style: none;
}
.facts li { max-width: 34rem; overflow-wrap: anywhere; }
.facts span { display: block; color: var(--quiet); font-size: .75rem; }
header { margin-bottom: 2rem; }
a { color: inherit; }
nav ul { columns: 14rem; margin: .8rem 0 0; padding-left: 1.1rem; }
section + section { margin-top: 2.5rem; padding-top: 2rem; border-top: 2px solid var(--rule); }
.chips { display: block; max-width: calc(var(--columns) * 18rem); }
caption { display: block; margin-bottom: .8rem; text-align: left; font-weight: 600; }
tbody {
  display: grid; gap: 1.2rem var(--gap); align-items: start;
  grid-template-columns: repeat(auto-fill, minmax(max(var(--least),
    (100% - (var(--columns) - 1) * var(--gap)) / var(--columns)), 1fr));
}
tr { display: contents; }
td { display: block; padding: 0; min-width: 0; scroll-margin: 1rem; }
td:target { outline: 3px solid var(--ink); outline-offset: 4px; }
figure { margin: 0; }
.chip { position: relative; }
img {
  display: block; width: 100%; height: auto; background: var(--none);
  outline: 1px solid var(--rule); outline-offset: -1px;
}
.sharp { image-rendering: crisp-edges; image-rendering: pixelated; }
.outline { position: absolute; top: 0; left: 0; width: 100%; height: 100%; overflow: hidden; }
.none {
  display: grid; place-content: center; aspect-ratio: 1; padding: .7rem;
  background: var(--none); border: 1px dashed var(--rule); color: var(--quiet);
  font-size: .8rem; text-align: center; overflow-wrap: anywhere;
}
figcaption { margin-top: .35rem; line-height: 1.35; }
.day { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: .4rem; }
.day time { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.clock, .label { color: var(--quiet); font-size: .75rem; white-space: nowrap; }
.flag, .label { display: block; }
.part { color: var(--part); font-weight: 600; white-space: nowrap; }
.label { overflow: hidden; text-overflow: ellipsis; }
.mark { width: 1rem; height: 1rem; vertical-align: -.17rem; }
.legend {
  display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; margin: 1.6rem 0 0; padding: .8rem 0 0;
  border-top: 1px solid var(--rule); list-style: none; color: var(--quiet); font-size: .8rem;
}
.legend b { color: var(--ink); font-weight: 600; }
.line { width: 1.5rem; height: .4rem; vertical-align: .15rem; }
footer { margin-top: 1.6rem; color: var(--quiet); font-size: .75rem; }
@media print {
  @page { size: A4 landscape; margin: 10mm; }
  :root {
    color-scheme: light; font-size: 11px; --least: 8rem; --gap: .6rem;
    --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --none: #f4f4f2; --part: #8e1f4b;
  }
  body { padding: 0; }
  .chips { max-width: none; }
  .facts { gap: .3rem 1.5rem; margin: .5rem 0 .7rem; padding: .4rem 0; }
  td, li { break-inside: avoid; }
  section + section { break-before: page; margin: 0; padding: 0; border: 0; }
  .mark, .none, img { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { display: none; }
}
"""
