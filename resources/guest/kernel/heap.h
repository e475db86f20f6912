// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_HEAP_INTERNAL_H
#define TIDE_HEAP_INTERNAL_H

#include <tide/base.h>

/* Gives RAM to the heap; it must be mapped. */
void heap_add(uint64_t start, uint64_t end);

typedef void heap_visitor(void *context, uint64_t caller, uint64_t size, uint64_t born);

/* Each block in use of the region that was added from start on. Interrupts must be off. */
void heap_each(uint64_t start, heap_visitor *visit, void *context);

#endif
