// SPDX-License-Identifier: Apache-2.0
// lwIP's operating system types: pointers to tide's own objects.
#ifndef TIDE_LWIP_SYS_ARCH_H
#define TIDE_LWIP_SYS_ARCH_H

#include <tide/sync.h>
#include <tide/thread.h>

struct mailbox {
    struct wait_queue filled;    /* readers wait here */
    struct wait_queue drained;   /* writers wait here */
    uint32_t size;
    uint32_t head;               /* next to write */
    uint32_t tail;               /* next to read */
    void *messages[];
};

typedef struct semaphore *sys_sem_t;
typedef struct mutex *sys_mutex_t;
typedef struct mailbox *sys_mbox_t;
typedef struct thread *sys_thread_t;
typedef uint64_t sys_prot_t;

#define SYS_SEM_NULL NULL
#define SYS_MBOX_NULL NULL
#define sys_sem_valid(sem) (*(sem) != NULL)
#define sys_sem_set_invalid(sem) (*(sem) = NULL)
#define sys_mutex_valid(mutex) (*(mutex) != NULL)
#define sys_mutex_set_invalid(mutex) (*(mutex) = NULL)
#define sys_mbox_valid(mbox) (*(mbox) != NULL)
#define sys_mbox_set_invalid(mbox) (*(mbox) = NULL)
#define sys_msleep(ms) thread_sleep((uint64_t)(ms) * 1000000)

#endif
