#!/usr/bin/env node
/**
 * Runs the commands of the examples in docs/statistics.md again and puts what they print below them, as many paragraphs
 * as there were:
 *
 *   quorum run quickstart-v0
 *   quorum run push-nine-v0 -g team=random,greedy,central -g agents=3 --seeds 1..12 -o runs/three-teams
 *   node docs/generate-statistics.js
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const page = new URL('statistics.md', import.meta.url);
const EXAMPLE = /(?<=^```\n)\$ (.+)\n([^]*?)(?=^```$)/gm;
const WITH_COMMAND = `quorum() { node '${root}packages/cli/bin/quorum.js' "$@" 2>&1; }; `;

const paragraphs = (text) => text.trim().split(/\n\n+/);

function printed(command, before) {
  const { stdout, stderr } = spawnSync('sh', ['-c', WITH_COMMAND + command], { cwd: root, encoding: 'utf8' });
  if (stderr !== '') throw new Error(`${command}\n${stderr}`);
  const shown = paragraphs(stdout).slice(0, paragraphs(before).length);
  return `$ ${command}\n${shown.join('\n\n')}\n`;
}

const text = readFileSync(page, 'utf8');
writeFileSync(
  page,
  text.replace(EXAMPLE, (_, command, before) => printed(command, before)),
);
