/// Processes that outlive the launcher: started apart from the terminal, found again by the next command.
@NullMarked
package io.adskull.local.process;

import org.jspecify.annotations.NullMarked;
