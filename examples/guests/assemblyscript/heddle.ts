// The ABI linear-1, as docs/guest-abi.md has it. Nothing here knows of shipping.
import { answer, start } from "./shipping";

@external("heddle", "call")
declare function hostCall(target: i32, method: i32, request: usize, length: i32): u64;

/** What the host wrote last: a request, or the response to a call. */
let incoming: Uint8Array = new Uint8Array(0);

/** Keeps the response from the collector until the host has read it. */
let outgoing: Uint8Array = incoming;

export function heddle_allocate(length: i32): usize {
  incoming = new Uint8Array(length);
  return incoming.dataStart;
}

export function heddle_start(): void {
  start();
}

export function heddle_invoke(method: i32, request: usize, length: i32): u64 {
  outgoing = answer(method, incoming);
  return (u64(outgoing.dataStart) << 32) | u64(outgoing.length);
}

/** Calls what stands behind a parameter of the constructor. */
export function call(target: i32, method: i32, request: Uint8Array): Uint8Array {
  hostCall(target, method, request.dataStart, request.length);
  return incoming;
}

/** What asserts and bounds checks of the language end in: a trap, after a line in the log. */
export function aborted(message: string | null, file: string | null, line: u32, column: u32): void {
  const text = String.UTF8.encode((message ? message : "aborted") + " at line " + line.toString());
  hostLog(4, changetype<usize>(text), text.byteLength);
  unreachable();
}

@external("heddle", "log")
declare function hostLog(level: i32, text: usize, length: i32): void;
