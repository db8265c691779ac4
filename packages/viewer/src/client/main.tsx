import { render } from 'preact';
import { App } from './app.js';
import { connect } from './data/connect.js';
import { followAddress } from './data/permalink.js';
import { isReplay, replay } from './data/replay.js';
import { renderer } from './world/renderer.js';

const root = document.getElementById('app');
if (root !== null) {
  followAddress();
  if (isReplay()) replay();
  else connect();
  render(<App />, root);
  // The list is there by then, and the first episode need not wait for it.
  setTimeout(renderer, 100);
}
