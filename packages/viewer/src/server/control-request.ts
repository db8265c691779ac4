import type { Command, Refusal } from '../protocol/protocol.js';
import { equalSecret } from './equal-secret.js';
import type { RunControl } from './run-source.js';

const SIMPLE = ['pause', 'resume', 'step', 'stop'];

/** A command that may be carried out, or why not. */
export function controlRequest(request: unknown, control: RunControl | null): Command | Refusal {
  if (control === null) return { message: 'This run is not being played.' };
  if (typeof request !== 'object' || request === null) return { message: 'A request must be an object.' };
  const { token, command } = request as { token?: unknown; command?: unknown };
  if (typeof token !== 'string' || !equalSecret(token, control.token)) {
    return { message: 'Only the address with the token that the command line printed may do this.' };
  }
  if (typeof command !== 'object' || command === null) return { message: '`command` must be an object.' };
  const { do: what, speed } = command as { do?: unknown; speed?: unknown };
  if (what === 'speed' && (speed === null || (typeof speed === 'number' && speed > 0 && speed <= 1000))) {
    return { do: 'speed', speed };
  }
  if (typeof what === 'string' && SIMPLE.includes(what)) return { do: what as 'pause' };
  return { message: '`do` must be pause, resume, step, stop or speed, with a `speed` above 0.' };
}
