// SPDX-License-Identifier: Apache-2.0
#ifndef PARSE_H
#define PARSE_H

#include "http.h"

/* Bytes up to and with the empty line; 0: it has not come yet. */
size_t parse_head_length(const char *text, size_t length);
/* Cuts the head into its parts, in place; 0, or the status that refuses it. */
int parse_request(char *head, size_t length, struct request *req);

#endif
