// SPDX-License-Identifier: Apache-2.0
// The kernel command line: "name=value" words are the kernel's, the rest is main's.
#ifndef TIDE_COMMAND_LINE_H
#define TIDE_COMMAND_LINE_H

#include <tide/base.h>

extern int command_line_argc;
extern char *command_line_argv[];

/* Copies and splits; text may be NULL. */
void command_line_init(const char *text);
/* The nth (from 0) value of a kernel word; NULL when there are fewer. */
const char *command_line_value(const char *name, unsigned nth);
/* Says which words nobody knows. */
void command_line_report(void);

#endif
