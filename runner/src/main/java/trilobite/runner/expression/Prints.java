// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import trilobite.model.expression.Expression;
import trilobite.model.expression.ExpressionException;
import trilobite.model.expression.ExpressionParser;
import trilobite.model.inspect.Printed;
import trilobite.model.inspect.Problem;
import trilobite.model.inspect.Value;
import trilobite.runner.memory.Memory;

/// Evaluates expressions on a guest that goes on running. A value counts once all that was read for
/// it is found unchanged; where the guest is always quicker, it is shown as torn.
public record Prints(Vocabulary words, Memory memory, LongSupplier nanos) {

  private static final int TRIES = 12;
  private static final long PATIENCE = 300_000_000;

  /// @throws IOException where types cannot be asked for; an expression that is wrong is an answer
  public Printed print(String text) throws IOException {
    try {
      var parsed = parse(text);
      for (int i = 1; ; i++) {
        var steady = new SteadyMemory(memory, nanos, PATIENCE);
        var operand = new Evaluator(words, new Loader(words, steady)).of(parsed);
        var value = new ValueReader(words, steady).of(operand);
        var torn = steady.changed();
        if (torn.isEmpty() || i == TRIES) {
          return printed(text, operand, value, torn);
        }
      }
    } catch (ExpressionException e) {
      return wrong(text, e.column(), String.valueOf(e.getMessage()));
    } catch (trilobite.runner.memory.MemoryException | SteadyMemory.SpentException e) {
      return wrong(text, 0, String.valueOf(e.getMessage()));
    }
  }

  /// The number that an expression stands for: an address, or where something lies.
  ///
  /// @param size bytes of what lies there; 0 where it is a mere number
  public record Spot(long address, long size) {}

  /// @throws ExpressionException where it stands for none
  public Spot spot(String text) throws ExpressionException, IOException {
    var parsed = parse(text);
    var steady = new SteadyMemory(memory, nanos, PATIENCE);
    var loader = new Loader(words, steady);
    var operand = new Evaluator(words, loader).of(parsed);
    if (operand instanceof Operand.Place place
        && !(words.whole(place.type()) instanceof trilobite.model.type.Type.Pointer)) {
      return new Spot(place.address(), words.size(place.type()));
    }
    return switch (loader.load(operand, parsed.column())) {
      case Operand.Whole(trilobite.model.type.Type.Pointer(var target, var width), var address) ->
          new Spot(address, words.size(target));
      case Operand.Whole whole -> new Spot(whole.value(), 0);
      case Operand other -> throw new ExpressionException(parsed.column(), "this is no address");
    };
  }

  private Expression parse(String text) throws ExpressionException, IOException {
    words.learn(ExpressionParser.names(text));
    return ExpressionParser.parse(text, words::isType);
  }

  private static Printed printed(String text, Operand operand, Value value, Optional<String> torn) {
    var address =
        operand instanceof Operand.Place place
            ? OptionalLong.of(place.address())
            : OptionalLong.empty();
    return new Printed(text, Optional.of(value), address, Optional.empty(), torn);
  }

  private static Printed wrong(String text, int column, String why) {
    return new Printed(
        text,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.of(new Problem(column, why)),
        Optional.empty());
  }
}
