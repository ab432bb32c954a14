// Figures and words, as people read them.

const small = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const large = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const NOTHING = '–';

/** Two digits say enough of a figure that changes each second; of a larger one none is dropped. */
function plain(figure) {
  return (figure < 100 ? small : large).format(figure);
}

/** 1234 a second: "1.2 k/s". */
export function rate(perSecond) {
  if (!(perSecond > 0)) return NOTHING;
  if (perSecond < 0.01) return '< 0.01 /s';
  return perSecond >= 1000 ? `${plain(perSecond / 1000)} k/s` : `${plain(perSecond)} /s`;
}

/** A latency: "3.1 µs", "12 ms", "1.2 s". */
export function latency(micros) {
  if (!(micros > 0)) return NOTHING;
  if (micros < 1000) return `${plain(micros)} µs`;
  if (micros < 1_000_000) return `${plain(micros / 1000)} ms`;
  return `${plain(micros / 1_000_000)} s`;
}

/** A share of 1: "31 %". */
export function percent(share) {
  if (!(share > 0)) return NOTHING;
  return share < 0.001 ? '< 0.1 %' : `${plain(share * 100)} %`;
}

/** Bytes: "334 MB". */
export function bytes(count) {
  if (!(count > 0)) return NOTHING;
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(count) / 3)));
  return `${plain(count / 1000 ** power)} ${units[power]}`;
}

/** How long: "2 h 5 min". */
export function duration(seconds) {
  const whole = Math.floor(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** An instant's time of the day, where the reader is. */
export function time(instant) {
  const parsed = new Date(instant);
  return Number.isNaN(parsed.getTime()) ? NOTHING : clock.format(parsed);
}

/** What a caller is called: the application's front is no component. */
export function callerName(caller) {
  return caller === '(application)' ? 'front' : caller;
}

/** Where a component runs, in words. */
export function whereabouts(component) {
  if (component.replicas.length > 0) return component.replicas.join(', ');
  return component.placement === 'remote' ? 'any replica' : 'application';
}

/** A runtime, with what it means. */
export function runtime(component) {
  return component.runtime === 'jvm' ? 'JVM, unsandboxed' : 'WebAssembly';
}

/** A move under way, in words; empty when there is none. */
export function moving(component) {
  return component.moving ? `moving to ${component.moving.to}: ${component.moving.step}` : '';
}
