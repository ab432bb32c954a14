import cytoscape from './lib/cytoscape/cytoscape.esm.min.mjs';
import { setNotice } from './dom.js';
import { graphElements } from './graph-elements.js';
import { layoutKey, nodeHeight, nodeWidth, positions } from './graph-layout.js';
import { graphStyle } from './graph-style.js';

// The drawn call graph. Figures change in place; only another graph is laid out anew.

const stage = document.getElementById('graph');
const still = matchMedia('(prefers-reduced-motion: reduce)');

let graph = null;
let drawn = null;
let key = '';

/** Draws a state; `open(component, caller)` is called when one clicks on a component or an edge. */
export function showGraph(state, open) {
  graph ??= create(open);
  drawn = graphElements(state);
  const calls = state.edges.length > 0;
  const use = state.web ? `open ${state.web}` : 'open the application';
  const words = state.components.length === 0 ? 'No component yet: the application is about to join.' : `No calls yet: ${use}, and look here again.`;
  setNotice(document.getElementById('graph-empty'), calls ? '' : words);
  if (drawn.nodes.length > 0) redraw();
}

/** Marks a component as the one that is looked at; null: none. */
export function markChosen(name) {
  graph?.nodes().removeClass('chosen');
  if (name) graph?.getElementById(`component:${name}`).addClass('chosen');
}

function create(open) {
  const made = cytoscape({
    container: stage, style: graphStyle(stage), autoungrabify: true, boxSelectionEnabled: false,
    userZoomingEnabled: false, userPanningEnabled: false, minZoom: 0.2, maxZoom: 3,
  });
  made.on('tap', 'node[kind = "component"]', (event) => open(event.target.data('name')));
  made.on('tap', 'edge', (event) => open(event.target.data('callee'), event.target.data('caller')));
  made.on('mouseover', 'node[kind = "component"], edge', () => stage.classList.add('pointing'));
  made.on('mouseout', 'node[kind = "component"], edge', () => stage.classList.remove('pointing'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => made.style(graphStyle(stage)));
  new ResizeObserver(() => {
    made.resize();
    if (drawn) redraw(true);
  }).observe(stage);
  // Cytoscape remembers where the stage is, and does not see that something above it has grown.
  for (const event of ['pointerenter', 'pointerdown']) stage.addEventListener(event, () => made.resize(), true);
  const buttons = { 'zoom-in': 1.3, 'zoom-out': 1 / 1.3, 'zoom-fit': 0 };
  for (const [id, factor] of Object.entries(buttons)) {
    document.getElementById(id).addEventListener('click', () => zoom(factor));
  }
  return made;
}

function redraw(resized = false) {
  const first = key === '';
  const next = layoutKey(drawn);
  graph.batch(update);
  if (next !== key) arrange(positions(drawn), first);
  else if (resized) fit();
  key = next;
}

/** Makes the elements those that are to be drawn; boxes come first and go last. */
function update() {
  const wanted = new Set();
  for (const box of drawn.boxes) put('nodes', box, { ...box.data, w: 150, h: nodeHeight() }, wanted);
  for (const node of drawn.nodes) put('nodes', node, { ...node.data, w: nodeWidth(node), h: nodeHeight() }, wanted);
  for (const edge of drawn.edges) put('edges', edge, edge.data, wanted);
  graph.elements().filter((each) => !wanted.has(each.id())).remove();
}

function put(group, { id, parent, source, target }, data, wanted) {
  wanted.add(id);
  const present = graph.getElementById(id);
  if (present.empty()) {
    graph.add({ group, data: { ...data, id, parent, source, target } });
    return;
  }
  present.data(data);
  if (group === 'nodes' && (present.parent().id() ?? undefined) !== parent) present.move({ parent: parent ?? null });
}

function arrange(places, first) {
  for (const [id, position] of places) {
    const node = graph.getElementById(id);
    if (first || still.matches) node.position(position);
    else node.stop().animate({ position }, { duration: 500, easing: 'ease-in-out' });
  }
  if (first || still.matches) fit();
  else setTimeout(fit, 520);
}

function fit() {
  setMovable(false);
  graph.fit(undefined, 14);
  if (graph.zoom() > 1.2) graph.zoom(1.2);
  graph.center();
}

/** Whether one drags the graph, or, on a touch screen, scrolls the page. */
function setMovable(movable) {
  graph.userPanningEnabled(movable);
  stage.classList.toggle('movable', movable);
}

/** Larger or smaller, about the middle; what does not fit any more can be dragged. */
function zoom(factor) {
  if (factor === 0) return fit();
  setMovable(true);
  const middle = { x: stage.clientWidth / 2, y: stage.clientHeight / 2 };
  return graph.zoom({ level: graph.zoom() * factor, renderedPosition: middle });
}
