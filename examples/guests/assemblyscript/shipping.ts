// The boutique's component Shipping: what Shipping.proto says, and what FlatRateShipping does.
import { call } from "./heddle";
import { Kind, Reader, Writer } from "./wire";

// The constructor's parameters, by position, and their methods, by position in their .proto.
const SETTINGS = 0;
const SETTINGS_GET = 0;
const LOG = 1;
const LOG_INFO = 2;

// Shipping's methods, by position in Shipping.proto.
const QUOTE = 0;
const SHIP = 1;

const FAILURE = 1000;

// What shipping costs, in cents: for the first item, for each further one, and at most.
let base: i64 = 0;
let item: i64 = 0;
let most: i64 = 0;

export function start(): void {
  base = setting("base", 499);
  item = setting("item", 50);
  most = setting("most", 1499);
}

function setting(name: string, otherwise: i64): i64 {
  const response = call(SETTINGS, SETTINGS_GET, new Writer().text(1, name).done());
  assert(failureIn(response) == null, "the settings cannot be read");
  const field = new Reader(response);
  while (field.next()) {
    // The host has checked that it is a number.
    if (field.is(1, Kind.BYTES)) return I64.parseInt(textOf(field.bytes));
  }
  return otherwise;
}

export function answer(method: i32, request: Uint8Array): Uint8Array {
  if (method == QUOTE) return quote(request);
  assert(method == SHIP, "Shipping has no such method");
  return ship(request);
}

function quote(request: Uint8Array): Uint8Array {
  const count = countItems(request, 1);
  if (count < 0) return malformed();
  const cents = count == 0 ? 0 : min(most, base + item * (count - 1));
  const money = new Writer()
    .text(1, "USD")
    .int(2, cents / 100)
    .int(3, (cents % 100) * 10_000_000);
  return new Writer().bytes(1, money.done()).done();
}

function ship(request: Uint8Array): Uint8Array {
  const count = countItems(request, 3);
  if (count < 0) return malformed();
  if (count == 0) return undeclared("ship", "nothing", "There is nothing to ship");
  let order = new Uint8Array(0);
  const field = new Reader(request);
  while (field.next()) {
    if (field.is(1, Kind.BYTES)) order = field.bytes;
  }
  const id = trackingId(order);
  const line = `Order ${textOf(order)}: ${count} items leave as ${id}`;
  const failure = failureIn(call(LOG, LOG_INFO, new Writer().text(1, line).done()));
  if (failure != null) return failed(failure);
  return new Writer().text(1, id).done();
}

/** Adds the quantities of the LineItems in a field of a request; negative when it is malformed. */
function countItems(request: Uint8Array, items: u32): i64 {
  let count: i64 = 0;
  const line = new Reader(request);
  while (line.next()) {
    if (!line.is(items, Kind.BYTES)) continue;
    let quantity = 0;
    const field = new Reader(line.bytes);
    while (field.next()) {
      if (field.is(2, Kind.VARINT)) quantity = i32(field.value);
    }
    if (field.malformed || quantity < 1 || quantity > 999) return -1;
    count += quantity;
  }
  return line.malformed ? -1 : count;
}

/** Follows from the order's number alone, which is of ASCII. */
function trackingId(order: Uint8Array): string {
  const mark = textOf(order).replaceAll("-", "").toUpperCase().substring(0, 6);
  return `HB-${mark}-${crc32(order).toString().padStart(12, "0")}`;
}

function crc32(bytes: Uint8Array): u32 {
  let crc: u32 = ~0;
  for (let i = 0; i < bytes.length; i++) {
    crc ^= bytes[i];
    for (let bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

function textOf(bytes: Uint8Array): string {
  return String.UTF8.decodeUnsafe(bytes.dataStart, bytes.length);
}

/** A failure in a response, as it has to be passed on. */
function failureIn(response: Uint8Array): Uint8Array | null {
  const field = new Reader(response);
  while (field.next()) {
    if (field.is(FAILURE, Kind.BYTES)) return field.bytes;
  }
  return null;
}

function failed(failure: Uint8Array): Uint8Array {
  return new Writer().bytes(FAILURE, failure).done();
}

function malformed(): Uint8Array {
  return undeclared("", "malformed", "The request is malformed");
}

function undeclared(method: string, type: string, message: string): Uint8Array {
  return failed(
    new Writer()
      .int(1, 1)
      .text(2, "Shipping")
      .text(3, method)
      .text(4, type)
      .text(5, message)
      .done(),
  );
}
