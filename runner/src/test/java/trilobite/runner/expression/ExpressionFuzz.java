// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.inspect.ValueText;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Member;
import trilobite.model.type.Types;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.memory.Memory;

/// Any text as an expression, over memory that shows the same bytes everywhere and types that lead
/// back to themselves: it ends in a value or a problem within the text.
public final class ExpressionFuzz {

  private static final Type INT = new Type.Int("int", 4, false);

  private ExpressionFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    var text = new String(data, StandardCharsets.UTF_8);
    Memory memory =
        (address, into, offset, length) -> {
          for (int i = 0; i < length; i++) {
            into[offset + i] =
                data.length == 0 ? 0 : data[(int) ((address + i & 0xffff) % data.length)];
          }
        };
    var clock = new long[1];
    var words = new Vocabulary(symbols(), types(), wanted -> Types.none());
    try {
      var printed = new Prints(words, memory, () -> clock[0] += 1000).print(text);
      printed.value().ifPresent(value -> assertThat(ValueText.of(value)).isNotNull());
      printed
          .problem()
          .ifPresent(
              problem -> {
                assertThat(problem.why()).isNotBlank();
                assertThat(problem.column()).isBetween(0, text.length());
              });
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static SymbolTable symbols() {
    return new SymbolTable(
        Path.of("a.elf"),
        Optional.empty(),
        Map.of(
            "a", new Symbol("a", 0x1000, 64, true),
            "b", new Symbol("b", 0x2000, 64, true),
            "c", new Symbol("c", 0x3000, 64, true)),
        0,
        CodeSymbols.of(List.of()));
  }

  private static Types types() {
    var self = new Type.Ref("struct s");
    var struct =
        new Type.Struct(
            40,
            false,
            List.of(
                new Member("n", 0, 0, new Type.Pointer(self, 8)),
                new Member("", 64, 0, new Type.Array(self, 1L << 31)),
                new Member("f", 70, 63, INT),
                new Member("t", 128, 0, new Type.Array(new Type.Int("char", 1, false), 9)),
                new Member(
                    "e", 256, 0, new Type.Enumeration(4, List.of(new Type.Constant("E", 1))))));
    return new Types(
        Map.of("struct s", struct, "T", new Type.Ref("U"), "U", new Type.Ref("T")),
        Map.of("a", self, "b", new Type.Pointer(self, 8), "c", new Type.Ref("T")),
        true);
  }
}
