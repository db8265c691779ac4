import { reportRemarks } from '../report/remarks.js';
import { html, Markup } from './markup.js';
import type { PageData } from './page-data.js';
import { PAGE_STYLE } from './page-style.js';
import type { Section } from './section.js';
import { sections } from './sections/sections.js';

/** The report of a run as one page of HTML that loads nothing. The same run gives the same bytes. */
export async function reportPage(data: PageData): Promise<string> {
  const made = await Promise.all(sections.map((make) => make(data)));
  const shown = made.filter((section) => section !== null);
  const { suite, title } = data.report;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${suite}: ${title}</title>
        <style>
          ${new Markup(PAGE_STYLE)}
        </style>
      </head>
      <body>
        ${pageHead(data)}
        <nav aria-label="Sections">${shown.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
        <main>${shown.map(showSection)}</main>
        <footer>
          Made by quorum report --html. Episodes are deterministic: the same suite gives the same page.
        </footer>
      </body>
    </html> `;
  return `${page.text.trimEnd()}\n`;
}

function pageHead({ report, kinds }: PageData): Markup {
  const { suite, title, episodes } = report;
  const clocks = new Set(report.conditions.map(({ clock }) => `clock ${clock.mode} ${clock.profile}`));
  return html`<header>
    <h1>${title}</h1>
    <ul class="badges" aria-label="What was run">
      <li>${suite}</li>
      ${kinds.map(({ kind }) => html`<li>${kind === 'stand-in' ? 'stand-in, no language model' : kind}</li>`)}
      ${[...clocks].map((clock) => html`<li>${clock}</li>`)}
      <li>${episodes.finished} of ${episodes.planned} episodes</li>
    </ul>
    ${reportRemarks(report).map((remark) => html`<p class="warning">${remark}</p>`)}
  </header>`;
}

function showSection({ id, title, lead, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p>${lead}</p>
    ${body}
  </section>`;
}
