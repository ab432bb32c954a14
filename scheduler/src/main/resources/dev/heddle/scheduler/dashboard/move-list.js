import { element, renderList, setAttribute, setNotice, setText } from './dom.js';
import { time } from './figures.js';

// What was moved, newest first: why, by whom, and what became of it.

const FEW = 6;
const more = document.getElementById('moves-more');

let all = false;
let latest = null;

more.addEventListener('click', () => {
  all = !all;
  showMoves(latest);
});

/** Shows them. */
export function showMoves(state) {
  latest = state;
  const { moves } = state;
  renderList(document.getElementById('moves'), all ? moves : moves.slice(0, FEW), (move) => move.id, create, update);
  setNotice(document.getElementById('moves-empty'), moves.length > 0 ? '' : 'Nothing has moved yet: choose a component in the table or the graph, or use ./heddle place.');
  more.hidden = moves.length <= FEW;
  setText(more, all ? 'Show fewer' : `Show all ${moves.length}`);
}

function create(move) {
  return element('li', {},
    element('div', { class: 'between' },
      element('p', { class: 'move' }, element('strong', { text: move.component }), ` ${move.from} → ${move.to}${replicas(move)}`),
      element('span', { class: 'state' })),
    element('p', { text: move.reason }),
    element('p', { class: 'bad' }),
    element('p', { class: 'faint' }));
}

function update(item, move) {
  const [head, , problem, about] = item.children;
  const outcome = head.lastElementChild;
  setText(outcome, move.outcome === 'under way' ? `under way: ${move.step}` : move.outcome);
  setAttribute(outcome, 'data-state', move.outcome);
  setNotice(problem, move.problem ? `Undone: ${move.problem}` : '');
  setText(about, `${time(move.begun)}, by ${who(move.by)}${pause(move)}`);
}

function replicas(move) {
  return move.replicas.length > 0 ? ` (${move.replicas.join(', ')})` : '';
}

function who(by) {
  return { person: 'a person', planner: 'the planner' }[by] ?? by;
}

function pause(move) {
  if (!move.ended) return '';
  const took = (new Date(move.ended) - new Date(move.begun)) / 1000;
  return `, took ${took.toFixed(took < 10 ? 2 : 0)} s, calls waited ${move.pauseMillis.toFixed(1)} ms at most`;
}
