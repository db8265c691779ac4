import type { Claim } from '@quorum/events';
import type { Observation } from '../../contract/simulation.js';
import type { Check } from '../check.js';
import { canonical, copy, findNonJson } from '../json.js';
import type { Play } from '../play.js';
import { oneActionOfEachType } from '../sample-actions.js';
import { overPlays, overPlaysWith, overWorlds } from '../verdicts.js';

const withClaims = {
  has: (play: Play) => play.views.some(({ claims }) => claims.length > 0),
  otherwise: 'nobody saw anything that is not known to all',
};

/** Words that any claim may stand between in a message. */
const around = (sentence: string): string => `Listen, all: ${sentence} Over to you.`;

/** Copies of a claim, each with one of its numbers changed. */
const distort = (claim: Claim): Claim[] =>
  Object.entries(claim).flatMap(([key, value]) =>
    typeof value === 'number' ? [{ ...claim, [key]: value + 1 }] : [],
  );

/** How teams are told of the world and talk about it. */
export const languageChecks: readonly Check[] = [
  {
    name: 'language-rules',
    promise: 'The rules are the same every time and name every type of action.',
    run: (subject) =>
      overWorlds(subject, function* (world) {
        const { scenario } = subject;
        const rules = scenario.language.rules(world.seats);
        if (scenario.language.rules(world.seats) !== rules)
          yield 'the rules read differently the second time';
        const simulation = scenario.create({ ...world, emit: () => 0 });
        for (const { type } of oneActionOfEachType(scenario, simulation, world)) {
          if (!rules.includes(type)) yield `the rules do not mention the action ${type}`;
        }
        simulation.free();
      }),
  },
  {
    name: 'language-read',
    promise: 'Reading the text of an observation gives the observation; other texts are not read.',
    run: (subject) =>
      overPlays(subject, function* (play) {
        const { language } = subject.scenario;
        for (const { json, text, tick, seat } of play.views) {
          const read = language.read(text);
          if (read === null || canonical(read) !== canonical(JSON.parse(json))) {
            yield `the text of seat ${seat} at tick ${tick} is not read as what the seat sees`;
          }
        }
        for (const text of ['', 'What a day.', language.rules(play.world.seats)]) {
          if (language.read(text) !== null) yield `"${text.slice(0, 40)}" is read as an observation`;
        }
      }),
  },
  {
    name: 'language-claims',
    promise: 'What a seat can claim of its view is legal and true.',
    run: (subject) =>
      overPlaysWith(subject, withClaims, function* (play) {
        for (const { claims, tick, seat } of play.views) {
          for (const { claim, verdict } of claims) {
            const told = `${JSON.stringify(claim)}, which seat ${seat} could claim at tick ${tick},`;
            const parsed = subject.scenario.language.claim.safeParse(claim);
            if (!parsed.success || canonical(parsed.data) !== canonical(claim)) {
              yield `${told} is not a legal claim`;
            } else if (verdict !== 'true') yield `${told} is judged ${verdict}`;
          }
        }
      }),
  },
  {
    name: 'language-sentences',
    promise: 'Claims are heard from their sentences, whatever stands around them, and from nothing else.',
    run: (subject) =>
      overPlaysWith(subject, withClaims, function* (play) {
        const { language } = subject.scenario;
        for (const { claims } of play.views) {
          const told = claims.map(({ claim }) => claim);
          const sentences = told.map((claim) => language.say(claim));
          if (canonical(told.map((claim) => language.say(claim))) !== canonical(sentences)) {
            yield 'a claim is said differently the second time';
          }
          for (const [i, sentence] of sentences.entries()) {
            if (canonical(language.hear(around(sentence))) !== canonical([told[i]])) {
              yield `"${sentence}" is not heard as ${JSON.stringify(told[i])}`;
            }
          }
          if (canonical(language.hear(sentences.join(' '))) !== canonical(told)) {
            yield `of "${sentences.join(' ')}" not every claim is heard`;
          }
        }
        if (language.hear(around('Well.')).length > 0) yield 'claims are heard where nothing is claimed';
      }),
  },
  {
    name: 'language-learn',
    promise:
      'Learning is pure; nothing is learnt from own claims, and no claim changes what the seat itself knows.',
    run: (subject) =>
      overPlaysWith(subject, withClaims, function* (play) {
        const { language } = subject.scenario;
        const isLegal = (claim: Claim): boolean => language.claim.safeParse(claim).success;
        const rumours = play.views.flatMap(({ claims }) =>
          claims.flatMap(({ claim }) => [claim, ...distort(claim).filter(isLegal)]),
        );
        for (const { json, claims, tick, seat } of play.views) {
          const observation = JSON.parse(json) as Observation;
          const own = claims.map(({ claim }) => claim);
          const where = `for seat ${seat} at tick ${tick}`;
          const learnt = language.learn(observation, rumours);
          const problem = findNonJson(learnt);
          if (problem !== null) yield `what is learnt ${where}: ${problem}`;
          if (JSON.stringify(language.learn(copy(observation), rumours)) !== JSON.stringify(learnt)) {
            yield `something else is learnt ${where} the second time`;
          }
          if (JSON.stringify(observation) !== json) yield `learning changes the observation ${where}`;
          for (const known of [[], own]) {
            if (canonical(language.learn(observation, known)) !== canonical(observation)) {
              yield `something is learnt ${where} from ${known.length === 0 ? 'nothing' : 'own claims'}`;
            }
          }
          const after = new Set(language.claims(copy(learnt)).map(canonical));
          const lost = own.find((claim) => !after.has(canonical(claim)));
          if (lost !== undefined) yield `claims of others override ${JSON.stringify(lost)} ${where}`;
        }
      }),
  },
];
