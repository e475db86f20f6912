// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import trilobite.model.build.BuildOption;

/// A YAML file, or a JSON one, which is YAML as well, as a table: one row for each value, its name
/// the keys that lead to it. A value is replaced where it stands, so that comments stay.
final class YamlFile implements OptionFile {

  private static final int MOST_VALUES = 5000;
  private static final int DEEPEST = 40;

  /// What JSON writes without quotes.
  private static final Pattern BARE = Pattern.compile("-?\\d+(?:\\.\\d+)?|true|false|null");

  private final String text;
  private final Map<String, String> help;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private String problem = "";

  /// A value and the keys above it; a key may hold dots itself, as a file's name does.
  private record Value(ScalarNode node, List<String> keys) {
    List<String> above() {
      return keys.subList(0, Math.max(0, keys.size() - 1));
    }
  }

  /// @param help what a value means, by the keys that lead to it, `*` for any one of them
  YamlFile(String text, Map<String, String> help) {
    this.text = text;
    this.help = help;
    var settings =
        LoadSettings.builder()
            .setCodePointLimit(OptionText.LARGEST)
            .setMaxAliasesForCollections(50)
            .build();
    // JSON may be indented by tabs, which YAML forbids; the places stay the same.
    for (var form : List.of(text, text.replace('\t', ' '))) {
      try {
        problem = "";
        var parser = new ParserImpl(settings, new StreamReader(settings, form));
        new Composer(settings, parser).getSingleNode().ifPresent(node -> walk(node, List.of()));
        return;
      } catch (YamlEngineException | StackOverflowError e) {
        problem = "It is no YAML: " + Optional.ofNullable(e.getMessage()).orElse("too deep");
      }
    }
  }

  private void walk(Node node, List<String> keys) {
    if (keys.size() > DEEPEST || values.size() >= MOST_VALUES) {
      return;
    }
    switch (node) {
      case ScalarNode scalar -> values.putIfAbsent(String.join(".", keys), new Value(scalar, keys));
      case MappingNode mapping ->
          mapping
              .getValue()
              .forEach(
                  pair -> {
                    if (pair.getKeyNode() instanceof ScalarNode key) {
                      walk(pair.getValueNode(), below(keys, key.getValue()));
                    }
                  });
      case SequenceNode sequence -> {
        for (int i = 0; i < sequence.getValue().size(); i++) {
          walk(sequence.getValue().get(i), below(keys, Integer.toString(i)));
        }
      }
      default -> {}
    }
  }

  private static List<String> below(List<String> keys, String key) {
    var all = new ArrayList<>(keys);
    all.add(key);
    return List.copyOf(all);
  }

  @Override
  public List<BuildOption> options() {
    var options = new ArrayList<BuildOption>();
    values.forEach((path, value) -> options.add(option(path, value)));
    return options;
  }

  private BuildOption option(String path, Value value) {
    var node = value.node();
    var meaning =
        help.entrySet().stream()
            .filter(entry -> fits(entry.getKey().split("\\."), value.keys()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    var tag = node.getTag().getValue();
    return new BuildOption(
        path,
        node.getValue(),
        meaning,
        String.join(" › ", value.above()),
        tag.substring(tag.lastIndexOf(':') + 1),
        "",
        meaning,
        node.getStartMark().map(mark -> "line " + (mark.getLine() + 1)).orElse(""));
  }

  private static boolean fits(String[] pattern, List<String> keys) {
    if (pattern.length != keys.size()) {
      return false;
    }
    for (int i = 0; i < pattern.length; i++) {
      if (!pattern[i].equals("*") && !pattern[i].equals(keys.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String note() {
    return problem.lines().findFirst().orElse("");
  }

  @Override
  public boolean editable() {
    return problem.isEmpty();
  }

  @Override
  public String with(String name, String wanted) throws IOException {
    var value = values.get(name);
    if (value == null
        || value.node().getStartMark().isEmpty()
        || value.node().getEndMark().isEmpty()) {
      throw new IOException("There is no value “" + name + "” in this file.");
    }
    var node = value.node();
    if (node.getScalarStyle() == ScalarStyle.LITERAL
        || node.getScalarStyle() == ScalarStyle.FOLDED) {
      throw new IOException(name + " is a text of several lines: change it in the editor.");
    }
    int from = text.offsetByCodePoints(0, node.getStartMark().get().getIndex());
    int to = text.offsetByCodePoints(0, node.getEndMark().get().getIndex());
    for (var written : forms(node, wanted)) {
      var changed = text.substring(0, from) + written + text.substring(to);
      if (says(new YamlFile(changed, help), name, wanted)) {
        return changed;
      }
    }
    throw new IOException("“" + wanted + "” cannot be written there: change it in the editor.");
  }

  /// A value that reads as it was meant, and nothing else that reads differently.
  private boolean says(YamlFile changed, String name, String value) {
    return changed.problem.isEmpty()
        && changed.values.keySet().equals(values.keySet())
        && values.keySet().stream()
            .allMatch(
                key -> plain(changed, key).equals(key.equals(name) ? value : plain(this, key)));
  }

  /// How a value may be written: what was a text in quotes stays one, and JSON knows few others.
  private List<String> forms(ScalarNode node, String value) {
    boolean bare =
        node.isPlain() && (!text.stripLeading().startsWith("{") || BARE.matcher(value).matches());
    return bare ? List.of(value, quoted(value)) : List.of(quoted(value));
  }

  private static String plain(YamlFile file, String key) {
    var value = file.values.get(key);
    return value == null ? "" : value.node().getValue();
  }

  private static String quoted(String value) {
    return "\""
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ")
        + "\"";
  }
}
