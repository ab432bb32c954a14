const region = document.getElementById('announcement');

/** Has a screen reader say something, once it has ended its sentence. */
export function announce(text) {
  region.textContent = '';
  // A text that is the same as the last one is a change only when the region was empty between.
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
