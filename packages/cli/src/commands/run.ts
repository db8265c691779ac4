import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { RunOptions } from '../run/run-options.js';
import type { CommandContext } from './context.js';
import { collect, positiveNumber, shard, webAddress, wholeNumber } from './option-parsers.js';

/** `quorum run` */
export function addRunCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('run')
    .summary('play a suite, or a grid on one scenario')
    .description(
      [
        'Plays a suite: every condition on every seed, in parallel, into a run folder, and prints its report.',
        'TARGET is the name of a suite, the path of a suite file, or the name of a scenario to play an ad-hoc grid on.',
        'The same command goes on where it stopped: finished episodes are never played twice.',
      ].join(' '),
    )
    .argument('<target>', 'suite or scenario')
    .option('-g, --grid <axis=a,b>', 'set an axis; may be given several times', collect, [])
    .option('--team <a,a,b>', 'one team, seat by seat; a single name is a team of that agent')
    .option('--model <name>', 'model of every agent that uses one, such as openai:gpt-5-mini')
    .option('--seeds <seeds>', 'seeds, such as 1..20 or 1,2,5')
    .option('--repeats <k>', 'episodes per condition and seed', wholeNumber(1))
    .option('-o, --output <dir>', 'run folder (default: runs/<suite>)')
    .option('--only <pattern>', 'only episodes whose path contains this, or matches it when it has a *')
    .option('--shard <i/n>', 'only the i-th of n parts, for as many machines', shard)
    .option('--retry-errors', 'play episodes again that ended in model_error or agent_error', false)
    .option('--workers <n>', 'threads', wholeNumber(1), availableParallelism())
    .option('--concurrency <n>', 'episodes per thread (default: 1, with language models 8)', wholeNumber(1))
    .option('--base-url <url>', 'server of the language models, in place of the usual one', webAddress)
    .option(
      '--max-connections <n>',
      'requests under way at a time, per provider (default: 10)',
      wholeNumber(1),
    )
    .option('--requests-per-minute <n>', 'most requests, per provider', wholeNumber(1))
    .option('--tokens-per-minute <n>', 'most tokens, per provider', wholeNumber(1))
    .option('--model-timeout <s>', 'seconds after which a request has failed (default: 120)', positiveNumber)
    .option('--max-cost <usd>', 'what the whole run may cost, in US dollars', positiveNumber)
    .option('--prices <file>', 'prices in place of the built-in ones (YAML or JSON)')
    .option('--tape <dir>', 'answers from the tapes of this run folder, without any model')
    .option('--record-missing', 'with --tape: ask the model where the tapes have no answer', false)
    .option('--dry-run', 'show what would be played and what it would cost, write nothing', false)
    .option('--view', 'serve the run as a page while it is played, and after, until Ctrl-C', false)
    .option('--port <number>', 'with --view: port; 0 for any free one', wholeNumber(0), 7330)
    .option(
      '--host <address>',
      'with --view: address to listen on; others than 127.0.0.1 need --token',
      '127.0.0.1',
    )
    .option('--token <text>', 'with --view: whoever knows it may watch, at least 16 letters, digits, - and _')
    .option(
      '--speed <x>',
      'with --view: body seconds per second (default: as fast as it goes)',
      positiveNumber,
    )
    .option('--json', 'print the report as JSON', false)
    .option('-q, --quiet', 'print errors only', false)
    .addHelpText(
      'after',
      `
Where a suite and a scenario share a name, TARGET is the suite; scenario:NAME is the scenario.

Axes of -g (fields of a suite by the same names): scenario, agents (team size), team, model,
structure, topology, protocol, communication (talk, and the controls no-comm, silent-matched,
scrambled, delayed, random-sender, fixed-text, shared-observation), clock.mode, clock.profile,
clock.timeScale, horizonSeconds, deadlineSeconds, limits.calls, limits.tokens,
and options: options.NAME (scenario), channel.NAME, agentOptions.NAME, modelOptions.NAME.
\`quorum list\` shows what each can be.
Where a grid on a scenario names no team, it is greedy, or chat if it sets a model or how the
team talks. A mixed team is written a+a+b; without an agents axis the team has as many seats as it lists.
chat@openai:gpt-5-mini is a seat with a model of its own. Commas inside of [] and {} belong
to the value.

Language models (--model openai:gpt-5-mini, anthropic:…, ollama:…, llama:FILE.gguf) read their
keys from the environment: OPENAI_API_KEY, ANTHROPIC_API_KEY. What they said goes onto tapes,
so that the run is verified, or played again with --tape, without them.

Exit status: 0 when every episode was played to an end that tells of its team; 1 when one
failed, or ended in model_error or agent_error (--retry-errors plays it again), or when the
money is spent (the same command with a higher --max-cost goes on); 130 when interrupted.

Examples:
  quorum run quickstart-v0
  quorum run quickstart-v0 --dry-run
  quorum run quickstart-v0 --view --speed 2 --workers 1    watch it in the browser
  quorum run quickstart-v0 --only '*greedy*seed-1-*' -o runs/try
  quorum run push-nine-v0 -g agents=3,6 -g team=random,greedy --seeds 1..20
  quorum run push-nine-v0 --team greedy,greedy,random --repeats 3
  quorum run push-nine-v0 --team chat -g agents=3 -g structure=individual,debate
  quorum run push-nine-v0 --team chat -g 'topology={name: small-world, degree: 4}' \\
      -g agents=6 -g protocol=free -g channel.loss=0,0.2 -g clock.profile=reference-v1
  quorum run push-nine-v0 -g 'options.lockedWeights=[1,2]'    one value, a list
  quorum run ./my-suite-v1.yaml --workers 2
  quorum run push-nine-v0 --team chat --model openai:gpt-5-mini --dry-run    what it would cost
  quorum run push-nine-v0 --team chat --model ollama:llama3.2:3b --max-connections 2
  quorum run quickstart-v0 --shard 2/4 -o runs/part-2`,
    )
    .action(async (target: string, _: unknown, command: Command) => {
      const { runCommand } = await import('../run/run-command.js');
      onExit(await runCommand(target, command.optsWithGlobals<RunOptions>(), terminal));
    });
}
