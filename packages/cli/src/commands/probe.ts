import type { Command } from 'commander';
import type { ProbeOptions } from '../probe/probe-command.js';
import type { CommandContext } from './context.js';
import { positiveNumber, webAddress, wholeNumber } from './option-parsers.js';

/** `quorum probe` */
export function addProbeCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('probe')
    .summary('ask for a logged decision again with its messages changed')
    .description(
      [
        'Measures what messages did to one decision: the model gets the logged prompt again, with the new messages as they',
        'were, blank, shuffled, paraphrased and contradicted. Writes probes/ beside the log and leaves the log alone.',
      ].join(' '),
    )
    .argument('<episode>', 'the folder of an episode, or its log')
    .requiredOption('--seat <n>', 'seat that decided', wholeNumber(0))
    .requiredOption('--decision <k>', 'number of its decision, from 1', wholeNumber(1))
    .option('--message <seq>', 'vary this new message only (seq of its message.sent)', wholeNumber(0))
    .option('--repeats <n>', 'answers for each variant', wholeNumber(1), 8)
    .option('--model <name>', 'model to ask, such as openai:gpt-5-mini (default: that of the episode)')
    .option('--base-url <url>', 'server of the language model, in place of the usual one', webAddress)
    .option('--max-connections <n>', 'requests under way at a time (default: 10)', wholeNumber(1))
    .option('--model-timeout <s>', 'seconds after which a request has failed (default: 120)', positiveNumber)
    .option('--max-cost <usd>', 'what the probe may cost, in US dollars', positiveNumber)
    .option('--prices <file>', 'prices in place of the built-in ones (YAML or JSON)')
    .option('--json', 'print JSON, with every answer', false)
    .option('-q, --quiet', 'no progress', false)
    .addHelpText(
      'after',
      `
Only decisions that new messages were shown for can be probed; for any other, the error names
those that can. The stand-in (rule-based) answers without network and is labelled so.

Examples:
  quorum probe EPISODE --seat 1 --decision 2
  quorum probe EPISODE --seat 1 --decision 2 --message 120 --repeats 20 --json
  quorum probe EPISODE --seat 1 --decision 2 --model openai:gpt-5-mini --max-cost 0.5`,
    )
    .action(async (episode: string, options: ProbeOptions) => {
      const { probeCommand } = await import('../probe/probe-command.js');
      onExit(await probeCommand(episode, options, terminal));
    });
}
