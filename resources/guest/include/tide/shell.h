// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_SHELL_H
#define TIDE_SHELL_H

/* Reads lines from the serial console and runs their words, in a thread of its own. */
void shell_start(void);

/* Splits at blanks, in place; returns the number of words, at most `most`. */
int shell_split(char *line, char **words, int most);

#endif
