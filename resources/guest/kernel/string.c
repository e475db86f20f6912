// SPDX-License-Identifier: Apache-2.0
// The part of <string.h> that the compiler and lwIP count on. Eight bytes at a time:
// under an emulator `rep movsb` costs as much per byte as this does per word.
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef uint64_t __attribute__((may_alias, aligned(1))) word;

void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
    char *t = to;
    const char *f = from;

    for (; size >= 8; size -= 8, t += 8, f += 8)
        *(word *)t = *(const word *)f;
    while (size-- > 0)
        *t++ = *f++;
    return to;
}

void *memmove(void *to, const void *from, size_t size)
{
    char *t = to;
    const char *f = from;

    if (t <= f || t >= f + size) {
        /* Ascending words are safe for overlap too: each is read before it is written. */
        for (; size >= 8; size -= 8, t += 8, f += 8)
            *(word *)t = *(const word *)f;
        while (size-- > 0)
            *t++ = *f++;
    } else {
        for (; size >= 8; size -= 8)
            *(word *)(t + size - 8) = *(const word *)(f + size - 8);
        while (size-- > 0)
            t[size] = f[size];
    }
    return to;
}

void *memset(void *to, int value, size_t size)
{
    char *t = to;
    uint64_t wide = 0x0101010101010101u * (unsigned char)value;

    for (; size >= 8; size -= 8, t += 8)
        *(word *)t = wide;
    while (size-- > 0)
        *t++ = (char)value;
    return to;
}

int memcmp(const void *a, const void *b, size_t size)
{
    const unsigned char *x = a, *y = b;

    for (; size > 0; size--, x++, y++)
        if (*x != *y)
            return *x - *y;
    return 0;
}

void *memchr(const void *in, int value, size_t size)
{
    const unsigned char *p = in;

    for (; size > 0; size--, p++)
        if (*p == (unsigned char)value)
            return (void *)p;
    return NULL;
}

size_t strlen(const char *text)
{
    size_t length = 0;

    while (text[length])
        length++;
    return length;
}

size_t strnlen(const char *text, size_t limit)
{
    size_t length = 0;

    while (length < limit && text[length])
        length++;
    return length;
}

int strcmp(const char *a, const char *b)
{
    return strncmp(a, b, (size_t)-1);
}

int strncmp(const char *a, const char *b, size_t limit)
{
    for (; limit > 0; limit--, a++, b++)
        if (*a != *b || *a == '\0')
            return (unsigned char)*a - (unsigned char)*b;
    return 0;
}

char *strchr(const char *text, int c)
{
    for (;; text++) {
        if (*text == (char)c)
            return (char *)text;
        if (*text == '\0')
            return NULL;
    }
}

char *strstr(const char *text, const char *part)
{
    size_t length = strlen(part);

    for (;; text++) {
        if (strncmp(text, part, length) == 0)
            return (char *)text;
        if (*text == '\0')
            return NULL;
    }
}

char *strncpy(char *restrict to, const char *restrict from, size_t size)
{
    size_t length = strnlen(from, size);

    memcpy(to, from, length);
    memset(to + length, 0, size - length);
    return to;
}

int atoi(const char *text)
{
    int value = 0;
    int sign = 1;

    while (isspace(*text))
        text++;
    if (*text == '-' || *text == '+')
        sign = *text++ == '-' ? -1 : 1;
    while (isdigit(*text))
        value = value * 10 + (*text++ - '0');
    return sign * value;
}
