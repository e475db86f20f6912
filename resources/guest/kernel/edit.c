// SPDX-License-Identifier: Apache-2.0
// Keys as a VT100-like terminal sends them (ECMA-48): Left, Right, Home, End move, Up and
// Down walk the history, Backspace and Delete erase, Ctrl C cancels, Ctrl U clears.
#include "edit.h"

#include <string.h>
#include <tide/print.h>
#include <tide/sync.h>

#include "serial.h"

#define HISTORY 16u
#define CTRL(c) ((c) & 31)
#define ESCAPE_PATIENCE (50 * NS_PER_MS)

enum key { KEY_UP = 256, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_DELETE, KEY_OTHER };

static struct {
    char lines[HISTORY][EDIT_LINE];
    uint32_t count;
} history;

static struct {
    const char *prompt;
    char *line;
    size_t length;
    size_t cursor;
    uint32_t back; /* how far up in the history; 0: the new line */
    char draft[EDIT_LINE];
} edit;

/* The rest of ESC [ … : parameters, then one letter or ~. */
static int read_sequence(void)
{
    int first = 0, c;

    for (int i = 0; (c = serial_get(ESCAPE_PATIENCE)) >= 0 && i < 8; i++) {
        if (c >= '0' && c <= '9')
            first = first * 10 + (c - '0');
        else if (c != ';')
            break;
    }
    switch (c) {
    case 'A':
        return KEY_UP;
    case 'B':
        return KEY_DOWN;
    case 'C':
        return KEY_RIGHT;
    case 'D':
        return KEY_LEFT;
    case 'H':
        return KEY_HOME;
    case 'F':
        return KEY_END;
    case '~':
        return first == 1 ? KEY_HOME : first == 3 ? KEY_DELETE : first == 4 ? KEY_END : KEY_OTHER;
    default:
        return KEY_OTHER;
    }
}

static int read_key(void)
{
    int c = serial_get(FOREVER);

    if (c != 0x1b)
        return c;
    c = serial_get(ESCAPE_PATIENCE);
    return c == '[' || c == 'O' ? read_sequence() : KEY_OTHER;
}

/* The whole line again: simple, and right whatever was printed in between. */
static void redraw(void)
{
    char text[EDIT_LINE + 40];
    size_t behind = edit.length - edit.cursor;
    int at = snprintf(text, sizeof(text), "%s%s", edit.prompt, edit.line);

    if (behind > 0)
        snprintf(text + at, sizeof(text) - (size_t)at, "\033[%luD", behind);
    console_set_prompt(text);
    console_printf("\r\033[K%s", text);
}

/* Typing at the end needs no redrawing: the terminal sees just the character. */
static void append(char c)
{
    char text[EDIT_LINE + 40];

    edit.line[edit.length++] = c;
    edit.line[edit.length] = '\0';
    edit.cursor = edit.length;
    snprintf(text, sizeof(text), "%s%s", edit.prompt, edit.line);
    console_set_prompt(text);
    console_write(&c, 1);
}

static void insert(char c)
{
    if (edit.length + 1 >= EDIT_LINE)
        return;
    if (edit.cursor == edit.length) {
        append(c);
        return;
    }
    memmove(edit.line + edit.cursor + 1, edit.line + edit.cursor, edit.length - edit.cursor + 1);
    edit.line[edit.cursor++] = c;
    edit.length++;
    redraw();
}

static void erase(size_t at)
{
    if (at >= edit.length)
        return;
    memmove(edit.line + at, edit.line + at + 1, edit.length - at);
    edit.length--;
    edit.cursor = at;
    redraw();
}

static void replace(const char *text)
{
    snprintf(edit.line, EDIT_LINE, "%s", text);
    edit.length = edit.cursor = strlen(edit.line);
    redraw();
}

static void walk_history(int direction)
{
    uint32_t depth = history.count < HISTORY ? history.count : HISTORY;

    if (direction > 0 ? edit.back == depth : edit.back == 0)
        return;
    if (edit.back == 0)
        memcpy(edit.draft, edit.line, EDIT_LINE);
    edit.back += (uint32_t)direction;
    replace(edit.back == 0 ? edit.draft : history.lines[(history.count - edit.back) % HISTORY]);
}

static void remember(const char *line)
{
    if (line[0] == '\0')
        return;
    if (history.count > 0 && strcmp(history.lines[(history.count - 1) % HISTORY], line) == 0)
        return;
    memcpy(history.lines[history.count++ % HISTORY], line, EDIT_LINE);
}

static void move(size_t cursor)
{
    edit.cursor = cursor;
    redraw();
}

static void apply(int key)
{
    switch (key) {
    case KEY_UP:
        walk_history(1);
        break;
    case KEY_DOWN:
        walk_history(-1);
        break;
    case KEY_LEFT:
        move(edit.cursor > 0 ? edit.cursor - 1 : 0);
        break;
    case KEY_RIGHT:
        move(edit.cursor < edit.length ? edit.cursor + 1 : edit.length);
        break;
    case KEY_HOME:
    case CTRL('a'):
        move(0);
        break;
    case KEY_END:
    case CTRL('e'):
        move(edit.length);
        break;
    case KEY_DELETE:
        erase(edit.cursor);
        break;
    case 0x7f:
    case '\b':
        if (edit.cursor > 0)
            erase(edit.cursor - 1);
        break;
    case CTRL('u'):
        replace("");
        break;
    default:
        if (key >= ' ' && key < 256)
            insert((char)key);
    }
}

bool edit_line(const char *prompt, char line[EDIT_LINE])
{
    line[0] = '\0';
    edit.prompt = prompt;
    edit.line = line;
    edit.length = edit.cursor = edit.back = 0;
    console_set_prompt(prompt);
    console_write(prompt, strlen(prompt));
    for (;;) {
        static bool after_return;
        int key = read_key();
        bool pair = key == '\n' && after_return; /* CR LF ends one line, not two */
        after_return = key == '\r';
        if (pair)
            continue;
        if (key != '\r' && key != '\n' && key != CTRL('c')) {
            apply(key);
            continue;
        }
        console_set_prompt(NULL);
        console_printf(key == CTRL('c') ? "^C\n" : "\n");
        if (key == CTRL('c'))
            return false;
        remember(line);
        return true;
    }
}
