// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.time.HostClock;
import trilobite.model.type.Types;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.process.Answer;

/// A C program that is compiled here and never run: its variables stand in the file as they are
/// written, for us and for gdb alike.
final class CompiledProgram {

  final Path image;
  final FakeRam ram;
  final Prints prints;

  CompiledProgram(Path folder, String source) throws IOException {
    image = folder.resolve("a.elf");
    var file = Files.writeString(folder.resolve("a.c"), source);
    run(
        "gcc",
        "-g",
        "-static",
        "-nostdlib",
        "-Wl,-e,main",
        "-Wl,--build-id",
        "-o",
        image.toString(),
        file.toString());
    ram = loaded(image);
    var types = new GuestTypes(folder.resolve("cache"), folder, System.getenv());
    prints =
        new Prints(
            new Vocabulary(
                SymbolTable.read(image),
                Types.none(),
                wanted -> types.of(image, List.of(), wanted)),
            ram,
            HostClock::nanos);
  }

  /// Its segments, as a loader would lay them out.
  private static FakeRam loaded(Path image) throws IOException {
    var elf = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
    var ram = new FakeRam(0x400000, 1 << 20);
    int at = (int) elf.getLong(32);
    for (int i = 0; i < elf.getShort(56); i++, at += elf.getShort(54)) {
      if (elf.getInt(at) == 1) {
        var bytes = new byte[(int) elf.getLong(at + 32)];
        elf.get((int) elf.getLong(at + 8), bytes);
        ram.bytes(elf.getLong(at + 16), bytes);
      }
    }
    return ram;
  }

  static String run(String... command) throws IOException {
    var answer = Answer.of(List.of(command));
    assertThat(answer.code()).as(answer.output()).isZero();
    return answer.output();
  }

  /// What gdb says to each expression, as `print` shows it.
  List<String> gdb(String format, List<String> expressions) throws IOException {
    var command = new ArrayList<>(List.of("gdb", "-nx", "-batch", "-q"));
    for (var expression : expressions) {
      command.addAll(List.of("-ex", "print" + format + " " + expression));
    }
    command.add(image.toString());
    return run(command.toArray(String[]::new))
        .lines()
        .filter(line -> line.startsWith("$"))
        .map(line -> line.substring(line.indexOf('=') + 2))
        .toList();
  }
}
