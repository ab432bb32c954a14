import { element } from './dom.js';
import { latency } from './figures.js';

// The calls of one request, each beneath the one that made it, drawn over the time they took.

/** A table of them. */
export function waterfall(trace) {
  const heads = ['Call', 'Process', 'Begin', 'Took', 'When'].map((text) => element('th', { scope: 'col', text }));
  const rows = inOrder(trace.spans).map(([span, depth]) => row(span, depth, trace.durationMicros));
  return element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': `Calls of ${trace.name}` },
    element('table', { class: 'figures waterfall' },
      element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)),
    element('p', { class: 'faint', text: `Trace ${trace.traceId}` }));
}

/** Spans with their depth: each before its children, siblings by their begin. */
function inOrder(spans) {
  const known = new Set(spans.map((span) => span.id));
  const children = new Map();
  for (const span of [...spans].sort((left, right) => left.beginMicros - right.beginMicros)) {
    const parent = known.has(span.parent) ? span.parent : '';
    children.set(parent, [...(children.get(parent) ?? []), span]);
  }
  const ordered = [];
  const rest = (children.get('') ?? []).map((span) => [span, 0]).reverse();
  while (rest.length > 0) {
    const [span, depth] = rest.pop();
    ordered.push([span, depth]);
    // What calls itself its own parent comes once all the same.
    const below = children.get(span.id) ?? [];
    children.delete(span.id);
    rest.push(...below.map((child) => [child, depth + 1]).reverse());
  }
  return ordered;
}

function row(span, depth, whole) {
  const name = element('th', { scope: 'row', class: span.failed ? 'bad' : null },
    element('span', { class: `mark ${span.placement}`, 'aria-hidden': 'true' }),
    element('span', { text: `${span.component}.${span.method}${span.failed ? ', failed' : ''}` }));
  name.style.paddingInlineStart = `${0.5 + depth}rem`;
  const bar = element('div', { class: `span ${span.placement}`, 'aria-hidden': 'true' });
  const length = Math.max(whole, span.beginMicros + span.durationMicros, 1);
  bar.style.marginInlineStart = `${(100 * span.beginMicros) / length}%`;
  bar.style.inlineSize = `${Math.max(0.3, (100 * span.durationMicros) / length)}%`;
  return element('tr', {}, name,
    element('td', { text: `${span.process}, ${span.placement}` }),
    element('td', { class: 'figure', text: latency(span.beginMicros) }),
    element('td', { class: 'figure', text: latency(span.durationMicros) }),
    element('td', { class: 'when' }, bar));
}
