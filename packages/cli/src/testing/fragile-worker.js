/** Tasks of this thread that wait for each other. */
const waiting = [];

/** A worker for tests: does what its task says. */
export function play(task) {
  if (task === 'die') process.exit(1);
  if (task === 'hang') return new Promise(() => {});
  if (task === 'meet') {
    // Both are done when the second one comes, which takes a thread that has two tasks in hand.
    return new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 2) for (const go of waiting) go({ ok: true, result: 'met' });
    });
  }
  if (task === 'refuse') {
    return { ok: false, error: { code: 'FILE_UNWRITABLE', message: 'no space', fix: 'make some' } };
  }
  return { ok: true, result: `${task} done` };
}
