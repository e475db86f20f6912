// expect: warnings found and -Werror specified
package trilobite.model;

import java.util.List;

final class UsesRawType {
  private UsesRawType() {}

  static int count(List items) {
    return items.size();
  }
}
