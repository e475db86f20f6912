// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Alias;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Int;
import trilobite.model.type.Type.Member;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Ref;
import trilobite.model.type.Type.Struct;
import trilobite.model.type.Types;
import trilobite.runner.memory.FakeRam;

class RouteTest {

  private static final Type BYTE = new Int("char", 1, false);
  private static final Type WORD = new Int("unsigned int", 4, true);
  private static final Type NODE = new Ref("struct node");

  /// struct node { struct node *next; union { u32 low; s32 mark; }; u32 a:3, b:5; char name[8];
  /// char *label; struct node *all[2]; };
  private static final Types TYPES =
      new Types(
          Map.of(
              "struct node",
              new Struct(
                  48,
                  false,
                  List.of(
                      new Member("next", 0, 0, new Pointer(NODE, 8)),
                      new Member(
                          "",
                          64,
                          0,
                          new Struct(
                              4,
                              true,
                              List.of(
                                  new Member("low", 0, 0, new Ref("u32")),
                                  new Member("mark", 0, 0, new Int("int", 4, false))))),
                      new Member("a", 96, 3, WORD),
                      new Member("b", 99, 5, new Int("int", 4, false)),
                      new Member("name", 128, 0, new Array(BYTE, 8)),
                      new Member("label", 192, 0, new Pointer(BYTE, 8)),
                      new Member("all", 256, 0, new Array(new Pointer(NODE, 8), 2)))),
              "u32",
              new Alias(WORD),
              "enum place",
              new Type.Enumeration(
                  4,
                  List.of(
                      new Type.Constant("FIRST", 0),
                      new Type.Constant("SECOND", 1),
                      new Type.Constant("BEFORE", -1))),
              "loop",
              new Alias(new Ref("loop"))),
          Map.of(),
          true);

  private final FakeRam ram = new FakeRam(0x1000, 0x4000);

  private long number(String path) throws IOException, PathException {
    return NumberAt.of(TYPES, RouteParser.compile(TYPES, NODE, path)).read(ram, 0x1000);
  }

  private String text(String path) throws IOException, PathException {
    return TextAt.of(TYPES, RouteParser.compile(TYPES, NODE, path)).read(ram, 0x1000);
  }

  @Test
  void followsMembersPointersAndIndices() throws IOException, PathException {
    ram.words(0x1000, 0x2000).ints(0x2008, -5).words(0x1028, 0x3000).words(0x3000, 0x2000);
    assertThat(number("next.mark")).isEqualTo(-5);
    assertThat(number("next -> low")).isEqualTo(0xffff_fffbL);
    assertThat(number("all[1].next[0].mark")).isEqualTo(-5);
    assertThat(number("next[1].low")).isZero();
  }

  @Test
  void anIndexMayBeAnEnumsConstantByName() throws IOException, PathException {
    ram.words(0x1028, 0x3000).ints(0x3008, 7);
    assertThat(number("all[enum place.SECOND].mark")).isEqualTo(7);
    assertThat(number("all[ place.SECOND ]->mark")).isEqualTo(7);
    assertThat(number("all[enum place.FIRST].mark")).isZero();
    assertThat(RouteParser.enums("a[enum place.SECOND].b[3] as struct c.d[place.FIRST]"))
        .containsExactly("enum place", "place");
  }

  @Test
  void takesRoomForAnotherTypeByAnyName() throws IOException, PathException {
    ram.words(0x1018, 0x2000).ints(0x2008, 9);
    assertThat(number("label[0] as struct node.low")).isEqualTo(9);
    assertThat(number("label[0] as 'struct node'.low")).isEqualTo(9);
    assertThat(RouteParser.casts("a as 'std::pair<int, void*>'.b as struct c.d"))
        .containsExactly("std::pair<int, void*>", "struct c");
  }

  @Test
  void aNullOnTheWayIsZeroAndNoText() throws IOException, PathException {
    assertThat(number("next.next.mark")).isZero();
    assertThat(text("next.name")).isEmpty();
    assertThat(text("label")).isEmpty();
  }

  @Test
  void bitFieldsAreCutOutWithTheirSign() throws IOException, PathException {
    ram.ints(0x100c, 0b1_0111 << 3 | 0b101);
    assertThat(number("a")).isEqualTo(5);
    assertThat(number("b")).isEqualTo(-9);
  }

  @Test
  void textsEndAtTheirZeroOrTheirBound() throws IOException, PathException {
    ram.text(0x1010, "abcdefgh").words(0x1018, 0x4ff8);
    ram.text(0x4ff8, "12345678");
    assertThat(text("name")).isEqualTo("abcdefgh");
    ram.text(0x1010, "ab\0");
    assertThat(text("name")).isEqualTo("ab");
    // This one runs into the end of memory without a terminator.
    assertThatThrownBy(() -> text("label")).isInstanceOf(IOException.class);
    ram.text(0x4ffc, "\0");
    assertThat(text("label")).isEqualTo("1234");
    ram.words(0x1018, 0x2000).fill(0x2000, 0x1000, 'x');
    assertThat(text("label")).hasSize(256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "next.",
        "next..low",
        "low.x",
        "[",
        "next[-1]",
        "1",
        "a b c",
        "all[enum place.THIRD]",
        "all[enum place.BEFORE]",
        "all[enum street.FIRST]",
        "all[u32.FIRST]",
        "all[FIRST]"
      })
  void whatDoesNotFitIsSaid(String path) {
    assertThatThrownBy(() -> number(path)).isInstanceOf(PathException.class);
  }

  @Test
  void aStructureIsNoNumber() {
    assertThatThrownBy(() -> number("")).hasMessageContaining("struct node is no number");
    assertThatThrownBy(() -> text("low")).hasMessageContaining("is no text");
  }

  @Test
  void namesThatOnlyLeadToThemselvesEnd() {
    assertThat(TYPES.resolve(new Ref("loop"))).isEqualTo(new Type.Other("?", 0));
    assertThat(TYPES.size(new Array(new Array(WORD, 1L << 40), 1L << 40))).isZero();
  }
}
