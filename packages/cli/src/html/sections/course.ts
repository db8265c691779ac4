import { CONSTRAINTS } from '@quorum/events';
import { classColor, constraintColor, courseChart, type CourseScale } from '../charts/course-chart.js';
import { colorKey } from '../color-key.js';
import { courseOf, type Course } from '../course.js';
import { html, type Markup } from '../markup.js';
import type { PageCondition } from '../page-data.js';
import type { MakeSection } from '../section.js';

interface ShownCourse {
  readonly condition: PageCondition;
  readonly course: Course;
}

/** How each condition went on over time, after the process trace of COOP²: score, constraints, and what agents were after. */
export const courseSection: MakeSection = async ({ kinds }) => {
  const groups = kinds
    .map(({ kind, conditions }) => ({ kind, shown: conditions.flatMap(shownCourse) }))
    .filter(({ shown }) => shown.length > 0);
  const all = groups.flatMap(({ shown }) => shown);
  if (all.length === 0) return null;
  const scale = scaleOf(all);
  return {
    id: 'course',
    title: 'Process over time',
    lead: `One chart a condition, mean over its episodes, with the 95 % interval as a band where there are enough seeds. Above: points, as a share of the most possible where that is known. Middle: share of the time at tasks in which each constraint held (metric constraints-over-time). Below: agents by the tasks that their plans are for (published-focus).`,
    body: [key(scale), ...(await Promise.all(groups.map((group) => figures(group, scale))))],
  };
};

function shownCourse(condition: PageCondition): ShownCourse[] {
  const course = courseOf(condition.episodes);
  return course === null ? [] : [{ condition, course }];
}

function scaleOf(all: readonly ShownCourse[]): CourseScale {
  const courses = all.map(({ course }) => course);
  const scores = courses.flatMap(({ score }) => score.map(({ mean, high }) => high ?? mean));
  return {
    score: Math.max(1, ...scores),
    seconds: Math.max(...courses.flatMap(({ score }) => score.map(({ seconds }) => seconds))),
    agents: Math.max(...all.map(({ condition }) => condition.row.agents)),
    // A constraint that always held, as dependency does in most worlds, would be a line along the top.
    constraints: CONSTRAINTS.filter((name) =>
      courses.some(({ holds }) => holds[name].some(({ mean }) => mean < 1)),
    ),
    classes: [...new Set(courses.flatMap(({ focus }) => focus.map(({ name }) => name)))].sort(),
  };
}

function key({ constraints, classes }: CourseScale): Markup {
  const always = CONSTRAINTS.filter((name) => !constraints.includes(name));
  return html`${colorKey([
    ...constraints.map((name) => ({ name, color: constraintColor(name) })),
    ...classes.map((name, i) => ({ name, color: classColor(i) })),
  ])}
  ${always.length > 0 ? html`<p class="count">Always held: ${always.join(', ')}.</p>` : null}`;
}

async function figures(
  { kind, shown }: { readonly kind: string; readonly shown: readonly ShownCourse[] },
  scale: CourseScale,
): Promise<Markup> {
  const charts = shown.map(
    async ({ condition: { label }, course }) =>
      html`<figure>
        <figcaption>${label}</figcaption>
        ${await courseChart(course, scale)}
      </figure>`,
  );
  return html`<h3>${kind}</h3>
    <div class="grid">${await Promise.all(charts)}</div>`;
}
