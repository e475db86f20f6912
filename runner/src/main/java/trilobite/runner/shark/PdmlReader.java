// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.shark;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import trilobite.model.packet.layer.Field;
import trilobite.model.packet.layer.Layer;

/// Reads tshark's PDML (Wireshark 4.0, `doc/README.xml-output`) as layers: each `proto` is one,
/// each `field` that is not hidden a field of it. Bounded in fields, depth and text; no entity or
/// schema is ever fetched.
final class PdmlReader {

  private static final int MOST_FIELDS = 10_000;
  private static final int MOST_DEPTH = 40;
  private static final int LONGEST = 400;
  private static final String REASSEMBLED = "fake-field-wrapper";

  private final int size;
  private int fields;
  private boolean reassembled;

  /// @param size bytes of the packet
  PdmlReader(int size) {
    this.size = size;
  }

  List<Layer> layers(String xml) throws IOException {
    var layers = new ArrayList<Layer>();
    try {
      var in = factory().createXMLStreamReader(new StringReader(xml));
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("proto")) {
          layer(in).ifPresent(layers::add);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("tshark's answer cannot be read: " + e.getMessage(), e);
    }
    return List.copyOf(layers);
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private Optional<Layer> layer(XMLStreamReader in) throws XMLStreamException {
    var name = text(in, "name");
    // What follows lies in bytes that tshark put together, not in the packet.
    boolean wrapper = name.equals(REASSEMBLED);
    reassembled |= wrapper;
    var said = text(in, "showname");
    var place = place(in);
    var parts = parts(in, 1);
    if (name.equals("geninfo") || (wrapper && parts.isEmpty())) {
      return Optional.empty();
    }
    if (wrapper) {
      return Optional.of(
          new Layer("Reassembled", parts.getFirst().value(), 0, 0, parts, Optional.empty()));
    }
    int comma = said.indexOf(", ");
    var title = comma > 0 ? said.substring(0, comma) : said.isEmpty() ? name : said;
    var gist = comma > 0 ? said.substring(comma + 2) : "";
    return Optional.of(new Layer(title, gist, place.offset, place.length, parts, Optional.empty()));
  }

  /// Reads to the end of the element that the reader is in.
  private List<Field> parts(XMLStreamReader in, int depth) throws XMLStreamException {
    var parts = new ArrayList<Field>();
    int below = 0;
    while (in.hasNext()) {
      int what = in.next();
      if (what == XMLStreamConstants.START_ELEMENT) {
        boolean shown =
            in.getLocalName().equals("field")
                && !text(in, "hide").equals("yes")
                && depth < MOST_DEPTH
                && fields++ < MOST_FIELDS;
        if (shown && below == 0) {
          parts.add(field(in, depth));
        } else {
          below++;
        }
      } else if (what == XMLStreamConstants.END_ELEMENT && below-- == 0) {
        return parts;
      }
    }
    return parts;
  }

  private Field field(XMLStreamReader in, int depth) throws XMLStreamException {
    var said = text(in, "showname");
    if (said.isEmpty()) {
      said = text(in, "show");
    }
    var place = place(in);
    var parts = parts(in, depth + 1);
    // A row of bits comes before the name: `.... ..1. = SYN: Set`.
    int bits = said.indexOf(" = ");
    int colon = said.indexOf(": ", Math.max(0, bits));
    var name = colon > 0 ? said.substring(0, colon) : said;
    var value = colon > 0 ? said.substring(colon + 2) : "";
    return new Field(name, value, place.offset, place.length, parts);
  }

  private record Span(int offset, int length) {}

  private Span place(XMLStreamReader in) {
    int offset = number(in, "pos");
    int length = number(in, "size");
    boolean inside = offset >= 0 && length >= 0 && offset <= size - length;
    return reassembled || !inside ? new Span(0, 0) : new Span(offset, length);
  }

  private static int number(XMLStreamReader in, String name) {
    var text = text(in, name);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  private static String text(XMLStreamReader in, String name) {
    var value = in.getAttributeValue(null, name);
    if (value == null) {
      return "";
    }
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
