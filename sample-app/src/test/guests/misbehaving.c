// A guest that answers with its request, unless the first byte asks for something else.
#include <stdint.h>

static uint8_t request[65536];
static volatile uint32_t counted;

__attribute__((export_name("heddle_allocate"))) uint8_t *allocate(uint32_t length) {
  if (length > sizeof request) __builtin_trap();
  return request;
}

static uint32_t deep(uint32_t depth) { return depth == 0 ? counted++ : deep(depth - 1) + counted++; }

__attribute__((export_name("heddle_invoke")))
uint64_t invoke(int32_t method, uint8_t *message, uint32_t length) {
  switch (length > 0 ? message[0] : 0) {
    case 'l': while (1) counted++;
    case 'm': while (__builtin_wasm_memory_grow(0, 1) != (__SIZE_TYPE__)-1) counted++; break;
    case 'd': counted = deep(1000000); break;
    case 't': __builtin_trap();
    case 'o': return (uint64_t)0xfffffff0u << 32 | 64;
    case 'h': return (uint64_t)(uintptr_t)message << 32 | 0x7fffffff;
  }
  return (uint64_t)(uintptr_t)message << 32 | length;
}
