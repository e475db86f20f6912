// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.time.HostClock;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.expression.Vocabulary;
import trilobite.runner.image.ImageReader;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.linux.LinuxKernel;
import trilobite.runner.live.Session;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.memory.PageMap;
import trilobite.runner.memory.Paging;
import trilobite.runner.memory.VirtualMemory;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profile.HeapLayout;
import trilobite.runner.profile.Profile.Moves;
import trilobite.runner.profile.Profiles;

/// All that is needed to read a guest's memory by name: its RAM, the symbols of its image, and the
/// profile that fits.
///
/// @param heaps where the profile's allocators are; empty, with the reason in `why`, where none is
/// @param names the guest's symbols, with or without a profile that fits them
/// @param known the guest's symbols and profile; empty, with the reason in `why`, where they are
///   not
/// @param later finds a kernel that carries its own symbols, once it is in memory
/// @param symbolsFrom name of the file with the symbols
public record GuestView(
    GuestRam ram,
    Memory kernel,
    List<Heap> heaps,
    Optional<Names> names,
    Optional<Known> known,
    Optional<Later> later,
    String symbolsFrom,
    String why) {

  private static final long QUIET_NANOS = 200_000_000;

  /// Looks whether more is known by now.
  @FunctionalInterface
  interface Later {
    Optional<GuestView> look() throws IOException;
  }

  /// The same view, of which no more will be known.
  GuestView never() {
    return blind(ram, kernel, why, Optional.empty());
  }

  /// The guest's symbols, and who tells its types where that is not gdb.
  ///
  /// @param moved true where the addresses are those of the guest that runs, wherever it was linked
  record Names(SymbolTable symbols, Optional<Vocabulary.Layouts> layouts, boolean moved) {}

  /// Which program runs, and what is known of its kind.
  ///
  /// @param residents the programs that it runs in turn and loaded where it liked
  record Known(SymbolTable symbols, Profile profile, List<Resident> residents) {}

  /// An allocator's record in this guest.
  record Heap(HeapLayout layout, long address) {}

  /// Opens what there is. Takes some ms, most of it for the symbols.
  ///
  /// @throws IOException where the guest's RAM itself cannot be opened
  public static GuestView open(Session session, Profiles profiles, GuestTypes types)
      throws IOException {
    var ram = session.openMemory();
    var kernel = tables(session, ram);
    var arch = session.target().arch();
    if (!arch.equals("x86_64") && !arch.equals("i386")) {
      return blind(
          ram,
          kernel,
          "guests of " + arch + " are not read yet: console, vitals and packets are",
          Optional.empty());
    }
    try {
      var symbols = symbols(session, types);
      return symbols.isPresent()
          ? named(
              session,
              profiles,
              new Names(symbols.get(), Optional.empty(), placed(session)),
              ram,
              kernel)
          : blind(
              ram,
              kernel,
              "no file with the guest's symbols is known: " + session.symbolsCure(),
              session.image().flatMap(image -> later(session, profiles, image, ram)));
    } catch (IOException e) {
      return blind(
          ram, kernel, "the guest's symbols cannot be read: " + e.getMessage(), Optional.empty());
    }
  }

  /// Symbols of the image or of the project's; of a stripped image those of its debug information,
  /// wherever that is kept.
  private static Optional<SymbolTable> symbols(Session session, GuestTypes types)
      throws IOException {
    var found = Symbols.of(session.image(), session.symbols());
    var image = session.image();
    if (found.isPresent() || image.isEmpty() || !Symbols.elf(image.get())) {
      return found;
    }
    var files = session.symbols().stream().map(named -> Path.of(named.file())).toList();
    return Optional.of(SymbolTable.read(types.file(image.get(), files)));
  }

  private static GuestView named(
      Session session, Profiles profiles, Names names, GuestRam ram, Memory kernel) {
    var symbols = names.symbols();
    var file =
        names.layouts().isPresent()
            ? "the kernel's own kallsyms and BTF"
            : String.valueOf(symbols.file().getFileName());
    var asked = session.profile();
    var profile =
        (asked.equals("auto") ? profiles.of(symbols) : profiles.named(asked))
            .map(found -> profiles.combined(found, symbols));
    if (profile.isPresent() && profile.get().moves().isPresent() && !names.moved()) {
      var moves = profile.get().moves().get();
      return blind(
          ram,
          kernel,
          "the kernel of %s moves itself at boot, and its code is not found in memory"
              .formatted(file),
          Optional.of(() -> moved(session, profiles, names, ram, moves)));
    }
    if (profile.isEmpty()) {
      return new GuestView(
          ram,
          kernel,
          List.of(),
          Optional.of(names),
          Optional.empty(),
          Optional.empty(),
          file,
          asked.equals("auto")
              ? "no OS profile fits the symbols of " + file
              : "there is no OS profile named " + asked);
    }
    var heaps =
        profile.get().heaps().stream()
            .flatMap(
                heap -> symbols.find(heap.symbol()).map(s -> new Heap(heap, s.address())).stream())
            .toList();
    var why =
        heaps.isEmpty()
            ? profile
                .get()
                .guide()
                .absent()
                .getOrDefault(
                    "heap", "the profile " + profile.get().name() + " finds no heap in " + file)
            : "";
    var memory = kernel(profile.get(), symbols, ram, kernel);
    var residents = residents(session, profile.get(), ram, memory);
    var all = symbols;
    for (var resident : residents) {
      all = all.beside(resident::at);
    }
    return new GuestView(
        ram,
        memory,
        heaps,
        Optional.of(names),
        Optional.of(new Known(all, profile.get(), residents)),
        Optional.empty(),
        file,
        why);
  }

  /// Programs that the kernel put where it liked, within what its profile says.
  private static List<Resident> residents(
      Session session, Profile profile, GuestRam ram, Memory memory) {
    var within = profile.guide().programs();
    return within.isEmpty()
        ? List.of()
        : Symbols.wandering(session.symbols()).stream()
            .map(
                table ->
                    new Resident(
                        table,
                        within.get(),
                        // Page tables change while programs are loaded: those of now are asked for.
                        () ->
                            CodePages.of(table.file())
                                .find(tables(session, ram).map(), memory, within.get())))
            .toList();
  }

  /// Where no vCPU's registers can be asked for, the page table that the kernel booted with serves.
  private static Memory kernel(Profile profile, SymbolTable symbols, GuestRam ram, Memory walked) {
    var root = symbols.find(profile.guide().tables());
    if (walked instanceof KernelMemory tables && root.isPresent()) {
      tables.boot(new Paging(Paging.Mode.FOUR_LEVELS, root.get().address()));
    }
    return profile.identity() ? new IdentityMemory(ram, walked) : walked;
  }

  private static KernelMemory tables(Session session, GuestRam ram) {
    return new KernelMemory(
        ram, () -> session.qmp().human("info registers"), HostClock::nanos, QUIET_NANOS);
  }

  /// The project says at which address a file lies.
  private static boolean placed(Session session) {
    return session.symbols().stream().anyMatch(file -> file.base().isPresent());
  }

  private static Optional<GuestView> moved(
      Session session, Profiles profiles, Names names, GuestRam ram, Moves moves)
      throws IOException {
    // A guest that boots changes its page tables: those of this moment are asked for.
    var kernel = tables(session, ram);
    PageMap map;
    try {
      map = kernel.map();
    } catch (MemoryException e) {
      // The guest has no page tables yet.
      return Optional.empty();
    }
    var base = Placement.of(names.symbols().file()).find(map, kernel, moves);
    return base.isEmpty()
        ? Optional.empty()
        : Optional.of(
            named(
                session,
                profiles,
                new Names(names.symbols().loadedAt(base.getAsLong()), names.layouts(), true),
                ram,
                kernel));
  }

  private static GuestView blind(GuestRam ram, Memory kernel, String why, Optional<Later> later) {
    return new GuestView(
        ram, kernel, List.of(), Optional.empty(), Optional.empty(), later, "", why);
  }

  private static Optional<Later> later(
      Session session, Profiles profiles, Path image, GuestRam ram) {
    return ImageReader.facts(image).format().equals("bzImage")
        ? Optional.of(
            () ->
                LinuxKernel.find(ram, image)
                    .map(
                        linux ->
                            named(
                                session,
                                profiles,
                                new Names(linux.symbols(), Optional.of(linux::types), true),
                                ram,
                                linux.memory())))
        : Optional.empty();
  }

  /// What the guest's page tables map.
  PageMap tables() throws IOException {
    var walked = kernel instanceof IdentityMemory identity ? identity.walked() : kernel;
    if (walked instanceof KernelMemory tables) {
      return tables.map();
    }
    if (walked instanceof VirtualMemory tables) {
      return tables.map();
    }
    throw new IOException("the guest's page tables are not known");
  }

  /// What the guest's page tables map; empty where physical addresses are the kernel's own.
  Optional<PageMap> map() throws IOException {
    return kernel instanceof IdentityMemory ? Optional.empty() : Optional.of(tables());
  }
}
