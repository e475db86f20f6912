// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;
import trilobite.model.type.Types;
import trilobite.runner.dump.Dumps;
import trilobite.runner.dump.Search;
import trilobite.runner.expression.Prints;
import trilobite.runner.expression.Vocabulary;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.stack.Stacks;

/// Answers questions to a guest that runs.
///
/// @param nameless why the guest has no names to ask by; empty where it has
/// @param stacks empty where they cannot be read; then `noStacks` says why
record GuestAnswers(
    Source source,
    Prints prints,
    Dumps dumps,
    Search search,
    String nameless,
    Optional<Stacks> stacks,
    String noStacks)
    implements Answers {

  static GuestAnswers of(Scene scene) {
    var view = scene.view();
    var names =
        view.symbolsFrom().isEmpty() ? "" : ", symbols and types from " + view.symbolsFrom();
    Vocabulary words;
    var nameless = "";
    try {
      words = scene.vocabulary();
    } catch (IOException e) {
      words = wordless();
      nameless = String.valueOf(e.getMessage());
    }
    var stacks = Optional.<Stacks>empty();
    var noStacks = "";
    try {
      stacks = Optional.of(StacksSubject.stacks(scene));
    } catch (IOException e) {
      noStacks = String.valueOf(e.getMessage());
    }
    var prints = new Prints(words, view.kernel(), HostClock::nanos);
    return new GuestAnswers(
        new Source(Source.Kind.GUEST_MEMORY, view.ram().place() + names),
        prints,
        new Dumps(prints, view.ram()),
        new Search(prints, view.ram(), view::map),
        nameless,
        stacks,
        noStacks);
  }

  /// Numbers have a meaning without symbols, too.
  private static Vocabulary wordless() {
    var none =
        new SymbolTable(Path.of(""), Optional.empty(), Map.of(), 0, CodeSymbols.of(List.of()));
    return new Vocabulary(none, Types.none(), wanted -> Types.none());
  }

  @Override
  public <A> Said<A> to(Question<A> question) throws IOException {
    return switch (question) {
      case Question.Print print -> said(question, named().print(print.expression()));
      case Question.Dump dump -> said(question, dumps.dump(dump));
      case Question.Find find -> said(question, search.find(find));
      case Question.Stack stack -> {
        var seen = stacks.orElseThrow(() -> new IOException(noStacks)).of(stack);
        yield new Said<>(question.answer().cast(seen.backtrace()), source, seen.pauses());
      }
    };
  }

  /// @throws IOException where the guest's names are not known
  private Prints named() throws IOException {
    if (!nameless.isEmpty()) {
      throw new IOException(nameless);
    }
    return prints;
  }

  private <A> Said<A> said(Question<A> question, Object answer) {
    return new Said<>(question.answer().cast(answer), source, 0);
  }
}
