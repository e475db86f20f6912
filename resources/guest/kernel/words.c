// SPDX-License-Identifier: Apache-2.0
#include <tide/words.h>

#include <string.h>

static struct list sets = LIST_INIT(sets);

void words_add(struct word_set *set)
{
    list_insert(&sets, &set->all);
}

static enum word_result help(struct out *out)
{
    LIST_EACH(node, &sets) {
        const struct word_set *set = LIST_ENTRY(node, struct word_set, all);
        out_printf(out, "%s\n", set->title);
        for (size_t i = 0; i < set->count; i++) {
            const struct word *w = &set->words[i];
            int at = (int)strlen(w->name) + 1;
            out_printf(out, "  %s %-*s %s\n", w->name, 22 - at, w->usage, w->help);
        }
    }
    return WORD_DONE;
}

enum word_result words_run(struct out *out, int argc, char **argv)
{
    if (argc == 0)
        return WORD_DONE;
    if (strcmp(argv[0], "help") == 0)
        return help(out);
    LIST_EACH(node, &sets) {
        const struct word_set *set = LIST_ENTRY(node, struct word_set, all);
        for (size_t i = 0; i < set->count; i++)
            if (strcmp(argv[0], set->words[i].name) == 0)
                return set->words[i].run(out, argc, argv);
    }
    out_printf(out, "%s: no such word; help lists them\n", argv[0]);
    return WORD_UNKNOWN;
}

enum word_result word_usage(struct out *out, const char *usage)
{
    out_printf(out, "usage: %s\n", usage);
    return WORD_USAGE;
}

bool word_number(const char *text, uint64_t most, uint64_t *value)
{
    *value = 0;
    if (*text == '\0')
        return false;
    for (; *text >= '0' && *text <= '9'; text++) {
        *value = *value * 10 + (uint64_t)(*text - '0');
        if (*value > most)
            return false;
    }
    return *text == '\0' && *value > 0;
}
