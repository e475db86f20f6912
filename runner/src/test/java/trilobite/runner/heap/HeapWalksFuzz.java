// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Int;
import trilobite.model.type.Type.Member;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Ref;
import trilobite.model.type.Type.Struct;
import trilobite.model.type.Types;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.AllocatorLayout;
import trilobite.runner.profile.Profiles;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// Any memory as an allocator's: each walk ends, with blocks that lie in what the allocator owns or
/// with a reason.
public final class HeapWalksFuzz {

  private static final Type U8 = new Int("unsigned char", 1, true);
  private static final Type U16 = new Int("unsigned short", 2, true);
  private static final Type U32 = new Int("unsigned int", 4, true);
  private static final Type U64 = new Int("unsigned long", 8, true);
  private static final Type VOID = new Pointer(U8, 8);

  private static final List<BlockReader> READERS = readers();

  private HeapWalksFuzz() {}

  private static Type to(String name) {
    return new Pointer(new Ref(name), 8);
  }

  private static Struct struct(long size, Object... members) {
    var all = new ArrayList<Member>();
    for (int i = 0; i < members.length; i += 3) {
      all.add(
          new Member((String) members[i], (Integer) members[i + 1] * 8L, 0, (Type) members[i + 2]));
    }
    return new Struct(size, false, List.copyOf(all));
  }

  /// The names that Linux's profile asks for, whatever numbers they have.
  private static Type stats() {
    return new Type.Enumeration(
        4,
        Stream.of("NR_ACTIVE_FILE", "NR_FILE_PAGES", "NR_SHMEM", "NR_SLAB_RECLAIMABLE_B")
            .map(name -> new Type.Constant(name, name.length() % 4))
            .toList());
  }

  private static Program program() {
    var memory = to("struct uk_alloc");
    var counter = struct(8, "counter", 0, new Int("long", 8, false));
    var zone = struct(24, "free_area", 0, new Array(struct(8, "nr_free", 0, U64), 3));
    var types =
        Map.ofEntries(
            Map.entry(
                "struct uk_alloc",
                (Type)
                    struct(16, "palloc", 0, VOID, "next", 8, VOID, "priv", 16, new Array(U8, 0))),
            Map.entry(
                "struct uk_bbpalloc",
                struct(
                    80,
                    "nr_free_pages",
                    0,
                    U64,
                    "free_head",
                    8,
                    new Array(to("struct chunk_head_st"), 6),
                    "memr_head",
                    56,
                    to("struct uk_bbpalloc_memr"))),
            Map.entry(
                "struct uk_bbpalloc_memr",
                struct(
                    40,
                    "next",
                    0,
                    VOID,
                    "first_page",
                    8,
                    U64,
                    "nr_pages",
                    16,
                    U64,
                    "mm_alloc_bitmap",
                    32,
                    VOID)),
            Map.entry(
                "struct chunk_head_st",
                struct(24, "next", 0, VOID, "pprev", 8, VOID, "level", 16, U32)),
            Map.entry(
                "tlsf_t",
                struct(
                    64,
                    "tlsf_signature",
                    0,
                    U32,
                    "area_head",
                    8,
                    to("area_info_t"),
                    "matrix",
                    16,
                    new Array(new Array(to("bhdr_t"), 3), 2))),
            Map.entry("area_info_t", struct(16, "end", 0, VOID, "next", 8, VOID)),
            Map.entry(
                "bhdr_t",
                struct(
                    32,
                    "prev_hdr",
                    0,
                    VOID,
                    "size",
                    8,
                    U64,
                    "ptr",
                    16,
                    struct(16, "free_ptr", 0, struct(16, "prev", 0, VOID, "next", 8, VOID)))),
            Map.entry(
                "struct memp_desc",
                struct(
                    32,
                    "stats",
                    0,
                    to("struct stats_mem"),
                    "size",
                    8,
                    U16,
                    "num",
                    10,
                    U16,
                    "base",
                    16,
                    VOID,
                    "tab",
                    24,
                    new Pointer(to("struct memp"), 8))),
            Map.entry("struct memp", struct(8, "next", 0, VOID)),
            Map.entry("struct stats_mem", struct(10, "err", 0, U16, "used", 4, U16, "max", 6, U16)),
            Map.entry("struct mem", struct(6, "next", 0, U16, "prev", 2, U16, "used", 4, U8)),
            Map.entry("enum node_stat_item", stats()),
            Map.entry("struct list_head", struct(16, "next", 0, VOID, "prev", 8, VOID)),
            Map.entry("struct pglist_data", struct(48, "node_zones", 0, new Array(zone, 2))),
            Map.entry("struct zone", zone),
            Map.entry(
                "struct kmem_cache",
                struct(
                    48,
                    "size",
                    0,
                    U32,
                    "name",
                    8,
                    new Pointer(U8, 8),
                    "list",
                    16,
                    new Ref("struct list_head"),
                    "node",
                    32,
                    new Array(
                        new Pointer(
                            struct(
                                24,
                                "partial",
                                0,
                                new Ref("struct list_head"),
                                "total_objects",
                                16,
                                counter),
                            8),
                        2))),
            Map.entry(
                "struct slab",
                struct(
                    32,
                    "slab_cache",
                    0,
                    VOID,
                    "slab_list",
                    8,
                    new Ref("struct list_head"),
                    "inuse",
                    24,
                    U16,
                    "objects",
                    26,
                    U16)));
    var variables =
        Map.of(
            "_uk_alloc_head", memory,
            "memp_pools", new Array(to("struct memp_desc"), 4),
            "ram", VOID,
            "ram_end", VOID,
            "_totalram_pages", counter,
            "vm_node_stat", new Array(counter, 0),
            "contig_page_data", new Ref("struct pglist_data"),
            "node_data", new Array(to("struct pglist_data"), 0),
            "slab_caches", new Ref("struct list_head"));
    var symbols = new HashMap<String, Symbol>();
    long at = 0;
    for (var name : new TreeSet<>(variables.keySet())) {
      symbols.put(name, new Symbol(name, at, 8, true));
      at += 8;
    }
    return Program.of(
        new SymbolTable(
            Path.of("a.elf"), Optional.empty(), symbols, 0, CodeSymbols.of(new ArrayList<>())),
        new Types(types, variables, true));
  }

  private static List<BlockReader> readers() {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var readers = new ArrayList<BlockReader>();
    for (var name : List.of("unikraft", "lwip", "linux")) {
      for (var layout : profiles.named(name).orElseThrow().allocators()) {
        try {
          // What tells one allocator from others is left out: any memory is tried.
          readers.add(
              BlockReader.of(
                  program(),
                  new AllocatorLayout(layout.name(), "", false, List.of(), layout.blocks(), "", ""),
                  0));
        } catch (PathException e) {
          throw new IllegalStateException(layout.name(), e);
        }
      }
    }
    return List.copyOf(readers);
  }

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < Long.BYTES) {
      return;
    }
    Memory memory =
        (address, into, offset, length) -> {
          for (int i = 0; i < length; i++) {
            // The input again and again: pointers may lead anywhere and find something.
            into[offset + i] = data[(int) Long.remainderUnsigned(address + i, data.length)];
          }
        };
    var now = new long[1];
    for (var reader : READERS) {
      try {
        for (var blocks : reader.read(new Snapshot.Source(memory, () -> now[0] += 1_000_000))) {
          assertThat(blocks.bytes()).isNotNegative();
          assertThat(blocks.cut().isPresent() || blocks.bytes() + blocks.room() <= blocks.owned())
              .isTrue();
        }
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
