// SPDX-License-Identifier: Apache-2.0
/// Layouts of a guest's data: what its debug information tells of structures, enums and variables.
package trilobite.model.type;
