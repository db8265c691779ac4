/** Style of the page: readable on a phone, on a desk and on paper; nothing is loaded from anywhere. */
export const PAGE_STYLE = `
:root { color-scheme: light; --ink: #1f2937; --faint: #4b5563; --line: #d1d5db; --accent: #0072b2; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(0.9rem, 3vw, 2.5rem); max-width: 1240px; color: var(--ink); background: #fff;
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.4rem; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 0.3rem; padding-top: 0.8rem; border-top: 1px solid var(--line); }
h3 { font-size: 0.95rem; margin: 1rem 0 0.2rem; }
p { margin: 0.3rem 0 0.8rem; max-width: 75ch; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0.6rem 0; font-size: 0.9rem; }
.badges { display: flex; flex-wrap: wrap; gap: 0.4rem; margin: 0.4rem 0; padding: 0; list-style: none; font-size: 0.8rem; }
.badges li { border: 1px solid var(--line); border-radius: 1rem; padding: 0.05rem 0.6rem; overflow-wrap: anywhere; }
.warning { border-left: 4px solid #d55e00; padding: 0.3rem 0.8rem; background: #fff7ed; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 1rem 1.5rem;
  align-items: start; }
.parts { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: flex-start; }
.parts > .wide { max-width: 100%; margin: 0; }
.parts td.long { min-width: 7rem; max-width: 13rem; }
figure { margin: 0; break-inside: avoid; }
figcaption { font-size: 0.85rem; font-weight: 600; margin-bottom: 0.2rem; }
svg { max-width: 100%; height: auto; display: block; }
/* A shadow at the side to which there is more to scroll. */
.wide { overflow-x: auto; margin: 0.8rem 0; background:
  linear-gradient(90deg, #fff 40%, #fff0) 0 / 3rem 100% local no-repeat,
  linear-gradient(270deg, #fff 40%, #fff0) 100% / 3rem 100% local no-repeat,
  linear-gradient(90deg, #9ca3af, #fff0) 0 / 0.9rem 100% scroll no-repeat,
  linear-gradient(270deg, #9ca3af, #fff0) 100% / 0.9rem 100% scroll no-repeat; }
/* As wide as it can still be read, else scrolled. */
.timeline svg { min-width: 640px; }
table { border-collapse: collapse; font-size: 0.82rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.25rem 0.7rem 0.25rem 0; border-bottom: 1px solid #e5e7eb; white-space: nowrap;
  vertical-align: top; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.2rem; }
thead th { color: var(--faint); font-weight: 600; }
tr.kind th { padding-top: 0.7rem; color: var(--accent); }
td.long { white-space: normal; min-width: 18rem; }
.legend { padding-left: 1.1rem; color: var(--faint); font-size: 0.82rem; max-width: 90ch; }
details { margin: 0.35rem 0; }
summary { cursor: pointer; }
.key { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0.3rem 0 0.6rem; padding: 0; list-style: none; font-size: 0.82rem; }
.key svg { display: inline-block; vertical-align: -1px; }
.count { color: var(--faint); font-size: 0.85rem; }
.command { font: 0.8rem ui-monospace, monospace; overflow-wrap: anywhere; }
footer { margin-top: 2.5rem; color: var(--faint); font-size: 0.82rem; border-top: 1px solid var(--line); padding-top: 0.6rem; }
@page { margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .command { display: none; }
  .grid { grid-template-columns: 1fr 1fr; }
  .wide { overflow: visible; background: none; }
  .timeline svg { min-width: 0; }
  table { font-size: 7pt; }
  th, td { white-space: normal; padding-right: 0.3rem; }
  h2, h3, .key, section > p { break-after: avoid; }
  p, li, tr { break-inside: avoid; }
}
`;
