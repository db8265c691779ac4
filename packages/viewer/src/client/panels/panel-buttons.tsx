import { selection } from '../data/state.js';

const PANELS = [
  { kind: 'structure', name: 'Who may address whom' },
  { kind: 'graph', name: 'Who acts on whom' },
  { kind: 'interactions', name: 'Thoughts and events' },
] as const;

/** Opens the panels that show the whole team. */
export function PanelButtons() {
  return (
    <p class="panel-buttons">
      {PANELS.map(({ kind, name }) => (
        <button key={kind} onClick={() => (selection.value = { kind })}>
          {name}
        </button>
      ))}
    </p>
  );
}
