import { element, renderList, setAttribute, setNotice, setText } from './dom.js';
import { bytes, duration, percent } from './figures.js';

// The processes, with what they use and run.

/** Shows them. */
export function showProcesses(state) {
  renderList(document.getElementById('processes'), state.processes, (process) => process.name, create, update);
  setNotice(document.getElementById('processes-empty'), state.processes.length > 0 ? '' : 'No process has joined yet. ./heddle logs shows what they say.');
}

function create(process) {
  const bar = element('div', { class: 'bar', 'aria-hidden': 'true' }, element('div'));
  return element('li', {},
    element('div', { class: 'between' }, element('h3', { text: process.name }), element('span', { class: 'state' })),
    element('p', {}), bar, element('p', { class: 'faint' }), element('ul', { class: 'chips', 'aria-label': 'Runs' }));
}

function update(item, process) {
  const [head, use, bar, identity, runs] = item.children;
  const state = head.lastElementChild;
  setText(state, process.state);
  setAttribute(state, 'data-state', process.state);
  setText(use, `Processor ${percent(process.processorShare)} of ${percent(process.processors)} · memory ${bytes(process.residentBytes)}`);
  const share = process.processors > 0 ? Math.min(1, process.processorShare / process.processors) : 0;
  bar.firstElementChild.style.inlineSize = `${(100 * share).toFixed(1)}%`;
  const address = process.address ? ` · ${process.address}` : '';
  setText(identity, `${process.kind} · pid ${process.pid} · up ${duration(process.uptimeSeconds)}${address}`);
  runs.hidden = process.components.length === 0;
  renderList(runs, process.components, String, (name) => element('li', { text: name }), () => {});
}
