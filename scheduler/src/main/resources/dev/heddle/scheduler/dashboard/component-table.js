import { element, renderList, setAttribute, setNotice, setText } from './dom.js';
import { latency, moving, percent, rate, runtime, whereabouts } from './figures.js';

// The components as a table: what the graph shows, and how one gets at it without a pointer.

const COLUMNS = [
  { title: 'Component', value: (one) => one.name },
  { title: 'Placement', value: (one) => one.placement },
  { title: 'Where', value: whereabouts },
  { title: 'Calls', value: (one) => one.callsPerSecond, text: (one) => rate(one.callsPerSecond), figure: true },
  { title: 'Errors', value: (one) => one.errorsPerSecond, text: (one) => rate(one.errorsPerSecond), figure: true },
  { title: 'p50', value: (one) => one.p50Micros, text: (one) => latency(one.p50Micros), figure: true },
  { title: 'p99', value: (one) => one.p99Micros, text: (one) => latency(one.p99Micros), figure: true },
  { title: 'Processor', value: (one) => one.processorShare, text: (one) => percent(one.processorShare), figure: true },
  { title: 'Runtime', value: runtime },
  { title: 'Reason', value: reason },
];
const body = document.getElementById('component-rows');

let sorted = { column: COLUMNS[0], down: false };
let order = [];
let latest = [];
let openComponent = () => {};

/** Shows the components; `open(component)` is called when one is chosen. */
export function showComponents(state, open) {
  openComponent = open;
  latest = state.components;
  createHeads();
  setNotice(document.getElementById('components-empty'), latest.length > 0 ? '' : 'No component yet: the application is about to join.');
  renderRows(false);
}

function reason(component) {
  return component.pinned ? `pinned: ${component.reason}` : component.reason;
}

function createHeads() {
  const heads = document.getElementById('component-heads');
  if (heads.childElementCount > 0) return;
  for (const column of COLUMNS) {
    const button = element('button', { class: 'sort', type: 'button', text: column.title, on: { click: () => sortBy(column) } });
    heads.append(element('th', { scope: 'col', class: column.figure ? 'figure' : null }, button));
  }
  showOrder();
}

function sortBy(column) {
  // Of figures the largest are what one looks for first.
  const down = sorted.column === column ? !sorted.down : Boolean(column.figure);
  sorted = { column, down };
  showOrder();
  renderRows(true);
}

function showOrder() {
  const heads = document.getElementById('component-heads').children;
  COLUMNS.forEach((column, index) => {
    const direction = sorted.down ? 'descending' : 'ascending';
    setAttribute(heads[index], 'aria-sort', column === sorted.column ? direction : null);
  });
}

function renderRows(asked) {
  // Rows do not run away from who is about to click on one.
  const busy = body.contains(document.activeElement) || body.matches(':hover');
  const names = latest.map((one) => one.name);
  const same = order.length === names.length && names.every((name) => order.includes(name));
  if (asked || !busy || !same) order = [...latest].sort(compare).map((one) => one.name);
  const byName = new Map(latest.map((one) => [one.name, one]));
  renderList(body, order.map((name) => byName.get(name)), (one) => one.name, createRow, updateRow);
}

function compare(left, right) {
  const { column, down } = sorted;
  const [a, b] = [column.value(left), column.value(right)];
  const difference = typeof a === 'number' ? a - b : a.localeCompare(b);
  return (down ? -difference : difference) || left.name.localeCompare(right.name);
}

function createRow(component) {
  const name = element('button', {
    class: 'link', type: 'button', text: component.name, on: { click: () => openComponent(component.name) },
  });
  const row = element('tr', {}, element('th', { scope: 'row' }, name));
  row.append(element('td', { class: 'placed' }, element('span', { 'aria-hidden': 'true' }), element('span')));
  for (const column of COLUMNS.slice(2)) row.append(element('td', { class: column.figure ? 'figure' : null }));
  return row;
}

function updateRow(row, component) {
  const placed = row.children[1];
  setAttribute(placed.firstElementChild, 'class', `mark ${component.placement}`);
  setText(placed.lastElementChild, moving(component) ? `${component.placement}, ${moving(component)}` : component.placement);
  COLUMNS.slice(2).forEach((column, index) => setText(row.children[index + 2], (column.text ?? column.value)(component)));
  row.children[4].classList.toggle('bad', component.errorsPerSecond > 0);
  row.classList.toggle('moving', component.moving !== null);
}
