// The page's only way to make elements: whatever comes from outside becomes text, never markup.

/** Makes an element. `properties`: class, text, on (listeners by event), and attributes. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'text') made.textContent = value;
    else if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else setAttribute(made, name, value);
  }
  made.append(...children);
  return made;
}

/** Changes a text, and leaves it alone when it is the same: a selection in it stays. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets an attribute; null and false remove it, true sets it without value. */
export function setAttribute(node, name, value) {
  if (value === null || value === false || value === undefined) node.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
}

/** Shows a sentence, or, when it is empty, nothing. */
export function setNotice(node, text) {
  setText(node, text);
  node.hidden = text === '';
}

/**
 * Makes a parent's children those of a list: who stays keeps their element, and with it focus and
 * selection. `create(item)` makes an element, which `update(element, item)` fills.
 */
export function renderList(parent, items, keyOf, create, update) {
  const present = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    let child = present.get(key);
    present.delete(key);
    if (!child) {
      child = create(item);
      child.dataset.key = key;
    }
    update(child, item);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  for (const child of present.values()) child.remove();
}
