/** A worker for tests: does what its task says. */
export function play(task) {
  if (task === 'die') process.exit(1);
  if (task === 'refuse') {
    return { ok: false, error: { code: 'FILE_UNWRITABLE', message: 'no space', fix: 'make some' } };
  }
  return { ok: true, result: `${task} done` };
}
