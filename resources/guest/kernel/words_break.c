// SPDX-License-Identifier: Apache-2.0
// Words that go wrong on purpose, each in the way its name says.
#include <string.h>
#include <tide/heap.h>
#include <tide/panic.h>
#include <tide/power.h>
#include <tide/sync.h>
#include <tide/thread.h>
#include <tide/words.h>

#include "shell.h"
#include "x86.h"

static struct mutex left, right;
static bool deadlocked;

static void lock_both(struct mutex *first, struct mutex *second)
{
    mutex_lock(first);
    thread_sleep(20 * NS_PER_MS); /* long enough for the other to take its first */
    mutex_lock(second);
    mutex_unlock(second);
    mutex_unlock(first);
}

static void lock_left_first(void *arg)
{
    (void)arg;
    lock_both(&left, &right);
}

static void lock_right_first(void *arg)
{
    (void)arg;
    lock_both(&right, &left);
}

static enum word_result deadlock(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    if (deadlocked) {
        out_printf(out, "those two are locked for good already\n");
        return WORD_FAILED;
    }
    mutex_init(&left, "deadlock.left");
    mutex_init(&right, "deadlock.right");
    deadlocked = thread_start("deadlock-a", PRIORITY_NORMAL, STACK_DEFAULT, lock_left_first, NULL) != NULL &&
                 thread_start("deadlock-b", PRIORITY_NORMAL, STACK_DEFAULT, lock_right_first, NULL) != NULL;
    if (deadlocked)
        out_printf(out, "deadlock-a and deadlock-b wait for each other from now on\n");
    return deadlocked ? WORD_DONE : WORD_FAILED;
}

static enum word_result assert_false(struct out *out, int argc, char **argv)
{
    (void)out, (void)argv;
    int tides_per_day = argc + 1;
    tide_assert(tides_per_day == 0);
    return WORD_DONE;
}

static enum word_result null(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    volatile struct thread *nobody = NULL;
    out_printf(out, "%u\n", nobody->id);
    return WORD_DONE;
}

static volatile uint64_t depth;

__attribute__((noinline)) static uint64_t recurse(uint64_t n)
{
    volatile char room[256];

    memset((char *)room, (int)n, sizeof(room));
    depth = n;
    if (n == UINT64_MAX)
        return 0; /* never: the guard page comes first */
    return recurse(n + 1) + (uint64_t)room[n % sizeof(room)];
}

static enum word_result overflow(struct out *out, int argc, char **argv)
{
    (void)argv;
    out_printf(out, "%lu\n", recurse((uint64_t)argc));
    return WORD_DONE;
}

static enum word_result corrupt(struct out *out, int argc, char **argv)
{
    (void)out, (void)argc, (void)argv;
    char *block = heap_alloc(100);
    char *next = heap_alloc(100);

    memset(block, 0x66, 160); /* over the end, into the next block's head */
    heap_free(next);
    heap_free(block);
    return WORD_DONE;
}

static enum word_result jump(struct out *out, int argc, char **argv)
{
    static unsigned char code[] = {0xc3}; /* ret, but in a page that must not be executed */
    (void)argc, (void)argv;
    void (*into_data)(void) = (void (*)(void))(uint64_t)code;
    into_data();
    out_printf(out, "data was executed\n");
    return WORD_FAILED;
}

/* Not one of the demo's tricks but its counterpart: code must not be writable. */
static enum word_result scribble(struct out *out, int argc, char **argv)
{
    (void)argc, (void)argv;
    *(volatile unsigned char *)(uint64_t)scribble = 0x90;
    out_printf(out, "code was overwritten\n");
    return WORD_FAILED;
}

static enum word_result hang(struct out *out, int argc, char **argv)
{
    (void)out, (void)argc, (void)argv;
    irq_save();
    for (;;)
        pause();
    return WORD_DONE;
}

static enum word_result triple(struct out *out, int argc, char **argv)
{
    (void)out, (void)argc, (void)argv;
    triple_fault();
}

static const struct word words[] = {
    {"deadlock", "", "two threads, two mutexes, crosswise", deadlock},
    {"assert", "", "fail an assertion", assert_false},
    {"null", "", "read through a null pointer", null},
    {"overflow", "", "run the stack into its guard page", overflow},
    {"corrupt", "", "write past a heap block and free it", corrupt},
    {"jump", "", "jump to data", jump},
    {"scribble", "", "write to code", scribble},
    {"hang", "", "spin with interrupts off", hang},
    {"triple", "", "triple fault: the CPU resets", triple},
};

struct word_set words_break = {.title = "Break:", .words = words, .count = COUNT_OF(words)};
