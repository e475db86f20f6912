// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.inspect.Finds.Find;
import trilobite.model.inspect.Question;
import trilobite.model.time.HostClock;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.runner.expression.Prints;
import trilobite.runner.expression.Vocabulary;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.RamLayout;

/// Bytes of a RAM file with holes.
class DumpsTest {

  private static final long SIZE = 80L << 20;
  private static final long TABLE = 0x200000;

  private Path file;
  private GuestRam ram;

  @BeforeEach
  void makeSparseFileOnTmpfs() throws IOException {
    file = Files.createTempFile(Path.of("/dev/shm"), "trilobite-test", "ram");
    write(0x100ffc, "over the edge".getBytes(StandardCharsets.UTF_8));
    // Across the border of two pieces of a search.
    write(0x1fffff, "needle".getBytes(StandardCharsets.UTF_8));
    write(TABLE + 64, words(TABLE + 8, 0, TABLE + 31, TABLE + 32));
    write(70L << 20, "needle".getBytes(StandardCharsets.UTF_8));
    write(SIZE - 1, new byte[1]);
    ram = GuestRam.open(file, RamLayout.of("q35", SIZE));
  }

  @AfterEach
  void removeFile() throws IOException {
    ram.close();
    Files.deleteIfExists(file);
  }

  private void write(long at, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }

  private static byte[] words(long... words) {
    var bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : words) {
      bytes.putLong(word);
    }
    return bytes.array();
  }

  private Prints prints() {
    var symbols =
        new SymbolTable(
            Path.of("a.elf"),
            Optional.empty(),
            Map.of("table", new Symbol("table", TABLE, 32, true)),
            0,
            CodeSymbols.of(List.of()));
    var table = new Type.Array(new Type.Int("int", 4, false), 8);
    var types = new Types(Map.of(), Map.of("table", table), true);
    return new Prints(
        new Vocabulary(symbols, types, wanted -> Types.none()), ram, HostClock::nanos);
  }

  @Test
  void showsBytesHolesAndWhatIsNoRamWithoutTouchingAnything() throws IOException {
    var before = ram.touched();
    var dump =
        new Dumps(prints(), ram)
            .dump(new Question.Dump("0x100ff8", OptionalLong.of(0x2008), false));
    assertThat(dump.pieces()).hasSize(2);
    assertThat(dump.pieces().getFirst().bytes())
        .startsWith(
            "00000000" + HexFormat.of().formatHex("over the".getBytes(StandardCharsets.UTF_8)));
    assertThat(dump.pieces().getFirst().length()).isEqualTo(0x1008);
    assertThat(dump.pieces().getLast().why()).contains("never touched by the guest");
    var outside =
        new Dumps(prints(), ram).dump(new Question.Dump("0x90000000", OptionalLong.of(4), true));
    assertThat(outside.pieces().getFirst().why().orElseThrow()).contains("no RAM");
    assertThat(ram.touched()).isEqualTo(before);
  }

  @Test
  void aThingIsShownWholeAndALengthIsBounded() throws IOException {
    var table =
        new Dumps(prints(), ram).dump(new Question.Dump("table", OptionalLong.empty(), false));
    assertThat(table.symbol()).contains("table");
    assertThat(table.pieces().getFirst().length()).isEqualTo(32);
    var all =
        new Dumps(prints(), ram).dump(new Question.Dump("0", OptionalLong.of(1L << 60), true));
    assertThat(all.pieces()).singleElement().extracting(p -> p.length()).isEqualTo(0x10000L);
    var none =
        new Dumps(prints(), ram).dump(new Question.Dump("tabel", OptionalLong.empty(), false));
    assertThat(none.problem().orElseThrow().why()).contains("is table meant?");
  }

  private List<Long> find(String what) throws IOException {
    var search = new Search(prints(), ram, Optional::empty);
    var finds = search.find(new Question.Find(what, 0));
    assertThat(finds.next()).isEmpty();
    assertThat(finds.searched()).isBetween(4096L * 3, 4096L * 16);
    return finds.rows().stream().map(Find::physical).toList();
  }

  @Test
  void findsTextBytesAndPointersIntoAThing() throws IOException {
    var before = ram.touched();
    assertThat(find("\"needle\"")).containsExactly(0x1fffffL, 70L << 20);
    assertThat(find("needle")).hasSize(2);
    assertThat(find("6e 65 65 64")).hasSize(2);
    assertThat(find("nothing of it")).isEmpty();
    assertThat(find("&table")).containsExactly(TABLE + 64, TABLE + 80);
    assertThat(ram.touched()).isEqualTo(before);
  }
}
