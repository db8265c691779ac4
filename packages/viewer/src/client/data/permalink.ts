import { effect } from '@preact/signals';
import { focus, listing, playing, selection, shown, time, token, wanted, type Selection } from './state.js';

/** Keeps the address of the page and what it shows in step, both ways. */
export function followAddress(): void {
  read();
  window.addEventListener('popstate', read);
  effect(() => {
    // While it plays the address would change sixty times a second.
    if (playing.value) return;
    const query = new URLSearchParams();
    const { run = wanted.value } = listing.value ?? {};
    if (run !== null) query.set('run', run);
    for (const path of shown.value) query.append('episode', path);
    if (shown.value.length > 0) query.set('t', `${Math.round(time.value) / 1e6}`);
    if (selection.value !== null) query.set('select', write(selection.value));
    if (selection.value !== null && focus.value > 0 && shown.value.length > 1) query.set('of', '2');
    const text = query.toString();
    const address = text === '' ? location.pathname : `?${text}`;
    if (address !== location.search) history.replaceState(null, '', address);
  });
}

function read(): void {
  const query = new URLSearchParams(location.search);
  const given = query.get('control');
  // It must not be passed on with a link.
  if (given !== null) sessionStorage.setItem('control', given);
  token.value = sessionStorage.getItem('control');
  shown.value = query.getAll('episode').slice(0, 2);
  // To the microsecond: a call that begins at this moment has not begun just before.
  time.value = Math.max(0, Math.round(Number(query.get('t') ?? 0) * 1e6)) || 0;
  selection.value = parse(query.get('select') ?? '');
  focus.value = query.get('of') === '2' ? 1 : 0;
  wanted.value = query.get('run');
}

function write(chosen: Selection): string {
  switch (chosen.kind) {
    case 'seat':
      return chosen.call === undefined ? `seat:${chosen.seat}` : `seat:${chosen.seat}:${chosen.call}`;
    case 'task':
      return `task:${chosen.task}`;
    case 'event':
      return `event:${chosen.seq}`;
    case 'link':
      return `link:${chosen.from}-${chosen.to}`;
    case 'graph':
    case 'structure':
    case 'interactions':
      return chosen.kind;
  }
}

function parse(text: string): Selection | null {
  if (text === 'graph' || text === 'structure' || text === 'interactions') return { kind: text };
  const [, from, to] = /^link:(\d+)-(\d+)$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return { kind: 'link', from: Number(from), to: Number(to) };
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
