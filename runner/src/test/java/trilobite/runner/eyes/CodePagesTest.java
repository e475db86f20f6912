// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.project.SymbolFile;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.image.ElfBuilder;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.memory.PageMap;
import trilobite.runner.process.Answer;
import trilobite.runner.profile.Profile.Moves;

/// A position-independent program, found by the one page of its code that is in memory.
class CodePagesTest {

  private static final Moves WITHIN = new Moves(0x400000, 0x1_0000_0000L);
  private static final long BY = 0x614000;
  private static final int PAGE = 4096;

  @TempDir Path folder;
  private Path program;
  private CodePages pages = new CodePages(List.of());

  @BeforeEach
  void compile() throws IOException {
    var functions =
        IntStream.range(0, 40)
            .mapToObj(
                "__attribute__((aligned(256))) int f%1$d(int x) { return x * %1$d; }\n"::formatted)
            .collect(Collectors.joining());
    var source =
        Files.writeString(folder.resolve("p.c"), functions + "int main() { return f3(1); }\n");
    program = folder.resolve("p");
    var said =
        Answer.of(
            List.of("gcc", "-g", "-fPIE", "-pie", "-o", program.toString(), source.toString()));
    assertThat(said.code()).as(said.output()).isZero();
    pages = CodePages.of(program);
    assertThat(pages.pages()).hasSizeGreaterThan(2);
  }

  private OptionalLong found(long at, byte[] bytes, Moves within) throws IOException {
    var ram = new FakeRam(at, PAGE).bytes(at, bytes);
    var map = new PageMap(List.of(new PageMap.Stretch(at, 0, PAGE)), Optional.empty());
    return pages.find(map, ram, within);
  }

  @Test
  void onePageTellsWhereItLies() throws IOException {
    var page = pages.pages().get(1);
    var bytes = new byte[page.bytes().limit()];
    page.bytes().get(0, bytes);
    assertThat(found(page.at() + BY, bytes, WITHIN)).hasValue(BY);
    assertThat(found(page.at() + BY, bytes, new Moves(0, BY))).as("not there").isEmpty();
    bytes[PAGE - 1] ^= 1;
    assertThat(found(page.at() + BY, bytes, WITHIN)).as("another build").isEmpty();
  }

  @Test
  void aFileWithoutCodeIsSaid() throws IOException {
    var none = new ElfBuilder(64).write(folder.resolve("none"));
    assertThatThrownBy(() -> CodePages.of(none)).hasMessageContaining("no code");
    var text = Files.write(folder.resolve("text"), "hello".getBytes(UTF_8));
    assertThatThrownBy(() -> CodePages.of(text)).isInstanceOf(IOException.class);
  }

  @Test
  void itsFunctionsAndLinesStandBesideTheKernelsOnceItIsThere() throws IOException {
    var app = new SymbolFile(program.toString(), "app", OptionalLong.empty());
    var table = Symbols.wandering(List.of(app)).getFirst();
    var looks = new AtomicInteger();
    var there = new AtomicInteger();
    var resident =
        new Resident(
            table,
            WITHIN,
            () -> {
              looks.incrementAndGet();
              return there.get() == 0 ? OptionalLong.empty() : OptionalLong.of(BY);
            });
    var image = new ElfBuilder(64).function("enter", 0x2000, 0x100).write(folder.resolve("k"));
    var all = SymbolTable.read(image).beside(resident::at).loadedAt(0xffffffff80100000L);
    assertThat(all.code().at(0x1000)).as("no program lies there").isEmpty();
    assertThat(looks).hasValue(0);
    there.set(1);
    long inside = table.find("f3").orElseThrow().address() + BY + 4;
    assertThat(all.code().at(inside).map(Symbol::name)).contains("f3");
    assertThat(all.code().at(0xffffffff80002010L).map(Symbol::name)).contains("enter");
    assertThat(all.code().at(inside)).isPresent();
    assertThat(looks).as("found is found").hasValue(1);

    var types = new GuestTypes(folder.resolve("cache"), folder, System.getenv());
    var kernel = folder.resolve("kernel");
    Answer.of(List.of("gcc", "-g", "-o", kernel.toString(), folder.resolve("p.c").toString()));
    var beside = List.of(new GuestTypes.Loaded(program, BY));
    var line = types.lines(kernel, List.of(), 0, beside, List.of(inside)).get(inside);
    assertThat(line).extracting("function", "line").containsExactly("f3", 4);
    long moved = 0x7000_0000_0000L;
    long far = SymbolTable.read(kernel).find("f5").orElseThrow().address() + moved;
    assertThat(types.lines(kernel, List.of(), moved, List.of(), List.of(far)).get(far).line())
        .isEqualTo(6);
  }

  @Test
  void whereTheProjectSaysTheAddressNobodyLooks() throws IOException {
    var app = new SymbolFile(program.toString(), "app", OptionalLong.of(BY));
    assertThat(Symbols.wandering(List.of(app))).isEmpty();
    assertThat(Symbols.programs(List.of(app))).containsExactly(new GuestTypes.Loaded(program, BY));
  }
}
