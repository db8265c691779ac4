import { planAt, stageAt } from '../../../model/at-time.js';
import type { EpisodeModel } from '../../../model/episode-model.js';
import type { FrameTrack } from '../../../model/frame-track.js';
import { activationAt, waitingFor } from '../../../model/seat-at-time.js';
import { time } from '../../data/state.js';
import { inkOn, seatColor, STAGE_NAMES } from '../../palette.js';
import { toggleFollow } from '../../world/follow-agent.js';
import { followed } from '../../world/layers.js';
import { CallView } from './call-view.js';
import { Inbox } from './inbox.js';
import { PlanView } from './plan-view.js';
import { Said } from './said.js';
import { SpentTokens } from './spent-tokens.js';

interface Props {
  readonly model: EpisodeModel;
  readonly frames: FrameTrack;
  readonly seat: number;
  /** `seq` of the start of the call that was chosen. */
  readonly call: number | null;
}

/** An agent at the moment shown: what it does, was shown, remembers, was asked and answered. */
export function SeatPanel({ model, frames, seat, call }: Props) {
  const agent = model.header.team[seat]?.agent;
  if (agent === undefined) return <p>There is no agent {seat}.</p>;
  const now = time.value;
  const plan = planAt(model, seat, now);
  const stage = stageAt(model, seat, now);
  const placed = activationAt(model, seat, now, call);
  const waiting = waitingFor(model, seat, now);
  const follows = followed.value === seat;
  return (
    <>
      <h2>
        <i style={{ background: seatColor(seat), color: inkOn(seatColor(seat)) }}>{seat}</i> {agent}{' '}
        <button title="f" aria-pressed={follows} onClick={() => toggleFollow(seat)}>
          {follows ? 'stop following' : 'follow'}
        </button>
      </h2>
      <p>{stage === null ? 'not begun' : STAGE_NAMES[stage.stage]}</p>
      <SpentTokens model={model} seat={seat} now={now} call={placed?.activation ?? null} />
      <h3>Plan</h3>
      <PlanView model={model} plan={plan} now={now} />
      {waiting.length === 0 ? null : <Inbox title="Arrived, not yet shown" messages={waiting} />}
      {placed === null ? (
        <p class="faint">Not asked yet.</p>
      ) : (
        <CallView model={model} frames={frames} seat={seat} placed={placed} now={now} />
      )}
      <Said said={model.talk.messages.filter((message) => message.seat === seat && message.time <= now)} />
    </>
  );
}
