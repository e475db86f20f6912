// SPDX-License-Identifier: Apache-2.0
// The words every file of the kernel and of an application on it uses.
#ifndef TIDE_BASE_H
#define TIDE_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TIDE_VERSION "0.1.0"
#define PAGE_SIZE 4096ul

#define KIB(n) ((uint64_t)(n) << 10)
#define MIB(n) ((uint64_t)(n) << 20)
#define GIB(n) ((uint64_t)(n) << 30)
#define NS_PER_MS 1000000ul
#define NS_PER_SEC 1000000000ul

#define ROUND_UP(n, to) (((n) + ((uint64_t)(to) - 1)) & ~((uint64_t)(to) - 1))
#define ROUND_DOWN(n, to) ((n) & ~((uint64_t)(to) - 1))
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#define PRINTF_LIKE(at, first) __attribute__((__format__(__printf__, at, first)))
#define NORETURN __attribute__((__noreturn__))

#endif
