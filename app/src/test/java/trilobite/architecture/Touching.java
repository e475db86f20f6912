// SPDX-License-Identifier: Apache-2.0
package trilobite.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import java.util.concurrent.ExecutorService;

/// Groups of JDK types by what they reach.
final class Touching {
  private Touching() {}

  static final DescribedPredicate<JavaClass> PROCESSES =
      named("java\\.lang\\.ProcessBuilder(\\$.*)?")
          .or(resideInAnyPackage("org.apache.commons.exec.."))
          .as("types that start processes");

  static final DescribedPredicate<JavaClass> SOCKETS =
      named("java\\.n(et|io\\.channels)\\.(Server|Datagram)?Socket(Channel)?(\\$.*)?")
          .as("sockets");

  static final DescribedPredicate<JavaClass> GUEST_MEMORY =
      resideInAnyPackage("java.lang.foreign..")
          .or(named("java\\.nio\\.MappedByteBuffer"))
          .as("mapped and foreign memory");

  static final DescribedPredicate<JavaClass> SQL =
      resideInAnyPackage(
              "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..")
          .as("SQL");

  static final DescribedPredicate<JavaClass> EXECUTORS =
      assignableTo(ExecutorService.class)
          .or(named("java\\.util\\.concurrent\\.Executors(\\$.*)?"))
          .as("executors");

  static final DescribedPredicate<JavaClass> FILES =
      named(
              "java\\.(nio\\.file\\.Files|nio\\.channels\\.FileChannel|io\\.(File|RandomAccess|Print).*)")
          .as("files");

  static final DescribedPredicate<JavaClass> THE_MACHINE =
      PROCESSES.or(SOCKETS).or(GUEST_MEMORY).or(SQL).or(EXECUTORS).or(FILES).as("the machine");

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return HasName.Predicates.nameMatching(pattern).forSubtype();
  }
}
