#include "wire.h"

struct reader reader(struct bytes message) {
  return (struct reader){message.start, message.start + message.length, false};
}

static uint64_t read_varint(struct reader *in) {
  uint64_t value = 0;
  for (uint32_t shift = 0; shift < 64 && in->next < in->end; shift += 7) {
    uint8_t byte = *in->next++;
    value |= (uint64_t)(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  in->malformed = true;
  return 0;
}

static struct bytes read_bytes(struct reader *in, uint64_t length) {
  if (in->malformed || length > (uint64_t)(in->end - in->next)) {
    in->malformed = true;
    return (struct bytes){in->next, 0};
  }
  struct bytes bytes = {in->next, (uint32_t)length};
  in->next += length;
  return bytes;
}

bool next(struct reader *in, struct field *field) {
  if (in->malformed || in->next == in->end) return false;
  uint64_t tag = read_varint(in);
  *field = (struct field){.number = (uint32_t)tag >> 3, .kind = (enum kind)(tag & 7)};
  switch (field->kind) {
    case VARINT: field->value = read_varint(in); break;
    case FIXED64: field->bytes = read_bytes(in, 8); break;
    case BYTES: field->bytes = read_bytes(in, read_varint(in)); break;
    case FIXED32: field->bytes = read_bytes(in, 4); break;
    default: in->malformed = true;
  }
  return !in->malformed;
}

bool is(const struct field *field, uint32_t number, enum kind kind) {
  return field->number == number && field->kind == kind;
}

struct writer writer(uint32_t room) {
  return (struct writer){allocate(room), 0, room};
}

struct bytes written(const struct writer *out) {
  return (struct bytes){out->start, out->length};
}

static void put_byte(struct writer *out, uint8_t byte) {
  if (out->length == out->room) __builtin_trap();
  out->start[out->length++] = byte;
}

void put(struct writer *out, struct bytes bytes) {
  for (uint32_t i = 0; i < bytes.length; i++) put_byte(out, bytes.start[i]);
}

void put_number(struct writer *out, uint64_t value, uint32_t least_digits) {
  if (value >= 10 || least_digits > 1) {
    put_number(out, value / 10, least_digits > 1 ? least_digits - 1 : 1);
  }
  put_byte(out, (uint8_t)('0' + value % 10));
}

static void put_varint(struct writer *out, uint64_t value) {
  while (value >= 0x80) {
    put_byte(out, (uint8_t)(value | 0x80));
    value >>= 7;
  }
  put_byte(out, (uint8_t)value);
}

void put_int_field(struct writer *out, uint32_t number, int64_t value) {
  if (value == 0) return;
  put_varint(out, number << 3 | VARINT);
  put_varint(out, (uint64_t)value);
}

void put_text_field(struct writer *out, uint32_t number, struct bytes value) {
  if (value.length > 0) put_message_field(out, number, value);
}

void put_message_field(struct writer *out, uint32_t number, struct bytes value) {
  put_varint(out, number << 3 | BYTES);
  put_varint(out, value.length);
  put(out, value);
}
