// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"

#include <string.h>
#include <tide/print.h>

#define LONGEST 4096
#define WORDS 64

static char text[LONGEST];
static char *kernel_words[WORDS];
static unsigned kernel_count;

static char program[] = "tide";
int command_line_argc = 1;
char *command_line_argv[WORDS + 2] = {program};

static const char *const known[] = {"ip", "gw", "virtio_mmio.device"};

/* "ip=…" but not "--port=80" or "key". */
static bool is_kernel_word(const char *word)
{
    return word[0] != '-' && strchr(word, '=') != NULL;
}

void command_line_init(const char *given)
{
    if (given == NULL)
        return;
    size_t length = strnlen(given, LONGEST - 1);
    memcpy(text, given, length);
    log_info("tide", "command line: %s", text);

    for (char *at = text; *at != '\0';) {
        char *word = at;
        while (*at != ' ' && *at != '\0')
            at++;
        if (*at == ' ')
            *at++ = '\0';
        if (*word == '\0')
            continue; /* two spaces in a row */
        if (is_kernel_word(word) && kernel_count < WORDS)
            kernel_words[kernel_count++] = word;
        else if (command_line_argc <= WORDS)
            command_line_argv[command_line_argc++] = word;
    }
}

static bool has_name(const char *word, const char *name)
{
    size_t length = strlen(name);

    return strncmp(word, name, length) == 0 && word[length] == '=';
}

const char *command_line_value(const char *name, unsigned nth)
{
    for (unsigned i = 0; i < kernel_count; i++)
        if (has_name(kernel_words[i], name) && nth-- == 0)
            return strchr(kernel_words[i], '=') + 1;
    return NULL;
}

void command_line_report(void)
{
    for (unsigned i = 0; i < kernel_count; i++) {
        bool found = false;
        for (unsigned k = 0; k < COUNT_OF(known); k++)
            found = found || has_name(kernel_words[i], known[k]);
        if (!found)
            log_warn("tide", "unknown kernel argument \"%s\"", kernel_words[i]);
    }
}
