import { announce } from './announcement.js';
import { element, renderList, setAttribute, setNotice, setText } from './dom.js';
import { showEdges } from './edge-details.js';
import { latency, moving, percent, rate, runtime, whereabouts } from './figures.js';
import { markChosen } from './graph.js';
import { place } from './placing.js';
import { token } from './token.js';

// One component: its figures, why it is where it is, and where else it can be.

const panel = document.getElementById('panel');
const parts = {};

let chosen = null;
let opener = null;
let latest = null;
let asking = false;

/** Opens the panel of a component; with a caller, that one's edge stands open. */
export function openPanel(name, caller) {
  if (panel.childElementCount === 0) create();
  if (name !== chosen) showOutcome([]);
  if (!panel.open) opener = document.activeElement;
  chosen = name;
  if (!panel.open) panel.show();
  if (latest) showPanel(latest);
  const edge = caller && parts.callers.querySelector(`[data-key="${CSS.escape(caller)}"] details`);
  if (edge) edge.open = true;
  markChosen(name);
  parts.title.focus();
}

/** Closes it; the focus goes back to where it was. */
export function closePanel() {
  if (!panel.open) return;
  panel.close();
  chosen = null;
  markChosen(null);
  opener?.focus();
}

/** Shows a state in it, when it is open. */
export function showPanel(state) {
  latest = state;
  const component = state.components.find((each) => each.name === chosen);
  if (!component) return closePanel();
  setText(parts.title, component.name);
  setAttribute(parts.mark, 'class', `mark ${component.placement}`);
  setText(parts.placement, `${component.placement}, in ${whereabouts(component)}; ${runtime(component)}`);
  setText(parts.reason, `${component.pinned ? 'Pinned: ' : ''}${component.reason}`);
  setNotice(parts.moving, moving(component));
  renderList(parts.figures, figures(component), ([word]) => word, createFigure, updateFigure);
  showChoices(component);
  const edges = state.edges.filter((edge) => edge.caller === chosen || edge.callee === chosen);
  showGroup(parts.callers, edges.filter((edge) => edge.callee === chosen), (edge) => edge.caller);
  showGroup(parts.callees, edges.filter((edge) => edge.caller === chosen), (edge) => edge.callee);
  return undefined;
}

function create() {
  const part = (name, tag, properties, ...children) => (parts[name] = element(tag, properties, ...children));
  panel.append(
    element('div', { class: 'between' },
      part('title', 'h2', { id: 'panel-title', tabindex: '-1' }),
      element('button', { class: 'quiet', type: 'button', text: 'Close', on: { click: closePanel } })),
    element('p', {}, part('mark', 'span', { 'aria-hidden': 'true' }), part('placement', 'span')),
    part('reason', 'p', { class: 'faint' }),
    part('moving', 'p', { class: 'notice' }),
    part('choices', 'div', { class: 'choices', role: 'group', 'aria-label': 'Move it' }),
    part('rights', 'p', { class: 'faint' }),
    part('outcome', 'div', { class: 'outcome' }),
    part('figures', 'dl', { class: 'overview small' }),
    element('h3', { text: 'Called by' }), part('callers', 'ul', { class: 'edges' }), element('p', { class: 'faint', text: 'Nobody yet.' }),
    element('h3', { text: 'Calls' }), part('callees', 'ul', { class: 'edges' }), element('p', { class: 'faint', text: 'Nothing yet.' }),
  );
}

function figures(component) {
  return [
    ['Calls', rate(component.callsPerSecond)],
    ['Errors', rate(component.errorsPerSecond)],
    ['p50', latency(component.p50Micros)],
    ['p99', latency(component.p99Micros)],
    ['Processor', percent(component.processorShare)],
  ];
}

function createFigure([word]) {
  return element('div', {}, element('dt', { text: word }), element('dd'));
}

function updateFigure(entry, [, text]) {
  setText(entry.lastElementChild, text);
}

function showGroup(list, edges, nameOf) {
  showEdges(list, edges, nameOf);
  list.nextElementSibling.hidden = edges.length > 0;
}

function showChoices(component) {
  const allowed = token() !== null;
  parts.choices.hidden = !allowed;
  setNotice(parts.rights, allowed ? '' : 'This page is read-only: it has no token of this run.');
  renderList(parts.choices, [...component.offered, 'auto'], String, createChoice, (button, word) => {
    setAttribute(button, 'aria-pressed', String(word === component.placement));
    // Not the attribute disabled, with which the button would lose the focus.
    setAttribute(button, 'aria-disabled', asking ? 'true' : null);
  });
}

function createChoice(word) {
  return element('button', { type: 'button', text: word, on: { click: () => ask(word) } });
}

async function ask(placement) {
  if (asking) return;
  const component = chosen;
  asking = true;
  showPanel(latest);
  announce(`Moving ${component}: ${placement}.`);
  const { placed, refused } = await place(component, placement);
  asking = false;
  const words = refused.length === 0
    ? `${component} is ${placed.placement} now: ${placed.reason}.`
    : `${component} was not moved. ${refused.map(({ rule, found, remedy }) => `${found}. The rule: ${rule}. ${remedy}.`).join(' ')}`;
  announce(words);
  if (chosen === component) showOutcome(refused, refused.length === 0 ? words : `${component} was not moved.`);
  showPanel(latest);
}

function showOutcome(refused, words = '') {
  const lines = refused.flatMap(({ rule, found, remedy }) => [
    element('dt', { text: 'Rule' }), element('dd', { text: rule }),
    element('dt', { text: 'Found' }), element('dd', { text: found }),
    element('dt', { text: 'Remedy' }), element('dd', { text: remedy }),
  ]);
  parts.outcome.replaceChildren(...(words ? [element('p', { text: words })] : []), ...(lines.length > 0 ? [element('dl', {}, ...lines)] : []));
  setAttribute(parts.outcome, 'class', `outcome ${refused.length > 0 ? 'problems' : words ? 'good' : ''}`);
}
