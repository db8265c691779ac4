/** A command as a person can paste it here: through npx where npm started this process. */
export function quorumCommand(...args: readonly string[]): string {
  const viaNpm = (process.env['npm_command'] ?? '') !== '';
  return [viaNpm ? 'npx --no-install quorum' : 'quorum', ...args.map(quote)].join(' ');
}

function quote(argument: string): string {
  return /^[A-Za-z0-9_./:=,+@%-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
