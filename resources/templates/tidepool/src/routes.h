// SPDX-License-Identifier: Apache-2.0
// Which path is answered by whom.
#ifndef ROUTES_H
#define ROUTES_H

#include "http.h"

void routes_answer(struct request *req, struct response *res);

#endif
