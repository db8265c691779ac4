import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { QuorumError } from '@quorum/events';

/** A field's way through the suite, `['options', 'sightMeters', 0]`. */
export type FieldPath = readonly PropertyKey[];

/** The raw data of a suite and where each piece of it stands. */
export interface SuiteSource {
  /** For messages: the file's path, or the command line. */
  readonly name: string;
  readonly data: unknown;
  /** As YAML. */
  readonly text: string;
  /** `file:line:column` of a field, or of the nearest enclosing one that exists. */
  locate(path: FieldPath): string;
  /** True when the field was set on the command line. */
  isArgument(path: FieldPath): boolean;
}

/**
 * Reads YAML and remembers positions.
 * @param name path of the file, for messages
 * @throws QuorumError `CONFIG_INVALID` with `file:line:column` of the first syntax error
 */
export function parseSuiteYaml(text: string, name: string): SuiteSource {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const position = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    throw new QuorumError('CONFIG_INVALID', `${position(problem.pos[0])}: ${problem.message}`, {
      fix: 'correct the YAML at this place; indent with spaces and quote text that contains ": " or "#".',
    });
  }
  return {
    name,
    text,
    data: toData(document, name),
    locate: (path) => position(offsetOf(document, path)),
    isArgument: () => false,
  };
}

function toData(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new QuorumError('CONFIG_INVALID', `${name}: ${(error as Error).message}`, {
      fix: 'write the values out instead of using YAML anchors.',
    });
  }
}

/** Where the deepest existing part of `path` begins. A key that is itself the mistake is found by its own path. */
function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = (node as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      // An axis of one value may be written without a list.
      if (!pair && key === 0) continue;
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
      continue;
    }
    const items = (node as { items?: unknown[] } | null)?.items;
    const child = typeof key === 'number' ? items?.[key] : undefined;
    if (child === undefined) return offset;
    node = child;
    offset = (child as Node).range?.[0] ?? offset;
  }
  return offset;
}
