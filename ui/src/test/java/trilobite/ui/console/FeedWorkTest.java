// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.console.LineFilter;
import trilobite.model.console.LinePattern;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;
import trilobite.model.time.Mark;
import trilobite.ui.testing.FakeConsole;

class FeedWorkTest {

  private final FakeConsole console = new FakeConsole();
  private final List<Mark> marks = new ArrayList<>();
  private final FeedWork work = new FeedWork(console, () -> List.copyOf(marks));

  private void settle() {
    while (work.step()) {
      // Goes on until there is nothing left to do.
    }
  }

  private static List<String> texts(LineRing ring) {
    return ring.lines(0, 1_000_000).stream().map(line -> line.line().text()).toList();
  }

  @Test
  void linesComeWithTheirTimes() {
    console.print(5, "one\ntwo\nth").print(9, "ree\nfour");
    settle();
    assertThat(work.all().lines(0, 9))
        .extracting(NumberedLine::millis)
        .containsExactly(5d, 5d, 5d, 9d);
    assertThat(texts(work.all())).containsExactly("one", "two", "three", "four");
    assertThat(work.caughtUp()).isTrue();
  }

  @Test
  void aPromptIsShownAtOnceAndGrows() {
    console.print(1, "tide> ");
    settle();
    assertThat(texts(work.shown())).containsExactly("tide> ");
    console.print(2, "help\n");
    settle();
    assertThat(texts(work.shown())).containsExactly("tide> help");
  }

  @Test
  void theEndOfAGuestStandsBelowItsLastPrompt() {
    console.print(1, "up\ntide> ");
    settle();
    marks.add(new Mark(7, Mark.Kind.STOP, "stopped"));
    console.end();
    settle();
    assertThat(texts(work.all())).containsExactly("up", "tide> ", "— stopped");
    assertThat(work.all().lines(0, 9)).extracting(NumberedLine::millis).containsExactly(1d, 1d, 7d);
    settle();
    assertThat(work.caughtUp()).isTrue();
  }

  @Test
  void afterTroubleItGoesOnWhereItStopped() {
    console.print(1, "one\ntwo\nth");
    settle();
    console.print(2, "ree\n").unreadable("console.log: permission denied.");
    assertThatThrownBy(work::step).hasMessageContaining("permission denied");
    work.fail(new IllegalStateException("console.log: permission denied."));
    settle();
    assertThat(work.trouble()).hasValue("console.log: permission denied.");
    assertThat(texts(work.all())).containsExactly("one", "two", "th");
    console.unreadable("");
    work.ask(work::retry);
    settle();
    assertThat(work.trouble()).isEmpty();
    assertThat(texts(work.all())).containsExactly("one", "two", "three");
  }

  @Test
  void theFilterHoldsForOldAndNewLines() {
    console.print(1, "GET /a 200\nGET /b 404\n");
    settle();
    work.ask(() -> work.filter(LineFilter.parse("404").filter()));
    settle();
    assertThat(texts(work.shown())).containsExactly("GET /b 404");
    console.print(2, "GET /c 404\nGET /d 200\nGET /e 40");
    settle();
    assertThat(texts(work.shown())).containsExactly("GET /b 404", "GET /c 404");
    console.print(3, "4");
    settle();
    assertThat(texts(work.shown())).containsExactly("GET /b 404", "GET /c 404", "GET /e 404");
  }

  @Test
  void matchesAreCountedAndWalked() {
    console.print(1, "a hit\nmiss\na hit\nmiss\nhit\n");
    work.ask(() -> work.find(Optional.of(LinePattern.text("HIT", false))));
    settle();
    SearchHits hits = work.hits().orElseThrow();
    assertThat(hits.count()).isEqualTo(3);
    assertThat(hits.after(-1)).hasValue(0);
    assertThat(hits.after(0)).hasValue(2);
    assertThat(hits.after(4)).hasValue(0);
    assertThat(hits.before(0)).hasValue(4);
    assertThat(hits.ordinal(4)).isEqualTo(3);
    console.print(2, "more hits\n");
    settle();
    assertThat(hits.count()).isEqualTo(4);
  }

  @Test
  void matchesFallOutWithTheirLines() {
    work.ask(() -> work.find(Optional.of(LinePattern.text("hit", false))));
    console.print(1, "hit\n".repeat(10) + "miss\n".repeat(LineRing.LINES - 4));
    settle();
    assertThat(work.hits().orElseThrow().count()).isEqualTo(4);
  }

  @Test
  void clearingKeepsTheLogAndReloadingBringsItBack() {
    console.print(1, "old\n");
    settle();
    work.ask(work::clear);
    console.print(2, "new\n");
    settle();
    assertThat(texts(work.shown())).containsExactly("new");
    work.ask(work::reload);
    settle();
    assertThat(texts(work.shown())).containsExactly("old", "new");
  }

  @Test
  void notesOfTheHostStandWhereTheirTimeIs() {
    marks.add(new Mark(1, Mark.Kind.BOOT, "booted"));
    marks.add(new Mark(15, Mark.Kind.READY, "ready"));
    console.print(10, "one\n").print(20, "two\n");
    settle();
    assertThat(texts(work.all())).containsExactly("— booted", "one", "— ready", "two");
    marks.add(new Mark(30, Mark.Kind.PAUSE, "paused"));
    settle();
    assertThat(texts(work.all())).endsWith("two", "— paused");
    work.ask(() -> work.filter(LineFilter.parse("from:host").filter()));
    settle();
    assertThat(texts(work.shown())).containsExactly("— booted", "— ready", "— paused");
  }

  @Test
  void aGuestIsReadyAfterTheLinesThatCameAtThatTime() {
    marks.add(new Mark(10, Mark.Kind.BOOT, "first byte"));
    marks.add(new Mark(10, Mark.Kind.READY, "ready"));
    console.print(10, "hello\nlistening\n").print(20, "later\n");
    settle();
    assertThat(texts(work.all()))
        .containsExactly("— first byte", "hello", "listening", "— ready", "later");
  }

  @Test
  void ofAnEndlessLogOnlyTheEndIsRead() {
    String line = "x".repeat(1023) + "\n";
    console.print(0, line.repeat(80 << 10));
    console.print(1, "last\n");
    settle();
    var lines = texts(work.all());
    assertThat(lines.getLast()).isEqualTo("last");
    assertThat(lines.getFirst()).hasSize(1023);
    assertThat(lines.size()).isBetween(60 << 10, 66 << 10);
  }

  @Test
  void troubleIsToldAndReloadTriesAgain() {
    console.print(1, "kept\n");
    settle();
    work.fail(new IllegalStateException("the socket closed"));
    assertThat(work.trouble()).contains("the socket closed");
    assertThat(texts(work.all())).containsExactly("kept");
    work.ask(work::reload);
    settle();
    assertThat(work.trouble()).isEmpty();
  }
}
