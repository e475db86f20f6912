// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_SITES_H
#define TIDE_SITES_H

#include <tide/out.h>

/* Blocks and bytes of the heap in use, by the call that asked for them, as JSON. */
void write_sites(struct out *out);

#endif
