// SPDX-License-Identifier: Apache-2.0
// Takes connections from the listening socket; can be told to stop, so that the backlog fills.
#ifndef ACCEPT_H
#define ACCEPT_H

#include <tide/base.h>

/* Works for as long as the guest lives. */
void accept_loop(int listener) NORETURN;
/* Adds the words noaccept, jam and accept. */
void accept_words(void);

#endif
