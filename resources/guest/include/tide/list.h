// SPDX-License-Identifier: Apache-2.0
// Circular doubly linked lists whose nodes live inside their elements. The head
// is a node too, so a list is walked from outside with nothing but two pointers.
#ifndef TIDE_LIST_H
#define TIDE_LIST_H

#include <tide/base.h>

struct list {
    struct list *next;
    struct list *prev;
};

#define LIST_INIT(head) { &(head), &(head) }
#define LIST_ENTRY(node, type, member) ((type *)((char *)(node) - offsetof(type, member)))
#define LIST_EACH(node, head) for (struct list *node = (head)->next; node != (head); node = node->next)

static inline void list_init(struct list *head)
{
    head->next = head->prev = head;
}

static inline bool list_empty(const struct list *head)
{
    return head->next == head;
}

/* Put node in front of `before`; with the head as `before`, at the tail. */
static inline void list_insert(struct list *before, struct list *node)
{
    node->prev = before->prev;
    node->next = before;
    before->prev->next = node;
    before->prev = node;
}

/* Leaves the node pointing at itself, so that removing it twice is harmless. */
static inline void list_remove(struct list *node)
{
    node->prev->next = node->next;
    node->next->prev = node->prev;
    list_init(node);
}

#endif
