// SPDX-License-Identifier: Apache-2.0
// A line being typed: echo, cursor keys, history.
#ifndef TIDE_EDIT_H
#define TIDE_EDIT_H

#include <tide/base.h>

#define EDIT_LINE 120

/* Reads one line; false: it was cancelled by Ctrl C. */
bool edit_line(const char *prompt, char line[EDIT_LINE]);

#endif
