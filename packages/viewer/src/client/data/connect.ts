import { io, type Socket } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';
import {
  PROTOCOL,
  type Addressing,
  type Command,
  type PageMessages,
  type ServerMessages,
  type TeamMoment,
} from '../../protocol/protocol.js';
import { addPiece, emptyEpisode } from '../../model/loaded-episode.js';
import { episodes, link, listing, problem, shown, token } from './state.js';
import { effect } from '@preact/signals';

let connection: Socket<ServerMessages, PageMessages> | null = null;

/** Connects the page to its server and keeps the episodes shown up to date. */
export function connect(): void {
  const socket: Socket<ServerMessages, PageMessages> = io({ parser, transports: ['websocket'] });
  connection = socket;
  socket.on('connect', () => {
    link.value = 'connected';
    socket.emit('run', (run) => {
      if ((run.protocol as string) !== PROTOCOL)
        problem.value = 'The server is of another version: load the page anew.';
      listing.value = run;
    });
    for (const path of shown.peek()) join(socket, path);
  });
  socket.on('disconnect', () => (link.value = 'lost'));
  socket.on('run', (run) => (listing.value = run));
  socket.on('piece', (piece, taken) => {
    const before = episodes.peek().get(piece.episode);
    taken();
    if (before === undefined) return;
    const after = addPiece(before, piece);
    if (after === null) return join(socket, piece.episode);
    episodes.value = new Map(episodes.peek()).set(piece.episode, after);
  });
  let joined: readonly string[] = [];
  effect(() => {
    const wanted = shown.value;
    for (const path of joined) if (!wanted.includes(path)) socket.emit('leave', { episode: path });
    for (const path of wanted) if (!joined.includes(path)) join(socket, path);
    joined = wanted;
  });
}

/** Asks for a change in how the run is played. */
export function control(command: Command): void {
  connection?.emit('control', { token: token.peek() ?? '', command }, (refusal) => {
    problem.value = refusal?.message ?? null;
  });
}

/** Who may address whom at a moment, where that changes; not told without a server, or by one that does not know. */
export function askAddressing(
  episode: string,
  moment: TeamMoment,
  tell: (addressing: Addressing | null) => void,
): void {
  connection?.emit('addressing', { episode, ...moment }, (answer) => {
    tell(answer === null || 'message' in answer ? null : answer);
  });
}

function join(socket: Socket<ServerMessages, PageMessages>, path: string): void {
  const known = episodes.peek().get(path);
  if (known?.complete === true) return;
  const episode = known ?? emptyEpisode(path);
  if (known === undefined) episodes.value = new Map(episodes.peek()).set(path, episode);
  if (!socket.connected) return;
  socket.emit('join', { episode: path, held: episode.held }, (refusal) => {
    if (refusal !== null) problem.value = refusal.message;
  });
}
