// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_PVPANIC_H
#define TIDE_PVPANIC_H

#include <tide/base.h>

/* Looks whether the host listens for panics. */
void pvpanic_init(void);
void pvpanic_tell(void);

#endif
