// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Style classes of the text in independent layers, laid over each other: colours below, problems
/// and search hits above.
final class StyleLayers {
  private final CodeArea area;
  private final SequencedMap<String, List<Styled>> layers = new LinkedHashMap<>();

  /// A styled part; parts of a layer are in order and do not overlap.
  record Styled(int start, int end, String style) {

    /// Where the part is after `removed` letters at a place made room for `inserted` ones; empty
    /// where nothing is left of it.
    Stream<Styled> after(int at, int removed, int inserted) {
      if (end <= at) {
        return Stream.of(this);
      }
      int behind = at + removed;
      int delta = inserted - removed;
      int from = start < at ? start : start >= behind ? start + delta : at + inserted;
      int to = end >= behind ? end + delta : at;
      return from < to ? Stream.of(new Styled(from, to, style)) : Stream.empty();
    }
  }

  StyleLayers(CodeArea area) {
    this.area = area;
    area.plainTextChanges().subscribe(this::follow);
  }

  /// The text has moved its styles itself; a layer that is not replaced must not put them back to
  /// where they were.
  private void follow(PlainTextChange change) {
    int removed = change.getRemoved().length();
    int inserted = change.getInserted().length();
    layers.replaceAll(
        (_, parts) ->
            parts.stream()
                .flatMap(part -> part.after(change.getPosition(), removed, inserted))
                .toList());
  }

  /// Replaces a layer and shows the result. Parts beyond the text are cut, since it may have
  /// changed since they were computed.
  void set(String layer, List<Styled> parts) {
    if (layers.getOrDefault(layer, List.of()).isEmpty() && parts.isEmpty()) {
      return;
    }
    layers.put(layer, List.copyOf(parts));
    int length = area.getLength();
    if (length > 0) {
      area.setStyleSpans(
          0,
          layers.values().stream()
              .map(l -> spans(l, length))
              .reduce((below, above) -> below.overlay(above, StyleLayers::both))
              .orElseThrow());
    }
  }

  private static Collection<String> both(Collection<String> below, Collection<String> above) {
    if (above.isEmpty()) {
      return below;
    }
    var all = new LinkedHashSet<>(below);
    all.addAll(above);
    return all;
  }

  private static StyleSpans<Collection<String>> spans(List<Styled> parts, int length) {
    var builder = new StyleSpansBuilder<Collection<String>>();
    int at = 0;
    for (var part : parts) {
      int start = Math.clamp(part.start(), at, length);
      int end = Math.clamp(part.end(), start, length);
      builder.add(List.of(), start - at);
      builder.add(List.of(part.style()), end - start);
      at = end;
    }
    builder.add(List.of(), length - at);
    return builder.create();
  }
}
