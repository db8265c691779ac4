import { io } from 'socket.io-client';
import parser from 'socket.io-msgpack-parser';

/**
 * Joins an episode as a page does, and takes in what comes.
 * @param {string} url
 * @param {string} episode
 * @param {(piece: { events: Uint8Array, frames: Uint8Array }) => void} [onPiece]
 */
export async function joinAsPage(url, episode, onPiece = () => {}) {
  const socket = io(url, { parser, transports: ['websocket'], forceNew: true });
  socket.on('piece', (piece, taken) => {
    onPiece(piece);
    taken();
  });
  await new Promise((resolve, reject) => socket.on('connect', resolve).on('connect_error', reject));
  const refusal = await socket.emitWithAck('join', { episode, held: { events: 0, frames: 0 } });
  if (refusal !== null) throw new Error(refusal.message);
  return () => socket.disconnect();
}
