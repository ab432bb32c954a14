// The ABI linear-1, as docs/guest-abi.md has it. Nothing here knows of shipping.
#ifndef HEDDLE_H
#define HEDDLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(name)))
#define IMPORT(name) __attribute__((import_module("heddle"), import_name(name)))

struct bytes {
  const uint8_t *start;
  uint32_t length;
};

// An address in the upper half and a length in the lower.
static inline uint64_t packed(struct bytes bytes) {
  return (uint64_t)(uintptr_t)bytes.start << 32 | bytes.length;
}

static inline struct bytes unpacked(uint64_t packed) {
  return (struct bytes){(const uint8_t *)(uintptr_t)(packed >> 32), (uint32_t)packed};
}

static inline struct bytes text(const char *literal) {
  struct bytes bytes = {(const uint8_t *)literal, 0};
  while (literal[bytes.length] != 0) bytes.length++;
  return bytes;
}

// Memory that lasts until the next call of the component. What is too much is a trap.
uint8_t *allocate(uint32_t length);

// Calls what stands behind a parameter of the constructor.
struct bytes call(int32_t target, int32_t method, struct bytes request);

// What the component itself provides.
void start(void);
struct bytes answer(int32_t method, struct bytes request);

#endif
