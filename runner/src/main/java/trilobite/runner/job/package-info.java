// SPDX-License-Identifier: Apache-2.0

/// Long work on threads of its own, with names, progress and cancel.
package trilobite.runner.job;
