// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import trilobite.model.rule.Allowed;

/// A tree of packages that the rules speak about: the product's, or the planted one that breaks
/// them all.
///
/// @param root its first package
record House(String root) {

  static final House PRODUCT = new House("trilobite");
  static final House PLANTED = new House("planted");

  JavaClasses classes() {
    ClassFileImporter importer = new ClassFileImporter();
    return equals(PRODUCT)
        ? importer.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root)
        : importer.importPackages(root);
  }

  /// A package pattern below the root, such as `runner.guard..`.
  String at(String pattern) {
    return root + "." + pattern;
  }

  String[] at(String... patterns) {
    return Arrays.stream(patterns).map(this::at).toArray(String[]::new);
  }

  /// Classes that the rule's annotation does not let past, counting what they are nested in.
  static DescribedPredicate<JavaClass> notAllowed(String rule) {
    return DescribedPredicate.describe(
        "without @Allowed(\"" + rule + "\")", type -> !allowed(type, rule));
  }

  private static boolean allowed(JavaClass type, String rule) {
    boolean here =
        type.tryGetAnnotationOfType(Allowed.class.getName())
            .map(allowed -> rule.equals(allowed.get("rule").orElse("")))
            .orElse(false);
    return here || type.getEnclosingClass().map(outer -> allowed(outer, rule)).orElse(false);
  }
}
