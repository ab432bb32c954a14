import { element, renderList, setNotice, setText } from './dom.js';
import { bytes, percent, rate, time } from './figures.js';

// The application in one line.

const sum = (items, valueOf) => items.reduce((total, item) => total + valueOf(item), 0);

/** Shows it. */
export function showOverview(state) {
  renderList(document.getElementById('overview'), entries(state), ([word]) => word, createEntry, updateEntry);
  setNotice(document.getElementById('plan'), planWords(state.plan));
}

function entries({ web, revision, epoch, processes, edges }) {
  const calls = sum(edges, (edge) => edge.callsPerSecond);
  const remote = sum(edges, (edge) => edge.callsPerSecond * edge.remoteShare);
  const ready = processes.filter((process) => process.state === 'ready').length;
  return [
    ['Application', web.replace(/^https?:\/\//, '') || 'no address yet', /^https?:\/\//.test(web) ? web : null],
    ['Calls', rate(calls)],
    ['Errors', rate(sum(edges, (edge) => edge.errorsPerSecond))],
    ['Remote calls', calls > 0 ? percent(remote / calls) : '–'],
    ['Processes ready', `${ready} of ${processes.length}`],
    ['Processors in use', percent(sum(processes, (process) => process.processorShare))],
    ['Memory', bytes(sum(processes, (process) => process.residentBytes))],
    ['Placement table', `no. ${epoch}`],
    ['Revision', revision.slice(0, 12)],
  ];
}

function createEntry([word]) {
  return element('div', {}, element('dt', { text: word }), element('dd'));
}

function updateEntry(entry, [, text, address]) {
  const value = entry.lastElementChild;
  if (!address) setText(value, text);
  else if (value.firstElementChild?.href !== new URL(address).href) {
    value.replaceChildren(element('a', { href: address, text, rel: 'noreferrer', target: '_blank' }));
  }
}

function planWords(plan) {
  if (!plan) return '';
  const costs = `Cost in processors: ${plan.costBefore.toFixed(2)} now, ${plan.costAfter.toFixed(2)} planned.`;
  return `Planner at ${time(plan.at)}: ${plan.summary}. ${costs}`;
}
