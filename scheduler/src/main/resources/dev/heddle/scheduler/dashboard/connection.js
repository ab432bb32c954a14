// The stream of states: opened again, after growing pauses, whenever it breaks or falls silent.

const FIRST_PAUSE = 500;
const LAST_PAUSE = 10_000;
const SILENCE = 5_000;

/**
 * Listens. `onState(state)` gets each state; `onLost()` is called when no more come, once until
 * they come again. Answers a function that tries again at once.
 */
export function connect(onState, onLost) {
  let source = null;
  let pause = FIRST_PAUSE;
  let timer = 0;

  function open() {
    close();
    // A browser has six connections to a host at most, and other pages need them.
    if (document.hidden) return;
    source = new EventSource('/api/stream');
    source.onmessage = (event) => {
      pause = FIRST_PAUSE;
      expect();
      onState(JSON.parse(event.data));
    };
    source.onerror = lose;
    expect();
  }

  function expect() {
    clearTimeout(timer);
    timer = setTimeout(lose, SILENCE);
  }

  function lose() {
    close();
    onLost();
    // Not all pages at the same moment.
    timer = setTimeout(open, pause * (0.8 + 0.4 * Math.random()));
    pause = Math.min(pause * 2, LAST_PAUSE);
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function retry() {
    pause = FIRST_PAUSE;
    open();
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? close() : retry()));
  window.addEventListener('online', retry);
  open();
  return retry;
}
