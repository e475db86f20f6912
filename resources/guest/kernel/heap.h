// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_HEAP_INTERNAL_H
#define TIDE_HEAP_INTERNAL_H

#include <tide/base.h>

/* Gives RAM to the heap; it must be mapped. */
void heap_add(uint64_t start, uint64_t end);

#endif
