// SPDX-License-Identifier: Apache-2.0
/// Asking a guest's network whether it is there: probes, their answers, and what both say together.
package trilobite.model.reach;
