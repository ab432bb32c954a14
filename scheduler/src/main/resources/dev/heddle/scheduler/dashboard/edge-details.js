import { element, renderList, setText } from './dom.js';
import { bytes, callerName, latency, percent, rate } from './figures.js';

// Edges of one component as a list; each opens to show its methods.

const HEADS = ['Method', 'Calls', 'Errors', 'p50', 'p99', 'Remote'];

/** Fills a list with edges; `nameOf(edge)` is the other end's name. */
export function showEdges(list, edges, nameOf) {
  const other = (edge) => callerName(nameOf(edge));
  renderList(list, edges, nameOf, (edge) => create(other(edge)), (item, edge) => update(item.firstElementChild, edge));
}

function create(name) {
  const heads = HEADS.map((head, index) => element('th', { scope: 'col', class: index > 0 ? 'figure' : null, text: head }));
  const table = element('table', { class: 'figures small' },
    element('thead', {}, element('tr', {}, ...heads)), element('tbody'));
  const summary = element('summary', {}, element('span', { class: 'name', text: name }), element('span', { class: 'faint' }));
  return element('li', {}, element('details', {}, summary, element('p', { class: 'faint' }), element('div', { class: 'scroll' }, table)));
}

function update(details, edge) {
  const [summary, more, scroll] = details.children;
  setText(summary.lastElementChild, `${rate(edge.callsPerSecond)}, ${latency(edge.p50Micros)}`);
  const values = edge.elementsPerSecond > 0 ? `${rate(edge.elementsPerSecond)} values in streams, ` : '';
  setText(more, `p99 ${latency(edge.p99Micros)}, errors ${rate(edge.errorsPerSecond)}, ${bytes(edge.bytesPerSecond)} a second, ${values}${percent(edge.remoteShare)} to other processes`);
  renderList(scroll.querySelector('tbody'), edge.methods, (method) => method.method, createMethod, updateMethod);
}

function createMethod(method) {
  const row = element('tr', {}, element('th', { scope: 'row', text: method.method }));
  for (const _ of HEADS.slice(1)) row.append(element('td', { class: 'figure' }));
  return row;
}

function updateMethod(row, method) {
  const texts = [
    rate(method.callsPerSecond), rate(method.errorsPerSecond), latency(method.p50Micros),
    latency(method.p99Micros), percent(method.remoteShare),
  ];
  texts.forEach((text, index) => setText(row.children[index + 1], text));
}
