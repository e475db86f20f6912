// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.console.CellWidth;

/// The screen on a terminal of ours that has the line discipline of a real one.
final class TopScreenTest {

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");
  private static final String LEAVES = "\u001b[?1049l";

  private final StillGuest guest = new StillGuest(StillGuest.some());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private LineDisciplineTerminal terminal;
  private CompletableFuture<Void> over = new CompletableFuture<>();

  @BeforeEach
  void start() throws Exception {
    terminal = new LineDisciplineTerminal("test", "xterm", out, UTF_8);
    terminal.setSize(new Size(80, 24));
    over =
        CompletableFuture.runAsync(
            () -> {
              try {
                new TopScreen(guest, terminal, 50).show();
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    await("the first screen", () -> screen().contains("tcpip_thread"));
  }

  @AfterEach
  void end() throws Exception {
    guest.stop();
    over.get(10, TimeUnit.SECONDS);
    terminal.close();
  }

  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }

  /// What the newest whole frame shows.
  private String screen() {
    var all = out.toString(UTF_8);
    int end = all.lastIndexOf("\u001b[J");
    int start = end < 0 ? -1 : all.lastIndexOf("\u001b[1;1H", end);
    return start < 0
        ? ""
        : COLOURS
            .matcher(all.substring(start + 6, end).replaceAll("\u001b\\[\\d+;1H", "\n"))
            .replaceAll("");
  }

  private List<String> lines() {
    return screen().lines().toList();
  }

  private void type(String keys) throws Exception {
    for (int i = 0; i < keys.length(); i++) {
      terminal.processInputByte(keys.charAt(i));
    }
  }

  @Test
  void fitsTwentyFourLinesOfEighty() {
    assertThat(lines()).hasSize(24);
    assertThat(lines())
        .allSatisfy(
            line -> assertThat(line.codePoints().map(CellWidth::of).sum()).isLessThanOrEqualTo(80));
    assertThat(lines().getFirst())
        .startsWith("tidepool #12  running  0:52  tcg   5 threads: 1 run");
    assertThat(lines().get(2)).contains("41.8 MiB of 64.0 MiB");
    assertThat(lines().get(4)).contains("CPU%▽");
    assertThat(lines().get(8)).contains("worker-3", "mutex pages.lock");
    assertThat(lines().getLast()).startsWith("F1Help");
  }

  @Test
  void growsWithTheWindow() {
    terminal.setSize(new Size(120, 40));
    await("more lines", () -> lines().size() == 40);
    assertThat(screen()).contains("← worker-4");
  }

  @Test
  void keysFilterSortAndRefuseToKill() throws Exception {
    type("\\idle\r");
    await("one thread", () -> !screen().contains("worker-3") && screen().contains("filter: idle"));
    type("\\\u001b");
    await("all again", () -> screen().contains("worker-3"));
    type("k");
    await("the refusal", () -> screen().contains("A thread cannot be killed from outside"));
    type("\u001b[15~");
    await("the tree", () -> screen().contains("└─ worker-3"));
    type("N");
    await("by number", () -> screen().contains("ID△") || screen().contains("ID▽"));
  }

  @Test
  void aNameThatCommandsTheTerminalIsWrittenOut() {
    guest.threads(List.of(StillGuest.thread(1, "\u001b[2Jx\u202e\n漢字", "ready", 1, 0)));
    await("the name", () -> screen().contains("\\e[2Jx\\u202e\\"));
    assertThat(lines()).hasSize(24);
    assertThat(out.toString(UTF_8)).doesNotContain("\u001b[2J");
  }

  @Test
  void leavesTheTerminalAsItWas() throws Exception {
    var raw = terminal.getAttributes();
    type("q");
    over.get(10, TimeUnit.SECONDS);
    assertThat(out.toString(UTF_8)).endsWith(LEAVES);
    assertThat(terminal.getAttributes().toString()).isNotEqualTo(raw.toString()).contains("icanon");
  }

  @Test
  void endsWithTheGuest() throws Exception {
    guest.stop();
    over.get(10, TimeUnit.SECONDS);
    assertThat(out.toString(UTF_8)).endsWith(LEAVES);
  }
}
