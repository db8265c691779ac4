import type { Fault } from '../contract/fault.js';
import { circularWait } from './circular-wait.js';
import { crash } from './crash.js';
import { delay } from './delay.js';
import { dropRecipient } from './drop-recipient.js';
import { duplicateTask } from './duplicate-task.js';
import { earlySubmit } from './early-submit.js';
import { ignoreRequest } from './ignore-request.js';
import { lyingClaim } from './lying-claim.js';
import { mute } from './mute.js';
import { overAsk } from './over-ask.js';
import { rerouteRing } from './reroute-ring.js';
import { swapPlaces } from './swap-places.js';

/** Faults that can be injected, by name. */
export const faults: readonly Fault[] = [
  dropRecipient,
  crash,
  mute,
  delay,
  duplicateTask,
  earlySubmit,
  rerouteRing,
  circularWait,
  lyingClaim,
  ignoreRequest,
  overAsk,
  swapPlaces,
];
