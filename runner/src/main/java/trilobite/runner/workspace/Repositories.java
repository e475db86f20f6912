// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// Finds the git repository of a file and the file's name in it.
///
/// @param path with slashes, empty for the repository's own folder
record Repositories(Repository repository, String path) implements AutoCloseable {

  /// Empty outside of a repository, and where the one there cannot be read.
  static Optional<Repositories> of(Path file) {
    try {
      var place = file.toRealPath();
      var builder = new FileRepositoryBuilder().findGitDir(place.toFile());
      if (builder.getGitDir() == null) {
        return Optional.empty();
      }
      var repository = builder.build();
      if (repository.isBare()) {
        repository.close();
        return Optional.empty();
      }
      var root = repository.getWorkTree().toPath().toRealPath();
      var path = root.relativize(place).toString().replace('\\', '/');
      return Optional.of(new Repositories(repository, path));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
