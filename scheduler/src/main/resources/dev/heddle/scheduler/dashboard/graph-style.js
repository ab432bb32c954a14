// How the graph looks: the colours are those of the page's style sheet, light or dark.

const SHAPES = { local: 'round-rectangle', sandboxed: 'cut-rectangle', remote: 'hexagon' };
const BORDERS = { local: 'solid', sandboxed: 'double', remote: 'dashed' };

/** Cytoscape's style sheet, from the custom properties of an element. */
export function graphStyle(element) {
  const computed = getComputedStyle(element);
  const colour = (name) => computed.getPropertyValue(`--${name}`).trim();
  const font = computed.fontFamily;
  return [
    ...nodeStyles(colour, font),
    ...Object.keys(SHAPES).map((placement) => ({
      selector: `node[placement = "${placement}"]`,
      style: {
        shape: SHAPES[placement],
        'border-style': BORDERS[placement],
        'border-width': placement === 'sandboxed' ? 4 : 2,
        'border-color': colour(placement),
        'background-color': colour(`${placement}-soft`),
      },
    })),
    ...edgeStyles(colour, font),
    { selector: 'node[moving = 1]', style: { 'underlay-color': colour('accent'), 'underlay-opacity': 0.4, 'underlay-padding': 7 } },
    { selector: 'node.chosen', style: { 'outline-width': 3, 'outline-color': colour('accent'), 'outline-offset': 3 } },
  ];
}

function nodeStyles(colour, font) {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(w)', height: 'data(h)', label: 'data(label)',
        'font-family': font, 'font-size': 13, 'line-height': 1.25, color: colour('ink'),
        'text-wrap': 'wrap', 'text-valign': 'center', 'text-halign': 'center',
        shape: 'round-rectangle', 'background-color': colour('card'),
        'border-width': 1.5, 'border-color': colour('faint'),
        'overlay-opacity': 0,
      },
    },
    { selector: 'node[kind = "caller"]', style: { shape: 'ellipse', 'font-style': 'italic' } },
    {
      selector: 'node[kind = "box"], node[kind = "idle"]',
      style: {
        'background-color': colour('box'), 'border-color': colour('line'), 'border-width': 1.5, shape: 'round-rectangle',
        'text-valign': 'top', 'text-margin-y': -4, 'font-size': 12, color: colour('faint'), padding: 16,
      },
    },
    { selector: 'node[kind = "idle"]', style: { 'text-valign': 'center', 'text-margin-y': 0, padding: 0 } },
    { selector: 'node[unwell = 1]', style: { 'border-color': colour('bad'), 'border-style': 'dashed', color: colour('bad') } },
  ];
}

function edgeStyles(colour, font) {
  return [
    {
      selector: 'edge',
      style: {
        width: 'data(width)', 'curve-style': 'bezier', 'line-color': colour('edge'),
        'target-arrow-shape': 'triangle', 'target-arrow-color': colour('edge'), 'arrow-scale': 0.9,
        label: 'data(label)', 'font-family': font, 'font-size': 10.5, 'line-height': 1.25, color: colour('ink'), 'text-wrap': 'wrap',
        'text-background-color': colour('card'), 'text-background-opacity': 0.85, 'text-background-padding': 2,
        'text-background-shape': 'round-rectangle', 'overlay-padding': 6,
      },
    },
    { selector: 'edge[crossing = 1]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4], 'line-color': colour('remote'), 'target-arrow-color': colour('remote') } },
    { selector: 'edge[failing = 1]', style: { 'line-color': colour('bad'), 'target-arrow-color': colour('bad') } },
  ];
}
