// SPDX-License-Identifier: Apache-2.0
// What the server counts of its requests.
#ifndef STATS_H
#define STATS_H

#include <tide/out.h>

/* Starts the thread that logs a line now and then. */
void stats_start(bool log_requests);
void stats_count(int status, uint64_t took_ns);
/* Some requests of each second are logged, the others only counted. */
void stats_log_request(const char *method, const char *path, int status, uint64_t bytes, uint64_t took_ns,
                       const char *peer);
void stats_write(struct out *out);
void stats_print(struct out *out);

#endif
