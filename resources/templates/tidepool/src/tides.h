// SPDX-License-Identifier: Apache-2.0
// Short notes that outlive the guest: on the drive if there is one, else in memory.
#ifndef TIDES_H
#define TIDES_H

#include <tide/out.h>

void tides_open(void);
/* Writes the stored record as JSON; false: the drive failed. */
bool tides_append(struct out *out, const char *text, size_t length);
/* The latest ones as JSON. */
void tides_write(struct out *out);
uint64_t tides_count(void);

#endif
