// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.rule.Allowed;
import trilobite.model.time.HostClock;

/// The threads on the whole of a terminal, with the keys of htop. The terminal is as it was before,
/// however the verb ends: on a key, with the guest, by a signal or by a fault.
@Allowed(
    rule = "threads",
    because = "the JVM takes what runs at its end as a thread that was not started")
final class TopScreen {

  private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l";
  private static final String LEAVE = "\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l";
  private static final String NO_KILL =
      "A thread cannot be killed from outside: the guest's memory is only read. trilobite stop ends"
          + " the guest.";
  private static final String HELP =
      "↑↓ PgUp PgDn Home End move  / search  n next  \\ filter  t tree of waiting  < > P T M N sort"
          + "  I invert  space tag  U untag  q quit";

  private final LiveGuest guest;
  private final Terminal terminal;
  private final long everyMillis;
  private final TopModel model = new TopModel();
  private final AtomicBoolean left = new AtomicBoolean();
  private String asked = "";
  private String typed = "";
  private String said = "";

  /// @param everyMillis between two readings
  TopScreen(LiveGuest guest, Terminal terminal, long everyMillis) {
    this.guest = guest;
    this.terminal = terminal;
    this.everyMillis = everyMillis;
  }

  /// Shows it until a key or the guest's end.
  void show() throws IOException {
    var before = terminal.enterRawMode();
    var hook = new Thread(() -> leave(before), "restore-terminal");
    Runtime.getRuntime().addShutdownHook(hook);
    var reader = terminal.reader();
    try {
      terminal.writer().write(ENTER);
      loop(reader::read);
    } finally {
      leave(before);
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The process is going down by a signal; the hook did the same.
      }
    }
  }

  private void leave(Attributes before) {
    if (left.compareAndSet(false, true)) {
      terminal.writer().write(LEAVE);
      terminal.flush();
      terminal.setAttributes(before);
    }
  }

  private void loop(TopKey.Characters characters) throws IOException {
    long due = HostClock.nanos();
    boolean goOn = true;
    while (goOn && !guest.ended().isDone()) {
      long now = HostClock.nanos();
      if (now >= due) {
        read();
        due = now + everyMillis * 1_000_000;
      }
      draw();
      long wait = Math.max(1, (due - HostClock.nanos()) / 1_000_000);
      goOn = press(TopKey.read(characters, Math.min(wait, 250)));
    }
  }

  private void read() {
    switch (guest.eyes().threads()) {
      case Measured.Known<Listing<ThreadRow>>(var reading) -> model.take(reading.value().rows());
      case Measured.Unknown<Listing<ThreadRow>>(var reason) -> said = reason.why();
    }
  }

  private void draw() {
    var size = terminal.getSize();
    int width = size.getColumns() > 0 ? size.getColumns() : 80;
    int height = size.getRows() > 0 ? size.getRows() : 24;
    var head = TopHead.of(guest.status(), guest.vitals());
    write(TopPaint.screen(model, head, bottom(width), width, height));
  }

  private String bottom(int width) {
    if (!asked.isEmpty()) {
      return TopPaint.fit(asked + ": " + typed + "▏", width);
    }
    return said.isEmpty() ? TopPaint.keys(width) : TopPaint.fit(said, width);
  }

  private void write(List<String> lines) {
    var text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append("\u001b[").append(i + 1).append(";1H").append(lines.get(i)).append("\u001b[K");
    }
    terminal.writer().write(text.append("\u001b[J").toString());
    terminal.flush();
  }

  /// False where it is over.
  private boolean press(TopKey key) {
    if (key.name() == TopKey.Name.NONE) {
      return true;
    }
    if (!asked.isEmpty() && key.name() != TopKey.Name.LEAVE) {
      answer(key);
      return true;
    }
    said = "";
    int page = Math.max(1, terminal.getHeight() - 7);
    switch (key.name()) {
      case UP -> model.move(-1);
      case DOWN -> model.move(1);
      case PAGE_UP -> model.move(-page);
      case PAGE_DOWN -> model.move(page);
      case HOME -> model.move(-model.lines().size());
      case END -> model.move(model.lines().size());
      case F1 -> said = HELP;
      case F3 -> ask("Search");
      case F4 -> ask("Filter");
      case F5 -> model.toggleTree();
      case F6 -> model.sortNext(1);
      case F9 -> said = NO_KILL;
      case F10, LEAVE -> {
        return false;
      }
      case CHARACTER -> {
        return type(key.character());
      }
      case ENTER, BACKSPACE, ESCAPE, NONE, UNKNOWN -> {}
    }
    return true;
  }

  private boolean type(int c) {
    switch (c) {
      case 'q' -> {
        return false;
      }
      case '/' -> ask("Search");
      case '\\' -> ask("Filter");
      case 'n' -> said = model.search(typed, true) ? "" : "not found: " + typed;
      case 't' -> model.toggleTree();
      case '<' -> model.sortNext(-1);
      case '>' -> model.sortNext(1);
      case 'P' -> model.sort(TopModel.Sort.CPU);
      case 'T' -> model.sort(TopModel.Sort.TIME);
      case 'M' -> model.sort(TopModel.Sort.STACK);
      case 'N' -> model.sort(TopModel.Sort.ID);
      case 'I' -> model.invert();
      case ' ' -> model.tag();
      case 'U' -> model.untagAll();
      case 'k' -> said = NO_KILL;
      case 'h', '?' -> said = HELP;
      case 'j' -> model.move(1);
      default -> {}
    }
    return true;
  }

  private void ask(String what) {
    asked = what;
    typed = what.equals("Filter") ? model.filter() : "";
  }

  /// A key while a word is being typed.
  private void answer(TopKey key) {
    switch (key.name()) {
      case ENTER -> asked = "";
      case ESCAPE -> {
        typed = "";
        if (asked.equals("Filter")) {
          model.filter("");
        }
        asked = "";
      }
      case BACKSPACE -> {
        typed = typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1);
        take();
      }
      case CHARACTER -> {
        if (key.character() >= ' ' && typed.length() < 60) {
          typed += Character.toString(key.character());
          take();
        }
      }
      case F3 -> model.search(typed, true);
      case UP -> model.move(-1);
      case DOWN -> model.move(1);
      case PAGE_UP, PAGE_DOWN, HOME, END, F1, F4, F5, F6, F9, F10, LEAVE, NONE, UNKNOWN -> {}
    }
  }

  private void take() {
    if (asked.equals("Filter")) {
      model.filter(typed);
    } else {
      model.search(typed, false);
    }
  }
}
