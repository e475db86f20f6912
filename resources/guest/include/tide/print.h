// SPDX-License-Identifier: Apache-2.0
// Text: formatting, the console, and log lines with their time.
#ifndef TIDE_PRINT_H
#define TIDE_PRINT_H

#include <tide/base.h>

/* Formats d i u x X c s p and %, with flags 0 and -, width, precision of strings,
 * and the lengths hh h l ll z. Returns what the whole text would have taken. */
int vsnprintf(char *to, size_t size, const char *format, va_list args) PRINTF_LIKE(3, 0);
int snprintf(char *to, size_t size, const char *format, ...) PRINTF_LIKE(3, 4);

/* Bytes to the serial console, whole calls not mixed with others'. A line feed
 * goes out as carriage return and line feed. Blocks while the UART is full. */
void console_write(const char *text, size_t length);
void console_printf(const char *format, ...) PRINTF_LIKE(1, 2);

enum log_level { LOG_INFO, LOG_GOOD, LOG_WARN, LOG_ERROR };

/* One line: "[    0.012345] who: text", in the colour of its level. */
void log_line(enum log_level level, const char *who, const char *format, ...) PRINTF_LIKE(3, 4);

#define log_info(who, ...) log_line(LOG_INFO, who, __VA_ARGS__)
#define log_good(who, ...) log_line(LOG_GOOD, who, __VA_ARGS__)
#define log_warn(who, ...) log_line(LOG_WARN, who, __VA_ARGS__)
#define log_error(who, ...) log_line(LOG_ERROR, who, __VA_ARGS__)

/* The line that is being typed: log lines step aside for it. NULL: none. */
void console_set_prompt(const char *prompt_and_line);

#endif
