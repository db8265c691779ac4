/**
 * Draws one moment of an episode as SVG, from its log and frames alone, whatever the scenario.
 *
 *   node docs/pictures/render-world.js EPISODE TICK > picture.svg
 *
 * EPISODE is the folder of a played episode (events.jsonl, frames.bin), TICK counts sixtieths of a second.
 */
import { QuorumError } from '@quorum/events';
import { drawArena } from './draw-arena.js';
import { drawPanel } from './draw-panel.js';
import { readMoment } from './moment.js';
import { escape, PAPER, tag } from './svg.js';

const WIDTH = 700;
const ARENA_PIXELS = 420;
const MARGIN = 14;
const FONT = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

function draw(moment) {
  const { arena } = moment.layout;
  const scale = ARENA_PIXELS / Math.max(arena.width, arena.height);
  const height = ARENA_PIXELS + 2 * MARGIN;
  const content = [
    tag('title', {}, escape(`${moment.header.scenario} at tick ${moment.frame.tick}`)),
    tag('rect', {
      x: 0.5,
      y: 0.5,
      width: WIDTH - 1,
      height: height - 1,
      rx: 8,
      fill: PAPER,
      stroke: '#d9d6ce',
    }),
    ...drawArena(moment, { left: MARGIN, top: MARGIN, scale }),
    ...drawPanel(moment, { left: ARENA_PIXELS + 2 * MARGIN + 8, bottom: height - MARGIN }),
  ];
  const frame = { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, 'font-family': FONT, role: 'img' };
  return `${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...frame }, '\n', content.join('\n'), '\n')}\n`;
}

function main([folder, tick]) {
  if (folder === undefined || !/^\d+$/.test(tick ?? '')) {
    console.error('usage: node docs/pictures/render-world.js EPISODE TICK > picture.svg');
    return 2;
  }
  try {
    process.stdout.write(draw(readMoment(folder, Number(tick))));
    return 0;
  } catch (error) {
    if (!QuorumError.isInstance(error)) throw error;
    console.error(`error: ${error.message}`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
