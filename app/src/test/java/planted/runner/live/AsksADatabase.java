// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

import java.sql.Connection;

/// Breaks sql.
public record AsksADatabase(Connection connection) {}
