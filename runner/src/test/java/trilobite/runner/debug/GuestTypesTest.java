// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Struct;
import trilobite.model.type.Types;
import trilobite.runner.process.Answer;

/// Layouts of small programs, compiled here and read by the gdb of this machine.
class GuestTypesTest {

  private static final Wanted WANTED =
      Wanted.of(List.of("struct thread", "enum state", "no such"), List.of("threads", "absent"));
  private static final String PROGRAM =
      """
      typedef unsigned int u32;
      enum state { READY = 1, GONE = -2 };
      struct list { struct list *next, *prev; };
      struct lock { const char *name; };
      struct thread {
        struct list all;
        u32 id : 24, state : 8;
        union { u32 low; signed char mark; };
        char name[16];
        struct lock *waits_on;
        void (*entry)(void *);
      };
      struct thread threads[3];
      enum state first;
      int main(void) { return threads[0].id + first; }
      """;

  @TempDir Path folder;

  private Path compile(String... flags) throws IOException {
    return compiled(PROGRAM, flags);
  }

  private Path compiled(String program, String... flags) throws IOException {
    var source = Files.writeString(folder.resolve("a.c"), program);
    var image = folder.resolve("a.elf");
    var command = new ArrayList<>(List.of("gcc", "-o", image.toString()));
    command.addAll(List.of(flags));
    command.add(source.toString());
    var answer = Answer.of(command);
    assertThat(answer.code()).as(answer.output()).isZero();
    return image;
  }

  private GuestTypes types(Map<String, String> env) {
    return new GuestTypes(folder.resolve("cache"), folder, env, Duration.ofSeconds(30));
  }

  private GuestTypes types() {
    return types(System.getenv());
  }

  private static Struct struct(Types types, String name) {
    return (Struct) types.resolve(new Type.Ref(name));
  }

  @Test
  void tellsSizesOffsetsBitFieldsAndPointers() throws IOException {
    var types = types().of(compile("-g"), List.of(), WANTED);
    var thread = struct(types, "struct thread");
    assertThat(thread.size()).isEqualTo(56);
    assertThat(types.member(thread, "state"))
        .hasValueSatisfying(
            state -> {
              assertThat(state.bit()).isEqualTo(16 * 8 + 24);
              assertThat(state.bits()).isEqualTo(8);
            });
    assertThat(types.member(thread, "mark"))
        .hasValueSatisfying(
            mark -> {
              assertThat(mark.bit()).isEqualTo(20 * 8);
              assertThat(types.resolve(mark.type()))
                  .isEqualTo(new Type.Int("signed char", 1, false));
            });
    assertThat(types.size(types.symbols().get("threads"))).isEqualTo(3 * 56);
    assertThat(types.symbols()).doesNotContainKey("absent");
    assertThat(types.resolve(new Type.Ref("enum state")))
        .isEqualTo(
            new Type.Enumeration(
                4, List.of(new Type.Constant("READY", 1), new Type.Constant("GONE", -2))));
    // What the thread is made of came along, behind pointers too.
    assertThat(struct(types, "struct lock").members()).hasSize(1);
    assertThat(types.complete()).isTrue();
  }

  @Test
  void numbersOfSixteenBytesHaveASignToo() throws IOException {
    var image =
        compiled("struct big { unsigned __int128 u; __int128 i; } big; int main() {}", "-g");
    var types = types().of(image, List.of(), Wanted.of(List.of("struct big"), List.of()));
    assertThat(struct(types, "struct big").members())
        .extracting(member -> types.resolve(member.type()))
        .containsExactly(
            new Type.Int("__int128 unsigned", 16, true), new Type.Int("__int128", 16, false));
  }

  @Test
  void anAnswerIsKeptByBuildIdAndABrokenOneAskedAgain() throws IOException {
    var image = compile("-g", "-Wl,--build-id");
    var first = types().of(image, List.of(), WANTED);
    var withoutGdb = types(Map.of("PATH", "/nowhere"));
    assertThat(withoutGdb.of(image, List.of(), WANTED)).isEqualTo(first);
    Path kept;
    try (var files = Files.list(folder.resolve("cache/types"))) {
      kept = files.toList().getFirst();
    }
    for (var broken : List.of("", "{", "{\"types\":{},\"symbols\":[]}", "[".repeat(100_000))) {
      Files.writeString(kept, broken);
      assertThatThrownBy(() -> withoutGdb.of(image, List.of(), WANTED))
          .isInstanceOf(IOException.class);
      assertThat(types().of(image, List.of(), WANTED)).isEqualTo(first);
    }
  }

  @Test
  void withoutGdbItSaysWhatToInstall() throws IOException {
    var image = compile("-g", "-Wl,--build-id=none");
    // Everything but gdb is there.
    var bin = Files.createDirectory(folder.resolve("bin"));
    for (var tool : List.of("sh", "setsid", "prlimit")) {
      Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
    }
    var bare = types(Map.of("PATH", bin.toString()));
    assertThatThrownBy(() -> bare.of(image, List.of(), WANTED))
        .isInstanceOf(TypesException.class)
        .hasMessageContaining("apt install gdb");
  }

  @Test
  void withoutDebugInformationItNamesTheFileThatIsWanted() throws IOException {
    var image = compile("-s", "-Wl,--build-id=0x1234abcd");
    assertThatThrownBy(() -> types().of(image, List.of(), WANTED))
        .isInstanceOf(TypesException.class)
        .hasMessageContaining("a.elf has no debug information")
        .hasMessageContaining("build-id 1234abcd");
  }

  @Test
  void debugInformationIsFoundByBuildIdInTheProjectAndInDebuginfodsCache() throws IOException {
    var full = compile("-g", "-Wl,--build-id=0x1234abcd");
    var debug = Files.move(full, folder.resolve("kept.debug"));
    var image = compile("-s", "-Wl,--build-id=0x1234abcd");
    assertThat(types().of(image, List.of(debug), WANTED).named()).containsKey("struct thread");
    var fetched = Files.createDirectories(folder.resolve("fetched/1234abcd"));
    Files.move(debug, fetched.resolve("debuginfo"));
    var env = new HashMap<>(System.getenv());
    env.put("DEBUGINFOD_CACHE_PATH", folder.resolve("fetched").toString());
    var other = Wanted.of(List.of("struct lock"), List.of());
    assertThat(types(env).of(image, List.of(), other).named()).containsKey("struct lock");
  }

  @Test
  void debugInformationOfAnotherBuildDoesNotCount() throws IOException {
    var debug = Files.move(compile("-g", "-Wl,--build-id=0xaa"), folder.resolve("kept.debug"));
    var image = compile("-s", "-Wl,--build-id=0x1234abcd");
    assertThatThrownBy(() -> types().of(image, List.of(debug), WANTED))
        .hasMessageContaining("kept.debug is of another build");
  }

  @Test
  void aScriptPlantedInTheFileDoesNotRun() throws IOException {
    var trace = folder.resolve("it-ran");
    var image =
        compiled(
            PROGRAM
                + """
                asm(".pushsection \\".debug_gdb_scripts\\", \\"MS\\",@progbits,1\\n"
                    ".byte 4\\n.ascii \\"gdb.inlined\\\\n\\"\\n"
                    ".ascii \\"open('%s', 'w').close()\\\\n\\"\\n.byte 0\\n.popsection");
                """
                    .formatted(trace),
            "-g");
    // The plant works: a gdb that trusts the file runs it.
    Answer.of(
        List.of("gdb", "-nx", "-batch", "-iex", "set auto-load safe-path /", image.toString()));
    assertThat(trace).exists();
    Files.delete(trace);
    assertThat(types().of(image, List.of(), WANTED).named()).containsKey("struct thread");
    assertThat(trace).doesNotExist();
  }

  @Test
  void aGdbThatHangsOrTalksWithoutEndIsStopped() throws IOException {
    var image = compile("-g");
    for (var body : List.of("while :; do :; done", "exec yes", "exec sleep 600")) {
      var bin = Files.createDirectories(folder.resolve("bin"));
      var gdb = Files.writeString(bin.resolve("gdb"), "#!/bin/sh\n" + body + "\n");
      assertThat(gdb.toFile().setExecutable(true)).isTrue();
      var slow =
          new GuestTypes(
              folder.resolve("cache"),
              folder,
              Map.of("PATH", bin + ":/usr/bin:/bin"),
              Duration.ofMillis(1500));
      assertThatThrownBy(
              () -> slow.of(image, List.of(), Wanted.of(List.of(body), List.of("threads"))))
          .isInstanceOf(TypesException.class);
    }
  }
}
