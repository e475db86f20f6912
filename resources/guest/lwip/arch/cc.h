// SPDX-License-Identifier: Apache-2.0
// What lwIP asks of its compiler and platform.
#ifndef TIDE_LWIP_CC_H
#define TIDE_LWIP_CC_H

#include <errno.h>
#include <tide/panic.h>
#include <tide/print.h>

#define LWIP_NO_INTTYPES_H 1
#define X8_F "02x"
#define U16_F "u"
#define S16_F "d"
#define X16_F "x"
#define U32_F "u"
#define S32_F "d"
#define X32_F "x"
#define SZT_F "zu"
#define LWIP_NO_UNISTD_H 1
#define SSIZE_MAX INT64_MAX
typedef long ssize_t;

#define LWIP_PLATFORM_DIAG(message) console_printf message
#define LWIP_PLATFORM_ASSERT(why) panic("lwIP: %s, %s:%d", why, __FILE__, __LINE__)

#endif
