import { element, renderList, setNotice, setText } from './dom.js';
import { latency, time } from './figures.js';
import { waterfall } from './waterfall.js';

// Sampled requests; each opens to show the calls behind it.

const FEW = 8;
const list = document.getElementById('traces');
const more = document.getElementById('traces-more');

let all = false;
let latest = null;

more.addEventListener('click', () => {
  all = !all;
  showTraces(latest);
});

/** Shows them. Who is being read stays, whatever comes. */
export function showTraces(state) {
  latest = state;
  const { traces } = state;
  const open = new Set([...list.querySelectorAll('details[open]')].map((details) => details.dataset.key));
  const shown = traces.filter((trace, index) => all || index < FEW || open.has(trace.traceId));
  renderList(list, shown, (trace) => trace.traceId, create, () => {});
  const use = state.web ? `Open ${state.web}: s` : 'S';
  setNotice(document.getElementById('traces-empty'), traces.length > 0 ? '' : `No request yet. ${use}ome of its requests are shown here, with all calls behind them.`);
  more.hidden = traces.length <= FEW;
  setText(more, all ? 'Show fewer' : `Show all ${traces.length}`);
}

function create(trace) {
  const calls = `${trace.spans.length} ${trace.spans.length === 1 ? 'call' : 'calls'}`;
  const summary = element('summary', {},
    element('span', { class: 'name', text: trace.name }),
    element('span', { text: latency(trace.durationMicros) }),
    element('span', { class: 'faint', text: `${calls}, ${time(trace.begun)}` }));
  if (trace.failed) summary.append(element('span', { class: 'state', 'data-state': 'lost', text: 'failed' }));
  const details = element('details', {}, summary);
  // Drawn when it is looked at: there may be thousands of calls.
  details.addEventListener('toggle', () => details.append(waterfall(trace)), { once: true });
  return details;
}
