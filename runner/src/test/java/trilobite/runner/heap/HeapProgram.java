// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.kernel.Program;
import trilobite.runner.kernel.WantedTypes;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.process.Answer;
import trilobite.runner.profile.AllocatorLayout;
import trilobite.runner.profile.Profile;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// A C program with an allocator in it, compiled here. It allocates and frees at random, and then
/// tells what it holds together with all its memory.
final class HeapProgram {

  private final Path image;
  final Program program;
  private final SymbolTable symbols;

  HeapProgram(Path folder, String name, Profile profile) throws IOException {
    for (var file : List.of("state.h", name + ".c")) {
      try (InputStream text = HeapProgram.class.getResourceAsStream("/heaps/" + file)) {
        Files.write(folder.resolve(file), Objects.requireNonNull(text, file).readAllBytes());
      }
    }
    image = folder.resolve(name);
    var answer =
        Answer.of(
            List.of(
                "gcc",
                "-g",
                "-Werror=all",
                "-static",
                "-no-pie",
                "-Wl,--build-id",
                "-o",
                image.toString(),
                folder.resolve(name + ".c").toString()));
    assertThat(answer.code()).as(answer.output()).isZero();
    symbols = SymbolTable.read(image);
    var types = new GuestTypes(folder.resolve("cache"), folder, System.getenv());
    program = Program.of(symbols, types.of(image, List.of(), WantedTypes.of(profile)));
  }

  private long address(String symbol) {
    return symbols.find(symbol).orElseThrow().address();
  }

  /// How the program ended up with that seed.
  State run(int seed) throws IOException, InterruptedException {
    var process = new ProcessBuilder(image.toString(), Integer.toString(seed)).start();
    var bytes = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    var start = address("__data_start");
    return new State(new FakeRam(start, bytes.length).bytes(start, bytes));
  }

  /// Its memory at its end.
  final class State {
    final FakeRam ram;

    State(FakeRam ram) {
      this.ram = ram;
    }

    long at(String symbol) {
      return address(symbol);
    }

    long number(String symbol) throws IOException {
      return ram.word(address(symbol));
    }

    /// Bytes in use by the program's own account.
    long used() throws IOException {
      return ram.word(address("truth"));
    }

    long blocks() throws IOException {
      return ram.word(address("truth") + 8);
    }

    long failures() throws IOException {
      return ram.word(address("truth") + 24);
    }

    List<Blocks> read(AllocatorLayout layout) throws IOException, PathException {
      return BlockReader.of(program, layout, 0).read(new Snapshot.Source(ram, new Ticks()::next));
    }
  }

  /// A clock that goes on by a microsecond each time it is asked.
  private static final class Ticks {
    private long now;

    long next() {
      return now += 1_000;
    }
  }
}
