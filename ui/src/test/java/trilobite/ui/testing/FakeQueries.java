// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.port.Queries;
import trilobite.model.query.HistoryViews;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryException;
import trilobite.model.query.QueryTerms;

/// Answers every query alike.
public final class FakeQueries implements Queries {

  /// What is answered, unless there is trouble.
  public volatile QueryAnswer answer =
      new QueryAnswer(
          List.of(),
          Set.of(),
          List.of(),
          java.util.Optional.empty(),
          List.of(),
          0,
          OptionalLong.empty());

  public volatile @Nullable QueryException trouble;
  public volatile String asked = "";

  /// What an answer waits for.
  public volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public List<View<?>> tables() {
    return Stream.concat(Views.all().stream(), HistoryViews.all().stream()).toList();
  }

  @Override
  public QueryAnswer ask(String sql, QueryTerms terms, Choice guest) throws QueryException {
    asked = sql;
    try {
      gate.await();
    } catch (InterruptedException cancelled) {
      throw new IllegalStateException(cancelled);
    }
    var wrong = trouble;
    if (wrong != null) {
      throw wrong;
    }
    return answer;
  }
}
