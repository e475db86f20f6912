// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.inspect.Bytes;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Value;
import trilobite.ui.grid.RowAction;
import trilobite.ui.testing.FakeDesk;

class BytesModelTest {

  private final BytesModel model = new BytesModel();

  private static Bytes bytes(long address, String hex) {
    return new Bytes(
        address,
        false,
        Optional.empty(),
        List.of(
            new Bytes.Piece(address, hex.length() / 2, hex, Optional.empty()),
            new Bytes.Piece(
                address + hex.length() / 2, 4096, "", Optional.of("never touched by the guest"))),
        Optional.empty(),
        Optional.empty());
  }

  private static Value.Whole number(long bits) {
    return new Value.Whole("unsigned int", bits, true, 4, Optional.empty());
  }

  /// struct { unsigned state; struct { struct node *next; } link; } at 0x1008.
  private static Printed thing() {
    var link =
        new Value.Composite(
            "struct link",
            false,
            List.of(
                new Value.Part(
                    "next",
                    new Value.Pointer("struct node *", 0x2000, Optional.empty(), Optional.empty()),
                    0,
                    8)),
            Optional.empty());
    return new Printed(
        "node",
        Optional.of(
            new Value.Composite(
                "struct node",
                false,
                List.of(
                    new Value.Part("state", number(7), 0, 4), new Value.Part("link", link, 8, 8)),
                Optional.empty())),
        OptionalLong.of(0x1008),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void backAndForwardGoWhereOneWasAndANewPlaceEndsTheWayAhead() {
    assertThat(model.canGo(-1)).isFalse();
    model.go("a");
    model.go("b");
    model.go("b");
    model.step(-1);
    assertThat(model.place()).contains("a");
    assertThat(model.canGo(-1)).isFalse();
    assertThat(model.canGo(1)).isTrue();
    model.go("c");
    assertThat(model.canGo(1)).isFalse();
    model.step(-1);
    assertThat(model.place()).contains("a");
    for (int i = 0; i < 1_000; i++) {
      model.go("p" + i);
    }
    for (int i = 0; model.canGo(-1); i++) {
      assertThat(i).isLessThan(300);
      model.step(-1);
    }
  }

  @Test
  void theWindowFollowsTheCursorAndWhatIsChosenCanBeCopied() {
    model.rows(4);
    model.go("node");
    assertThat(model.arriving()).isTrue();
    model.arrive(bytes(0x1008, "0700000000000000" + "0020000000000000"), List.of());
    assertThat(model.top()).isEqualTo(0x1000);
    assertThat(model.cursor()).isEqualTo(0x1008);
    model.move(0x100b, true);
    assertThat(model.sheet().orElseThrow().hex(model.from(), model.to())).isEqualTo("07 00 00 00");
    assertThat(model.sheet().orElseThrow().hex(0x1016, 0x101a)).isEqualTo("00 00 ?? ??");
    assertThat(model.sheet().orElseThrow().why(0x1018)).contains("never touched by the guest");
    assertThat(model.sheet().orElseThrow().why(0x9_0000)).isEmpty();
    model.move(0x1048, false);
    assertThat(model.top()).as("below").isEqualTo(0x1010);
    model.move(0xff8, false);
    assertThat(model.top()).as("above").isEqualTo(0xff0);
    assertThat(model.scroll(3)).isTrue();
    assertThat(model.top()).isEqualTo(0x1020);
  }

  @Test
  void fieldsLieWhereTheTypeSaysAndPointersLeadOnWithTheirType() {
    model.go("node");
    model.arrive(bytes(0x1008, "0700000000000000" + "0020000000000000"), Field.of(thing()));
    assertThat(model.fields()).extracting(Field::name).containsExactly("state", "link", "next");
    assertThat(model.field().orElseThrow().name()).isEqualTo("state");
    assertThat(model.target()).as("a number of four bytes, but eight are a word").contains("0x7");
    model.move(0x1013, false);
    assertThat(model.field().orElseThrow().name()).as("the innermost").isEqualTo("next");
    assertThat(model.target()).contains("(struct node *) 0x2000");
    model.lost();
    assertThat(model.target()).isEmpty();
    assertThat(model.fields()).isEmpty();
  }

  @Test
  void aValueWithoutMembersIsOneFieldAndOneWithoutAPlaceNone() {
    var whole =
        new Printed(
            "count",
            Optional.of(number(3)),
            OptionalLong.of(0x40),
            Optional.empty(),
            Optional.empty());
    assertThat(Field.of(whole)).extracting(Field::name).containsExactly("count");
    var sum =
        new Printed(
            "1+2",
            Optional.of(number(3)),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(Field.of(sum)).isEmpty();
  }

  @Test
  void rowsOfOtherPanelsLeadHereWhereThisPanelIs() {
    var desk = new FakeDesk().offering("bytes");
    RowAction.bytes(desk, 0x129040).getFirst().run().run();
    assertThat(desk.revealed()).singleElement().asString().startsWith("bytes");
    assertThat(RowAction.bytes(desk, 0)).isEmpty();
    assertThat(RowAction.bytes(new FakeDesk(), 0x129040)).isEmpty();
  }
}
