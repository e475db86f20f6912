// SPDX-License-Identifier: Apache-2.0
#ifndef TIDE_SHELL_INTERNAL_H
#define TIDE_SHELL_INTERNAL_H

#include <tide/words.h>

extern struct word_set words_look, words_do, words_disk, words_break;

#endif
