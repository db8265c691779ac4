import { Story } from './story.js';

/** A team with two tasks that take two agents each. */
export function twoTasks(seats = 4): Story {
  const story = new Story(seats);
  story.open('a', 2);
  story.open('b', 2);
  return story;
}
