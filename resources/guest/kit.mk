# SPDX-License-Identifier: Apache-2.0
# Builds the kit. Run by ./build inside its work folder, where everything is reached by
# relative links (tide, lwip, app), so that no path can hold a space.
CC ?= gcc
AR ?= ar
OBJCOPY ?= objcopy
GCC_INCLUDE := $(shell $(CC) -print-file-name=include)

KERNEL := $(sort $(wildcard tide/kernel/*.c))
KERNEL_S := $(sort $(wildcard tide/kernel/*.S))
# These see lwIP's structures, which the backlog changes: built twice, like lwIP itself.
NET := $(sort $(wildcard tide/lwip/*.c))
LWIP := $(sort $(wildcard lwip/core/*.c lwip/core/ipv4/*.c) \
	lwip/api/api_lib.c lwip/api/api_msg.c lwip/api/err.c lwip/api/if_api.c lwip/api/netbuf.c \
	lwip/api/netifapi.c lwip/api/sockets.c lwip/api/tcpip.c lwip/netif/ethernet.c)

KERNEL_O := $(KERNEL:%.c=obj/%.o) $(KERNEL_S:%.S=obj/%.o)
BACKLOG_O := $(NET:%.c=obj/backlog/%.o) $(LWIP:%.c=obj/backlog/%.o)
PLAIN_O := $(NET:%.c=obj/nobacklog/%.o) $(LWIP:%.c=obj/nobacklog/%.o)

FLAGS := @tide/cflags -nostdinc -isystem $(GCC_INCLUDE) -Itide/include -isystem tide/include/libc
NET_FLAGS := $(FLAGS) -Itide/lwip -Itide/kernel -isystem lwip/include

.PHONY: all
all: out/lib/libtide.a out/lib/libtide-nobacklog.a out/KIT

# The compiler is told where it runs by "." alone: no path of the machine gets in.
compile = @mkdir -p $(@D) && $(CC) $(1) "-ffile-prefix-map=$$PWD=." -MMD -MP -c -o $@ $<

obj/%.o: %.c tide/cflags tide/kit.mk
	$(call compile,$(FLAGS))
obj/%.o: %.S tide/kit.mk
	$(call compile,-g)
# string.c implements what the compiler would otherwise turn its loops into.
obj/tide/kernel/string.o: FLAGS += -fno-tree-loop-distribute-patterns
obj/backlog/%.o: %.c tide/cflags tide/kit.mk
	$(call compile,$(NET_FLAGS))
obj/nobacklog/%.o: %.c tide/cflags tide/kit.mk
	$(call compile,$(NET_FLAGS) -DTIDE_NO_BACKLOG)

out/lib/libtide.a: $(KERNEL_O) $(BACKLOG_O)
out/lib/libtide-nobacklog.a: $(KERNEL_O) $(PLAIN_O)
out/lib/%.a:
	@mkdir -p $(@D)
	@rm -f $@
	@$(AR) rcsD $@ $^

# What an application is built with, and one line that changes when any of it does.
HEADERS := $(shell find -L tide/include lwip/include tide/lwip -name '*.h' | sort)
out/KIT: out/lib/libtide.a out/lib/libtide-nobacklog.a $(HEADERS) $(KERNEL) $(KERNEL_S) $(NET) tide/tide.ld tide/cflags tide/kit.mk
	@rm -rf out/include out/licences out/src
	@mkdir -p out/include out/licences out/src/tide out/src/lwip
	@cp -RL tide/kernel tide/include tide/lwip out/src/tide/
	@cp -RL lwip/api lwip/core lwip/include lwip/netif out/src/lwip/
	@rm -rf out/src/lwip/core/ipv6 out/src/lwip/netif/ppp out/src/lwip/include/netif/ppp out/src/lwip/include/compat
	@cp -RL tide/include/tide tide/include/libc out/include/
	@cp -RL lwip/include/lwip lwip/include/netif out/include/
	@cp -RL tide/lwip/lwipopts.h tide/lwip/arch out/include/
	@cp -L tide/tide.ld tide/cflags out/
	@cp -L source/COPYING out/licences/lwip-COPYING
	@find out/lib out/include out/tide.ld out/cflags -type f | LC_ALL=C sort | xargs cat | sha256sum | cut -c1-16 > $@

-include $(KERNEL_O:.o=.d) $(BACKLOG_O:.o=.d) $(PLAIN_O:.o=.d)
