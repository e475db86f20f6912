// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// One sentence of the house, with its reason inside, and the planted classes that it must catch.
///
/// @param name short, as [trilobite.model.rule.Allowed] names it
/// @param planted classes of the planted house, each of which alone breaks the rule
record HouseRule(String name, ArchRule rule, List<Class<?>> planted) {

  static HouseRule rule(String name, ArchRule rule, Class<?>... planted) {
    return new HouseRule(name, rule, List.of(planted));
  }
}
