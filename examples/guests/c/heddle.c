#include "heddle.h"

#define PAGE 65536u

extern uint8_t __heap_base;

static uint32_t used;
static bool serving;

uint8_t *allocate(uint32_t length) {
  uint64_t begin = (uint64_t)(uintptr_t)&__heap_base + used;
  uint64_t end = begin + length;
  uint64_t size = (uint64_t)__builtin_wasm_memory_size(0) * PAGE;
  if (end > size) {
    uint64_t pages = (end - size + PAGE - 1) / PAGE;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) __builtin_trap();
  }
  used += length;
  return (uint8_t *)(uintptr_t)begin;
}

// The host asks for memory for a request, and during a call for responses.
EXPORT("heddle_allocate") uint8_t *heddle_allocate(uint32_t length) {
  if (!serving) used = 0;
  return allocate(length);
}

EXPORT("heddle_start") void heddle_start(void) {
  serving = true;
  start();
  serving = false;
}

EXPORT("heddle_invoke")
uint64_t heddle_invoke(int32_t method, const uint8_t *request, uint32_t length) {
  serving = true;
  struct bytes response = answer(method, (struct bytes){request, length});
  serving = false;
  return packed(response);
}

IMPORT("call")
uint64_t heddle_call(int32_t target, int32_t method, const uint8_t *request, uint32_t length);

struct bytes call(int32_t target, int32_t method, struct bytes request) {
  return unpacked(heddle_call(target, method, request.start, request.length));
}
