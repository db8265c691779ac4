import { effect } from '@preact/signals';
import { playing, selection, shown, time, token, type Selection } from './state.js';

/** Keeps the address of the page and what it shows in step, both ways. */
export function followAddress(): void {
  read();
  window.addEventListener('popstate', read);
  effect(() => {
    // While it plays the address would change sixty times a second.
    if (playing.value) return;
    const query = new URLSearchParams();
    for (const path of shown.value) query.append('episode', path);
    if (shown.value.length > 0) query.set('t', (time.value / 1e6).toFixed(3));
    if (selection.value !== null) query.set('select', write(selection.value));
    const text = query.toString();
    const address = text === '' ? location.pathname : `?${text}`;
    if (address !== location.search) history.replaceState(null, '', address);
  });
}

function read(): void {
  const query = new URLSearchParams(location.search);
  const given = query.get('token');
  // It must not be passed on with a link.
  if (given !== null) sessionStorage.setItem('token', given);
  token.value = sessionStorage.getItem('token');
  shown.value = query.getAll('episode').slice(0, 2);
  time.value = Math.max(0, Number(query.get('t') ?? 0) * 1e6) || 0;
  selection.value = parse(query.get('select') ?? '');
}

function write(chosen: Selection): string {
  switch (chosen.kind) {
    case 'seat':
      return chosen.call === undefined ? `seat:${chosen.seat}` : `seat:${chosen.seat}:${chosen.call}`;
    case 'task':
      return `task:${chosen.task}`;
    case 'event':
      return `event:${chosen.seq}`;
    case 'graph':
      return 'graph';
  }
}

function parse(text: string): Selection | null {
  if (text === 'graph') return { kind: 'graph' };
  const [, kind, value = ''] = /^(seat|task|event):(.+)$/.exec(text) ?? [];
  if (kind === 'task') return { kind, task: value };
  if (kind === 'seat') {
    const [, seat, call] = /^(\d+)(?::(\d+))?$/.exec(value) ?? [];
    if (seat === undefined) return null;
    return { kind, seat: Number(seat), ...(call === undefined ? {} : { call: Number(call) }) };
  }
  if (kind === 'event' && /^\d+$/.test(value)) return { kind, seq: Number(value) };
  return null;
}
