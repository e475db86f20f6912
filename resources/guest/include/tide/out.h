// SPDX-License-Identifier: Apache-2.0
// Text that grows on the heap.
#ifndef TIDE_OUT_H
#define TIDE_OUT_H

#include <tide/base.h>

struct out {
    char *text;    /* always ends with a zero once anything was written */
    size_t length;
    size_t size;
    bool failed;   /* memory ran out: what came after is missing */
};

#define OUT_EMPTY {NULL, 0, 0, false}

void out_write(struct out *out, const char *text, size_t length);
void out_printf(struct out *out, const char *format, ...) PRINTF_LIKE(2, 3);
/* As a JSON string, quotes included. */
void out_json(struct out *out, const char *text);
void out_free(struct out *out);

#endif
