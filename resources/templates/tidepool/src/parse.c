// SPDX-License-Identifier: Apache-2.0
#include "parse.h"

#include <ctype.h>
#include <string.h>

size_t parse_head_length(const char *text, size_t length)
{
    for (size_t i = 0; i + 1 < length; i++) {
        if (text[i] != '\n')
            continue;
        if (text[i + 1] == '\n')
            return i + 2;
        if (text[i + 1] == '\r' && i + 2 < length && text[i + 2] == '\n')
            return i + 3;
    }
    return 0;
}

/* The line that starts here, ended by a zero; `at` moves behind it. */
static char *next_line(char **at)
{
    char *line = *at;
    char *end = strchr(line, '\n');

    if (end == NULL) {
        *at = line + strlen(line);
        return line;
    }
    *at = end + 1;
    if (end > line && end[-1] == '\r')
        end--;
    *end = '\0';
    return line;
}

static bool same_name(const char *a, const char *b)
{
    for (; *a && *b; a++, b++)
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return false;
    return *a == *b;
}

const char *find_header(const struct request *req, const char *name)
{
    for (unsigned i = 0; i < req->header_count; i++)
        if (same_name(req->headers[i].name, name))
            return req->headers[i].value;
    return NULL;
}

static int hex(char c)
{
    return isdigit(c) ? c - '0' : isxdigit(c) ? tolower(c) - 'a' + 10 : -1;
}

void http_decode(char *text)
{
    char *to = text;

    for (; *text; text++) {
        if (*text == '%' && hex(text[1]) >= 0 && hex(text[2]) >= 0) {
            char c = (char)(hex(text[1]) * 16 + hex(text[2]));
            *to++ = c ? c : '?';
            text += 2;
        } else {
            *to++ = *text == '+' ? ' ' : *text;
        }
    }
    *to = '\0';
}

static int parse_request_line(char *line, struct request *req)
{
    char *target = strchr(line, ' ');
    char *version = target ? strchr(target + 1, ' ') : NULL;

    if (version == NULL || target[1] != '/' || target == line)
        return 400;
    *target++ = '\0';
    *version++ = '\0';
    if (strncmp(version, "HTTP/1.", 7) != 0)
        return 400;
    req->method = line;
    req->keep_alive = version[7] != '0';
    req->path = target;
    req->query = strchr(target, '?');
    if (req->query != NULL)
        *req->query++ = '\0';
    else
        req->query = target + strlen(target);
    http_decode(req->path);
    return 0;
}

static int parse_header(char *line, struct request *req)
{
    char *value = strchr(line, ':');

    if (value == NULL || value == line)
        return 400;
    if (req->header_count == MOST_HEADERS)
        return 431;
    *value++ = '\0';
    while (*value == ' ' || *value == '\t')
        value++;
    req->headers[req->header_count++] = (struct header){line, value};
    return 0;
}

static int parse_length(const char *text, size_t *length)
{
    *length = 0;
    if (*text == '\0')
        return 400;
    for (; *text; text++) {
        if (!isdigit(*text))
            return 400;
        *length = *length * 10 + (size_t)(*text - '0');
        if (*length > MIB(64))
            return 413;
    }
    return 0;
}

int parse_request(char *head, size_t length, struct request *req)
{
    char *at = head;

    memset(req, 0, sizeof(*req));
    if (memchr(head, '\0', length) != NULL)
        return 400;
    head[length - 1] = '\0'; /* the last line feed: everything below ends here */
    int refused = parse_request_line(next_line(&at), req);
    while (refused == 0 && *at != '\0') {
        char *line = next_line(&at);
        if (*line == '\0' || strcmp(line, "\r") == 0)
            break;
        refused = parse_header(line, req);
    }
    if (refused != 0)
        return refused;
    if (find_header(req, "Transfer-Encoding") != NULL)
        return 501;
    const char *connection = find_header(req, "Connection");
    if (connection != NULL && same_name(connection, "close"))
        req->keep_alive = false;
    if (connection != NULL && same_name(connection, "keep-alive"))
        req->keep_alive = true;
    const char *body = find_header(req, "Content-Length");
    return body ? parse_length(body, &req->body_length) : 0;
}
