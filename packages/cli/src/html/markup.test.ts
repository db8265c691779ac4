import { expect, it } from 'vitest';
import { html } from './markup.js';

it('escapes what is put in, but not markup', () => {
  const name = `<script>"a" & 'b'</script>`;
  expect(html`<p title="${name}">${html`<b>${1}</b>`}</p>`.text).toBe(
    '<p title="&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;"><b>1</b></p>',
  );
});

it('joins lists, and leaves out nothing', () => {
  const items = ['a', null, 'b'].map((item) => (item === null ? null : html`<li>${item}</li>`));
  expect(html`${items}!`.text).toBe('<li>a</li><li>b</li>!');
});
