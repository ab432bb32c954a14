import './lib/dagre/dagre.min.js';

// Columns by dagre, callers left of callees; boxes are moved apart, since dagre's know no padding and no title.

const NODE_HEIGHT = 48;
/** Of a box around its nodes, and of the line of text above it. */
const PADDING = 16;
const TITLE = 24;

/** How wide a node is: by its name alone, so that it stays while figures change. */
export function nodeWidth(node) {
  const name = node.data.name ?? node.data.label;
  // A hexagon has less room for a name than a box.
  return Math.max(104, name.length * 8 + 44) + (node.data.placement === 'remote' ? 30 : 0);
}

/** How high a node is. */
export function nodeHeight() {
  return NODE_HEIGHT;
}

/** Positions (centres) by id. Equal for equal nodes and edges. */
export function positions(drawn) {
  const graph = columns(drawn);
  const { boxes, nodes } = drawn;
  const members = boxes.map((box) => (box.data.kind === 'idle' ? [box] : nodes.filter((node) => node.parent === box.id)));
  const groups = members.map((group) => group.map(({ id }) => ({ id, ...graph.node(id) })));
  return new Map(stack(groups.map(arrange)).map(({ id, x, y }) => [id, { x, y }]));
}

/** Some graphs with boxes make dagre fail; without them it knows less of what belongs together. */
function columns(drawn) {
  try {
    return laidOut(drawn, true);
  } catch {
    return laidOut(drawn, false);
  }
}

function laidOut({ boxes, nodes, edges }, compound) {
  const graph = new globalThis.dagre.graphlib.Graph({ compound });
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 125, edgesep: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const idle = boxes.filter((box) => box.data.kind === 'idle');
  for (const box of idle) graph.setNode(box.id, { width: 150, height: NODE_HEIGHT });
  for (const node of nodes) {
    graph.setNode(node.id, { width: nodeWidth(node), height: NODE_HEIGHT });
    if (compound) graph.setParent(node.id, node.parent);
  }
  for (const edge of edges) {
    if (edge.source !== edge.target) graph.setEdge(edge.source, edge.target);
  }
  for (const box of boxes) spread(graph, nodes.filter((node) => node.parent === box.id));
  spread(graph, idle);
  globalThis.dagre.layout(graph);
  return graph;
}

/** Nodes without edges would all stand in one column: edges that nobody draws give them several. */
function spread(graph, nodes) {
  const alone = nodes.filter((node) => graph.nodeEdges(node.id).length === 0);
  const column = Math.ceil(Math.sqrt(alone.length));
  alone.slice(column).forEach((node, index) => graph.setEdge(alone[index].id, node.id));
}

/** One box: its nodes as dagre has them, with its gaps for edges that pass; y is from the box's upper edge. */
function arrange(group) {
  const top = Math.min(...group.map(({ y }) => y)) - NODE_HEIGHT / 2 - PADDING - TITLE;
  return {
    nodes: group.map((node) => ({ ...node, y: node.y - top })),
    middle: group.reduce((sum, { y }) => sum + y, 0) / group.length,
    left: Math.min(...group.map(({ x, width }) => x - width / 2)) - PADDING,
    right: Math.max(...group.map(({ x, width }) => x + width / 2)) + PADDING,
    height: Math.max(...group.map(({ y }) => y)) + NODE_HEIGHT / 2 + PADDING - top,
  };
}

/** Boxes above each other where they share columns, in dagre's order; all nodes of them. */
function stack(boxes) {
  const placed = [];
  for (const box of boxes.sort((one, other) => one.middle - other.middle)) {
    const above = placed.filter((upper) => upper.left < box.right && box.left < upper.right);
    const top = Math.max(0, ...above.map((upper) => upper.top + upper.height));
    placed.push({ ...box, top });
  }
  return placed.flatMap(({ nodes, top }) => nodes.map((node) => ({ ...node, y: top + node.y })));
}

/** What positions depend on: while it is the same text, nothing is laid out anew. */
export function layoutKey({ boxes, nodes, edges }) {
  const places = nodes.map((node) => `${node.id}@${node.parent}`);
  return JSON.stringify([boxes.map((box) => [box.id, box.data.kind]), places, edges.map((edge) => edge.id)]);
}
