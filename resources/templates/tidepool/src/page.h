// SPDX-License-Identifier: Apache-2.0
#ifndef PAGE_H
#define PAGE_H

#include <tide/out.h>

/* The page at /. */
void page_write(struct out *out);

#endif
