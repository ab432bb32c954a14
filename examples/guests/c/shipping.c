// The boutique's component Shipping: what Shipping.proto says, and what FlatRateShipping does.
#include "wire.h"

// The constructor's parameters, by position, and their methods, by position in their .proto.
enum { SETTINGS = 0, SETTINGS_GET = 0, LOG = 1, LOG_INFO = 2 };

// Shipping's methods, by position in Shipping.proto.
enum { QUOTE = 0, SHIP = 1 };

enum { FAILURE = 1000 };

// What shipping costs, in cents: for the first item, for each further one, and at most.
static int64_t base, item, most;

// A failure in a response, as it has to be passed on; of no length when there is none.
static struct bytes failure_in(struct bytes response) {
  struct reader in = reader(response);
  struct field field;
  while (next(&in, &field)) {
    if (is(&field, FAILURE, BYTES)) return field.bytes;
  }
  return (struct bytes){0};
}

static struct bytes failed(struct bytes failure) {
  struct writer out = writer(failure.length + FIELD_OVERHEAD);
  put_message_field(&out, FAILURE, failure);
  return written(&out);
}

static struct bytes undeclared(const char *method, const char *type, const char *message) {
  struct writer out = writer(256);
  put_int_field(&out, 1, 1);
  put_text_field(&out, 2, text("Shipping"));
  put_text_field(&out, 3, text(method));
  put_text_field(&out, 4, text(type));
  put_text_field(&out, 5, text(message));
  return failed(written(&out));
}

static struct bytes malformed(void) {
  return undeclared("", "malformed", "The request is malformed");
}

// Digits alone: the host has checked that it is a number from 0 to 2147483647.
static int64_t number_of(struct bytes digits) {
  int64_t number = 0;
  for (uint32_t i = 0; i < digits.length; i++) number = number * 10 + (digits.start[i] - '0');
  return number;
}

static int64_t setting(const char *name, int64_t otherwise) {
  struct writer request = writer(64);
  put_text_field(&request, 1, text(name));
  struct bytes response = call(SETTINGS, SETTINGS_GET, written(&request));
  if (failure_in(response).length > 0) __builtin_trap();
  struct reader in = reader(response);
  struct field field;
  while (next(&in, &field)) {
    if (is(&field, 1, BYTES)) return number_of(field.bytes);
  }
  return otherwise;
}

void start(void) {
  base = setting("base", 499);
  item = setting("item", 50);
  most = setting("most", 1499);
}

// The quantity of a LineItem; 0 when it is malformed.
static int64_t quantity(struct bytes line) {
  int64_t quantity = 0;
  struct reader in = reader(line);
  struct field field;
  while (next(&in, &field)) {
    if (is(&field, 2, VARINT)) quantity = (int32_t)field.value;
  }
  return in.malformed || quantity < 1 || quantity > 999 ? 0 : quantity;
}

static struct bytes quote(struct bytes request) {
  int64_t count = 0;
  struct reader in = reader(request);
  struct field field;
  while (next(&in, &field)) {
    if (!is(&field, 1, BYTES)) continue;
    int64_t more = quantity(field.bytes);
    if (more == 0) return malformed();
    count += more;
  }
  if (in.malformed) return malformed();

  int64_t cents = count == 0 ? 0 : base + item * (count - 1);
  if (cents > most) cents = most;
  struct writer money = writer(64);
  put_text_field(&money, 1, text("USD"));
  put_int_field(&money, 2, cents / 100);
  put_int_field(&money, 3, cents % 100 * 10000000);
  struct writer response = writer(money.length + FIELD_OVERHEAD);
  put_message_field(&response, 1, written(&money));
  return written(&response);
}

static uint32_t crc32(struct bytes bytes) {
  uint32_t crc = ~0u;
  for (uint32_t i = 0; i < bytes.length; i++) {
    crc ^= bytes.start[i];
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
  }
  return ~crc;
}

// Follows from the order's number alone, which is of ASCII.
static struct bytes tracking_id(struct bytes order) {
  uint8_t mark[6];
  uint32_t length = 0;
  for (uint32_t i = 0; i < order.length && length < sizeof mark; i++) {
    uint8_t c = order.start[i];
    if (c != '-') mark[length++] = c >= 'a' && c <= 'z' ? (uint8_t)(c - 'a' + 'A') : c;
  }
  struct writer id = writer(32);
  put(&id, text("HB-"));
  put(&id, (struct bytes){mark, length});
  put(&id, text("-"));
  put_number(&id, crc32(order), 12);
  return written(&id);
}

static struct bytes ship(struct bytes request) {
  struct bytes order = {0};
  int64_t count = 0;
  struct reader in = reader(request);
  struct field field;
  while (next(&in, &field)) {
    if (is(&field, 1, BYTES)) order = field.bytes;
    if (!is(&field, 3, BYTES)) continue;
    int64_t more = quantity(field.bytes);
    if (more == 0) return malformed();
    count += more;
  }
  if (in.malformed) return malformed();
  if (count == 0) return undeclared("ship", "nothing", "There is nothing to ship");

  struct bytes id = tracking_id(order);
  struct writer line = writer(order.length + 100);
  put(&line, text("Order "));
  put(&line, order);
  put(&line, text(": "));
  put_number(&line, (uint64_t)count, 1);
  put(&line, text(" items leave as "));
  put(&line, id);
  struct writer logged = writer(line.length + FIELD_OVERHEAD);
  put_text_field(&logged, 1, written(&line));
  struct bytes failure = failure_in(call(LOG, LOG_INFO, written(&logged)));
  if (failure.length > 0) return failed(failure);

  struct writer response = writer(id.length + FIELD_OVERHEAD);
  put_text_field(&response, 1, id);
  return written(&response);
}

struct bytes answer(int32_t method, struct bytes request) {
  switch (method) {
    case QUOTE: return quote(request);
    case SHIP: return ship(request);
    default: __builtin_trap();
  }
}
