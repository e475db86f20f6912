// SPDX-License-Identifier: Apache-2.0
#include <tide/shell.h>

#include <string.h>
#include <tide/print.h>
#include <tide/thread.h>

#include "edit.h"
#include "shell.h"

#define PROMPT "tide> "
#define MOST_WORDS 8

int shell_split(char *line, char **words, int most)
{
    int count = 0;

    for (char *at = line; count < most;) {
        while (*at == ' ' || *at == '\t')
            *at++ = '\0';
        if (*at == '\0')
            break;
        words[count++] = at;
        while (*at != ' ' && *at != '\t' && *at != '\0')
            at++;
    }
    return count;
}

static void shell_loop(void *arg)
{
    char line[EDIT_LINE];
    char *words[MOST_WORDS];

    (void)arg;
    for (;;) {
        if (!edit_line(PROMPT, line))
            continue;
        struct out out = OUT_EMPTY;
        words_run(&out, shell_split(line, words, MOST_WORDS), words);
        if (out.text != NULL)
            console_write(out.text, out.length);
        if (out.failed)
            console_printf("(out of memory: the rest is missing)\n");
        out_free(&out);
    }
}

void shell_start(void)
{
    if (thread_start("shell", PRIORITY_NORMAL, STACK_DEFAULT, shell_loop, NULL) == NULL)
        log_error("shell", "no memory for its thread");
}
