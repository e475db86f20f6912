// SPDX-License-Identifier: Apache-2.0
#include <tide/print.h>
#include <string.h>

struct sink {
    char *to;
    size_t size;
    size_t length; /* of the whole text, whether it fits or not */
};

struct spec {
    bool left;
    bool zero;
    bool is_signed;
    int width;
    int precision;
    unsigned base;
    const char *digits;
};

static void put(struct sink *sink, char c)
{
    if (sink->length + 1 < sink->size)
        sink->to[sink->length] = c;
    sink->length++;
}

static void pad(struct sink *sink, char c, int count)
{
    while (count-- > 0)
        put(sink, c);
}

static void put_text(struct sink *sink, const struct spec *spec, const char *text, size_t length)
{
    int gap = spec->width - (int)length;

    if (!spec->left)
        pad(sink, ' ', gap);
    for (size_t i = 0; i < length; i++)
        put(sink, text[i]);
    if (spec->left)
        pad(sink, ' ', gap);
}

static void put_number(struct sink *sink, const struct spec *spec, uint64_t value, const char *prefix)
{
    char digits[24];
    int count = 0;

    if (spec->is_signed && (int64_t)value < 0) {
        prefix = "-";
        value = -value;
    }
    do
        digits[count++] = spec->digits[value % spec->base];
    while ((value /= spec->base) != 0);

    int gap = spec->width - count - (int)strlen(prefix);
    if (!spec->left && !spec->zero)
        pad(sink, ' ', gap);
    while (*prefix)
        put(sink, *prefix++);
    if (spec->zero && !spec->left)
        pad(sink, '0', gap);
    while (count > 0)
        put(sink, digits[--count]);
    if (spec->left)
        pad(sink, ' ', gap);
}

/* The argument, widened: `longs` is 0 for int, 1 for long, size_t and long long alike. */
static uint64_t number(va_list *args, int longs, bool is_signed)
{
    if (longs)
        return va_arg(*args, uint64_t);
    return is_signed ? (uint64_t)(int64_t)va_arg(*args, int) : va_arg(*args, unsigned);
}

static const char *parse_flags(const char *f, struct spec *spec, va_list *args)
{
    for (;; f++) {
        if (*f == '-')
            spec->left = true;
        else if (*f == '0')
            spec->zero = true;
        else if (*f != '+' && *f != ' ' && *f != '#')
            break;
    }
    if (*f == '*') {
        spec->width = va_arg(*args, int);
        f++;
    }
    for (; *f >= '0' && *f <= '9'; f++)
        spec->width = spec->width * 10 + (*f - '0');
    if (*f == '.') {
        spec->precision = 0;
        if (*++f == '*') {
            spec->precision = va_arg(*args, int);
            f++;
        }
        for (; *f >= '0' && *f <= '9'; f++)
            spec->precision = spec->precision * 10 + (*f - '0');
    }
    return f;
}

int vsnprintf(char *to, size_t size, const char *f, va_list given)
{
    struct sink sink = {to, size, 0};
    va_list args;

    va_copy(args, given);
    for (; *f; f++) {
        if (*f != '%') {
            put(&sink, *f);
            continue;
        }
        struct spec spec = {.precision = -1, .base = 10, .digits = "0123456789abcdef"};
        int longs = 0;
        f = parse_flags(f + 1, &spec, &args);
        for (; *f == 'l' || *f == 'z' || *f == 'h'; f++)
            longs += *f != 'h';
        switch (*f) {
        case 'd':
        case 'i':
            spec.is_signed = true;
            put_number(&sink, &spec, number(&args, longs, true), "");
            break;
        case 'u':
            put_number(&sink, &spec, number(&args, longs, false), "");
            break;
        case 'X':
            spec.digits = "0123456789ABCDEF";
            /* fall through */
        case 'x':
            spec.base = 16;
            put_number(&sink, &spec, number(&args, longs, false), "");
            break;
        case 'p':
            spec.base = 16;
            put_number(&sink, &spec, (uint64_t)va_arg(args, void *), "0x");
            break;
        case 'c': {
            char c = (char)va_arg(args, int);
            put_text(&sink, &spec, &c, 1);
            break;
        }
        case 's': {
            const char *text = va_arg(args, const char *);
            if (text == NULL)
                text = "(null)";
            size_t length = spec.precision < 0 ? strlen(text) : strnlen(text, (size_t)spec.precision);
            put_text(&sink, &spec, text, length);
            break;
        }
        case '\0':
            f--;
            break;
        default:
            put(&sink, *f);
        }
    }
    va_end(args);
    if (size > 0)
        to[sink.length < size ? sink.length : size - 1] = '\0';
    return (int)sink.length;
}

int snprintf(char *to, size_t size, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int length = vsnprintf(to, size, format, args);
    va_end(args);
    return length;
}
