import { callerName, latency, percent, rate } from './figures.js';

// What is drawn of a state: boxes (processes) with components in them, and edges between components.

const CROSSING = 0.5;

/**
 * Nodes and edges as plain objects: `{id, parent, data}`, `{id, source, target, data}`; an id stays
 * while what it stands for is the same thing.
 */
export function graphElements(state) {
  const home = state.processes.find((process) => process.kind === 'application')?.name ?? 'application';
  const nodes = [];
  const boxes = new Map();

  function boxOf(key) {
    if (!boxes.has(key)) boxes.set(key, { id: `box:${key}`, data: box(key, state.processes) });
    return `box:${key}`;
  }

  for (const component of state.components) {
    nodes.push({ id: `component:${component.name}`, parent: boxOf(boxKey(component, home)), data: node(component) });
  }
  const known = new Set(state.components.map((component) => component.name));
  const callers = new Set(state.edges.map((edge) => edge.caller).filter((caller) => !known.has(caller)));
  for (const caller of callers) {
    nodes.unshift({ id: `caller:${caller}`, parent: boxOf(home), data: { kind: 'caller', label: callerName(caller) } });
  }
  addIdle(state.processes, boxes);
  const edges = state.edges.filter((edge) => known.has(edge.callee)).map((edge) => drawnEdge(edge, known));
  return { boxes: [...boxes.values()], nodes, edges };
}

function boxKey(component, home) {
  if (component.placement !== 'remote') return home;
  return component.replicas.length > 0 ? component.replicas.join(' + ') : 'any replica';
}

/** Processes that run nothing are there, too. */
function addIdle(processes, boxes) {
  const used = new Set([...boxes.keys()].flatMap((key) => key.split(' + ')));
  for (const process of processes) {
    if (used.has(process.name)) continue;
    boxes.set(process.name, { id: `box:${process.name}`, data: { ...box(process.name, processes), kind: 'idle' } });
  }
}

function box(key, processes) {
  const inside = processes.filter((process) => key.split(' + ').includes(process.name));
  const unwell = inside.filter((process) => process.state !== 'ready');
  const share = inside.reduce((sum, process) => sum + process.processorShare, 0);
  const words = unwell.length > 0 ? unwell.map((process) => process.state).join(', ') : share > 0 ? `processor ${percent(share)}` : 'idle';
  return { kind: 'box', label: inside.length > 0 ? `${key} · ${words}` : key, unwell: unwell.length > 0 ? 1 : 0 };
}

function node(component) {
  const calls = component.callsPerSecond > 0 ? rate(component.callsPerSecond) : 'no calls';
  const second = component.moving ? `→ ${component.moving.to}: ${component.moving.step}` : calls;
  const signs = `${component.pinned ? ' ⚲' : ''}${component.errorsPerSecond > 0 ? ' ✕' : ''}`;
  return {
    kind: 'component',
    name: component.name,
    label: `${component.name}${signs}\n${second}`,
    placement: component.placement,
    moving: component.moving ? 1 : 0,
  };
}

function drawnEdge(edge, known) {
  const failing = edge.errorsPerSecond > 0;
  const figures = edge.callsPerSecond > 0 ? `${rate(edge.callsPerSecond)}, ${latency(edge.p50Micros)}` : '';
  return {
    id: `edge:${edge.caller}>${edge.callee}`,
    source: `${known.has(edge.caller) ? 'component' : 'caller'}:${edge.caller}`,
    target: `component:${edge.callee}`,
    data: {
      caller: edge.caller,
      callee: edge.callee,
      label: failing ? `${figures}\n✕ ${rate(edge.errorsPerSecond)}` : figures,
      width: thickness(edge.callsPerSecond),
      crossing: edge.remoteShare > CROSSING ? 1 : 0,
      failing: failing ? 1 : 0,
    },
  };
}

/** Ten times as many calls are a little thicker: rates differ by thousands. */
function thickness(perSecond) {
  return 1 + Math.min(7, 1.4 * Math.log10(1 + perSecond));
}
