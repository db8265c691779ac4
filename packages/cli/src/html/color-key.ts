import { html, type Markup } from './markup.js';

/** What colours stand for, once for many charts. Drawn, not a background: paper leaves those out. */
export function colorKey(entries: readonly { readonly name: string; readonly color: string }[]): Markup {
  return html`<ul class="key">
    ${entries.map(
      ({ name, color }) =>
        html`<li>
          <svg width="11" height="11" aria-hidden="true"><rect width="11" height="11" fill="${color}" /></svg>
          ${name}
        </li>`,
    )}
  </ul>`;
}
