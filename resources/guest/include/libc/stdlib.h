// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_STDLIB_H
#define TIDE_STDLIB_H

#include <stddef.h>

int atoi(const char *text);

#endif
