// SPDX-License-Identifier: Apache-2.0
// The part of HTTP/1.1 (RFC 9112) that a small server needs.
#ifndef HTTP_H
#define HTTP_H

#include <tide/out.h>

#include "conn.h"

#define MOST_HEADERS 48

struct header {
    const char *name;
    const char *value;
};

struct request {
    const char *method;
    char *path;            /* decoded, without the query */
    char *query;           /* as sent; "" when there is none */
    struct header headers[MOST_HEADERS];
    unsigned header_count;
    const char *body;
    size_t body_length;
    bool keep_alive;
};

struct response {
    int status;
    const char *type;      /* NULL: text/plain */
    struct out body;
    uint64_t stream;       /* so many filler bytes instead of the body */
};

/* Serves requests on a socket until it closes. */
void http_serve(int fd);
const char *find_header(const struct request *req, const char *name);
/* "%41+b" becomes "A b", in place. */
void http_decode(char *text);

#endif
