// SPDX-License-Identifier: Apache-2.0

/// Projects on disk: reading and editing `trilobite.toml`, trust, templates, facts for the rules.
package trilobite.runner.project;
