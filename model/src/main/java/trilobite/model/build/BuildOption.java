// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import trilobite.model.table.Meaning;

/// Something that can be chosen about a build, as one of the project's files says it.
public record BuildOption(
    @Meaning("Its name in the file") String name,
    @Meaning("What the file gives it; empty where it is not offered now") String value,
    @Meaning(value = "What it is, in the words of its author", title = "What it is") String prompt,
    @Meaning("The menus that lead to it") String menu,
    @Meaning("What kind of value it takes, such as bool or string") String kind,
    @Meaning("What has to hold before it is offered") String needs,
    @Meaning("What its author says to help") String help,
    @Meaning("The file and line that declare it") String declared) {}
