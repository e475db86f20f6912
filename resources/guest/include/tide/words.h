// SPDX-License-Identifier: Apache-2.0
// The words that the serial shell and the application's HTTP door understand alike.
#ifndef TIDE_WORDS_H
#define TIDE_WORDS_H

#include <tide/base.h>
#include <tide/list.h>
#include <tide/out.h>

enum word_result {
    WORD_DONE,
    WORD_FAILED,  /* understood, but it did not work: the text says why */
    WORD_USAGE,   /* wrong arguments: the text says how */
    WORD_UNKNOWN,
};

struct word {
    const char *name;
    const char *usage; /* the arguments, "N NAME" */
    const char *help;
    enum word_result (*run)(struct out *out, int argc, char **argv);
};

struct word_set {
    struct list all;
    const char *title;
    const struct word *words;
    size_t count;
};

/* The set must stay where it is. */
void words_add(struct word_set *set);
enum word_result words_run(struct out *out, int argc, char **argv);

/* For use within words: says what is missing, and is WORD_USAGE. */
enum word_result word_usage(struct out *out, const char *usage);
/* A whole number from 1 to `most`; false: it is none. */
bool word_number(const char *text, uint64_t most, uint64_t *value);

#endif
