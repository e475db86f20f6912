// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the palette's lines for what was typed. JavaFX-free.
public final class PaletteModel {

  private static final int MOST = 60;
  private static final int DETAIL_WEIGHT = 2;

  /// A title comes before another name that fits as well.
  private static final int OTHER_NAME = 12;

  private final Supply supply;

  public PaletteModel(Supply supply) {
    this.supply = supply;
  }

  /// What there is to find.
  public interface Supply {

    List<Item> commands();

    List<Item> files();

    List<Item> runs();

    /// Goes to a place in the file in front; a line that says why not where there is none.
    Item line(int line, int column);

    /// Opens a folder as a project.
    Item folder(Path folder);
  }

  public List<Item> find(String typed) {
    var query = Query.of(typed);
    return switch (query.kind()) {
      case EVERYTHING ->
          best(
              query.text(),
              query.text().isEmpty()
                  ? supply.commands()
                  : Stream.of(supply.files(), supply.commands()).flatMap(List::stream).toList());
      case COMMANDS -> best(query.text(), supply.commands());
      case RUNS -> best(query.text(), supply.runs());
      case LINE -> query.place().map(at -> supply.line(at.line(), at.column())).stream().toList();
      case FOLDER -> List.of(supply.folder(folder(query.text())));
    };
  }

  private static Path folder(String text) {
    boolean home = text.startsWith("~");
    return home
        ? Path.of(System.getProperty("user.home", "/") + text.substring(1))
        : Path.of(text.replace("\0", ""));
  }

  private static List<Item> best(String text, List<Item> items) {
    var scored = new ArrayList<Scored>();
    for (var item : items) {
      var title = Fuzzy.score(text, item.title());
      var detail = Fuzzy.score(text, item.detail() + " " + item.title());
      var also = Fuzzy.named(text, item.also());
      if (title.isPresent() || detail.isPresent() || also.isPresent()) {
        int score =
            IntStream.of(
                    title.orElse(Integer.MIN_VALUE),
                    detail.isPresent() ? detail.getAsInt() / DETAIL_WEIGHT : Integer.MIN_VALUE,
                    also.isPresent() ? also.getAsInt() - OTHER_NAME : Integer.MIN_VALUE)
                .max()
                .orElseThrow();
        scored.add(new Scored(item, score));
      }
    }
    scored.sort(
        Comparator.comparing((Scored one) -> !one.item().usable())
            .thenComparing(Comparator.comparingInt(Scored::score).reversed()));
    return scored.stream().limit(MOST).map(Scored::item).toList();
  }

  private record Scored(Item item, int score) {}
}
