import { render } from 'preact';
import { App } from './app.js';
import { connect } from './data/connect.js';
import { followAddress } from './data/permalink.js';

const root = document.getElementById('app');
if (root !== null) {
  connect();
  followAddress();
  render(<App />, root);
}
