// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.unwind;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.unwind.TinyOrc.CODE;
import static trilobite.runner.unwind.TinyOrc.STACK;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrcWalkTest {

  private static final int UNCHANGED = 0;
  private static final int PREVIOUS = 1;
  private static final int BP = 4;
  private static final int SP = 5;
  private static final int R10 = 6;
  private static final int CALL = 0;
  private static final int REGISTERS = 1;
  private static final int INTERRUPT = 2;
  private static final int END = 4;

  private static List<Long> frames(OrcWalk walk) throws IOException {
    var all = new ArrayList<Long>();
    do {
      all.add(walk.address());
    } while (walk.next());
    return all;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void callsAreFollowedToTheOutermost(boolean since64) throws Exception {
    var orc = new TinyOrc(since64);
    int call = since64 ? 2 : CALL;
    long leaf = orc.function(16, SP, -16, PREVIOUS, call);
    long framed = orc.function(16, BP, -16, PREVIOUS, call);
    long outermost = orc.function(0, UNCHANGED, 0, UNCHANGED, since64 ? 1 : END);
    orc.ram.words(STACK + 0x100, STACK + 0x180, framed + 9);
    orc.ram.words(STACK + 0x180, 7, outermost + 5);
    var walk = orc.walk(leaf + 3, STACK + 0x100, 99, false);
    assertThat(frames(walk)).containsExactly(leaf + 3, framed + 9, outermost + 5);
    assertThat(walk.cut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {REGISTERS, INTERRUPT})
  void whatWasInterruptedGoesOnAndAProgramIsTheEnd(int kind) throws Exception {
    var orc = new TinyOrc(false);
    long leaf = orc.function(8, SP, 0, UNCHANGED, CALL);
    long handler = orc.function(0, SP, 0, UNCHANGED, kind);
    long busy = orc.function(8, SP, 0, UNCHANGED, CALL);
    long at = STACK + 0x108;
    long ip = kind == REGISTERS ? at + 128 : at;
    orc.ram.words(STACK + 0x100, handler + 1);
    // An instruction that was interrupted may be a function's first.
    orc.ram.words(ip, busy, 0x10, 0, STACK + 0x300);
    orc.ram.words(STACK + 0x300, handler + 1);
    long second = STACK + 0x308 + (kind == REGISTERS ? 128 : 0);
    orc.ram.words(second, 0x401000, 0x33);
    var walk = orc.walk(leaf + 3, STACK + 0x100, 0, true);
    assertThat(frames(walk)).containsExactly(leaf + 3, handler + 1, busy, handler + 1);
    assertThat(walk.cut()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // spOffset, spBase, kind, what is said
    "0,5,0,goes the wrong way",
    "-64,5,0,goes the wrong way",
    "0x7000,5,0,lies outside the thread's stack",
    "0,4,0,lies outside the thread's stack",
    "0,9,0,lies outside the thread's stack",
    "0,6,0,say nothing of",
    "0,0,0,say nothing of",
    "8,15,0,say nothing of",
    "8,5,3,an unknown entry",
  })
  void aBrokenEntryIsTheEndWithItsReason(String offset, int base, int kind, String words)
      throws Exception {
    var orc = new TinyOrc(false);
    long broken = orc.function(Integer.decode(offset), base, 0, UNCHANGED, kind);
    orc.ram.words(STACK + 0xc0, broken + 1, broken + 1, broken + 1);
    var walk = orc.walk(broken + 1, STACK + 0x100, 5, false);
    assertThat(frames(walk)).isNotEmpty();
    assertThat(walk.cut()).hasValueSatisfying(why -> assertThat(why).contains(words));
  }

  @Test
  void aStackOfOneFunctionHasABound() throws Exception {
    var orc = new TinyOrc(false);
    long again = orc.function(8, SP, 0, UNCHANGED, CALL);
    for (int i = 0; i < TinyOrc.STACK_SIZE; i += Long.BYTES) {
      orc.ram.words(STACK + i, again + 1);
    }
    var walk = orc.walk(again + 1, STACK, 0, false);
    assertThat(frames(walk)).hasSize(256);
    assertThat(walk.cut())
        .hasValueSatisfying(why -> assertThat(why).contains("only the innermost"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0x401000, CODE - 0x100, Long.MIN_VALUE})
  void whatIsNoCodeOfTheKernelsIsTheEnd(long address) throws Exception {
    var orc = new TinyOrc(false);
    orc.function(0, R10, 0, UNCHANGED, CALL);
    var walk = orc.walk(address, STACK, 0, true);
    assertThat(frames(walk)).containsExactly(address);
    assertThat(walk.cut()).isPresent();
  }
}
