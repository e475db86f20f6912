// SPDX-License-Identifier: Apache-2.0
#include "console.h"

#include <string.h>
#include <tide/clock.h>
#include <tide/print.h>
#include <tide/sync.h>

#include "serial.h"

#define LINE 512

static struct mutex lock;
static bool shared;
static char prompt[160];

static const char *const colours[] = {
    [LOG_INFO] = "",
    [LOG_GOOD] = "\033[1;32m",
    [LOG_WARN] = "\033[33m",
    [LOG_ERROR] = "\033[1;31m",
};

void console_share(void)
{
    mutex_init(&lock, "console");
    shared = true;
}

void console_seize(void)
{
    shared = false;
    prompt[0] = '\0';
}

static void take(void)
{
    if (shared)
        mutex_lock(&lock);
}

static void release(void)
{
    if (shared)
        mutex_unlock(&lock);
}

static void send(const char *text, size_t length)
{
    char before = '\0';

    for (size_t i = 0; i < length; before = text[i++]) {
        if (text[i] == '\n' && before != '\r')
            serial_put('\r');
        serial_put(text[i]);
    }
}

void console_write(const char *text, size_t length)
{
    take();
    send(text, length);
    release();
}

void console_printf(const char *format, ...)
{
    char line[LINE];
    va_list args;

    va_start(args, format);
    vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    console_write(line, strlen(line));
}

void console_set_prompt(const char *text)
{
    take();
    snprintf(prompt, sizeof(prompt), "%s", text ? text : "");
    release();
}

void log_line(enum log_level level, const char *who, const char *format, ...)
{
    char line[LINE];
    uint64_t us = clock_ns() / 1000;
    va_list args;

    int at = snprintf(line, sizeof(line), "%s[%5lu.%06lu] %s: ", colours[level], us / 1000000, us % 1000000, who);
    va_start(args, format);
    vsnprintf(line + at, sizeof(line) - (size_t)at, format, args);
    va_end(args);

    take();
    if (prompt[0] != '\0')
        send("\r\033[K", 4);
    send(line, strlen(line));
    if (level != LOG_INFO)
        send("\033[0m", 4);
    send("\n", 1);
    send(prompt, strlen(prompt));
    release();
}
