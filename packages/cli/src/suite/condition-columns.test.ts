import { expect, it } from 'vitest';
import { planText, SUITE } from '../testing/suite-text.js';
import { conditionColumns } from './condition-columns.js';
import { describeCondition } from './describe-condition.js';

/** Heads and rows of the columns, and what all conditions share. */
function columnsOf(fields: string, size = 3) {
  const text = SUITE.replace('[3, 6]', `${size}`).replace('team:\n  - random\n  - greedy', 'team: chat');
  const conditions = planText(text + fields).conditions.map(({ header, settings }) =>
    describeCondition(header, settings),
  );
  const { columns, shared } = conditionColumns(conditions);
  const rows = conditions.map((condition) => columns.map(({ cell }) => cell(condition)).join(' | '));
  return { head: columns.map(({ head }) => head).join(' | '), rows, shared };
}

it('says team and kind, and once what all conditions share', () => {
  expect(columnsOf('structure: debate\n')).toEqual({
    head: 'team | kind',
    rows: ['3x chat | stand-in'],
    shared: [
      'scenario push-nine-v0',
      'model rule-based',
      'structure debate',
      'communication talk',
      'clock barrier zero-v1 x1',
    ],
  });
});

it('shows parts of a structure only where some are not its own', () => {
  const own = columnsOf('structure: [debate, ring]\n');
  expect(own.head).toBe('team | kind | structure');
  const crossed = columnsOf('structure: debate\ntopology: [full, { name: small-world, degree: 2 }]\n', 6);
  expect(crossed.head).toBe('team | kind | topology');
  expect(crossed.rows.map((row) => row.split(' | ')[2]?.split(' ')[0])).toEqual(['full', 'small-world']);
  const lossy = columnsOf('structure: decentralized\nchannel: { loss: [0, 0.2] }\n');
  expect(lossy.head).toBe('team | kind | channel');
  expect(lossy.rows[1]).toBe('3x chat | stand-in | loss=0.2 messages=2 windowSeconds=10');
});

it('shows models, their options, those of agents, and limits', () => {
  const { head, rows } = columnsOf(`structure: debate
model: [rule-based, openai:gpt-5-mini]
agentOptions: { promptForm: [text, json] }
modelOptions: { compliance: 0.5 }
limits: { calls: 100 }
deadlineSeconds: [60, 90]
`);
  expect(head).toBe('team | model | kind | agent options | model options | deadline');
  expect(rows[0]).toBe('3x chat | rule-based | stand-in | promptForm=text | compliance=0.5 | 60 s');
  expect(rows.at(-1)).toBe('3x chat | openai:gpt-5-mini | llm | promptForm=json | - | 90 s');
});

it('shows horizons where a suite varies them', () => {
  expect(columnsOf('horizonSeconds: [5, 9]\n').rows).toEqual([
    '3x chat | stand-in | 5 s',
    '3x chat | stand-in | 9 s',
  ]);
});
