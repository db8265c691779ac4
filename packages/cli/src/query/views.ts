/** A view that queries may use. */
interface View {
  readonly name: string;
  /** Its rows, from `events`. */
  readonly sql: string;
}

/** The views over `events`. What became of a message, plan or attempt names it in its `inputs`, by `seq`. */
export const VIEWS: readonly View[] = [
  {
    name: 'messages',
    sql: `
      WITH arrivals AS (
        SELECT episode, message,
          count(DISTINCT seat) FILTER (type = 'message.delivered') AS delivered,
          count(*) FILTER (type = 'message.lost') AS lost
        FROM (
          SELECT episode, type, seat, unnest(inputs) AS message
          FROM events WHERE type IN ('message.delivered', 'message.lost')
        )
        GROUP BY episode, message
      )
      SELECT episode, seq AS message, tick, time, seat,
        (data->'$.to')::INTEGER[] AS recipients,
        data->>'$.kind' AS kind,
        data->>'$.text' AS text,
        task,
        data->'$.claims' AS claims,
        (data->>'$.work')::BOOLEAN AS work,
        (data->>'$.tokens')::BIGINT AS tokens,
        coalesce(delivered, 0) AS delivered,
        coalesce(lost, 0) AS lost
      FROM (SELECT *, seq AS message FROM events WHERE type = 'message.sent')
      LEFT JOIN arrivals USING (episode, message)`,
  },
  {
    name: 'plans',
    sql: `
      WITH ends AS (
        SELECT episode, unnest(inputs) AS plan, tick, time, data
        FROM events WHERE type = 'plan.ended'
      )
      SELECT start.episode, start.seq AS plan, start.seat, start.task,
        start.data->'$.actions' AS actions,
        start.tick AS start_tick,
        ends.tick AS end_tick,
        start.time AS start_time,
        ends.time AS end_time,
        ends.data->>'$.status' AS status,
        ends.data->>'$.outcome' AS outcome,
        (ends.data->>'$.done')::INTEGER AS done
      FROM events AS start
      LEFT JOIN ends ON ends.episode = start.episode AND ends.plan = start.seq
      WHERE start.type = 'plan.committed'`,
  },
  {
    name: 'attempts',
    sql: `
      WITH ends AS (
        SELECT episode, unnest(inputs) AS attempt, tick, time, data
        FROM events WHERE type = 'attempt.ended'
      )
      SELECT start.episode, start.seq AS attempt, start.task,
        (start.data->>'$.required')::INTEGER AS required,
        start.tick AS start_tick,
        ends.tick AS end_tick,
        start.time AS start_time,
        ends.time AS end_time,
        (ends.data->'$.seats')::INTEGER[] AS seats,
        (ends.data->>'$.success')::BOOLEAN AS success,
        (ends.data->>'$.moved')::DOUBLE AS moved
      FROM events AS start
      LEFT JOIN ends ON ends.episode = start.episode AND ends.attempt = start.seq
      WHERE start.type = 'attempt.started'`,
  },
];

/** Everything that queries may use, in the order in which it is listed. */
export const VIEW_NAMES: readonly string[] = ['episodes', 'events', ...VIEWS.map(({ name }) => name)];
