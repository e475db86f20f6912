// SPDX-License-Identifier: Apache-2.0
// What the kernel knows of itself, as JSON: for tests that compare it with what is read
// from outside. Times are nanoseconds of clock_ns(), sizes bytes, addresses hexadecimal text.
#ifndef TIDE_TRUTH_H
#define TIDE_TRUTH_H

#include <tide/base.h>
#include <tide/out.h>

/* Writes "threads", "sockets", "heap", "sites", "pools", "packets" or "changes"; false: no such list. */
bool truth_write(struct out *out, const char *what);

#endif
