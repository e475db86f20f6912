// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Value;
import trilobite.model.inspect.ValueText;

/// Expressions on a program's variables, beside what gdb says of the same file.
class PrintsTest {

  private static final String PROGRAM =
      """
      typedef unsigned char u8; typedef unsigned short u16; typedef unsigned int u32;
      typedef signed long long s64;
      enum color { RED = 1, GREEN = 2, BLUE = 4, DARK = -8 };
      enum flags { READ = 1, WRITE = 2, RUN = 4 };
      struct node { struct node *next; u32 a : 3, b : 13, c : 16; int d : 5; enum color color;
                    union { u32 low; u8 bytes[4]; }; const char *name; char text[12];
                    u16 table[3][2]; double real; _Bool yes; enum flags flags; void (*call)(void);
                    struct { int x, y; } at; };
      void entry(void) {}
      extern struct node second;
      struct node first = { &second, 5, 4097, 65535, -3, BLUE, { 0x01020304 }, "a \\"name\\"",
                            "hello", { { 1, 2 }, { 3, 4 }, { 5, 65535 } }, 1.5, 1, READ | RUN, entry,
                            { -7, 9 } };
      struct node second = { &first, .color = DARK, .name = 0, .text = "twelve bytes" };
      struct node *head = &first;
      int numbers[5] = { 10, -20, 30, -40, 50 };
      int *middle = &numbers[2];
      u8 mac[6] = { 0x52, 0x54, 0, 0x12, 0x34, 0x56 };
      s64 big = -5000000000LL; unsigned long huge = 0xfffffffffffffff0UL; signed char tiny = -1;
      float third = 0.25f;
      static int own = 77;
      int *wild = (int *)0x10;
      struct loop { struct loop *self; char pad[300000]; } loop = { &loop };
      int main(void) { return own + first.a; }
      """;

  @TempDir static Path folder;
  private static CompiledProgram program;

  @BeforeAll
  static void compile() throws IOException {
    program = new CompiledProgram(folder, PROGRAM);
    // gdb takes its time: all at once.
    program
        .prints
        .words()
        .learn(
            List.of(
                "first",
                "second",
                "head",
                "numbers",
                "middle",
                "mac",
                "big",
                "huge",
                "tiny",
                "third",
                "own",
                "wild",
                "loop",
                "main",
                "entry",
                "RED",
                "u8",
                "u16",
                "u32",
                "s64",
                "struct node",
                "struct loop",
                "BLUE",
                "DARK",
                "frist",
                "numbrs",
                "struct nod"));
  }

  private static Printed print(String expression) {
    try {
      return program.prints.print(expression);
    } catch (IOException e) {
      throw new AssertionError(expression, e);
    }
  }

  private static Value value(String expression) {
    var printed = print(expression);
    return printed
        .value()
        .orElseThrow(() -> new AssertionError(expression + ": " + printed.problem()));
  }

  private static String text(String expression) {
    return ValueText.of(value(expression));
  }

  private static String why(String expression) {
    var problem = print(expression).problem().orElseThrow(() -> new AssertionError(expression));
    return problem.column() + ": " + problem.why();
  }

  @Test
  void numbersAreThoseThatGdbCalculates() throws IOException {
    var expressions =
        List.of(
            "first.a",
            "first.b",
            "first.c",
            "first.d",
            "head->next->next->a",
            "(*head).low",
            "head->bytes[1]",
            "head->table[2][1]",
            "numbers[1]",
            "*middle",
            "middle[-1]",
            "*(middle + 2)",
            "middle - numbers",
            "&numbers[4] - middle",
            "sizeof(struct node)",
            "sizeof numbers",
            "sizeof(u16[7])",
            "sizeof first.table",
            "big",
            "huge",
            "tiny",
            "huge > 1",
            "tiny < 0",
            "(u8)tiny",
            "(unsigned)tiny > 5",
            "huge / 3",
            "big % 7",
            "-7 / 2",
            "-7 % 3",
            "1 ? 2 : 3",
            "0x80000000 >> 4",
            "-16 >> 2",
            "1 << 5 | 3 ^ 1 & 7",
            "~0u",
            "!first.a",
            "first.a && 0 || 1",
            "RED + BLUE",
            "first.color == BLUE",
            "second.color",
            "(long)head == (long)&first",
            "(char)65",
            "'a' + 1",
            "'\\n'",
            "own * 2 - 1",
            "0x7fffffff + 1L",
            "4294967295 + 1",
            "(u16)-1",
            "(s64)(signed char)200",
            "first.yes",
            "*(u32 *)&first.low & 0xff",
            "((struct node *)first.next)->next == head",
            "3 - -3",
            "first.real * 2 == 3",
            "(int)(third * 8)",
            "head->at.x + head->at.y",
            "sizeof(long) * 2",
            "*&numbers[3]",
            "(u8)300 + 1",
            "012 + 0b11",
            "first.color + 1 > 4 ? 'y' : 'n'");
    var said = program.gdb("/d", expressions);
    assertThat(said).hasSameSizeAs(expressions);
    var wrong = new ArrayList<String>();
    for (int i = 0; i < said.size(); i++) {
      var ours = (Value.Whole) value(expressions.get(i));
      // gdb's /d shows every number with a sign.
      long number = Arithmetic.fit(ours.bits(), ours.size(), false);
      if (!said.get(i).equals(Long.toString(number))) {
        wrong.add(expressions.get(i) + ": " + number + ", gdb " + said.get(i));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @Timeout(20)
  void anOperandIsEvaluatedOnceHoweverManyTimesItIsDenied() {
    assertThat(text("!".repeat(60) + "own")).isEqualTo("1");
    assertThat(text("!".repeat(61) + "own")).isEqualTo("0");
  }

  @Test
  void valuesAreShownByTheirTypes() {
    assertThat(text("first.color")).isEqualTo("BLUE (4)");
    assertThat(text("first.flags")).isEqualTo("READ | RUN (5)");
    assertThat(text("first.name")).endsWith("\"a \\\"name\\\"\"");
    assertThat(text("second.text")).isEqualTo("\"twelve bytes\"");
    assertThat(text("first.text")).isEqualTo("\"hello\"");
    assertThat(text("first.call")).contains("<entry>");
    assertThat(text("&head->table[1]")).contains("<first+0x");
    assertThat(text("first.yes")).isEqualTo("true (1)");
    assertThat(text("first.table")).isEqualTo("[[1, 2], [3, 4], [5, 65535 (0xffff)]]");
    assertThat(text("mac")).isEqualTo("[82 (0x52), 84 (0x54), 0, 18 (0x12), 52 (0x34), 86 (0x56)]");
    assertThat(text("numbers[1]@3")).startsWith("[-20 (0xffffffec), 30 (0x1e), -40");
    assertThat(text("*head"))
        .contains("\n  at = {x = -7 (0xfffffff9), y = 9}")
        .contains("c = 65535");
    assertThat(value("head->next").type()).isEqualTo("struct node *");
    assertThat(print("head->at.y").address()).isPresent();
    assertThat(print("1 + 1").address()).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsSaidWithItsColumnAndWhatMayBeMeant() {
    assertThat(why("first.nam")).isEqualTo("6: struct node has no member nam; is name meant?");
    assertThat(why("frist")).isEqualTo("0: there is no frist; is first meant?");
    assertThat(why("1 + numbrs[0]")).startsWith("4: there is no numbrs; is numbers meant?");
    assertThat(why("(struct nod *)0")).startsWith("1: there is no type struct nod; is struct node");
    assertThat(why("first + 1")).startsWith("0: struct node is not a single value");
    assertThat(why("1 / 0")).isEqualTo("2: this divides by zero");
    assertThat(why("main()")).isEqualTo("4: functions of the guest are not called");
    assertThat(why("own = 5")).isEqualTo("4: nothing is written to the guest");
    assertThat(why("own++")).isEqualTo("3: nothing is written to the guest");
    assertThat(why("&own +")).isEqualTo("6: something is missing here");
    assertThat(why("")).isEqualTo("0: there is no expression");
  }

  @Test
  void whatCannotBeReadIsShownAsSuch() {
    assertThat(text("*wild")).contains("<nothing to read at 0x10");
    assertThat(text("wild")).isEqualTo("0x10");
    assertThat(why("*wild + 1")).contains("nothing to read at 0x10");
    assertThat(text("*(struct node *)0x10")).contains("next = <nothing to read");
  }

  @Test
  void whatIsHugeIsBounded() {
    assertThat(text("numbers[0]@2000000000")).contains("… 200 of 2000000000 elements");
    assertThat(text("loop")).startsWith("{self = 0x").hasSizeLessThan(1_000);
    assertThat(text("loop.self->self->self->self == &loop")).isEqualTo("1");
    assertThat(why("(".repeat(100) + "1" + ")".repeat(100))).contains("nested too deeply");
    assertThat(why("1" + "+1".repeat(3000))).contains("4096 characters");
    assertThat(text("(numbers[0]@2000000000)@2000000000@2000000000")).contains("size");
  }

  @Test
  void aValueThatNeverStandsStillIsShownAsTorn() {
    var count = new int[1];
    long at = print("&own").value().map(v -> ((Value.Pointer) v).address()).orElseThrow();
    program.ram.meanwhile(() -> program.ram.ints(at, count[0]++));
    try {
      assertThat(print("own").torn().orElseThrow()).contains("changed while it was read");
    } finally {
      program.ram.meanwhile(() -> program.ram.ints(at, 77));
    }
    assertThat(print("own").torn()).isEmpty();
  }
}
