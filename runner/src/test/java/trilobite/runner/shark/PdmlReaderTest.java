// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.shark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import trilobite.model.packet.layer.Layer;

class PdmlReaderTest {

  private static String pdml(String packet) {
    return "<?xml version=\"1.0\"?><pdml><packet>" + packet + "</packet></pdml>";
  }

  @Test
  void layersFieldsAndTheirPlacesAreRead() throws IOException {
    var layers =
        new PdmlReader(59)
            .layers(
                pdml(
                    """
                    <proto name="geninfo" pos="0" showname="General information" size="59"/>
                    <proto name="tcp" showname="TCP, Src Port: 80, Len: 5" size="20" pos="34">
                      <field name="tcp.srcport" showname="Source Port: 80" size="2" pos="34"/>
                      <field name="tcp.port" showname="Port: 80" hide="yes" size="2" pos="34">
                        <field name="x" showname="below: hidden" size="1" pos="0"/>
                      </field>
                      <field name="tcp.flags" showname="Flags: 0x018" size="2" pos="46">
                        <field name="s" showname=".... ..1. = Syn: Set" size="1" pos="47"/>
                      </field>
                      <field name="" show="Timestamps" size="900" pos="34"/>
                    </proto>"""));

    assertThat(layers).hasSize(1);
    var tcp = layers.getFirst();
    assertThat(tcp.name()).isEqualTo("TCP");
    assertThat(tcp.text()).isEqualTo("Src Port: 80, Len: 5");
    assertThat(tcp.offset()).isEqualTo(34);
    assertThat(tcp.fields())
        .extracting("name")
        .containsExactly("Source Port", "Flags", "Timestamps");
    assertThat(tcp.fields().get(1).parts().getFirst().name()).isEqualTo(".... ..1. = Syn");
    assertThat(tcp.fields().get(1).parts().getFirst().offset()).isEqualTo(47);
    // It claims bytes that the packet does not have.
    assertThat(tcp.fields().get(2).length()).isZero();
  }

  @Test
  void whatWasPutTogetherHasNoPlaceInThePacket() throws IOException {
    var layers =
        new PdmlReader(59)
            .layers(
                pdml(
                    """
                    <proto name="fake-field-wrapper">
                      <field name="tcp.segments" showname="2 Segments: #2, #3" size="28" pos="0"/>
                    </proto>
                    <proto name="http" showname="HTTP" size="28" pos="0"/>"""));

    assertThat(layers).extracting(Layer::name).containsExactly("Reassembled", "HTTP");
    assertThat(layers).extracting(Layer::length).containsOnly(0);
  }

  @Test
  void depthAndCountAreBounded() throws IOException {
    var deep = "<field showname=\"a\" size=\"1\" pos=\"0\">".repeat(90) + "</field>".repeat(90);
    var many = "<field showname=\"a: %s\" size=\"1\" pos=\"0\"/>".formatted("b".repeat(900));

    var layers =
        new PdmlReader(59)
            .layers(pdml("<proto name=\"p\">" + deep + many.repeat(12_000) + "</proto>"));

    var fields = layers.getFirst().fields();
    assertThat(fields).hasSizeBetween(9_000, 10_000);
    assertThat(fields.getLast().value()).hasSizeLessThan(402).endsWith("…");
  }

  @Test
  void noEntityIsFetchedAndBrokenTextIsTold() {
    var entity =
        "<?xml version=\"1.0\"?><!DOCTYPE pdml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<pdml><packet><proto name=\"&x;\"/></packet></pdml>";
    for (var text : new String[] {entity, "<pdml><packet><proto name=\"a\">"}) {
      assertThatThrownBy(() -> new PdmlReader(59).layers(text))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("tshark's answer cannot be read");
    }
  }
}
