// The Protobuf wire format, as far as Shipping's messages need it.
#ifndef WIRE_H
#define WIRE_H

#include "heddle.h"

enum kind { VARINT = 0, FIXED64 = 1, BYTES = 2, FIXED32 = 5 };

// One field of a message. One of a varint has a value, every other has its bytes.
struct field {
  uint32_t number;
  enum kind kind;
  uint64_t value;
  struct bytes bytes;
};

// Goes through the fields of a message. No byte beyond its end is read.
struct reader {
  const uint8_t *next;
  const uint8_t *end;
  bool malformed;
};

struct reader reader(struct bytes message);

// Reads the next field; false at the end, and where the message is malformed.
bool next(struct reader *in, struct field *field);

// Whether a field is the one meant. One of another kind is unknown, as any other is.
bool is(const struct field *field, uint32_t number, enum kind kind);

// Writes a message into the room that it was given; to write more is a trap.
struct writer {
  uint8_t *start;
  uint32_t length;
  uint32_t room;
};

struct writer writer(uint32_t room);
struct bytes written(const struct writer *out);

void put(struct writer *out, struct bytes bytes);
void put_number(struct writer *out, uint64_t value, uint32_t least_digits);

// As proto3 has it, what is zero or empty is not written.
void put_int_field(struct writer *out, uint32_t number, int64_t value);
void put_text_field(struct writer *out, uint32_t number, struct bytes value);
void put_message_field(struct writer *out, uint32_t number, struct bytes value);

// The longest a field can be around its value.
#define FIELD_OVERHEAD 20u

#endif
