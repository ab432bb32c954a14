import { showComponents } from './component-table.js';
import { closePanel, openPanel, showPanel } from './component-panel.js';
import { connect } from './connection.js';
import { setAttribute, setText } from './dom.js';
import { time } from './figures.js';
import { showGraph } from './graph.js';
import { showMoves } from './move-list.js';
import { showOverview } from './overview.js';
import { showProcesses } from './process-list.js';
import { showRights, takeToken } from './token.js';
import { showTraces } from './trace-list.js';

const byId = (id) => document.getElementById(id);

let shown = null;
let newest = null;
let held = false;
let lost = false;

function show(state) {
  shown = state;
  setText(byId('application'), state.application);
  document.title = `${state.application} · Heddle`;
  showOverview(state);
  showGraph(state, openPanel);
  showComponents(state, openPanel);
  showProcesses(state);
  showMoves(state);
  showTraces(state);
  showPanel(state);
}

function showConnection() {
  const connection = byId('connection');
  const at = shown ? time(shown.at) : '';
  connection.dataset.state = lost ? 'lost' : held ? 'held' : shown ? 'live' : 'connecting';
  document.body.classList.toggle('stale', lost);
  // A status is read out when it changes, so it does not tell the time.
  setText(byId('connection-text'), { lost: 'Connection lost', held: 'Held still', live: 'Live', connecting: 'Connecting' }[connection.dataset.state]);
  const words = shown ? `Connection lost: these figures are those of ${at}, and old.` : 'The scheduler does not answer.';
  setText(byId('stale-text'), `${words} Trying again.`);
  byId('stale').hidden = !lost;
}

function receive(state) {
  newest = state;
  lost = false;
  if (!held || !shown) show(state);
  showConnection();
}

function hold() {
  held = !held;
  setAttribute(byId('pause'), 'aria-pressed', String(held));
  if (!held && newest) show(newest);
  showConnection();
}

takeToken();
showRights();
// The address may be opened again in the same tab, with a token.
window.addEventListener('hashchange', () => {
  takeToken();
  showRights();
  if (shown) show(shown);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closePanel();
});
byId('pause').addEventListener('click', hold);
const retry = connect(receive, () => {
  lost = true;
  showConnection();
});
byId('retry').addEventListener('click', retry);
