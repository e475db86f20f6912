// SPDX-License-Identifier: Apache-2.0
#include <tide/out.h>

#include <string.h>
#include <tide/heap.h>
#include <tide/print.h>

static bool reserve(struct out *out, size_t more)
{
    size_t want = out->length + more + 1;

    if (out->failed)
        return false;
    if (want <= out->size)
        return true;
    size_t size = want < 512 ? 512 : want * 2;
    char *text = heap_resize(out->text, size);
    if (text == NULL) {
        out->failed = true;
        return false;
    }
    out->text = text;
    out->size = size;
    return true;
}

void out_write(struct out *out, const char *text, size_t length)
{
    if (!reserve(out, length))
        return;
    memcpy(out->text + out->length, text, length);
    out->length += length;
    out->text[out->length] = '\0';
}

void out_printf(struct out *out, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    size_t length = (size_t)vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (!reserve(out, length))
        return;
    va_start(args, format);
    vsnprintf(out->text + out->length, length + 1, format, args);
    va_end(args);
    out->length += length;
}

void out_json(struct out *out, const char *text)
{
    out_write(out, "\"", 1);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c < ' ' || c == '"' || c == '\\')
            out_printf(out, "\\u%04x", c);
        else
            out_write(out, text, 1);
    }
    out_write(out, "\"", 1);
}

void out_free(struct out *out)
{
    heap_free(out->text);
    *out = (struct out)OUT_EMPTY;
}
